namespace PolicyTracker.Core.Bulletins;

/// <summary>One act on a bulletin, written in the same save.</summary>
public sealed class BulletinEntry
{
    public long Id { get; init; }

    public int BulletinId { get; init; }

    public Bulletin? Bulletin { get; init; }

    public DateTimeOffset At { get; init; }

    public BulletinAct Act { get; init; }

    public BulletinState FromState { get; init; }

    public BulletinState ToState { get; init; }

    public int AccountId { get; init; }

    /// <summary>The name that the person bore at that time.</summary>
    public required string ActorName { get; init; }

    public string Words { get; init; } = "";

    /// <summary>What stood there before the act replaced it: nothing that was typed is lost. Null where the act replaced no words.</summary>
    public BulletinContent? Replaced { get; init; }
}

/// <summary>What a supervisor writes of a bulletin.</summary>
/// <param name="Issuer">落款.</param>
public sealed record BulletinContent(int Number, string Title, string Issuer, BulletinText Text);
