using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Inbox;

/// <summary>Gathers what is new for each person into one mail and queues it; what was read in the portal meanwhile needs no mail.</summary>
public sealed class MailDigest(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    // One at a time: two would gather the same messages.
    private const long LockKey = 0x646967657374;
    private const int MostLines = 50;

    /// <summary>Queues the mails and returns how many.</summary>
    /// <param name="portal">Where the links lead, e.g. https://duban.example/.</param>
    public async Task<int> QueueAsync(Uri portal, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
        var waiting = await db.InboxMessages
            .Where(message => message.MailId == null && message.ReadAt == null)
            .Join(db.Users.Where(account => account.DisabledAt == null && account.Email != null && account.Email != ""),
                message => message.AccountId, account => account.Id, (message, account) => new { message, account.Email })
            .ToListAsync(cancellation);
        var ids = waiting.Select(found => found.message.Id).ToList();
        var told = await db.InboxMessages.Where(message => ids.Contains(message.Id)).SelectTold(db).ToDictionaryAsync(act => act.Id, cancellation);
        var mails = waiting.GroupBy(found => (found.message.AccountId, found.Email)).Select(person => (
            Mail: Compose(person.Key.AccountId, person.Key.Email!, [.. person.Select(found => told[found.message.Id]).OrderBy(act => act.Id)], portal),
            Messages: person.Select(found => found.message))).ToList();
        db.OutgoingMails.AddRange(mails.Select(pair => pair.Mail));
        await db.SaveChangesAsync(cancellation);
        foreach (var (mail, messages) in mails)
        {
            foreach (var message in messages)
            {
                message.MailId = mail.Id;
            }
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return mails.Count;
    }

    private OutgoingMail Compose(int account, string address, List<ToldAct> acts, Uri portal)
    {
        var now = time.GetUtcNow();
        var kinds = acts.GroupBy(act => act.Act).Select(group => $"{group.Key}{group.Count()}项");
        return new OutgoingMail
        {
            AccountId = account,
            Address = address,
            Subject = $"督查消息{acts.Count.ToString(CultureInfo.InvariantCulture)}条：{string.Join('、', kinds)}",
            Body = Body(acts, portal),
            MessageId = $"<{Guid.NewGuid():N}@{portal.Host}>",
            QueuedAt = now,
            NextTryAt = now,
        };
    }

    private static string Body(List<ToldAct> acts, Uri portal)
    {
        var body = new StringBuilder();
        foreach (var act in acts.Take(MostLines))
        {
            body.Append(CultureInfo.InvariantCulture, $"【{act.Act}】{act.Title}\r\n");
            if (act.Words.Length > 0)
            {
                body.Append(CultureInfo.InvariantCulture, $"{act.ActorName}：{act.Words}\r\n");
            }

            body.Append(CultureInfo.InvariantCulture, $"{new Uri(portal, act.Address)}\r\n\r\n");
        }

        if (acts.Count > MostLines)
        {
            body.Append(CultureInfo.InvariantCulture, $"另有{acts.Count - MostLines}条，请在系统中查看：{new Uri(portal, "inbox")}\r\n\r\n");
        }

        return body.Append("这封邮件由系统发出，请不要回复。\r\n").ToString();
    }
}
