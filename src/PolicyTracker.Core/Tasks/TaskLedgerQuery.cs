using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>One page of a list and how long the list is.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize)
{
    /// <summary>Otherwise there are more than <see cref="Total"/> says: they were not counted further.</summary>
    public bool IsTotalExact { get; init; } = true;
}

/// <summary>The tasks that a person may read, filtered, sorted and paged by the database.</summary>
public static class TaskLedgerQuery
{
    /// <summary>How far a list is counted where nobody asks for the exact total.</summary>
    public const int MostCounted = 10_000;

    /// <param name="counted">How far the list is counted, <see cref="MostCounted"/>; null: to its end.</param>
    /// <param name="total">Of the list, where the caller has counted it.</param>
    public static async Task<PageOf<TaskRow>> PageAsync(
        TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, CancellationToken cancellation = default, int? counted = null, int? total = null)
    {
        var thresholds = await ThresholdBook.OnAsync(db, filter.DayOf(today), cancellation);
        var matching = Matching(db, actor, filter, today, thresholds);
        var known = KnownTasks.On(db, filter.AsOf);
        var most = filter.ExactTotal == true ? null : counted;
        if (most is { } few && total is null && ComesInNoOrder(actor, filter) && (long)filter.Page * filter.PageSize <= few)
        {
            var first = await Ordered(matching, filter).Take(few + 1).Select(task => task.Id).ToListAsync(cancellation);
            var shown = first.Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).ToList();
            return await PageAsync(known, shown, filter, Math.Min(first.Count, few), thresholds, cancellation) with { IsTotalExact = first.Count <= few };
        }

