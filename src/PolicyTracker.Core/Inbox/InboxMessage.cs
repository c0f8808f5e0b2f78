using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Inbox;

/// <summary>消息: tells one account of one act on a task. What it says stands in the history; here only whether it was read and mailed.</summary>
public sealed class InboxMessage
{
    public int AccountId { get; init; }

    public long EntryId { get; init; }

    public HistoryEntry? Entry { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The mail that carries it; null while none does.</summary>
    public long? MailId { get; set; }
}
