namespace PolicyTracker.Core.Inbox;

/// <summary>
/// 待发邮件: waits in the database until a server has taken it, so that none is lost when the portal dies. A portal that dies between
/// sending and noting it sends it once more, under the same Message-ID, by which the reader's program knows it.
/// </summary>
public sealed class OutgoingMail
{
    public long Id { get; init; }

    public int AccountId { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>With its angle brackets, as RFC 5322 prints it.</summary>
    public required string MessageId { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset NextTryAt { get; set; }

    public int Tries { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
