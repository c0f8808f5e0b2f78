using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>A row of the 台账.</summary>
public sealed record TaskRow(
    long Id,
    string? Number,
    string Title,
    int DocumentId,
    string DocumentTitle,
    string? DocumentNumber,
    IReadOnlyList<string> Path,
    int FirstLine,
    string Jurisdiction,
    TaskState State,
    DateOnly? DueOn,
    string? DeadlineRaw,
    DeadlineKind? DeadlineKind,
    DateOnly? ClockStoppedOn,
    int? VerifiedPercent,
    uint Version,
    IReadOnlyList<ResponsibilityRow> Responsibilities)
{
    public LightSignal LightOn(DateOnly today) => LightSignal.Of(State, DueOn, DeadlineKind, ClockStoppedOn, today);
}

public sealed record ResponsibilityRow(int? DepartmentId, string Name, string PrintedName, Role Role, DepartmentKind? Kind, string? Note);

/// <summary>One page of a list and how long the list is.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize);

/// <summary>The tasks that a person may read, filtered, sorted and paged by the database.</summary>
public static class TaskLedgerQuery
{
    public static async Task<PageOf<TaskRow>> PageAsync(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today, CancellationToken cancellation = default)
    {
        var matching = Matching(db, actor, filter, today);
        var total = await matching.CountAsync(cancellation);
        var items = await Ordered(matching, filter)
            .Skip((filter.Page - 1) * filter.PageSize)
            .Take(filter.PageSize)
            .SelectRows()
            .AsSplitQuery()
            .ToListAsync(cancellation);
        return new PageOf<TaskRow>(items, total, filter.Page, filter.PageSize);
    }

    /// <summary>Every figure that links to the ledger counts by this query.</summary>
    public static IQueryable<PolicyTask> Matching(TrackerDb db, Actor actor, TaskFilter filter, DateOnly today)
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
            tasks = tasks.ShowingLight(light, today);
        }

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

        return WithWords(tasks, filter.Q);
    }

    /// <summary>Rows as the ledger, the page of a task and the API show them.</summary>
    public static IQueryable<TaskRow> SelectRows(this IQueryable<PolicyTask> tasks) =>
        tasks.Select(task => new TaskRow(
                task.Id, task.Number, task.Title, task.DocumentId, task.Document!.Title, task.Document.DocumentNumber, task.Path, task.FirstLine,
                task.Jurisdiction!.Name, task.State, task.DueOn, task.DeadlineRaw, task.DeadlineKind, task.ClockStoppedOn, task.VerifiedPercent, task.Version,
                task.Responsibilities.OrderBy(r => r.Position)
                    .Select(r => new ResponsibilityRow(
                        r.DepartmentId, r.Department == null ? r.PrintedName : r.Department.Name, r.PrintedName, r.Role,
                        r.Department == null ? null : r.Department.Kind, r.Note))
                    .ToList()));

    /// <summary>The same rule as <see cref="LightSignal.Of"/>, in SQL; a test holds the two together.</summary>
    public static IQueryable<PolicyTask> ShowingLight(this IQueryable<PolicyTask> tasks, TimeLight light, DateOnly today)
    {
        TaskState[] timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];
        return light switch
        {
            TimeLight.Red => tasks.Where(t => timed.Contains(t.State) && t.DueOn < (t.ClockStoppedOn ?? today)),
            TimeLight.Yellow => tasks.Where(t => timed.Contains(t.State)
                && t.DueOn >= (t.ClockStoppedOn ?? today) && t.DueOn <= (t.ClockStoppedOn ?? today).AddDays(LightSignal.DueSoonDays)),
            TimeLight.Green => tasks.Where(t => timed.Contains(t.State) && t.DueOn > (t.ClockStoppedOn ?? today).AddDays(LightSignal.DueSoonDays)),
            TimeLight.Grey => tasks.Where(t => !timed.Contains(t.State) || t.DueOn == null),
        };
    }

    private static IQueryable<PolicyTask> WithDepartment(IQueryable<PolicyTask> tasks, int? department, Role? role) => (department, role) switch
    {
        ({ } id, { } part) => tasks.Where(task => task.Responsibilities.Any(r => r.DepartmentId == id && r.Role == part)),
        ({ } id, null) => tasks.Where(task => task.Responsibilities.Any(r => r.DepartmentId == id)),
        (null, { } part) => tasks.Where(task => task.Responsibilities.Any(r => r.Role == part)),
        (null, null) => tasks,
    };

    private static IQueryable<PolicyTask> WithWords(IQueryable<PolicyTask> tasks, string? words)
    {
        foreach (var word in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = Containing(word);
            tasks = tasks.Where(task => EF.Functions.ILike(task.Title, pattern, Escape) || EF.Functions.ILike(task.Text, pattern, Escape)
                || EF.Functions.ILike(task.Document!.Title, pattern, Escape) || EF.Functions.ILike(task.Document.DocumentNumber!, pattern, Escape)
                || task.Responsibilities.Any(r => EF.Functions.ILike(r.PrintedName, pattern, Escape)));
        }

        return tasks;
    }

    private const string Escape = "\\";

    private static string Containing(string word) =>
        "%" + word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";

    private static IOrderedQueryable<PolicyTask> Ordered(IQueryable<PolicyTask> tasks, TaskFilter filter)
    {
        var ordered = (filter.Order, filter.Descending) switch
        {
            (TaskOrder.Due, false) => tasks.OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn),
            (TaskOrder.Due, true) => tasks.OrderBy(t => t.DueOn == null).ThenByDescending(t => t.DueOn),
            (TaskOrder.Status, false) => tasks.OrderBy(t => t.State == TaskState.Draft ? 0 : t.State == TaskState.Assigned ? 1 : t.State == TaskState.InProgress ? 2 : t.State == TaskState.InReview ? 3
                : t.State == TaskState.Completed ? 4 : t.State == TaskState.Suspended ? 5 : 6),
            (TaskOrder.Status, true) => tasks.OrderByDescending(t => t.State == TaskState.Draft ? 0 : t.State == TaskState.Assigned ? 1 : t.State == TaskState.InProgress ? 2 : t.State == TaskState.InReview ? 3
                : t.State == TaskState.Completed ? 4 : t.State == TaskState.Suspended ? 5 : 6),
            (TaskOrder.Progress, false) => tasks.OrderBy(t => t.VerifiedPercent ?? -1),
            (TaskOrder.Progress, true) => tasks.OrderByDescending(t => t.VerifiedPercent ?? -1),
            (TaskOrder.Title, false) => tasks.OrderBy(t => EF.Functions.Collate(t.Title, "zh-x-icu")),
            (TaskOrder.Title, true) => tasks.OrderByDescending(t => EF.Functions.Collate(t.Title, "zh-x-icu")),
            (TaskOrder.Document, false) => tasks.OrderByDescending(t => t.DocumentId),
            (TaskOrder.Document, true) => tasks.OrderBy(t => t.DocumentId),
        };
        return ordered.ThenBy(t => t.DocumentId).ThenBy(t => t.Ordinal);
    }
}
