using System.Text.Json.Serialization;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>
/// 核对稿: what a file's notices are taken to say, as it was read or as people have put it right so far. Immutable: an edit gives
/// a new one that shares what did not change, so that a page can tell by reference what it must draw again.
/// </summary>
/// <param name="NextKey">The next free key of a document, task or unit; keys stay while places change.</param>
public sealed record DraftNotice(IReadOnlyList<DraftDocument> Documents, int NextKey)
{
    /// <summary>What the reader itself was not sure of; the rest of the doubts come from what the portal knows.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Keys of doubts that somebody has accepted, corrected or dismissed; known from the steps, not from the reading.</summary>
    [JsonIgnore]
    public IReadOnlySet<string> Settled { get; init; } = new HashSet<string>();

    [JsonIgnore]
    public IEnumerable<DraftTask> Tasks => Documents.SelectMany(document => document.Tasks);

    public DraftDocument Document(int key) =>
        Documents.FirstOrDefault(document => document.Key == key) ?? throw new RuleException("这份文件已经不在核对稿里。");

    public DraftDocument DocumentOf(int task) =>
        Documents.FirstOrDefault(document => document.Tasks.Any(t => t.Key == task)) ?? throw new RuleException("这项任务已经不在核对稿里，可能刚刚被合并或删去。");

    public DraftTask Task(int key) => DocumentOf(key).Tasks.First(task => task.Key == key);
}

/// <summary>One notice of the file; lines are 1-based, both ends inclusive.</summary>
public sealed record DraftDocument(int Key, string Title, int FirstLine, int LastLine)
{
    public string? DocNumber { get; init; }

    public string? Issuer { get; init; }

    public string? Addressees { get; init; }

    public string? IndexNumber { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public IReadOnlyList<DraftTask> Tasks { get; init; } = [];

    /// <summary>The jurisdiction that was chosen by hand; null: the issuer gives it.</summary>
    public int? JurisdictionId { get; init; }

    /// <summary>The issuer whose new jurisdiction somebody agreed to; of another issuer it says nothing.</summary>
    public string? AgreedIssuer { get; init; }

    /// <summary>What was decided about printed names, by the name.</summary>
    public IReadOnlyDictionary<string, NameChoice> Names { get; init; } = new Dictionary<string, NameChoice>();
}

public sealed record DraftTask(int Key, string Title, string Text, int FirstLine, int LastLine)
{
    public string? Number { get; init; }

    public IReadOnlyList<string> Path { get; init; } = [];

    public IReadOnlyList<DraftUnit> Units { get; init; } = [];

    public IReadOnlyList<string> Leaders { get; init; } = [];

    public DraftDeadline? Deadline { get; init; }

    public IReadOnlyList<DateOnly> Milestones { get; init; } = [];
}

/// <param name="Name">As printed.</param>
public sealed record DraftUnit(int Key, string Name, Role Role, DepartmentKind Kind = DepartmentKind.Department, string? Note = null);

/// <param name="Raw">The printed words.</param>
public sealed record DraftDeadline(string Raw, DeadlineKind Kind, DateOnly? Start = null, DateOnly? End = null);

/// <summary>What a person decided about a printed name.</summary>
/// <param name="DepartmentId">The known department, for <see cref="NameFate.Known"/>.</param>
/// <param name="SameAs">Or another name of the same document, whose department is only made with the import.</param>
public sealed record NameChoice(NameFate Fate, int? DepartmentId = null, string? SameAs = null);

public enum NameFate
{
    /// <summary>It is a department of the register.</summary>
    Known,

    /// <summary>A new department is made.</summary>
    New,

    /// <summary>It waits in the register's list; the task goes without it until then.</summary>
    Waits,
}
