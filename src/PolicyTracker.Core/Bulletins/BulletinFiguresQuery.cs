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

    private static readonly TaskState[] Timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    public static async Task<BulletinFigures> LoadAsync(
        TrackerDb db, Actor actor, int jurisdictionId, BulletinPeriod period, CancellationToken cancellation = default)
    {
        var thresholds = await ThresholdBook.OnAsync(db, period.Until, cancellation);
        var tasks = TaskLedgerQuery.Matching(db, actor, new TaskFilter { Jurisdiction = jurisdictionId }, period.Until, thresholds);
        var standing = db.TaskIntervals.AsNoTracking().KnownOn(period.Until).Where(interval => tasks.Any(task => task.Id == interval.TaskId));
        var (begin, end) = (period.Begin, period.End);
        var done = db.History.Where(entry => entry.At >= begin && entry.At < end && tasks.Any(task => task.Id == entry.TaskId));
        var completed = standing.Where(interval => interval.State == TaskState.Completed
            && done.Any(entry => entry.TaskId == interval.TaskId && entry.Act == TaskAct.Approve));
        var overdue = Overdue(standing, period.Until);
        var late = await completed.CountAsync(interval => interval.ClockStoppedOn > interval.DueOn, cancellation);
        var granted = db.Extensions.Where(one => one.IsGranted == true && one.DecidedAt >= begin && one.DecidedAt < end && tasks.Any(task => task.Id == one.TaskId));
        return new BulletinFigures(
            await StatesAsync(standing, cancellation),
            await CountAsync(done.Where(entry => entry.Act == TaskAct.Assign || (entry.Act == TaskAct.Import && entry.ToState == TaskState.Assigned)), cancellation),
            await completed.CountAsync(cancellation) - late,
            late,
            await CountAsync(done.Where(entry => entry.Act == TaskAct.Return), cancellation),
            await CountAsync(done.Where(entry => entry.Act == TaskAct.RequestExtension), cancellation),
            await granted.Select(one => one.TaskId).Distinct().CountAsync(cancellation),
            await overdue.CountAsync(cancellation),
            await BulletinDepartments.LoadAsync(db, jurisdictionId, new Parts(standing, overdue, completed, done), cancellation),
            await ListAsync(db, overdue, period.Until, cancellation));
    }

    /// <summary>What departments are counted by.</summary>
    internal sealed record Parts(
        IQueryable<TaskInterval> Standing, IQueryable<TaskInterval> Overdue, IQueryable<TaskInterval> Completed, IQueryable<HistoryEntry> Done);

    // The rule of the red light; a task that recurs and has no day of its own is never behind its next one.
    private static IQueryable<TaskInterval> Overdue(IQueryable<TaskInterval> standing, DateOnly day) =>
        standing.Where(interval => Timed.Contains(interval.State) && interval.DueOn < (interval.ClockStoppedOn ?? day));

    private static async Task<IReadOnlyList<StateCount>> StatesAsync(IQueryable<TaskInterval> standing, CancellationToken cancellation)
    {
        var counts = await standing.GroupBy(interval => interval.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return [.. Enum.GetValues<TaskState>().Select(state => new StateCount(state, counts.GetValueOrDefault(state)))];
    }

    // Tasks, not acts: what was returned twice is one task.
    private static Task<int> CountAsync(IQueryable<HistoryEntry> entries, CancellationToken cancellation) =>
        entries.Select(entry => entry.TaskId).Distinct().CountAsync(cancellation);

    private static async Task<IReadOnlyList<OverdueTask>> ListAsync(TrackerDb db, IQueryable<TaskInterval> overdue, DateOnly day, CancellationToken cancellation)
    {
        var rows = await overdue.OrderBy(interval => interval.DueOn).ThenBy(interval => interval.TaskId).Take(MostListed)
            .Select(interval => new { interval.TaskId, interval.Task!.Title, interval.Leads, interval.Responsible, interval.DueOn, interval.ClockStoppedOn })
            .ToListAsync(cancellation);
        var ids = rows.SelectMany(row => row.Leads.Concat(row.Responsible)).Distinct().ToList();
        var names = await db.Departments.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
        return [.. rows.Select(row => new OverdueTask(
            row.TaskId, row.Title, string.Join('、', (row.Leads.Length > 0 ? row.Leads : row.Responsible).Select(id => names[id])),
            row.DueOn!.Value, (row.ClockStoppedOn ?? day).DayNumber - row.DueOn.Value.DayNumber))];
    }
}
