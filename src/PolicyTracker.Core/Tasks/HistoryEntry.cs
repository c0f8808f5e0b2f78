using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>One act on a task: who, when, for which unit, from which state to which, with which words. Written in the same save as the act.</summary>
public sealed class HistoryEntry
{
    public long Id { get; init; }

    public long TaskId { get; init; }

    public DateTimeOffset At { get; init; }

    public TaskAct Act { get; init; }

    public TaskState FromState { get; init; }

    public TaskState ToState { get; init; }

    /// <summary>Null for the portal itself (an import by the seed).</summary>
    public int? AccountId { get; init; }

    /// <summary>The name that the person bore at that time.</summary>
    public required string ActorName { get; init; }

    /// <summary>The unit for which the person acted; null for supervisors.</summary>
    public int? DepartmentId { get; init; }

    /// <summary>The name that the unit bore at that time.</summary>
    public string? DepartmentName { get; init; }

    public int? Percent { get; init; }

    public string Words { get; init; } = "";

    /// <summary>What else changed; null when nothing did.</summary>
    public ActChanges? Changes { get; init; }
}

/// <summary>Values before and after an act. A pair is null where the act did not touch it.</summary>
public sealed record ActChanges
{
    public Change<DateOnly?>? DueOn { get; init; }

    public Change<IReadOnlyList<UnitPart>>? Units { get; init; }

    /// <summary>
    /// 单位办理情况 as the act left it, where it went from one unit to another, ended with a unit's part, or came back. What a unit does
    /// itself is said by its own acts.
    /// </summary>
    public IReadOnlyList<UnitsWork>? Work { get; init; }

    /// <summary>The date that was asked for, granted or refused.</summary>
    public DateOnly? AskedDueOn { get; init; }

    public bool? Granted { get; init; }

    public Judgement? Judgement { get; init; }

    /// <summary>存在问题 and 下一步措施 of a progress report.</summary>
    public string? Problems { get; init; }

    public string? NextStep { get; init; }
}

public sealed record Change<T>(T Before, T After);

/// <summary>A unit's part in a task as it was at that time.</summary>
public sealed record UnitPart(int? DepartmentId, string Name, Role Role);
