using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Departments that have something open, with what is late and what was returned. A group's tasks are those of its members too.</summary>
internal static class CockpitDepartments
{
    public static async Task<(IReadOnlyList<DepartmentFigures> Rows, int Total)> LoadAsync(
        TrackerDb db, Actor actor, CockpitCounts counts, CockpitFilter asked, CancellationToken cancellation)
    {
        var open = await counts.OpenByDepartmentAsync(cancellation);
        var ids = open.Keys.ToList();
        var own = actor.DepartmentId;
        var visible = db.Departments.AsNoTracking().Where(d => ids.Contains(d.Id) && (d.Jurisdiction!.Path.StartsWith(actor.JurisdictionPath) || d.Id == own));
        var inOrder = visible
            .OrderBy(d => d.JurisdictionId == Jurisdiction.PendingId).ThenBy(d => d.Jurisdiction!.Path).ThenBy(d => d.OrganRank).ThenBy(d => EF.Functions.Collate(d.Name, "zh-x-icu"))
            .Select(d => new { d.Id, d.Name, Jurisdiction = d.Jurisdiction!.Name });
        var byOrgans = asked.Order == CockpitOrder.Organs;
        var shown = await (byOrgans ? inOrder.Take(asked.MostRows) : inOrder).ToListAsync(cancellation);
        var figures = asked.Order switch
        {
            CockpitOrder.Organs => null,
            CockpitOrder.Open => open,
            CockpitOrder.Late => await counts.LateByDepartmentAsync(ids, cancellation),
            CockpitOrder.Returned => await counts.ReturnedByDepartmentAsync(ids, cancellation),
        };
        var sorted = figures is null ? shown : [.. shown.OrderByDescending(d => figures.GetValueOrDefault(d.Id))];
        // Of the few that are shown alone.
        var page = sorted.Take(asked.MostRows).ToList();
        var some = page.ConvertAll(d => d.Id);
        var (late, returned) = (await counts.LateByDepartmentAsync(some, cancellation), await counts.ReturnedByDepartmentAsync(some, cancellation));
        return ([.. page.Select(d => Row(d.Id, d.Name, d.Jurisdiction))], byOrgans ? await visible.CountAsync(cancellation) : shown.Count);

        DepartmentFigures Row(int id, string name, string jurisdiction)
        {
            var mine = new TaskFilter { Jurisdiction = asked.Jurisdiction, AsOf = asked.AsOf, Department = id };
            return new DepartmentFigures(
                id, name, jurisdiction,
                new Figure($"{name}在办", mine with { States = TaskStates.Open }, open.GetValueOrDefault(id)),
                new Figure($"{name}逾期", mine with { Light = TimeLight.Red }, late.GetValueOrDefault(id)),
                new Figure($"{name}被退回", mine with { Waiting = Waiting.Returned }, returned.GetValueOrDefault(id)));
        }
    }
}
