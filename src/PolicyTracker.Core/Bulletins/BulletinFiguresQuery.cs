using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>
/// Counts for a bulletin: the tasks are the ledger's, how they stood at the end of the period say the kept intervals, what was
/// done in it says the history. Where the period ends today, each figure is the one that the ledger counts.
/// </summary>
public static class BulletinFiguresQuery
{
    /// <summary>So many overdue tasks are listed, the longest overdue first.</summary>
    public const int MostListed = 1_000;

    private static readonly TaskAct[] Counted = [TaskAct.Assign, TaskAct.Import, TaskAct.Approve, TaskAct.Return, TaskAct.RequestExtension];

    public static async Task<BulletinFigures> LoadAsync(
        TrackerDb db, Actor actor, int jurisdictionId, BulletinPeriod period, CancellationToken cancellation = default)
    {
        var thresholds = await ThresholdBook.OnAsync(db, period.Until, cancellation);
        var readable = TaskLedgerQuery.Matching(db, actor, new TaskFilter { Jurisdiction = jurisdictionId }, period.Until, thresholds);
        var tasks = readable.Select(task => task.Id);
        var done = await DoneAsync(db, tasks, period, cancellation);
        var tally = new BulletinTally(period.Until, done, await DepartmentTally.OnAsync(db, period.Until, cancellation));
        // Each is counted as it comes: a million are never held at once.
        await foreach (var task in StandingTask.On(db, readable, period.Until).WithCancellation(cancellation))
        {
            tally.Add(task);
        }

        return new BulletinFigures(
            tally.States(), done.Assigned.Count, tally.CompletedInTime, tally.CompletedLate, done.Returned.Count, done.ExtensionAsked.Count,
            await GrantedAsync(db, tasks, period, cancellation), tally.Overdue.Count,
            await DepartmentsAsync(db, jurisdictionId, tally, cancellation), await ListAsync(db, tally.Overdue, period.Until, cancellation));
    }

    private static async Task<DoneTasks> DoneAsync(TrackerDb db, IQueryable<long> tasks, BulletinPeriod period, CancellationToken cancellation)
    {
        var (begin, end) = (period.Begin, period.End);
        var acts = await db.History.Where(entry => entry.At >= begin && entry.At < end && Counted.Contains(entry.Act))
            .Join(tasks, entry => entry.TaskId, id => id, (entry, _) => new { entry.TaskId, entry.Act, entry.ToState })
            .ToListAsync(cancellation);
        return new DoneTasks(
            [.. acts.Where(act => act.Act == TaskAct.Assign || (act.Act == TaskAct.Import && act.ToState == TaskState.Assigned)).Select(act => act.TaskId)],
            Of(TaskAct.Approve), Of(TaskAct.Return), Of(TaskAct.RequestExtension));

        HashSet<long> Of(TaskAct one) => [.. acts.Where(act => act.Act == one).Select(act => act.TaskId)];
    }

    private static Task<int> GrantedAsync(TrackerDb db, IQueryable<long> tasks, BulletinPeriod period, CancellationToken cancellation)
    {
        var (begin, end) = (period.Begin, period.End);
        return db.Extensions.Where(one => one.IsGranted == true && one.DecidedAt >= begin && one.DecidedAt < end && tasks.Contains(one.TaskId))
            .Select(one => one.TaskId).Distinct().CountAsync(cancellation);
    }

    // Those of the jurisdiction, in 机构序列.
    private static async Task<IReadOnlyList<DepartmentCount>> DepartmentsAsync(TrackerDb db, int jurisdictionId, BulletinTally tally, CancellationToken cancellation)
    {
        var ids = tally.Departments.Keys.ToList();
        var places = db.Jurisdictions.Where(j => j.Path.StartsWith(db.Jurisdictions.Where(top => top.Id == jurisdictionId).Select(top => top.Path).First())).Select(j => j.Id);
        var rows = await db.Departments.AsNoTracking()
            .Where(unit => ids.Contains(unit.Id) && places.Contains(unit.JurisdictionId))
            .OrderBy(unit => unit.JurisdictionId == Jurisdiction.PendingId).ThenBy(unit => unit.Jurisdiction!.Path)
            .ThenBy(unit => unit.OrganRank).ThenBy(unit => EF.Functions.Collate(unit.Name, "zh-x-icu"))
            .Select(unit => new { unit.Id, Name = unit.JurisdictionId == jurisdictionId ? unit.Name : unit.Jurisdiction!.Name + " " + unit.Name })
            .ToListAsync(cancellation);
        return [.. rows.Select(unit => (unit, Row: tally.Departments[unit.Id]))
            .Select(one => new DepartmentCount(one.unit.Id, one.unit.Name, one.Row.Open, one.Row.Overdue, one.Row.Completed, one.Row.Returned))];
    }

    private static async Task<IReadOnlyList<OverdueTask>> ListAsync(TrackerDb db, IReadOnlyList<StandingTask> overdue, DateOnly day, CancellationToken cancellation)
    {
        var listed = overdue.OrderBy(task => task.DueOn).ThenBy(task => task.Id).Take(MostListed).ToList();
        var tasks = listed.ConvertAll(task => task.Id);
        var titles = await db.Tasks.Where(task => tasks.Contains(task.Id)).Select(task => new { task.Id, task.Title }).ToDictionaryAsync(task => task.Id, task => task.Title, cancellation);
        var units = listed.SelectMany(Answering).Distinct().ToList();
        var names = await db.Departments.Where(unit => units.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Name }).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
        return [.. listed.Select(task => new OverdueTask(
            task.Id, titles[task.Id], string.Join('、', Answering(task).Select(id => names[id])), task.DueOn!.Value, (task.ClockStoppedOn ?? day).DayNumber - task.DueOn.Value.DayNumber))];

        static int[] Answering(StandingTask task) => task.Leads.Length > 0 ? task.Leads : task.Responsible;
    }
}
