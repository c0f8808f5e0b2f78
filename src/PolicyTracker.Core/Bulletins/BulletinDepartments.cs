using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>The departments of a bulletin in 机构序列, counted as on the cockpit: a group's tasks are those of its members too.</summary>
internal static class BulletinDepartments
{
    public static async Task<IReadOnlyList<DepartmentCount>> LoadAsync(
        TrackerDb db, int jurisdictionId, BulletinFiguresQuery.Parts parts, CancellationToken cancellation)
    {
        var open = await CountAsync(db, parts.Standing.Where(interval => TaskStates.Open.Contains(interval.State)), cancellation);
        var overdue = await CountAsync(db, parts.Overdue, cancellation);
        var completed = await CountAsync(db, parts.Completed, cancellation);
        var returned = await CountAsync(db, parts.Standing.Where(interval =>
            parts.Done.Any(entry => entry.TaskId == interval.TaskId && entry.Act == TaskAct.Return)), cancellation);
        var ids = open.Keys.Union(overdue.Keys).Union(completed.Keys).Union(returned.Keys).ToList();
        var places = db.Jurisdictions.Where(j => j.Path.StartsWith(db.Jurisdictions.Where(top => top.Id == jurisdictionId).Select(top => top.Path).First())).Select(j => j.Id);
        var rows = await db.Departments.AsNoTracking()
            .Where(unit => ids.Contains(unit.Id) && places.Contains(unit.JurisdictionId))
            .OrderBy(unit => unit.JurisdictionId == Jurisdiction.PendingId).ThenBy(unit => unit.Jurisdiction!.Path)
            .ThenBy(unit => unit.OrganRank).ThenBy(unit => EF.Functions.Collate(unit.Name, "zh-x-icu"))
            .Select(unit => new { unit.Id, Name = unit.JurisdictionId == jurisdictionId ? unit.Name : unit.Jurisdiction!.Name + " " + unit.Name })
            .ToListAsync(cancellation);
        return [.. rows.Select(unit => new DepartmentCount(
            unit.Id, unit.Name, open.GetValueOrDefault(unit.Id), overdue.GetValueOrDefault(unit.Id), completed.GetValueOrDefault(unit.Id), returned.GetValueOrDefault(unit.Id)))];
    }

    private static Task<Dictionary<int, int>> CountAsync(TrackerDb db, IQueryable<TaskInterval> standing, CancellationToken cancellation)
    {
        var own = standing.SelectMany(interval => interval.Leads, (interval, id) => new { interval.TaskId, DepartmentId = id })
            .Union(standing.SelectMany(interval => interval.Responsible, (interval, id) => new { interval.TaskId, DepartmentId = id }))
            .Union(standing.SelectMany(interval => interval.Supports, (interval, id) => new { interval.TaskId, DepartmentId = id }));
        var throughGroups = own.Join(db.GroupMembers, part => part.DepartmentId, member => member.GroupId, (part, member) => new { part.TaskId, DepartmentId = member.MemberId });
        return own.Union(throughGroups).GroupBy(part => part.DepartmentId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }
}
