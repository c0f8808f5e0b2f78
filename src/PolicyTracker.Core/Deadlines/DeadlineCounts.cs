using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Deadlines;

/// <summary>So many open tasks of one light fall due on a day.</summary>
public sealed record DeadlineCount(DateOnly Day, TimeLight Light, int Tasks);

/// <summary>日历: open tasks by day and light. Counted by the ledger's own query, so that each figure leads to exactly its tasks.</summary>
public static class DeadlineCounts
{
    /// <param name="filter">With the first and last day; open tasks are meant, whatever it says of states and lights.</param>
    public static async Task<IReadOnlyList<DeadlineCount>> OfAsync(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, CancellationToken cancellation = default)
    {
        var thresholds = await ThresholdBook.OnAsync(db, filter.DayOf(today), cancellation);
        var counts = new List<DeadlineCount>();
        foreach (var light in Enum.GetValues<TimeLight>())
        {
            var days = await TaskLedgerQuery.Matching(db, actor, filter with { States = TaskStates.Open, Light = light }, today, thresholds)
                .GroupBy(task => task.DueOn)
                .Select(day => new { Day = day.Key, Tasks = day.Count() })
                .ToListAsync(cancellation);
            counts.AddRange(days.Select(day => new DeadlineCount(day.Day!.Value, light, day.Tasks)));
        }

        return counts;
    }
}
