namespace PolicyTracker.Core.Accounts;

/// <summary>A password that an account had: its hash, so that it is not chosen again too soon.</summary>
public sealed class PasswordHistoryEntry
{
    public int Id { get; init; }

    public int AccountId { get; init; }

    public required string Hash { get; init; }

    public DateTimeOffset At { get; init; }
}
