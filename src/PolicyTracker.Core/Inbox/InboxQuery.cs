using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Inbox;

public sealed record InboxRow(long EntryId, long TaskId, string Title, TaskAct Act, string ActorName, string Words, DateTimeOffset At, bool IsRead);

/// <summary>The messages of one account, the newest first.</summary>
public static class InboxQuery
{
    public static Task<int> UnreadAsync(TrackerDb db, int accountId, CancellationToken cancellation) =>
        db.InboxMessages.CountAsync(message => message.AccountId == accountId && message.ReadAt == null, cancellation);

    public static async Task<PageOf<InboxRow>> PageAsync(TrackerDb db, int accountId, bool unreadOnly, int page, int pageSize, CancellationToken cancellation)
    {
        var messages = db.InboxMessages.Where(message => message.AccountId == accountId && (!unreadOnly || message.ReadAt == null));
        var total = await messages.CountAsync(cancellation);
        var rows = await messages
            .OrderByDescending(message => message.EntryId)
            .Skip((page - 1) * pageSize)
            .Take(pageSize)
            .Join(db.Tasks, message => message.Entry!.TaskId, task => task.Id, (message, task) => new InboxRow(
                message.EntryId, task.Id, task.Title, message.Entry!.Act, message.Entry.ActorName, message.Entry.Words, message.Entry.At, message.ReadAt != null))
            .ToListAsync(cancellation);
        return new PageOf<InboxRow>([.. rows.OrderByDescending(row => row.EntryId)], total, page, pageSize);
    }

    /// <summary>Marks one message as read, or all of the account's up to the newest that was shown.</summary>
    public static Task ReadAsync(TrackerDb db, int accountId, long? entryId, long? upTo, DateTimeOffset now, CancellationToken cancellation) =>
        db.InboxMessages
            .Where(message => message.AccountId == accountId && message.ReadAt == null)
            .Where(message => entryId == null || message.EntryId == entryId)
            .Where(message => upTo == null || message.EntryId <= upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, now), cancellation);
}
