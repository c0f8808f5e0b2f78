using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Home;

/// <summary>A number that is a link to exactly the rows that it counts.</summary>
/// <param name="IsExact">Otherwise there are more than <see cref="Count"/>: they were not counted further.</param>
public sealed record HomeFigure(string Label, TaskFilter Filter, int Count, bool IsExact)
{
    public string Words => $"{Count.ToString("N0", CultureInfo.InvariantCulture)}{(IsExact ? "" : "+")}";
}

/// <summary>The figures of my department, or of my jurisdiction.</summary>
public sealed record HomeScope(string Name, IReadOnlyList<HomeFigure> Figures);

/// <summary>The first rows of something that waits; <see cref="PageOf{T}.Total"/> says how many there are.</summary>
public sealed record HomeList(string Title, string Nothing, TaskFilter Filter, PageOf<TaskRow> Rows);

/// <param name="Mine">What waits for me: as a member of a department, or as a supervisor; null for the others.</param>
public sealed record HomeView(HomeScope? Mine, HomeScope Jurisdiction, IReadOnlyList<HomeList> Lists);

/// <summary>What a person comes to the portal for: what is late and due, for the own department first.</summary>
public static class HomeQuery
{
    private const int RowsInList = 8;

    public static async Task<HomeView> LoadAsync(TrackerDb db, Actor actor, DateOnly today, CancellationToken cancellation = default)
    {
        // At the root every task is in the jurisdiction; the addresses are the shorter for it.
        var here = new TaskFilter { Jurisdiction = actor.JurisdictionId == Core.Departments.Jurisdiction.RootId ? null : actor.JurisdictionId };
        var mine = actor.DepartmentId is { } id ? new TaskFilter { Department = id } : null;
        var own = await MineAsync(db, actor, mine, here, today, cancellation);
        var ofAll = new HomeScope(await JurisdictionNameAsync(db, actor, cancellation), await CountAsync(db, actor, here, OfJurisdiction(here), today, cancellation));
        return new HomeView(own, ofAll, await ListsAsync(db, actor, mine, here, [.. own?.Figures ?? [], .. ofAll.Figures], today, cancellation));
    }

    private static async Task<HomeScope?> MineAsync(TrackerDb db, Actor actor, TaskFilter? mine, TaskFilter here, DateOnly today, CancellationToken cancellation) =>
        mine is not null ? new HomeScope(await DepartmentNameAsync(db, actor, cancellation), await CountAsync(db, actor, mine, OfDepartment(mine), today, cancellation))
        : actor.Is(AccountRole.Supervisor) ? new HomeScope("等我办理", await CountAsync(db, actor, here, OfSupervisor(here), today, cancellation))
        : null;

    private static (string, TaskFilter)[] OfDepartment(TaskFilter mine) =>
    [
        ("待签收", mine with { Waiting = Waiting.Acknowledge }),
        ("待填报", mine with { Waiting = Waiting.Report }),
        ("被退回", mine with { Waiting = Waiting.Returned }),
        ("逾期", mine with { Light = TimeLight.Red }),
        ("临期", mine with { Light = TimeLight.Yellow }),
        ("全部任务", mine),
    ];

    // What waits for the supervisor stands first, as far as there is any.
    private static (string, TaskFilter)[] OfSupervisor(TaskFilter here) =>
    [
        ("待交办", here with { States = [TaskState.Draft] }),
        ("待审核", here with { States = [TaskState.InReview] }),
        ("待批延期", here with { Waiting = Waiting.Extension }),
        ("待答复", here with { Waiting = Waiting.Decline }),
        ("待核实", here with { Waiting = Waiting.Verify }),
    ];

    private static (string, TaskFilter)[] OfJurisdiction(TaskFilter here) =>
    [
        ("逾期", here with { Light = TimeLight.Red }),
        ("临期", here with { Light = TimeLight.Yellow }),
        ("待交办", here with { States = [TaskState.Draft] }),
        ("未办结", here with { States = TaskStates.Open }),
        ("已办结", here with { States = [TaskState.Completed] }),
        ("全部任务", here),
    ];

    private static async Task<IReadOnlyList<HomeFigure>> CountAsync(
        TrackerDb db, Actor actor, TaskFilter scope, (string Label, TaskFilter Filter)[] asked, DateOnly today, CancellationToken cancellation)
    {
        var counts = await TaskCounts.CountAsync(db, actor, scope, [.. asked.Select(figure => figure.Filter)], today, cancellation);
        return [.. asked.Zip(counts, (figure, count) => new HomeFigure(figure.Label, figure.Filter, count.Tasks, count.IsExact))];
    }

    /// <param name="figures">Where one has a list's name, the first of them has counted it.</param>
    private static async Task<IReadOnlyList<HomeList>> ListsAsync(
        TrackerDb db, Actor actor, TaskFilter? mine, TaskFilter here, IReadOnlyList<HomeFigure> figures, DateOnly today, CancellationToken cancellation)
    {
        var scope = (mine ?? here) with { PageSize = RowsInList };
        var byDue = scope with { Order = TaskOrder.Due };
        List<(string Title, string Nothing, TaskFilter Filter)> asked =
        [
            .. mine is null ? Array.Empty<(string, string, TaskFilter)>() :
            [
                ("被退回", "没有被退回的任务。", byDue with { Waiting = Waiting.Returned }),
                ("待签收", "没有待签收的任务。", byDue with { Waiting = Waiting.Acknowledge }),
                ("待填报", "没有待填报的任务。", byDue with { Waiting = Waiting.Report }),
            ],
            .. !actor.Is(AccountRole.Supervisor) ? Array.Empty<(string, string, TaskFilter)>() :
            [
                ("待审核", "没有待审核的任务。", byDue with { States = [TaskState.InReview] }),
                ("待批延期", "没有待批的延期。", byDue with { Waiting = Waiting.Extension }),
                ("待答复", "没有待答复的不予承接。", byDue with { Waiting = Waiting.Decline }),
            ],
            ("逾期", "没有逾期的任务。", byDue with { Light = TimeLight.Red }),
            ("临期", "没有临期的任务。", byDue with { Light = TimeLight.Yellow }),
            .. mine is null ? [("待交办", "没有待交办的任务。", scope with { States = [TaskState.Draft] })] : Array.Empty<(string, string, TaskFilter)>(),
        ];
        var lists = new List<HomeList>();
        foreach (var (title, nothing, filter) in asked)
        {
            var figure = figures.FirstOrDefault(counted => counted.Label == title);
            var rows = await TaskLedgerQuery.PageAsync(db, actor, filter, today, cancellation, total: figure?.Count);
            // The link opens the ledger with its own page size.
            lists.Add(new(title, nothing, filter with { PageSize = new TaskFilter().PageSize }, rows with { IsTotalExact = figure?.IsExact ?? true }));
        }

        return lists;
    }

    private static Task<string> JurisdictionNameAsync(TrackerDb db, Actor actor, CancellationToken cancellation) =>
        db.Jurisdictions.Where(j => j.Id == actor.JurisdictionId).Select(j => j.Name).SingleAsync(cancellation);

    private static Task<string> DepartmentNameAsync(TrackerDb db, Actor actor, CancellationToken cancellation) =>
        db.Departments.Where(d => d.Id == actor.DepartmentId).Select(d => d.Jurisdiction!.Name + " " + d.Name).SingleAsync(cancellation);
}
