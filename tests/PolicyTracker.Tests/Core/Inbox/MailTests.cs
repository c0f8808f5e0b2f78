using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Inbox;

public sealed class MailTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>, IAsyncLifetime
{
    private static readonly Uri Portal = new("https://duban.example/");
    private readonly SettableClock clock = SettableClock.At(new DateOnly(2031, 3, 10));

    // Each import tells all staff of the unit; only the persons of the test itself are to have an address.
    public async Task InitializeAsync()
    {
        await using var db = tracker.Db();
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, (string?)null));
        await db.OutgoingMails.Where(mail => mail.SentAt == null).ExecuteDeleteAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private MailQueue Queue => new(tracker.Get<IDbContextFactory<TrackerDb>>(), clock);

    [Fact]
    public async Task Digest_is_one_mail_for_all_that_is_new_and_unread_and_is_made_once()
    {
        var account = await PersonWithMessagesAsync("汇总", "one@example.org");
        await QueueDigestAsync();
        await QueueDigestAsync();
        await using var db = tracker.Db();
        var mail = await db.OutgoingMails.SingleAsync(m => m.AccountId == account);
        Assert.Equal("督查消息2条：导入2项", mail.Subject);
        Assert.Contains("改造老旧管网", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://duban.example/tasks/", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_in_the_portal_is_not_mailed()
    {
        var account = await PersonWithMessagesAsync("已读", "read@example.org");
        await using var db = tracker.Db();
        await InboxQuery.ReadAsync(db, account, null, null, clock.GetUtcNow(), CancellationToken.None);
        await QueueDigestAsync();
        Assert.False(await db.OutgoingMails.AnyAsync(m => m.AccountId == account));
    }

    [Fact]
    public async Task Portal_that_dies_while_sending_sends_again_under_the_same_message_id()
    {
        await PersonWithMessagesAsync("中断", "again@example.org");
        await QueueDigestAsync();
        var seen = new List<string>();
        using var dying = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.SendDueAsync(
            (mail, _) =>
            {
                seen.Add(mail.MessageId);
                dying.Cancel();
                dying.Token.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            }, dying.Token));
        await Queue.SendDueAsync((mail, _) =>
        {
            seen.Add(mail.MessageId);
            return Task.CompletedTask;
        });
        Assert.True(seen.Count(id => id == seen[0]) == 2, string.Join(' ', seen));
    }

    [Fact]
    public async Task Refused_mail_is_tried_again_later_and_does_not_hold_up_the_next()
    {
        var (refused, taken) = (await PersonWithMessagesAsync("被拒", "refused@example.org"), await PersonWithMessagesAsync("收下", "taken@example.org"));
        await QueueDigestAsync();
        Task Send(OutgoingMail mail, CancellationToken _) => mail.Address == "refused@example.org" ? throw new InvalidOperationException("550 no such user") : Task.CompletedTask;
        await Queue.SendDueAsync(Send);
        await using var db = tracker.Db();
        Assert.NotNull((await db.OutgoingMails.SingleAsync(m => m.AccountId == taken)).SentAt);
        var waiting = await db.OutgoingMails.SingleAsync(m => m.AccountId == refused);
        Assert.Equal((1, "550 no such user", null), (waiting.Tries, waiting.LastError, waiting.SentAt));
        Assert.True(waiting.NextTryAt > clock.GetUtcNow());
        Assert.Equal(0, await Queue.SendDueAsync((_, _) => Task.CompletedTask));
        clock.Forward(1);
        Assert.Equal(1, await Queue.SendDueAsync((_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task Two_instances_send_each_mail_once()
    {
        for (var i = 0; i < 6; i++)
        {
            await PersonWithMessagesAsync($"同时{i}", $"many{i}@example.org");
        }

        await QueueDigestAsync();
        var sent = new System.Collections.Concurrent.ConcurrentBag<string>();
        async Task Send(OutgoingMail mail, CancellationToken cancellation)
        {
            sent.Add(mail.MessageId);
            await Task.Delay(20, cancellation);
        }

        await Task.WhenAll(Queue.SendDueAsync(Send), Queue.SendDueAsync(Send), Queue.SendDueAsync(Send));
        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.True(sent.Count >= 6);
    }

    private Task<int> QueueDigestAsync() => new MailDigest(tracker.Get<IDbContextFactory<TrackerDb>>(), clock).QueueAsync(Portal);

    // An account of a unit that two tasks of a new notice name.
    private async Task<int> PersonWithMessagesAsync(string mark, string address)
    {
        await tracker.ImportAsync(Notices.Plan("先"));
        await using var db = tracker.Db();
        var unit = await db.Departments.SingleAsync(d => d.Name == "市水务局");
        await using var scope = tracker.Scope();
        var account = (await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(Actor.Portal, new NewAccount(
            $"mail-{Guid.NewGuid():N}"[..20], "收信人", [AccountRole.Staff], unit.JurisdictionId, unit.Id, "tests-only-2031"))).Id;
        await tracker.ImportAsync(Notices.Plan(mark));
        await db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, address));
        return account;
    }
}
