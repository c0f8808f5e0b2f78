using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Tasks;

/// <summary>反馈: what a unit reported on a task at one time. Reports are added, never altered.</summary>
public sealed class ProgressReport
{
    public long Id { get; init; }

    public long TaskId { get; init; }

    public int DepartmentId { get; init; }

    public Department? Department { get; init; }

    public DateTimeOffset At { get; init; }

    public int? AccountId { get; init; }

    public required string ActorName { get; init; }

    public int Percent { get; init; }

    /// <summary>进展情况.</summary>
    public required string Words { get; init; }

    /// <summary>存在问题.</summary>
    public string? Problems { get; init; }

    /// <summary>下一步措施.</summary>
    public string? NextStep { get; init; }
}
