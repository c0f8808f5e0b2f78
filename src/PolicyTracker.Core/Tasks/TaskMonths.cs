using Microsoft.EntityFrameworkCore;

namespace PolicyTracker.Core.Tasks;

/// <param name="Month">Months since year 0; null: without a deadline.</param>
internal sealed record MonthRow(int? Month, int Count, int Open, int Late, int Completed);

/// <summary>按期限的月份. The database puts together days, of which there are few; the months are put together here.</summary>
internal static class TaskMonths
{
    private static readonly TaskState[] Timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    /// <summary>The earliest month first.</summary>
    public static async Task<IReadOnlyList<MonthRow>> CountAsync(IQueryable<PolicyTask> tasks, bool isPast, DateOnly today, CancellationToken cancellation)
    {
        var days = isPast ? await WithClockAsync(tasks, cancellation) : await OffTheIndexAsync(tasks, cancellation);
        return [.. days
            .GroupBy(day => day.DueOn is { } due ? (due.Year * 12) + due.Month - 1 : (int?)null)
            .OrderBy(month => month.Key is null).ThenBy(month => month.Key)
            .Select(month => Sum(month.Key, [.. month], today))];
    }

    // An index holds state and deadline; not the clock, which stands still for few: these are counted once more and taken off.
    private static async Task<IReadOnlyList<Day>> OffTheIndexAsync(IQueryable<PolicyTask> tasks, CancellationToken cancellation)
    {
        var all = await tasks.GroupBy(task => new { task.State, task.DueOn })
            .Select(group => new Day(group.Key.State, group.Key.DueOn, null, group.Count())).ToListAsync(cancellation);
        var stopped = await WithClockAsync(tasks.Where(task => Timed.Contains(task.State) && task.ClockStoppedOn != null), cancellation);
        return [.. all, .. stopped, .. stopped.Select(day => day with { StoppedOn = null, Tasks = -day.Tasks })];
    }

    private static async Task<IReadOnlyList<Day>> WithClockAsync(IQueryable<PolicyTask> tasks, CancellationToken cancellation) =>
        await tasks.GroupBy(task => new { task.State, task.DueOn, task.ClockStoppedOn })
            .Select(group => new Day(group.Key.State, group.Key.DueOn, group.Key.ClockStoppedOn, group.Count())).ToListAsync(cancellation);

    // Late as the red light is: LightSignal.Of. A deadline that comes again is never red.
    private static MonthRow Sum(int? month, IReadOnlyList<Day> days, DateOnly today)
    {
        return new MonthRow(
            month, Of(_ => true), Of(day => day.State.IsOpen()),
            Of(day => Timed.Contains(day.State) && day.DueOn < (day.StoppedOn ?? today)), Of(day => day.State == TaskState.Completed));

        int Of(Func<Day, bool> which) => days.Where(which).Sum(day => day.Tasks);
    }

    /// <summary>So many tasks of which state, deadline and clock say the same.</summary>
    private sealed record Day(TaskState State, DateOnly? DueOn, DateOnly? StoppedOn, int Tasks);
}
