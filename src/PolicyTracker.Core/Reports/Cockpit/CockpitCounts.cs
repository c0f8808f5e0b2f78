using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>What the figures of the cockpit are made from.</summary>
internal abstract class CockpitCounts(DateOnly today, ThresholdBook thresholds)
{
    public abstract IEnumerable<TaskCell> Cells { get; }

    public ILookup<TaskState, int> States() => Cells.ToLookup(cell => cell.State, cell => cell.Tasks);

    public ILookup<TimeLight, int> Lights() => Cells.ToLookup(cell => cell.LightOn(today, thresholds), cell => cell.Tasks);

    /// <summary>Open tasks by the first day of the month in which they fall due.</summary>
    public IReadOnlyDictionary<DateOnly, int> ByMonth() => Cells
        .Where(cell => cell.DueOn is not null && cell.State.IsOpen())
        .GroupBy(cell => new DateOnly(cell.DueOn!.Value.Year, cell.DueOn.Value.Month, 1))
        .ToDictionary(month => month.Key, month => month.Sum(cell => cell.Tasks));

    public int NotYetDue() => Cells.Where(cell => cell.DueOn >= today && cell.State.IsOpen()).Sum(cell => cell.Tasks);

    /// <param name="next">The open tasks that are not due yet, the nearest first.</param>
    public abstract Task<IReadOnlyList<DueTask>> NearestAsync(TaskFilter next, CancellationToken cancellation);

    /// <summary>The tasks of each act that was done since, as often as it was done.</summary>
    public abstract Task<ILookup<TaskAct, long>> ActsAsync(DateTimeOffset since, CancellationToken cancellation);

    public abstract Task<IReadOnlyDictionary<int, int>> ByVerificationAsync(CancellationToken cancellation);

    /// <summary>Documents that have tasks.</summary>
    public abstract Task<IReadOnlyCollection<int>> DocumentsAsync(CancellationToken cancellation);

    /// <param name="some">Of the documents: few.</param>
    public abstract Task<IReadOnlyDictionary<int, DocumentRow>> ByDocumentAsync(List<int> some, CancellationToken cancellation);

    public abstract Task<IReadOnlyDictionary<int, int>> OpenByDepartmentAsync(CancellationToken cancellation);

    /// <param name="some">Of the departments: few; null: all.</param>
    public abstract Task<IReadOnlyDictionary<int, int>> LateByDepartmentAsync(List<int>? some, CancellationToken cancellation);

    public abstract Task<IReadOnlyDictionary<int, int>> ReturnedByDepartmentAsync(List<int>? some, CancellationToken cancellation);

    protected static IQueryable<HistoryEntry> Of(IQueryable<PolicyTask> tasks, IQueryable<HistoryEntry> history) =>
        history.Join(tasks, entry => entry.TaskId, task => task.Id, (entry, _) => entry);

    // A row for each act: to read one for each time takes longer than to find them.
    protected static async Task<ILookup<TaskAct, long>> ByActAsync(IQueryable<HistoryEntry> history, DateTimeOffset since, CancellationToken cancellation)
    {
        var acts = await history.Where(entry => entry.At >= since)
            .GroupBy(entry => entry.Act)
            .Select(act => new { act.Key, Tasks = EF.Functions.ArrayAgg(act.Select(entry => entry.TaskId)) })
            .ToListAsync(cancellation);
        return acts.SelectMany(act => act.Tasks, (act, task) => (act.Key, Task: task)).ToLookup(one => one.Key, one => one.Task);
    }
}

internal readonly record struct DocumentRow(int All, int Completed, int Late);

internal readonly record struct DueTask(DateOnly DueOn, long Id);
