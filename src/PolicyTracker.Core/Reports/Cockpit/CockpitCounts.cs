using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>What the figures of the cockpit are made from.</summary>
internal abstract class CockpitCounts(DateOnly today, ThresholdBook thresholds)
{
    protected abstract IEnumerable<TaskCell> Cells { get; }

    public ILookup<TaskState, int> States() => Cells.ToLookup(cell => cell.State, cell => cell.Tasks);

    public ILookup<TimeLight, int> Lights() => Cells.ToLookup(cell => cell.LightOn(today, thresholds), cell => cell.Tasks);

    /// <summary>Open tasks by the first day of the month in which they fall due.</summary>
    public IReadOnlyDictionary<DateOnly, int> ByMonth() => Cells
        .Where(cell => cell.DueOn is not null && cell.State.IsOpen())
        .GroupBy(cell => new DateOnly(cell.DueOn!.Value.Year, cell.DueOn.Value.Month, 1))
        .ToDictionary(month => month.Key, month => month.Sum(cell => cell.Tasks));

    /// <param name="next">The open tasks that are not due yet, the nearest first.</param>
    public abstract Task<PageOf<TaskRow>> NextAsync(TaskFilter next, CancellationToken cancellation);

    public abstract Task<IReadOnlyDictionary<int, int>> ByVerificationAsync(CancellationToken cancellation);

    /// <summary>Documents that have tasks.</summary>
    public abstract Task<IReadOnlyCollection<int>> DocumentsAsync(CancellationToken cancellation);

    /// <param name="some">Of the documents: few.</param>
    public abstract Task<IReadOnlyDictionary<int, DocumentRow>> ByDocumentAsync(List<int> some, CancellationToken cancellation);

    public abstract Task<IReadOnlyDictionary<int, int>> OpenByDepartmentAsync(CancellationToken cancellation);

    /// <param name="some">Of the departments: few; null: all.</param>
    public abstract Task<IReadOnlyDictionary<int, int>> LateByDepartmentAsync(List<int>? some, CancellationToken cancellation);

    public abstract Task<IReadOnlyDictionary<int, int>> ReturnedByDepartmentAsync(List<int>? some, CancellationToken cancellation);

    protected int NotYetDue() => Cells.Where(cell => cell.DueOn >= today && cell.State.IsOpen()).Sum(cell => cell.Tasks);
}

internal readonly record struct DocumentRow(int All, int Completed, int Late);
