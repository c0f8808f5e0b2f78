using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Inbox;

/// <summary>消息: tells one account of one act on a task or on a bulletin. What it says stands in the history; here only whether it was read and mailed.</summary>
public sealed class InboxMessage
{
    public long Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>The act on a task; null where it is one on a bulletin.</summary>
    public long? EntryId { get; init; }

    public HistoryEntry? Entry { get; init; }

    public long? BulletinEntryId { get; init; }

    public BulletinEntry? BulletinEntry { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The mail that carries it; null while none does.</summary>
    public long? MailId { get; set; }
}
