using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Home;

/// <summary>A number that is a link to exactly the rows that it counts.</summary>
public sealed record HomeFigure(string Label, TaskFilter Filter, int Count);

/// <summary>The figures of my department, or of my jurisdiction.</summary>
public sealed record HomeScope(string Name, IReadOnlyList<HomeFigure> Figures);

/// <summary>The first rows of something that waits; <see cref="PageOf{T}.Total"/> says how many there are.</summary>
public sealed record HomeList(string Title, string Nothing, TaskFilter Filter, PageOf<TaskRow> Rows);

/// <param name="Department">Null for those who belong to no department.</param>
public sealed record HomeView(HomeScope? Department, HomeScope Jurisdiction, IReadOnlyList<HomeList> Lists);

/// <summary>What a person comes to the portal for: what is late and due, for the own department first.</summary>
public static class HomeQuery
{
    private const int RowsInList = 8;

    public static async Task<HomeView> LoadAsync(TrackerDb db, Actor actor, DateOnly today, CancellationToken cancellation = default)
    {
        // At the root every task is in the jurisdiction; the addresses are the shorter for it.
        var here = new TaskFilter { Jurisdiction = actor.JurisdictionId == Core.Departments.Jurisdiction.RootId ? null : actor.JurisdictionId };
        var mine = actor.DepartmentId is { } id ? new TaskFilter { Department = id } : null;
        return new HomeView(
            mine is null ? null : new HomeScope(await DepartmentNameAsync(db, actor, cancellation), await CountAsync(db, actor, OfDepartment(mine), today, cancellation)),
            new HomeScope(await JurisdictionNameAsync(db, actor, cancellation), await CountAsync(db, actor, OfJurisdiction(here), today, cancellation)),
            await ListsAsync(db, actor, mine, here, today, cancellation));
    }

    private static (string, TaskFilter)[] OfDepartment(TaskFilter mine) =>
    [
        ("逾期", mine with { Light = TimeLight.Red }),
        ("临期", mine with { Light = TimeLight.Yellow }),
        ("待签收", mine with { States = [TaskState.Assigned] }),
        ("我单位牵头", mine with { Role = Parsing.Role.Lead }),
        ("已办结", mine with { States = [TaskState.Completed] }),
        ("全部任务", mine),
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
        TrackerDb db, Actor actor, (string Label, TaskFilter Filter)[] asked, DateOnly today, CancellationToken cancellation)
    {
        var figures = new List<HomeFigure>();
        foreach (var (label, filter) in asked)
        {
            figures.Add(new(label, filter, await TaskLedgerQuery.CountAsync(db, actor, filter, today, cancellation)));
        }

        return figures;
    }

    private static async Task<IReadOnlyList<HomeList>> ListsAsync(
        TrackerDb db, Actor actor, TaskFilter? mine, TaskFilter here, DateOnly today, CancellationToken cancellation)
    {
        var scope = (mine ?? here) with { PageSize = RowsInList };
        var byDue = scope with { Order = TaskOrder.Due };
        List<(string Title, string Nothing, TaskFilter Filter)> asked =
        [
            ("逾期", "没有逾期的任务。", byDue with { Light = TimeLight.Red }),
            ("临期", "没有临期的任务。", byDue with { Light = TimeLight.Yellow }),
            mine is null
                ? ("待交办", "没有待交办的任务。", scope with { States = [TaskState.Draft] })
                : ("待签收", "没有待签收的任务。", scope with { States = [TaskState.Assigned] }),
        ];
        var lists = new List<HomeList>();
        foreach (var (title, nothing, filter) in asked)
        {
            var rows = await TaskLedgerQuery.PageAsync(db, actor, filter, today, cancellation);
            // The link opens the ledger with its own page size.
            lists.Add(new(title, nothing, filter with { PageSize = new TaskFilter().PageSize }, rows));
        }

        return lists;
    }

    private static Task<string> JurisdictionNameAsync(TrackerDb db, Actor actor, CancellationToken cancellation) =>
        db.Jurisdictions.Where(j => j.Id == actor.JurisdictionId).Select(j => j.Name).SingleAsync(cancellation);

    private static Task<string> DepartmentNameAsync(TrackerDb db, Actor actor, CancellationToken cancellation) =>
        db.Departments.Where(d => d.Id == actor.DepartmentId).Select(d => d.Jurisdiction!.Name + " " + d.Name).SingleAsync(cancellation);
}
