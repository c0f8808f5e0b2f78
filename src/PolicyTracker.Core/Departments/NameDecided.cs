namespace PolicyTracker.Core.Departments;

/// <summary>What a person made of a waiting printed name, with all that it touched, so that it can be undone.</summary>
public sealed class NameDecided
{
    public int Id { get; init; }

    /// <summary>Of the tasks that print the name.</summary>
    public int JurisdictionId { get; init; }

    public required string PrintedName { get; init; }

    /// <summary>Null once a department that was made for it is gone again.</summary>
    public int? DepartmentId { get; set; }

    public Department? Department { get; init; }

    /// <summary>登记为新单位 or 群组, not an alias of a known one.</summary>
    public bool MadeDepartment { get; init; }

    /// <summary>The alias that was added; null where the department bore the name already or lies above the person's jurisdiction.</summary>
    public int? AliasId { get; set; }

    public int[] ResponsibilityIds { get; init; } = [];

    public required string DecidedBy { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}
