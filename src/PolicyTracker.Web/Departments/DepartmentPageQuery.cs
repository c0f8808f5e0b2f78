using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Departments;

/// <param name="Groups">Those that contain it: their tasks are its own.</param>
public sealed record DepartmentView(
    int Id, string Name, DepartmentKind Kind, int JurisdictionId, string Jurisdiction, IReadOnlyList<int> Groups,
    IReadOnlyList<DepartmentFigure> Standing, IReadOnlyList<DepartmentFigure> Parts, PageOf<TaskRow> Urgent);

/// <summary>A count and the address of the ledger that shows exactly these tasks.</summary>
public sealed record DepartmentFigure(string Word, int Count, string Href);

/// <summary>A department with its figures and its open tasks, those due first at the top.</summary>
public static class DepartmentPageQuery
{
    public const int Shown = 20;

    /// <summary>Null when there is no such department or the person may not read it.</summary>
    /// <param name="asOf">查看日期; null: now.</param>
    public static async Task<DepartmentView?> FindAsync(TrackerDb db, Actor actor, int id, DateOnly? asOf, DateOnly today, CancellationToken cancellation)
    {
        var found = await db.Departments.AsNoTracking().ReadableBy(actor)
            .Where(d => d.Id == id)
            .Select(d => new { d.Name, d.Kind, d.JurisdictionId, Jurisdiction = d.Jurisdiction!.Name, Groups = db.GroupMembers.Where(m => m.MemberId == d.Id).Select(m => m.GroupId).ToList() })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var mine = new TaskFilter { Department = id, AsOf = asOf };
        var open = mine with { States = TaskStates.Open, Order = TaskOrder.Due, PageSize = Shown };
        var urgent = await TaskLedgerQuery.PageAsync(db, actor, open, today, cancellation);
        return new DepartmentView(
            id, found.Name, found.Kind, found.JurisdictionId, found.Jurisdiction, found.Groups,
            [
                new("在办", urgent.Total, Address("&status=open")),
                await FigureAsync("临期", mine with { Light = TimeLight.Yellow }, "&light=Yellow"),
                await FigureAsync("逾期", mine with { Light = TimeLight.Red }, "&light=Red"),
                await FigureAsync("办结", mine with { States = [TaskState.Completed] }, "&status=Completed"),
                await FigureAsync("全部", mine, ""),
            ],
            [
                await FigureAsync("牵头", mine with { Role = Role.Lead }, "&role=Lead"),
                await FigureAsync("责任", mine with { Role = Role.Responsible }, "&role=Responsible"),
                await FigureAsync("配合", mine with { Role = Role.Support }, "&role=Support"),
            ],
            urgent);

        string Address(string more) => AsOfAddress.Of($"/tasks?department={id}{more}", asOf);

        async Task<DepartmentFigure> FigureAsync(string word, TaskFilter filter, string more) =>
            new(word, await TaskLedgerQuery.CountAsync(db, actor, filter, today, cancellation), Address(more));
    }
}