        // First where the page stands, which an index tells, and then its rows: what is skipped is not read.
        var before = (filter.Page - 1) * filter.PageSize;
        var ids = await Ordered(First(known, matching, filter, before + filter.PageSize), filter).Skip(before).Take(filter.PageSize).Select(task => task.Id)
            .ToListAsync(cancellation);
        var kept = TaskCounts.Cover(actor, filter)
            ? () => TaskCounts.CountAsync(db, actor, filter, today, thresholds, cancellation)
            : (Func<Task<int>>?)null;
        var (all, isExact) = total is { } given ? (given, true) : await TotalAsync(matching, filter, ids.Count, most, kept, cancellation);
        return await PageAsync(known, ids, filter, all, thresholds, cancellation) with { IsTotalExact = isExact };
    }

    // What words lead to: all is found and sorted for any page, so that it is counted in the same reading. A leader's name is such words;
    // of everywhere his tasks are so many that any order soon comes upon a page of them, of one place they are few.
    private static bool ComesInNoOrder(Actor actor, TaskFilter filter) =>
        !string.IsNullOrWhiteSpace(filter.Q) || (!string.IsNullOrWhiteSpace(filter.Leader) && (filter.Jurisdiction is not null || !actor.ReadsAll));

    /// <summary>These tasks, as far as the person may read them, in the printed order.</summary>
    public static async Task<PageOf<TaskRow>> PageAsync(TrackerDb db, Actor actor, IReadOnlyList<long> ids, DateOnly today, CancellationToken cancellation = default)
    {
        var thresholds = await ThresholdBook.OnAsync(db, today, cancellation);
        var readable = await Ordered(db.Tasks.AsNoTracking().ReadableBy(actor).Where(task => ids.Contains(task.Id)), new TaskFilter())
            .Select(task => task.Id).ToListAsync(cancellation);
        return new PageOf<TaskRow>(await RowsAsync(KnownTasks.On(db, null), readable, thresholds, cancellation), readable.Count, 1, Math.Max(1, readable.Count));
    }

    /// <param name="ids">The page, found and counted by the caller.</param>
    internal static async Task<PageOf<TaskRow>> PageAsync(
        KnownTasks known, List<long> ids, TaskFilter filter, int total, ThresholdBook thresholds, CancellationToken cancellation) =>
        new(await RowsAsync(known, ids, thresholds, cancellation), total, filter.Page, filter.PageSize);

    private static async Task<IReadOnlyList<TaskRow>> RowsAsync(KnownTasks known, List<long> ids, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var rows = await known.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id)).SelectRows().AsSplitQuery().ToDictionaryAsync(row => row.Id, cancellation);
        if (known.AsOf is not null)
        {
            var units = await known.Responsibilities.Where(r => ids.Contains(r.TaskId)).UnitsAsync(cancellation);
            rows = rows.Values.ToDictionary(row => row.Id, row => row with { Responsibilities = [.. units[row.Id]] });
        }

        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id] with { Thresholds = thresholds.Of(rows[id].JurisdictionId) })];
    }

    private static async Task<(int Total, bool IsExact)> TotalAsync(
        IQueryable<PolicyTask> matching, TaskFilter filter, int shown, int? counted, Func<Task<int>>? kept, CancellationToken cancellation)
    {
        var before = (filter.Page - 1) * filter.PageSize;
        if (shown < filter.PageSize && (shown > 0 || before == 0))
        {
            return (before + shown, true);
        }

        if (kept is not null)
        {
            return (await kept(), true);
        }

        // A page behind the last one says how many there are.
        if (counted is not { } most || shown == 0)
        {
            return (await matching.CountAsync(cancellation), true);
        }

        return await MostAsync(matching, cancellation, most);
    }

    /// <summary>Counts not further than <paramref name="most"/>.</summary>
    internal static async Task<(int Total, bool IsExact)> MostAsync(IQueryable<PolicyTask> matching, CancellationToken cancellation, int most = MostCounted)
    {
        var total = await matching.Take(most + 1).CountAsync(cancellation);
        return (Math.Min(total, most), total <= most);
    }

    /// <summary>How many tasks a filter finds: the figure that links to the ledger with the same filter.</summary>
    public static async Task<int> CountAsync(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, CancellationToken cancellation = default) =>
        await Matching(db, actor, filter, today, await ThresholdBook.OnAsync(db, filter.DayOf(today), cancellation)).CountAsync(cancellation);

    /// <summary>The same, not further than <see cref="MostCounted"/> and one more.</summary>
    public static async Task<int> QuickCountAsync(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, CancellationToken cancellation = default) =>
        await Matching(db, actor, filter, today, await ThresholdBook.OnAsync(db, filter.DayOf(today), cancellation)).Take(MostCounted + 1).CountAsync(cancellation);

    /// <summary>Every figure that links to the ledger counts by this query.</summary>
    /// <param name="thresholds">Of the day of which the filter asks.</param>
    public static IQueryable<PolicyTask> Matching(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, ThresholdBook thresholds)
    {
        var known = KnownTasks.On(db, filter.AsOf);
        return Matching(known, known.ReadableBy(actor), filter, filter.DayOf(today), thresholds);
    }

    /// <param name="readable">The tasks that a person may read, or a part of them.</param>
    internal static IQueryable<PolicyTask> Matching(
        KnownTasks known, IQueryable<PolicyTask> readable, TaskFilter filter, DateOnly day, ThresholdBook thresholds)
    {
        var tasks = readable.AsNoTracking();
        if (filter.Jurisdiction is { } jurisdiction)
        {
            tasks = tasks.Within(known.Db, jurisdiction);
        }

        if (filter.Document is { } document)
        {
            tasks = known.OfDocuments(tasks, document);
        }

        tasks = WithDepartment(known, tasks, filter.Department, filter.Role);
        if (filter.States.Count > 0)
        {
            tasks = tasks.Where(task => filter.States.Contains(task.State));
        }

        if (filter.Light is { } light)
        {
            tasks = tasks.ShowingLight(light, day, thresholds);
        }

        if (filter.Waiting is { } waiting)
        {
            tasks = tasks.WaitingFor(waiting, filter.Department, day, known.History);
        }

        if (filter.Gap is { } gap)
        {
            tasks = tasks.ShowingGap(gap, day, thresholds);
        }

        if (filter.GapPoints is { } points)
        {
            tasks = tasks.BehindBy(points, day);
        }

        if (filter.Verification is { } verification)
        {
            tasks = tasks.Standing(verification);
        }

        tasks = Changed(known, tasks, filter.Changed, filter.Since);
        if (filter.DueFrom is { } from)
        {
            tasks = tasks.Where(task => task.DueOn >= from);
        }

        if (filter.DueTo is { } to)
        {
            tasks = tasks.Where(task => task.DueOn <= to);
        }

        return LedBy(known, tasks, filter.Leader).WithWords(known, filter.Q);
    }

    // The words lead to candidates by their index; whether the name holds them as they stand, the name itself says.
    private static IQueryable<PolicyTask> LedBy(KnownTasks known, IQueryable<PolicyTask> tasks, string? leader)
    {
        if (string.IsNullOrWhiteSpace(leader))
        {
            return tasks;
        }

        var name = Containing(leader.Trim());
        if (known.AsOf is null)
        {
            return tasks.Where(task => task.LeaderWords!.Matches(SearchFunctions.Query(leader)) && task.Leaders.Any(one => EF.Functions.ILike(one, name, Escape)));
        }

        var likely = known.MayBeLedBy(leader);
        return tasks.Where(task => likely.Contains(task.Id) && task.Leaders.Any(one => EF.Functions.ILike(one, name, Escape)));
    }

    private static IQueryable<PolicyTask> Within(this IQueryable<PolicyTask> tasks, TrackerDb db, int jurisdiction)
    {
        var places = db.Jurisdictions.Where(j => j.Path.StartsWith(db.Jurisdictions.Where(top => top.Id == jurisdiction).Select(top => top.Path).First())).Select(j => j.Id);
        return tasks.Where(task => places.Contains(task.JurisdictionId));
    }

    // A group's tasks are those of its members too. A union and not an "or": each part has its index.
    private static IQueryable<PolicyTask> WithDepartment(KnownTasks known, IQueryable<PolicyTask> tasks, int? department, Role? role)
    {
        var parts = role is { } part ? known.Responsibilities.Where(r => r.Role == part) : known.Responsibilities;
        if (department is not { } id)
        {
            return role is null ? tasks : tasks.Where(task => parts.Any(r => r.TaskId == task.Id));
        }

        var groups = known.GroupMembers.Where(member => member.MemberId == id).Select(member => (int?)member.GroupId);
        var found = parts.Where(r => r.DepartmentId == id).Select(r => r.TaskId)
            .Union(parts.Where(r => groups.Contains(r.DepartmentId)).Select(r => r.TaskId));
        return tasks.Where(task => found.Contains(task.Id));
    }

    private static IQueryable<PolicyTask> Changed(KnownTasks known, IQueryable<PolicyTask> tasks, TaskAct? act, DateOnly? since)
    {
        if (act is null && since is null)
        {
            return tasks;
        }

        var from = OfficeTime.StartOf(since ?? DateOnly.MinValue.AddDays(1));
        var changed = known.History.Where(entry => entry.At >= from && (act == null || entry.Act == act)).Select(entry => entry.TaskId);
        return tasks.Where(task => changed.Contains(task.Id));
    }

    private const string Escape = "\\";

    private static string Containing(string word) =>
        "%" + word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";

    // On a past day an index tells the place only of what is printed now as it was then: of that, no more is sorted with the rest
    // than can stand before the end of the page.
    private static IQueryable<PolicyTask> First(KnownTasks known, IQueryable<PolicyTask> matching, TaskFilter filter, int most)
    {
        if (known.AsOf is null || filter.Order is not (TaskOrder.Document or TaskOrder.Title))
        {
            return matching;
        }

        var others = known.Printings.Select(then => then.TaskId);
        var same = matching.Where(task => !others.Contains(task.Id)).Select(task => task.Id);
        var first = Ordered(known.Db.Tasks.Where(task => same.Contains(task.Id)), filter).Take(most).Select(task => task.Id)
            .Concat(matching.Where(task => others.Contains(task.Id)).Select(task => task.Id));
        return known.Tasks.Where(task => first.Contains(task.Id));
    }

    // Each of these orders has an index that ends in the id, so that a page is read and not sorted. Descending is the same index, backwards.
    internal static IOrderedQueryable<PolicyTask> Ordered(IQueryable<PolicyTask> tasks, TaskFilter filter) => (filter.Order, filter.Descending) switch
    {
        (TaskOrder.Due, false) => tasks.OrderBy(t => t.DueOn).ThenBy(t => t.Id),
        (TaskOrder.Due, true) => tasks.OrderByDescending(t => t.DueOrder).ThenByDescending(t => t.Id),
        (TaskOrder.Status, false) => tasks.OrderBy(t => t.StateOrder).ThenBy(t => t.Id),
        (TaskOrder.Status, true) => tasks.OrderByDescending(t => t.StateOrder).ThenByDescending(t => t.Id),
        (TaskOrder.Progress, false) => tasks.OrderBy(t => t.ProgressOrder).ThenBy(t => t.Id),
        (TaskOrder.Progress, true) => tasks.OrderByDescending(t => t.ProgressOrder).ThenByDescending(t => t.Id),
        (TaskOrder.Title, false) => tasks.OrderBy(t => t.TitleOrder).ThenBy(t => t.Id),
        (TaskOrder.Title, true) => tasks.OrderByDescending(t => t.TitleOrder).ThenByDescending(t => t.Id),
        (TaskOrder.Document, false) => tasks.OrderBy(t => t.DocumentOrder).ThenBy(t => t.Ordinal).ThenBy(t => t.Id),
        // The oldest document first, but each as it is printed. Tasks without one stay last.
        (TaskOrder.Document, true) => tasks.OrderBy(t => t.DocumentId).ThenBy(t => t.Ordinal).ThenBy(t => t.Id),
    };
}
