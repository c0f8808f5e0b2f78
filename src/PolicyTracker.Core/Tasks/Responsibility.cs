using PolicyTracker.Core.Departments;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>责任单位: a department's part in a task, with the words that the notice prints for it.</summary>
public sealed class Responsibility
{
    public int Id { get; init; }

    public long TaskId { get; init; }

    public PolicyTask? Task { get; init; }

    /// <summary>Place in the printed list, from 0.</summary>
    public int Position { get; init; }

    public Role Role { get; set; }

    public required string PrintedName { get; init; }

    /// <summary>What the tag adds: an inner office, a share of the work.</summary>
    public string? Note { get; init; }

    /// <summary>Null while the printed name waits to be matched.</summary>
    public int? DepartmentId { get; set; }

    public Department? Department { get; init; }
}
