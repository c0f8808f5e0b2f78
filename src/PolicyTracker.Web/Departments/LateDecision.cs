using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Departments;

/// <summary>A decision about a printed name that can still be looked at and taken back.</summary>
public sealed record LateDecision(
    int Id, string PrintedName, int DepartmentId, string Department, bool MadeDepartment, string Jurisdiction, int Tasks, string DecidedBy, DateTimeOffset DecidedAt)
{
    private const int Shown = 5;

    public static async Task<IReadOnlyList<LateDecision>> ListAsync(TrackerDb db, Actor actor, CancellationToken cancellation)
    {
        var path = actor.JurisdictionPath;
        return await db.NameDecisions.AsNoTracking()
            .Where(decided => decided.UndoneAt == null && decided.DepartmentId != null)
            .Join(db.Jurisdictions, decided => decided.JurisdictionId, place => place.Id, (decided, place) => new { Decided = decided, Place = place })
            .Where(both => both.Place.Path.StartsWith(path))
            .OrderByDescending(both => both.Decided.Id)
            .Take(Shown)
            .Select(both => new LateDecision(
                both.Decided.Id, both.Decided.PrintedName, both.Decided.DepartmentId!.Value, both.Decided.Department!.Name, both.Decided.MadeDepartment, both.Place.Name,
                db.Responsibilities.Where(part => both.Decided.ResponsibilityIds.Contains(part.Id)).Select(part => part.TaskId).Distinct().Count(),
                both.Decided.DecidedBy, both.Decided.DecidedAt))
            .ToListAsync(cancellation);
    }
}
