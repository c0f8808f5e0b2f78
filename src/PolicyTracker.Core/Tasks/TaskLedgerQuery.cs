using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>One page of a list and how long the list is.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize);

/// <summary>The tasks that a person may read, filtered, sorted and paged by the database.</summary>
public static class TaskLedgerQuery
{
    public static async Task<PageOf<TaskRow>> PageAsync(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, CancellationToken cancellation = default)
    {
        var thresholds = await ThresholdBook.OnAsync(db, today, cancellation);
        var matching = Matching(db, actor, filter, today, thresholds);
        var total = await matching.CountAsync(cancellation);
        var items = await Ordered(matching, filter)
            .Skip((filter.Page - 1) * filter.PageSize)
            .Take(filter.PageSize)
            .SelectRows()
            .AsSplitQuery()
            .ToListAsync(cancellation);
        return new PageOf<TaskRow>([.. items.Select(row => row with { Thresholds = thresholds.Of(row.JurisdictionId) })], total, filter.Page, filter.PageSize);
    }

    /// <summary>These tasks, as far as the person may read them, in the printed order.</summary>
    public static async Task<PageOf<TaskRow>> PageAsync(TrackerDb db, Actor actor, IReadOnlyList<long> ids, DateOnly today, CancellationToken cancellation = default)
    {
        var thresholds = await ThresholdBook.OnAsync(db, today, cancellation);
        var items = await Ordered(db.Tasks.AsNoTracking().ReadableBy(actor).Where(task => ids.Contains(task.Id)), new TaskFilter())
            .SelectRows()
            .AsSplitQuery()
            .ToListAsync(cancellation);
        return new PageOf<TaskRow>([.. items.Select(row => row with { Thresholds = thresholds.Of(row.JurisdictionId) })], items.Count, 1, Math.Max(1, items.Count));
    }

    /// <summary>How many tasks a filter finds: the figure that links to the ledger with the same filter.</summary>
    public static async Task<int> CountAsync(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, CancellationToken cancellation = default) =>
        await Matching(db, actor, filter, today, await ThresholdBook.OnAsync(db, today, cancellation)).CountAsync(cancellation);

    /// <summary>Every figure that links to the ledger counts by this query.</summary>
    public static IQueryable<PolicyTask> Matching(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, ThresholdBook thresholds)
    {
        var tasks = db.Tasks.AsNoTracking().ReadableBy(actor);
        if (filter.Jurisdiction is { } jurisdiction)
        {
            tasks = tasks.Where(task => task.Jurisdiction!.Path.StartsWith(db.Jurisdictions.Where(j => j.Id == jurisdiction).Select(j => j.Path).First()));
        }

        if (filter.Document is { } document)
        {
            tasks = tasks.Where(task => task.DocumentId == document);
        }

        tasks = WithDepartment(tasks, filter.Department, filter.Role);
        if (filter.States.Count > 0)
        {
            tasks = tasks.Where(task => filter.States.Contains(task.State));
        }

        if (filter.Light is { } light)
        {
            tasks = tasks.ShowingLight(light, today, thresholds);
        }

        if (filter.Waiting is { } waiting)
        {
            tasks = tasks.WaitingFor(waiting, filter.Department, today);
        }

        if (filter.Gap is { } gap)
        {
            tasks = tasks.ShowingGap(gap, today, thresholds);
        }

        if (filter.GapPoints is { } points)
        {
            tasks = tasks.BehindBy(points, today);
        }

        if (filter.Verification is { } verification)
        {
            tasks = tasks.Standing(verification);
        }

        tasks = Changed(db, tasks, filter.Changed, filter.Since);
        if (filter.DueFrom is { } from)
        {
            tasks = tasks.Where(task => task.DueOn >= from);
        }

        if (filter.DueTo is { } to)
        {
            tasks = tasks.Where(task => task.DueOn <= to);
        }

        if (!string.IsNullOrWhiteSpace(filter.Leader))
        {
            var leader = Containing(filter.Leader.Trim());
            tasks = tasks.Where(task => task.Leaders.Any(name => EF.Functions.ILike(name, leader, Escape)));
        }

        return tasks.WithWords(db, filter.Q);
    }

    // A group's tasks are those of its members too.
    private static IQueryable<PolicyTask> WithDepartment(IQueryable<PolicyTask> tasks, int? department, Role? role) => (department, role) switch
    {
        ({ } id, { } part) => tasks.Where(task => task.Responsibilities.Any(r =>
            (r.DepartmentId == id || r.Department!.Members.Any(member => member.MemberId == id)) && r.Role == part)),
        ({ } id, null) => tasks.Where(task => task.Responsibilities.Any(r => r.DepartmentId == id || r.Department!.Members.Any(member => member.MemberId == id))),
        (null, { } part) => tasks.Where(task => task.Responsibilities.Any(r => r.Role == part)),
        (null, null) => tasks,
    };

    private static IQueryable<PolicyTask> Changed(TrackerDb db, IQueryable<PolicyTask> tasks, TaskAct? act, DateOnly? since)
    {
        if (act is null && since is null)
        {
            return tasks;
        }

        var from = OfficeTime.StartOf(since ?? DateOnly.MinValue.AddDays(1));
        var changed = db.History.Where(entry => entry.At >= from && (act == null || entry.Act == act)).Select(entry => entry.TaskId);
        return tasks.Where(task => changed.Contains(task.Id));
    }

    private const string Escape = "\\";

    private static string Containing(string word) =>
        "%" + word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";

    internal static IOrderedQueryable<PolicyTask> Ordered(IQueryable<PolicyTask> tasks, TaskFilter filter)
    {
        var ordered = (filter.Order, filter.Descending) switch
        {
            (TaskOrder.Due, false) => tasks.OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn),
            (TaskOrder.Due, true) => tasks.OrderBy(t => t.DueOn == null).ThenByDescending(t => t.DueOn),
            (TaskOrder.Status, false) => tasks.OrderBy(t => t.State == TaskState.Draft ? 0 : t.State == TaskState.Assigned ? 1 : t.State == TaskState.InProgress ? 2 : t.State == TaskState.InReview ? 3
                : t.State == TaskState.Completed ? 4 : t.State == TaskState.Suspended ? 5 : 6),
            (TaskOrder.Status, true) => tasks.OrderByDescending(t => t.State == TaskState.Draft ? 0 : t.State == TaskState.Assigned ? 1 : t.State == TaskState.InProgress ? 2 : t.State == TaskState.InReview ? 3
                : t.State == TaskState.Completed ? 4 : t.State == TaskState.Suspended ? 5 : 6),
            (TaskOrder.Progress, false) => tasks.OrderBy(t => t.VerifiedPercent ?? t.ClaimedPercent ?? -1),
            (TaskOrder.Progress, true) => tasks.OrderByDescending(t => t.VerifiedPercent ?? t.ClaimedPercent ?? -1),
            (TaskOrder.Title, false) => tasks.OrderBy(t => EF.Functions.Collate(t.Title, "zh-x-icu")),
            (TaskOrder.Title, true) => tasks.OrderByDescending(t => EF.Functions.Collate(t.Title, "zh-x-icu")),
            (TaskOrder.Document, false) => tasks.OrderBy(t => t.DocumentId == null).ThenByDescending(t => t.DocumentId),
            (TaskOrder.Document, true) => tasks.OrderBy(t => t.DocumentId == null).ThenBy(t => t.DocumentId),
        };
        return ordered.ThenBy(t => t.DocumentId).ThenBy(t => t.Ordinal).ThenBy(t => t.Id);
    }
}
