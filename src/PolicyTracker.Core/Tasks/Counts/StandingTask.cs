using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>How a task stood at the end of a day, and whose it was.</summary>
public sealed record StandingTask(long Id, TaskState State, DateOnly? DueOn, DateOnly? ClockStoppedOn, int[] Leads, int[] Responsible, int[] Supports)
{
    private static readonly TaskState[] Timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    /// <summary>The rule of the red light; a task that recurs and has no day of its own is never behind its next one.</summary>
    public bool IsOverdueOn(DateOnly day) => Timed.Contains(State) && DueOn < (ClockStoppedOn ?? day);

    /// <summary>To be read one by one: there may be a million.</summary>
    /// <param name="tasks">Their numbers.</param>
    public static IAsyncEnumerable<StandingTask> On(TrackerDb db, IQueryable<long> tasks, DateOnly day) =>
        db.TaskIntervals.AsNoTracking().KnownOn(day)
            .Join(tasks, interval => interval.TaskId, id => id, (interval, _) => interval)
            .Select(interval => new StandingTask(
                interval.TaskId, interval.State, interval.DueOn, interval.ClockStoppedOn, interval.Leads, interval.Responsible, interval.Supports))
            .AsAsyncEnumerable();
}
