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
        var figures = asked.Order switch
        {
            CockpitOrder.Organs => null,
            CockpitOrder.Open => open,
            CockpitOrder.Late => await counts.LateByDepartmentAsync(null, cancellation),
            CockpitOrder.Returned => await counts.ReturnedByDepartmentAsync(null, cancellation),
        };
        var shown = figures is null ? null : await FirstAsync(visible, figures, asked.MostRows, cancellation);
        var inOrder = (shown is null ? visible : visible.Where(d => shown.Contains(d.Id)))
            .OrderBy(d => d.JurisdictionId == Jurisdiction.PendingId).ThenBy(d => d.Jurisdiction!.Path).ThenBy(d => d.OrganRank).ThenBy(d => EF.Functions.Collate(d.Name, "zh-x-icu"))
            .Select(d => new { d.Id, d.Name, Jurisdiction = d.Jurisdiction!.Name });
        var sorted = figures is null
            ? await inOrder.Take(asked.MostRows).ToListAsync(cancellation)
            : [.. (await inOrder.ToListAsync(cancellation)).OrderByDescending(d => figures.GetValueOrDefault(d.Id)).Take(asked.MostRows)];
        // Of the few that are shown alone.
        var some = sorted.ConvertAll(d => d.Id);
        var (late, returned) = (await counts.LateByDepartmentAsync(some, cancellation), await counts.ReturnedByDepartmentAsync(some, cancellation));
        return ([.. sorted.Select(d => Row(d.Id, d.Name, d.Jurisdiction))], await visible.CountAsync(cancellation));

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

    // Those with the highest figures, and all that have as much as the last of them: which of these come first the order of organs says.
    private static async Task<List<int>> FirstAsync(IQueryable<Department> visible, IReadOnlyDictionary<int, int> figures, int most, CancellationToken cancellation)
    {
        var ids = await visible.Select(d => d.Id).ToListAsync(cancellation);
        var least = ids.Select(id => figures.GetValueOrDefault(id)).OrderDescending().Take(most).LastOrDefault();
        return ids.FindAll(id => figures.GetValueOrDefault(id) >= least);
    }
}
