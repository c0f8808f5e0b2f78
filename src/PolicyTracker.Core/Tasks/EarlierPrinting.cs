using PolicyTracker.Core.Documents;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>旧版原样: what a task was before it went on in a new version of its notice, so that the version can be taken back and a past day shows the words of that day.</summary>
public sealed class EarlierPrinting
{
    /// <summary>What the history says of the way back.</summary>
    public const string TakenBack = "新版本的导入已撤销，恢复为旧版的内容。";

    public long Id { get; init; }

    public long TaskId { get; init; }

    public PolicyTask? Task { get; init; }

    /// <summary>The new version, in which the task goes on.</summary>
    public int DocumentId { get; init; }

    public PolicyDocument? Document { get; init; }

    /// <summary>The version that it comes from.</summary>
    public int EarlierId { get; init; }

    public PolicyDocument? Earlier { get; init; }

    /// <summary>More than its place has changed, and the history says so.</summary>
    public bool IsRevised { get; init; }

    public required PrintedTask Printed { get; init; }

    public static EarlierPrinting Of(PolicyTask task, PolicyDocument goesOnIn, int earlierId, bool isRevised) =>
        new() { Task = task, Document = goesOnIn, EarlierId = earlierId, IsRevised = isRevised, Printed = task.AsItStands() };
}

/// <summary>Everything of a task that a new version can change.</summary>
public sealed record PrintedTask
{
    public required int Ordinal { get; init; }

    public string? Number { get; init; }

    public required string[] Path { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required int FirstLine { get; init; }

    public required int LastLine { get; init; }

    public string? DeadlineRaw { get; init; }

    public DeadlineKind? DeadlineKind { get; init; }

    public DeadlineCycle? Cycle { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? PrintedDueOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public required DateOnly[] Milestones { get; init; }

    public required string[] Leaders { get; init; }

    public required PrintedPart[] Units { get; init; }

    public required UnitsWork[] Standings { get; init; }
}

/// <summary>A row of the task's units.</summary>
/// <param name="RowId">Of the <see cref="Responsibility"/>: where it is still there, it is put back and not made anew.</param>
public sealed record PrintedPart(int RowId, int Position, Role Role, string PrintedName, string? Note, int? DepartmentId);

/// <summary>What a unit had done about the task.</summary>
public sealed record UnitsWork(
    int DepartmentId, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, DateTimeOffset? DeclinedAt, string? DeclineReason, int? ClaimedPercent, DateOnly? ClaimedOn);
