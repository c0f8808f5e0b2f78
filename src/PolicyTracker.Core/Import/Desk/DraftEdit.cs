using System.Text.Json.Serialization;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>
/// One correction of a draft. It carries its outcome, not how the outcome was found: applied again in years, by another version of
/// the reader, it gives the same.
/// </summary>
[JsonDerivedType(typeof(SetField), "field")]
[JsonDerivedType(typeof(PlaceDocument), "place")]
[JsonDerivedType(typeof(AgreeToPlace), "agree")]
[JsonDerivedType(typeof(SetWords), "words")]
[JsonDerivedType(typeof(SplitTask), "split")]
[JsonDerivedType(typeof(MergeWithNext), "merge")]
[JsonDerivedType(typeof(AddTask), "add")]
[JsonDerivedType(typeof(RemoveTask), "remove")]
[JsonDerivedType(typeof(SetUnits), "units")]
[JsonDerivedType(typeof(DecideName), "name")]
[JsonDerivedType(typeof(SetLeaders), "leaders")]
[JsonDerivedType(typeof(SetDeadline), "deadline")]
public abstract record DraftEdit;

/// <param name="Value">Dates as yyyy-MM-dd; null: not printed.</param>
public sealed record SetField(int Document, DraftField Field, string? Value) : DraftEdit;

/// <summary>The jurisdiction by hand; null: the issuer gives it again.</summary>
public sealed record PlaceDocument(int Document, int? JurisdictionId) : DraftEdit;

/// <summary>The administrator agrees that the issuer's jurisdiction is made.</summary>
public sealed record AgreeToPlace(int Document, string Issuer) : DraftEdit;

/// <summary>Words and bounds of a task.</summary>
public sealed record SetWords(int Task, string Title, string Text, int FirstLine, int LastLine) : DraftEdit;

public sealed record SplitTask(int Task, TaskPart Head, TaskPart Tail) : DraftEdit;

public sealed record MergeWithNext(int Task) : DraftEdit;

/// <summary>A passage becomes a task.</summary>
public sealed record AddTask(int Document, TaskPart Part, IReadOnlyList<string> Path) : DraftEdit;

public sealed record RemoveTask(int Task) : DraftEdit;

/// <summary>All units of a task; key 0 for one that is new.</summary>
public sealed record SetUnits(int Task, IReadOnlyList<DraftUnit> Units) : DraftEdit;

/// <summary>For all tasks of the document that print the name; null takes a decision back.</summary>
public sealed record DecideName(int Document, string Name, NameChoice? Choice) : DraftEdit;

public sealed record SetLeaders(int Task, IReadOnlyList<string> Leaders) : DraftEdit;

public sealed record SetDeadline(int Task, DraftDeadline? Deadline) : DraftEdit;

public enum DraftField
{
    Title,
    DocNumber,
    Issuer,
    Addressees,
    IssuedOn,
    PublishedOn,
}

/// <summary>A stretch of the notice that is a task of its own.</summary>
public sealed record TaskPart(string? Number, string Title, string Text, int FirstLine, int LastLine)
{
    public IReadOnlyList<DraftUnit> Units { get; init; } = [];

    public DraftDeadline? Deadline { get; init; }
}

/// <summary>What one person did in one go: it is undone as a whole.</summary>
/// <param name="Settles">Keys of the doubts that are done with by it.</param>
public sealed record DraftStep(string By, DateTimeOffset At, IReadOnlyList<DraftEdit> Edits, IReadOnlyList<string> Settles)
{
    /// <summary>What it was, for the list of steps: 改期限.</summary>
    public string Words { get; init; } = "";
}
