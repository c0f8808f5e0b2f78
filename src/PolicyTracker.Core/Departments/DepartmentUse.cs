using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Departments;

/// <summary>Everything that may refer to a department: where nothing does, it can go.</summary>
internal static class DepartmentUse
{
    /// <summary>Those that no task, person, group, reorganisation or history knows.</summary>
    public static IQueryable<Department> Unused(this IQueryable<Department> departments, TrackerDb db) => departments.Where(d =>
        !db.Responsibilities.Any(r => r.DepartmentId == d.Id)
        && !db.DepartmentStandings.Any(s => s.DepartmentId == d.Id)
        && !db.ProgressReports.Any(r => r.DepartmentId == d.Id)
        && !db.Extensions.Any(e => e.DepartmentId == d.Id)
        && !db.History.Any(h => h.DepartmentId == d.Id)
        && !db.Users.Any(a => a.DepartmentId == d.Id)
        && !db.DepartmentFeeds.Any(f => f.DepartmentId == d.Id)
        && !db.GroupMembers.Any(m => m.GroupId == d.Id || m.MemberId == d.Id)
        && !db.SuccessionParts.Any(p => p.PredecessorId == d.Id || p.SuccessorId == d.Id)
        && !db.Departments.Any(other => other.ParentId == d.Id || other.MergedIntoId == d.Id));
}
