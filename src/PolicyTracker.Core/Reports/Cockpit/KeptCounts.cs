using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Those of now, off the kept counters; what these do not know is asked of the few tasks that it is about.</summary>
internal sealed class KeptCounts : CockpitCounts
{
    private readonly KnownTasks known;
    private readonly Actor actor;
    private readonly TaskFilter here;
    private readonly DateOnly today;
    private readonly ThresholdBook thresholds;

    private KeptCounts(KnownTasks known, Actor actor, TaskFilter here, DateOnly today, ThresholdBook thresholds, IReadOnlyList<TaskCell> cells)
        : base(today, thresholds) =>
        (this.known, this.actor, this.here, this.today, this.thresholds, Cells) = (known, actor, here, today, thresholds, cells);

    public override IEnumerable<TaskCell> Cells { get; }

    private IQueryable<PolicyTask> Tasks => TaskLedgerQuery.Matching(known.Db, actor, here, today, thresholds);

    public static async Task<KeptCounts> OfAsync(
        KnownTasks known, Actor actor, TaskFilter here, DateOnly today, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var counts = TaskCounts.Of(known.Db, actor, here, TaskCounts.Places(actor, here, thresholds));
        return new(known, actor, here, today, thresholds, await TaskCounts.CellsAsync(counts, thresholds, cancellation));
    }

    public override async Task<IReadOnlyList<DueTask>> NearestAsync(TaskFilter next, CancellationToken cancellation) =>
        await TaskLedgerQuery.Ordered(TaskLedgerQuery.Matching(known.Db, actor, next, today, thresholds), next)
            .Take(next.PageSize).Select(task => new DueTask(task.DueOn!.Value, task.Id)).ToListAsync(cancellation);

    // Whoever reads all need not look which task an act belongs to.
    public override Task<ILookup<TaskAct, long>> ActsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        ByActAsync(actor.ReadsAll && here.Jurisdiction is null ? known.History : Of(Tasks, known.History), since, cancellation);

    public override async Task<IReadOnlyDictionary<int, int>> ByVerificationAsync(CancellationToken cancellation) =>
        await Of(CountKind.Verification).BySubjectAsync(cancellation);

    public override async Task<IReadOnlyCollection<int>> DocumentsAsync(CancellationToken cancellation) =>
        (await Of(CountKind.Contents).BySubjectAsync(cancellation)).Keys;

    public override async Task<IReadOnlyDictionary<int, DocumentRow>> ByDocumentAsync(List<int> some, CancellationToken cancellation)
    {
        var tasks = Tasks.Where(task => some.Contains(task.DocumentId!.Value));
        var late = await tasks.ShowingLight(TimeLight.Red, today, thresholds)
            .GroupBy(task => task.DocumentId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return await tasks.GroupBy(task => task.DocumentId!.Value)
            .Select(group => new { group.Key, All = group.Count(), Completed = group.Count(task => task.State == TaskState.Completed) })
            .ToDictionaryAsync(group => group.Key, group => new DocumentRow(group.All, group.Completed, late.GetValueOrDefault(group.Key)), cancellation);
    }

    public override async Task<IReadOnlyDictionary<int, int>> OpenByDepartmentAsync(CancellationToken cancellation) =>
        await Of(CountKind.Workload).Where(count => TaskStates.Open.Contains(count.State)).BySubjectAsync(cancellation);

    public override async Task<IReadOnlyDictionary<int, int>> LateByDepartmentAsync(List<int>? some, CancellationToken cancellation) =>
        await (some is null ? Of(CountKind.Department) : Of(CountKind.Department).Where(count => some.Contains(count.SubjectId))).Late(today).BySubjectAsync(cancellation);

    // A group's tasks are those of its members too.
    public override async Task<IReadOnlyDictionary<int, int>> ReturnedByDepartmentAsync(List<int>? some, CancellationToken cancellation)
    {
        // Few; that they once were returned is quickly said of them.
        var once = Tasks.Where(task => task.State == TaskState.InProgress && task.ReturnCount > 0);
        var units = known.Responsibilities.Join(once, r => r.TaskId, task => task.Id, (r, _) => r);
        var own = units.Where(r => r.DepartmentId != null).Select(r => new { DepartmentId = r.DepartmentId!.Value, r.TaskId });
        var throughGroups = known.GroupMembers
            .Join(units, member => (int?)member.GroupId, r => r.DepartmentId, (member, r) => new { DepartmentId = member.MemberId, r.TaskId });
        var parts = some is null ? own.Union(throughGroups)
            : own.Where(part => some.Contains(part.DepartmentId)).Union(throughGroups.Where(part => some.Contains(part.DepartmentId)));
        return await parts
            .Join(once.WaitingFor(Waiting.Returned, null, today, known.History), part => part.TaskId, task => task.Id, (part, _) => part.DepartmentId)
            .GroupBy(id => id)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }

    private IQueryable<TaskCount> Of(CountKind kind) => TaskCounts.Of(known.Db, actor, here, kind);
}
