using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>责任单位: a department's part in a task, with the words that the notice prints for it.</summary>
public sealed class Responsibility
{
    public int Id { get; init; }

    public long TaskId { get; init; }

    public PolicyTask? Task { get; init; }

    /// <summary>Place in the list: the printed order from 0, later units behind it.</summary>
    public int Position { get; set; }

    public Role Role { get; set; }

    /// <summary>The register's name for a unit that was put on the task by hand.</summary>
    public required string PrintedName { get; init; }

    /// <summary>What the tag adds: an inner office, a share of the work.</summary>
    public string? Note { get; init; }

    /// <summary>Null while the printed name waits to be matched.</summary>
    public int? DepartmentId { get; set; }

    public Department? Department { get; set; }

    // A department that is saved together with the task has no number yet.
    internal bool IsMatched => DepartmentId is not null || Department is not null;

    internal int? MatchedId => Department?.Id ?? DepartmentId;

    /// <summary>The printed name stays; null: it waits again.</summary>
    internal void Match(Department? department) => (DepartmentId, Department) = (department?.Id, department);

    /// <summary>Is it the person's own department, or a group that contains it?</summary>
    internal bool IsOf(Actor actor) => MatchedId is { } id && actor.DepartmentIds.Contains(id);

    /// <summary>Is it this department, or a group that contains it?</summary>
    internal bool Covers(int departmentId) =>
        MatchedId == departmentId || (Department?.Members.Exists(member => member.MemberId == departmentId) ?? false);
}
