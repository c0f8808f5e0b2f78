using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>The figures of the cockpit off the kept counters.</summary>
internal sealed class CockpitCounts
{
    private readonly TrackerDb db;
    private readonly Actor actor;
    private readonly TaskFilter here;
    private readonly DateOnly today;
    private readonly ThresholdBook thresholds;
    private readonly IReadOnlyList<TaskCell> cells;

    private CockpitCounts(TrackerDb db, Actor actor, TaskFilter here, DateOnly today, ThresholdBook thresholds, IReadOnlyList<TaskCell> cells) =>
        (this.db, this.actor, this.here, this.today, this.thresholds, this.cells) = (db, actor, here, today, thresholds, cells);

    public static async Task<CockpitCounts> OfAsync(
        TrackerDb db, Actor actor, TaskFilter here, DateOnly today, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var counts = TaskCounts.Of(db, actor, here, TaskCounts.Places(actor, here, thresholds));
        return new(db, actor, here, today, thresholds, await TaskCounts.CellsAsync(counts, thresholds, cancellation));
    }

    public IReadOnlyList<Figure> States()
    {
        var counts = cells.ToLookup(cell => cell.State, cell => cell.Tasks);
        return [.. Enum.GetValues<TaskState>().Select(state => new Figure(state.Word(), here with { States = [state] }, counts[state].Sum()))];
    }

    public IReadOnlyList<Figure> Lights(IEnumerable<TimeLight> order, Func<TimeLight, string> word)
    {
        var counts = cells.ToLookup(cell => cell.LightOn(today, thresholds), cell => cell.Tasks);
        return [.. order.Select(light => new Figure(word(light), here with { Light = light }, counts[light].Sum()))];
    }

    /// <summary>Open tasks by the first day of the month in which they fall due.</summary>
    public IReadOnlyDictionary<DateOnly, int> ByMonth() => cells
        .Where(cell => cell.DueOn is not null && cell.State.IsOpen())
        .GroupBy(cell => new DateOnly(cell.DueOn!.Value.Year, cell.DueOn.Value.Month, 1))
        .ToDictionary(month => month.Key, month => month.Sum(cell => cell.Tasks));

    /// <summary>Open tasks that fall due on a day or later.</summary>
    public int OpenFrom(DateOnly day) => cells.Where(cell => cell.DueOn >= day && cell.State.IsOpen()).Sum(cell => cell.Tasks);

    public async Task<IReadOnlyList<Figure>> VerificationsAsync(CancellationToken cancellation)
    {
        var counts = await TaskCounts.Of(db, actor, here, CountKind.Verification).BySubjectAsync(cancellation);
        return [.. Enum.GetValues<Verification>().Select(standing =>
            new Figure(standing.Word(), here with { Verification = standing }, counts.GetValueOrDefault((int)standing)))];
    }

    public Task<Dictionary<int, int>> ByDocumentAsync(CancellationToken cancellation) => TaskCounts.Of(db, actor, here, CountKind.Contents).BySubjectAsync(cancellation);

    public Task<Dictionary<int, int>> OpenByDepartmentAsync(CancellationToken cancellation) =>
        TaskCounts.Of(db, actor, here, CountKind.Workload).Where(count => TaskStates.Open.Contains(count.State)).BySubjectAsync(cancellation);

    public Task<Dictionary<int, int>> LateByDepartmentAsync(List<int> departments, CancellationToken cancellation) =>
        TaskCounts.Of(db, actor, here, CountKind.Department).Where(count => departments.Contains(count.SubjectId)).Late(today).BySubjectAsync(cancellation);
}
