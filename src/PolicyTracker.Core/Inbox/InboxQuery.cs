using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Inbox;

/// <param name="Act">What was done, in a word.</param>
/// <param name="Title">Of the task or the bulletin.</param>
public sealed record InboxRow(long Id, string Title, string Act, string ActorName, string Words, DateTimeOffset At, bool IsRead);

/// <summary>The messages of one account, the newest first.</summary>
public static class InboxQuery
{
    public static Task<int> UnreadAsync(TrackerDb db, int accountId, CancellationToken cancellation) =>
        db.InboxMessages.CountAsync(message => message.AccountId == accountId && message.ReadAt == null, cancellation);

    public static async Task<PageOf<InboxRow>> PageAsync(TrackerDb db, int accountId, bool unreadOnly, int page, int pageSize, CancellationToken cancellation)
    {
        var messages = db.InboxMessages.Where(message => message.AccountId == accountId && (!unreadOnly || message.ReadAt == null));
        var total = await messages.CountAsync(cancellation);
        var rows = await messages.OrderByDescending(message => message.Id).Skip((page - 1) * pageSize).Take(pageSize).SelectTold(db).ToListAsync(cancellation);
        return new PageOf<InboxRow>([.. rows.Select(row => row.Read())], total, page, pageSize);
    }

    /// <summary>Where within the portal the thing is that the message tells of; null where it is not this account's.</summary>
    public static async Task<string?> AddressAsync(TrackerDb db, int accountId, long messageId, CancellationToken cancellation) =>
        (await db.InboxMessages.Where(message => message.Id == messageId && message.AccountId == accountId).SelectTold(db).SingleOrDefaultAsync(cancellation))?.Address;

    /// <summary>Marks one message as read, or all of the account's up to the newest that was shown.</summary>
    public static Task ReadAsync(TrackerDb db, int accountId, long? messageId, long? upTo, DateTimeOffset now, CancellationToken cancellation) =>
        db.InboxMessages
            .Where(message => message.AccountId == accountId && message.ReadAt == null)
            .Where(message => messageId == null || message.Id == messageId)
            .Where(message => upTo == null || message.Id <= upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, now), cancellation);

    /// <summary>Each with the act that it tells of.</summary>
    internal static IQueryable<ToldAct> SelectTold(this IQueryable<InboxMessage> messages, TrackerDb db) => messages.Select(message => new ToldAct
    {
        Id = message.Id,
        TaskId = (long?)message.Entry!.TaskId,
        BulletinId = (int?)message.BulletinEntry!.BulletinId,
        Title = message.EntryId != null
            ? db.Tasks.Where(task => task.Id == message.Entry!.TaskId).Select(task => task.Title).First()
            : message.BulletinEntry!.Bulletin!.Title,
        TaskAct = (TaskAct?)message.Entry!.Act,
        BulletinAct = (BulletinAct?)message.BulletinEntry!.Act,
        ActorName = message.EntryId != null ? message.Entry!.ActorName : message.BulletinEntry!.ActorName,
        Words = message.EntryId != null ? message.Entry!.Words : message.BulletinEntry!.Words,
        At = message.EntryId != null ? message.Entry!.At : message.BulletinEntry!.At,
        IsRead = message.ReadAt != null,
    });
}

/// <summary>An act on a task or on a bulletin, as a message tells of it.</summary>
internal sealed class ToldAct
{
    public required long Id { get; init; }

    public required long? TaskId { get; init; }

    public required int? BulletinId { get; init; }

    public required string Title { get; init; }

    public required TaskAct? TaskAct { get; init; }

    public required BulletinAct? BulletinAct { get; init; }

    public required string ActorName { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required bool IsRead { get; init; }

    public string Act => TaskAct is { } onTask ? onTask.Word() : $"{BulletinAct!.Value.Word()}通报";

    /// <summary>Within the portal.</summary>
    public string Address => TaskId is { } task ? $"tasks/{task}" : $"bulletins/{BulletinId}";

    public InboxRow Read() => new(Id, Title, Act, ActorName, Words, At, IsRead);
}
