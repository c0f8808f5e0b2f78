using System.Net;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Tests.Core;

namespace PolicyTracker.Tests.Web.Inbox;

/// <summary>Messages are their account's alone.</summary>
[Collection(PortalTests.Name)]
public sealed class InboxEndpointTests(PortalFixture portal)
{
    [Fact]
    public async Task Message_is_opened_and_read_by_its_own_account_only()
    {
        await portal.ImportAsync(Notices.Plan($"{Guid.NewGuid():N}"));
        var (mine, others) = (await portal.MakeStaffAsync("市水务局", "大理市"), await portal.MakeStaffAsync("市财政局", "大理市"));
        var document = await portal.ImportAsync(Notices.Plan($"{Guid.NewGuid():N}"));
        await using var db = portal.Db();
        var (account, colleague) = (await db.Users.SingleAsync(a => a.UserName == mine), await db.Users.SingleAsync(a => a.UserName == others));
        // The task that 市水务局 leads is none of 市财政局's.
        var message = await db.InboxMessages.AsNoTracking()
            .Where(m => m.AccountId == account.Id && db.Tasks.Any(t => t.Id == m.Entry!.TaskId && t.DocumentId == document)
                && !db.InboxMessages.Any(other => other.AccountId == colleague.Id && other.EntryId == m.EntryId))
            .SingleAsync();

        using var stranger = await portal.SignedInAsync(others);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/inbox/{message.Id}")).StatusCode);
        Assert.Null(await ReadAtAsync(message.Id));

        using var own = await portal.SignedInAsync(mine);
        var opened = await own.GetAsync($"/inbox/{message.Id}");
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.StartsWith("/tasks/", opened.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotNull(await ReadAtAsync(message.Id));
    }

    private async Task<DateTimeOffset?> ReadAtAsync(long message)
    {
        await using var db = portal.Db();
        return await db.InboxMessages.Where(m => m.Id == message).Select(m => m.ReadAt).SingleAsync();
    }
}
