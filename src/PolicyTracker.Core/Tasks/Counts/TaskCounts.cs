using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Core.Tasks;

/// <summary>How many tasks a filter finds, off the kept counters: some thousand rows instead of a million tasks.</summary>
public static class TaskCounts
{
    private static readonly TaskState[] Timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    /// <summary>Whether the counters know the tasks that the person may read: by their jurisdiction, or because they are the own department's.</summary>
    public static bool Cover(Actor actor, int? department = null) =>
        actor.JurisdictionId == Jurisdiction.RootId || actor.ReadDepartmentIds.Count == 0 || (department is not null && department == actor.DepartmentId);

    /// <summary>Whether the counters can say how many tasks the filter finds.</summary>
    public static bool Cover(Actor actor, TaskFilter filter) =>
        Cover(actor, filter.Department)
        && filter is { AsOf: null, Role: null, Waiting: null, Gap: null, GapPoints: null, Verification: null, Changed: null, Since: null }
        && string.IsNullOrWhiteSpace(filter.Leader) && string.IsNullOrWhiteSpace(filter.Q)
        && (filter.Document is null || filter.Department is null)
        && ((filter.DueFrom is null && filter.DueTo is null) || (filter.States.Count > 0 && filter.States.All(state => state.IsOpen())));

    /// <summary>What <see cref="TaskLedgerQuery.CountAsync"/> counts; off the tasks where the counters do not cover the filter.</summary>
    public static async Task<int> CountAsync(
        TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, ThresholdBook thresholds, CancellationToken cancellation = default)
    {
        if (!Cover(actor, filter))
        {
            return await TaskLedgerQuery.Matching(db, actor, filter, today, thresholds).CountAsync(cancellation);
        }

        var counts = Matching(db, actor, filter, thresholds);
        if (filter.Light is not { } light)
        {
            return await counts.SumAsync(count => count.Tasks, cancellation);
        }

        return (await CellsAsync(counts, thresholds, cancellation)).Where(cell => cell.LightOn(today, thresholds) == light).Sum(cell => cell.Tasks);
    }

    /// <summary>
    /// How many tasks each filter finds. Those that only add states or a light to <paramref name="scope"/> are summed up together; those
    /// that the counters do not cover are counted up to <see cref="TaskLedgerQuery.MostCounted"/>.
    /// </summary>
    public static async Task<IReadOnlyList<(int Tasks, bool IsExact)>> CountAsync(
        TrackerDb db, Actor actor, TaskFilter scope, IReadOnlyList<TaskFilter> filters, DateOnly today, CancellationToken cancellation = default)
    {
        var thresholds = await ThresholdBook.OnAsync(db, today, cancellation);
        var cells = Cover(actor, scope) ? await CellsAsync(Matching(db, actor, scope with { Light = scope.Light ?? TimeLight.Red }, thresholds), thresholds, cancellation) : [];
        var counts = new List<(int, bool)>();
        foreach (var filter in filters)
        {
            counts.Add(Cover(actor, filter) && filter with { States = scope.States, Light = scope.Light } == scope
                ? (cells.Where(cell => (filter.States.Count == 0 || filter.States.Contains(cell.State)) && (filter.Light is null || filter.Light == cell.LightOn(today, thresholds))).Sum(cell => cell.Tasks), true)
                : await TaskLedgerQuery.MostAsync(TaskLedgerQuery.Matching(db, actor, filter, today, thresholds), cancellation));
        }

        return counts;
    }

    /// <summary>The counters of a filter that they cover, but for its light.</summary>
    private static IQueryable<TaskCount> Matching(TrackerDb db, Actor actor, TaskFilter filter, ThresholdBook thresholds)
    {
        var withoutDates = filter is { Light: null, DueFrom: null, DueTo: null };
        var (kind, subject) = (filter.Department, filter.Document) switch
        {
            ({ } department, _) => (withoutDates ? CountKind.Workload : CountKind.Department, (int?)department),
            (_, { } document) => (withoutDates ? CountKind.Contents : CountKind.Document, document),
            _ => (Places(actor, filter, thresholds), null),
        };
        var counts = Of(db, actor, filter, kind);
        counts = subject is { } id ? counts.Where(count => count.SubjectId == id) : counts;
        counts = filter.States.Count > 0 ? counts.Where(count => filter.States.Contains(count.State)) : counts;
        counts = filter.DueFrom is { } from ? counts.Where(count => count.DueOn >= from) : counts;
        return filter.DueTo is { } to ? counts.Where(count => count.DueOn <= to) : counts;
    }

