using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Of two parts that have no task in common: the own jurisdiction, and what the own department has elsewhere.</summary>
internal sealed class CockpitSum(CockpitCounts here, CockpitCounts elsewhere, DateOnly today, ThresholdBook thresholds) : CockpitCounts(today, thresholds)
{
    public override IEnumerable<TaskCell> Cells => here.Cells.Concat(elsewhere.Cells);

    public override async Task<IReadOnlyList<DueTask>> NearestAsync(TaskFilter next, CancellationToken cancellation) =>
        [.. (await here.NearestAsync(next, cancellation)).Concat(await elsewhere.NearestAsync(next, cancellation))
            .OrderBy(task => task.DueOn).ThenBy(task => task.Id).Take(next.PageSize)];

    public override async Task<ILookup<TaskAct, long>> ActsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        (await here.ActsAsync(since, cancellation)).Concat(await elsewhere.ActsAsync(since, cancellation))
            .SelectMany(act => act, (act, task) => (act.Key, Task: task)).ToLookup(one => one.Key, one => one.Task);

    public override async Task<IReadOnlyDictionary<int, int>> ByVerificationAsync(CancellationToken cancellation) =>
        Sum(await here.ByVerificationAsync(cancellation), await elsewhere.ByVerificationAsync(cancellation));

    public override async Task<IReadOnlyCollection<int>> DocumentsAsync(CancellationToken cancellation) =>
        (await here.DocumentsAsync(cancellation)).Union(await elsewhere.DocumentsAsync(cancellation)).ToHashSet();

    public override async Task<IReadOnlyDictionary<int, DocumentRow>> ByDocumentAsync(List<int> some, CancellationToken cancellation) =>
        (await here.ByDocumentAsync(some, cancellation)).Concat(await elsewhere.ByDocumentAsync(some, cancellation))
            .GroupBy(row => row.Key, row => row.Value)
            .ToDictionary(document => document.Key, document => new DocumentRow(document.Sum(row => row.All), document.Sum(row => row.Completed), document.Sum(row => row.Late)));

    public override async Task<IReadOnlyDictionary<int, int>> OpenByDepartmentAsync(CancellationToken cancellation) =>
        Sum(await here.OpenByDepartmentAsync(cancellation), await elsewhere.OpenByDepartmentAsync(cancellation));

    public override async Task<IReadOnlyDictionary<int, int>> LateByDepartmentAsync(List<int>? some, CancellationToken cancellation) =>
        Sum(await here.LateByDepartmentAsync(some, cancellation), await elsewhere.LateByDepartmentAsync(some, cancellation));

    public override async Task<IReadOnlyDictionary<int, int>> ReturnedByDepartmentAsync(List<int>? some, CancellationToken cancellation) =>
        Sum(await here.ReturnedByDepartmentAsync(some, cancellation), await elsewhere.ReturnedByDepartmentAsync(some, cancellation));

    private static Dictionary<int, int> Sum(IReadOnlyDictionary<int, int> one, IReadOnlyDictionary<int, int> other) =>
        one.Concat(other).GroupBy(pair => pair.Key, pair => pair.Value).ToDictionary(pair => pair.Key, pair => pair.Sum());
}
