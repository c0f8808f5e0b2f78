using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Departments that have something open, with what is late and what was returned. A group's tasks are those of its members too.</summary>
internal static class CockpitDepartments
{
    public static async Task<(IReadOnlyList<DepartmentFigures> Rows, int Total)> LoadAsync(
        KnownTasks known, Actor actor, IQueryable<PolicyTask> tasks, CockpitCounts? kept, CockpitFilter asked, DateOnly today, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var then = asked.AsOf is null ? null : await ThenAsync(known, actor, tasks, asked, today, thresholds, cancellation);
        var open = then is not null ? Then(row => row.Open)
            : kept is not null ? await kept.OpenByDepartmentAsync(cancellation)
            : await CountAsync(known, tasks.Where(task => TaskStates.Open.Contains(task.State)), of: null, cancellation);
        var ids = open.Keys.ToList();
        var own = actor.DepartmentId;
        var visible = known.Db.Departments.AsNoTracking().Where(d => ids.Contains(d.Id) && (d.Jurisdiction!.Path.StartsWith(actor.JurisdictionPath) || d.Id == own));
        var inOrder = visible
            .OrderBy(d => d.JurisdictionId == Jurisdiction.PendingId).ThenBy(d => d.Jurisdiction!.Path).ThenBy(d => d.OrganRank).ThenBy(d => EF.Functions.Collate(d.Name, "zh-x-icu"))
            .Select(d => new { d.Id, d.Name, Jurisdiction = d.Jurisdiction!.Name });
        var byOrgans = asked.Order == CockpitOrder.Organs;
        var shown = await (byOrgans ? inOrder.Take(asked.MostRows) : inOrder).ToListAsync(cancellation);
        var counts = asked.Order switch
        {
            CockpitOrder.Organs => null,
            CockpitOrder.Open => open,
            CockpitOrder.Late => await LateAsync(ids),
            CockpitOrder.Returned => await ReturnedAsync(ids),
        };
        var sorted = counts is null ? shown : [.. shown.OrderByDescending(d => counts.GetValueOrDefault(d.Id))];
        // Of the few that are shown alone.
        var page = sorted.Take(asked.MostRows).ToList();
        var some = page.ConvertAll(d => d.Id);
        var (late, returned) = (await LateAsync(some), await ReturnedAsync(some));
        return ([.. page.Select(d => Row(d.Id, d.Name, d.Jurisdiction))], byOrgans ? await visible.CountAsync(cancellation) : shown.Count);

        Dictionary<int, int> Then(Func<TallyRow, int> figure) => then.ToDictionary(row => row.Key, row => figure(row.Value));

        async Task<Dictionary<int, int>> LateAsync(List<int> of) => then is not null ? Then(row => row.Overdue)
            : kept is not null ? await kept.LateByDepartmentAsync(of, cancellation)
            : await CountAsync(known, tasks.ShowingLight(TimeLight.Red, today, thresholds), of, cancellation);

        async Task<Dictionary<int, int>> ReturnedAsync(List<int> of) => then is not null ? Then(row => row.Returned) : await CountAsync(
            known, tasks.WaitingFor(Waiting.Returned, null, today, known.History), of, cancellation, tasks.Where(task => task.State == TaskState.InProgress && task.ReturnCount > 0));

        DepartmentFigures Row(int id, string name, string jurisdiction)
        {
            var mine = new TaskFilter { Jurisdiction = asked.Jurisdiction, AsOf = asked.AsOf, Department = id };
            return new DepartmentFigures(
                id, name, jurisdiction,
                new Figure($"{name}在办", mine with { States = TaskStates.Open }, open.GetValueOrDefault(id)),
                new Figure($"{name}逾期", mine with { Light = TimeLight.Red }, late.GetValueOrDefault(id)),
                new Figure($"{name}被退回", mine with { Waiting = Waiting.Returned }, returned.GetValueOrDefault(id)));
        }
    }

    // No index leads from a department to the tasks that it had on a past day: all are counted at once.
    private static async Task<IReadOnlyDictionary<int, TallyRow>> ThenAsync(
        KnownTasks known, Actor actor, IQueryable<PolicyTask> tasks, CockpitFilter asked, DateOnly day, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var returned = (await tasks.WaitingFor(Waiting.Returned, null, day, known.History).Select(task => task.Id).ToListAsync(cancellation)).ToHashSet();
        var readable = TaskLedgerQuery.Matching(known.Db, actor, new TaskFilter { Jurisdiction = asked.Jurisdiction }, day, thresholds).Select(task => task.Id);
        var tally = await DepartmentTally.OnAsync(known.Db, day, cancellation);
        await foreach (var task in StandingTask.On(known.Db, readable, day).WithCancellation(cancellation))
        {
            tally.Add(task, isCompleted: false, returned.Contains(task.Id));
        }

        return tally.Rows.Where(row => row.Value.Open > 0).ToDictionary();
    }

    /// <param name="of">Departments; null: all.</param>
    /// <param name="among">Few, among which all <paramref name="tasks"/> are; null: all.</param>
    private static Task<Dictionary<int, int>> CountAsync(
        KnownTasks known, IQueryable<PolicyTask> tasks, List<int>? of, CancellationToken cancellation, IQueryable<PolicyTask>? among = null)
    {
        var units = among is null ? known.Responsibilities : known.Responsibilities.Join(among, r => r.TaskId, task => task.Id, (r, _) => r);
        var own = units.Where(r => r.DepartmentId != null).Select(r => new { DepartmentId = r.DepartmentId!.Value, r.TaskId });
        var throughGroups = known.GroupMembers
            .Join(units, member => (int?)member.GroupId, r => r.DepartmentId, (member, r) => new { DepartmentId = member.MemberId, r.TaskId });
        var parts = of is null
            ? own.Union(throughGroups)
            : own.Where(part => of.Contains(part.DepartmentId)).Union(throughGroups.Where(part => of.Contains(part.DepartmentId)));
        return parts
            .Join(tasks, part => part.TaskId, task => task.Id, (part, _) => part.DepartmentId)
            .GroupBy(id => id)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }
}
