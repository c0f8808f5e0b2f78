namespace PolicyTracker.Core.Tasks;

/// <summary>What the tasks of a <see cref="TaskCount"/> are counted for.</summary>
public enum CountKind
{
    Jurisdiction,

    /// <summary>All jurisdictions in one; the subject is <see cref="Departments.Jurisdiction.RootId"/>.</summary>
    Everywhere,

    Document,

    /// <summary>The same as <see cref="Document"/> without dates: fewer rows.</summary>
    Contents,

    /// <summary>A member counts what its group has.</summary>
    Department,

    /// <summary>The same as <see cref="Department"/> without dates: fewer rows.</summary>
    Workload,

    /// <summary>The subject is the number of a <see cref="Tasks.Verification"/>.</summary>
    Verification,
}

/// <summary>
/// 计数: so many tasks of one subject are in one state with one deadline. The database writes these rows in the statement that writes
/// the tasks (migration 0018); several may say the same, and only their sum is the count.
/// </summary>
public sealed class TaskCount
{
    public CountKind Kind { get; init; }

    public int SubjectId { get; init; }

    /// <summary>Of the tasks; for <see cref="CountKind.Everywhere"/> the root.</summary>
    public int JurisdictionId { get; init; }

    public TaskState State { get; init; }

    /// <summary>Of open tasks only, as the other dates.</summary>
    public DateOnly? DueOn { get; init; }

    public DeadlineCycle? Cycle { get; init; }

    public DateOnly? ClockStoppedOn { get; init; }

    /// <summary>Negative where tasks have gone and nobody has summed up yet.</summary>
    public int Tasks { get; init; }

    public bool IsFolded { get; init; }
}