    /// <summary>The counters of all tasks that the person may read in the filter's jurisdiction. Where some are judged by thresholds of their own, each place counts for itself.</summary>
    public static CountKind Places(Actor actor, TaskFilter filter, ThresholdBook thresholds) =>
        actor.JurisdictionId == Jurisdiction.RootId && filter.Jurisdiction is null && !thresholds.Deviating.Any() ? CountKind.Everywhere : CountKind.Jurisdiction;

    /// <summary>All counters of one kind for the tasks that the person may read in the filter's jurisdiction.</summary>
    public static IQueryable<TaskCount> Of(TrackerDb db, Actor actor, TaskFilter filter, CountKind kind)
    {
        var counts = db.TaskCounts.Where(count => count.Kind == kind);
        if (actor.JurisdictionId != Jurisdiction.RootId && (filter.Department is null || filter.Department != actor.DepartmentId))
        {
            counts = Within(counts, kind, db.Jurisdictions.Where(j => j.Path.StartsWith(actor.JurisdictionPath)).Select(j => j.Id));
        }

        if (filter.Jurisdiction is { } jurisdiction)
        {
            counts = Within(counts, kind, db.Jurisdictions.Where(j => j.Path.StartsWith(db.Jurisdictions.Where(top => top.Id == jurisdiction).Select(top => top.Path).First())).Select(j => j.Id));
        }

        return counts;
    }

    // The subject of a place's counters is the place, and the subject has the index.
    private static IQueryable<TaskCount> Within(IQueryable<TaskCount> counts, CountKind kind, IQueryable<int> places) => kind == CountKind.Jurisdiction
        ? counts.Where(count => places.Contains(count.SubjectId))
        : counts.Where(count => places.Contains(count.JurisdictionId));

    /// <summary>
    /// Those that are late: as the red light, for which thresholds do not matter and a recurring deadline is none. That the day has passed
    /// follows from the rule, and an index knows it.
    /// </summary>
    public static IQueryable<TaskCount> Late(this IQueryable<TaskCount> counts, DateOnly today) =>
        counts.Where(count => count.DueOn < today && Timed.Contains(count.State) && count.DueOn < (count.ClockStoppedOn ?? today));

    public static Task<Dictionary<int, int>> BySubjectAsync(this IQueryable<TaskCount> counts, CancellationToken cancellation) =>
        counts.GroupBy(count => count.SubjectId)
            .Select(group => new { group.Key, Tasks = group.Sum(count => count.Tasks) })
            .Where(group => group.Tasks != 0)
            .ToDictionaryAsync(group => group.Key, group => group.Tasks, cancellation);

    /// <summary>Puts together what the database has added row by row; nobody waits for it.</summary>
    public static Task FoldAsync(TrackerDb db, CancellationToken cancellation) => db.Database.ExecuteSqlAsync($"SELECT fold_task_counts()", cancellation);

    /// <summary>Summed up as far as lights, states and months need it.</summary>
    /// <param name="bySubject">Each subject for itself.</param>
    public static Task<List<TaskCell>> CellsAsync(IQueryable<TaskCount> counts, ThresholdBook thresholds, CancellationToken cancellation, bool bySubject = false)
    {
        var byPlace = thresholds.Deviating.Any();
        return counts
            .GroupBy(count => new { Subject = bySubject ? count.SubjectId : 0, Place = byPlace ? count.JurisdictionId : 0, count.State, count.DueOn, count.Cycle, count.ClockStoppedOn })
            .Select(group => new TaskCell(
                group.Key.Subject, group.Key.Place, group.Key.State, group.Key.DueOn, group.Key.Cycle, group.Key.ClockStoppedOn, group.Sum(count => count.Tasks)))
            .ToListAsync(cancellation);
    }
}
