using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>
/// Counted task by task, in one reading of them all, where no counters are kept: of a past day, and of what the own department has in
/// other jurisdictions.
/// </summary>
internal sealed class CockpitTally : CockpitCounts
{
    private readonly DateOnly day;
    private readonly IQueryable<HistoryEntry> history;
    private readonly DepartmentTally departments;
    private readonly Dictionary<TaskCell, int> cells = [];
    private readonly Dictionary<int, int> verifications = [];
    private readonly Dictionary<int, DocumentRow> documents = [];
    private readonly SortedSet<(DateOnly DueOn, long Id)> nearest = [];

    private CockpitTally(IQueryable<HistoryEntry> history, DateOnly day, ThresholdBook thresholds, DepartmentTally departments)
        : base(day, thresholds) => (this.history, this.day, this.departments) = (history, day, departments);

    public override IEnumerable<TaskCell> Cells => cells.Select(pair => pair.Key with { Tasks = pair.Value });

    /// <param name="readable">As they are now.</param>
    /// <param name="all">Whether these are all tasks.</param>
    public static async Task<CockpitTally> OfAsync(
        KnownTasks known, IQueryable<PolicyTask> readable, bool all, TaskFilter here, DateOnly day, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var tasks = TaskLedgerQuery.Matching(KnownTasks.On(known.Db, null), readable, here with { AsOf = null }, day, thresholds);
        // A task is known from its first act on: of a past day too an act need only be asked whose task it is.
        var history = all && here.Jurisdiction is null ? known.History : Of(tasks, known.History);
        var tally = new CockpitTally(history, day, thresholds, await DepartmentTally.OnAsync(known.Db, day, cancellation));
        await foreach (var task in StandingTask.On(known.Db, tasks, day).WithCancellation(cancellation))
        {
            tally.Add(task);
        }

        return tally;
    }

    public override Task<IReadOnlyList<DueTask>> NearestAsync(TaskFilter next, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DueTask>>([.. nearest.Select(task => new DueTask(task.DueOn, task.Id))]);

    public override Task<ILookup<TaskAct, long>> ActsAsync(DateTimeOffset since, CancellationToken cancellation) => ByActAsync(history, since, cancellation);

    public override Task<IReadOnlyDictionary<int, int>> ByVerificationAsync(CancellationToken cancellation) => Found(verifications);

    public override Task<IReadOnlyCollection<int>> DocumentsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyCollection<int>>(documents.Keys);

    public override Task<IReadOnlyDictionary<int, DocumentRow>> ByDocumentAsync(List<int> some, CancellationToken cancellation) => Found(documents);

    public override Task<IReadOnlyDictionary<int, int>> OpenByDepartmentAsync(CancellationToken cancellation) =>
        Found(departments.Rows.Where(row => row.Value.Open > 0).ToDictionary(row => row.Key, row => row.Value.Open));

    public override Task<IReadOnlyDictionary<int, int>> LateByDepartmentAsync(List<int>? some, CancellationToken cancellation) =>
        Found(departments.Rows.ToDictionary(row => row.Key, row => row.Value.Overdue));

    public override Task<IReadOnlyDictionary<int, int>> ReturnedByDepartmentAsync(List<int>? some, CancellationToken cancellation) =>
        Found(departments.Rows.ToDictionary(row => row.Key, row => row.Value.Returned));

    private void Add(StandingTask task)
    {
        var cell = new TaskCell(0, task.JurisdictionId, task.State, task.DueOn, task.Cycle, task.ClockStoppedOn, 1);
        cells[cell] = cells.GetValueOrDefault(cell) + 1;
        if (Verifications.Of(task.State, task.ClaimedPercent, task.VerifiedPercent) is { } standing)
        {
            verifications[(int)standing] = verifications.GetValueOrDefault((int)standing) + 1;
        }

        if (task.DocumentId is { } id)
        {
            var row = documents.GetValueOrDefault(id);
            documents[id] = new DocumentRow(row.All + 1, row.Completed + (task.State == TaskState.Completed ? 1 : 0), row.Late + (task.IsOverdueOn(day) ? 1 : 0));
        }

        departments.Add(task, isCompleted: false, task.IsReturned);
        AddNext(task);
    }

    private void AddNext(StandingTask task)
    {
        if (task.State.IsOpen() && task.DueOn is { } due && due >= day)
        {
            nearest.Add((due, task.Id));
            if (nearest.Count > CockpitQuery.NextRows)
            {
                nearest.Remove(nearest.Max);
            }
        }
    }

    private static Task<IReadOnlyDictionary<int, T>> Found<T>(Dictionary<int, T> counts) => Task.FromResult<IReadOnlyDictionary<int, T>>(counts);
}
