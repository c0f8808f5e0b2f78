using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Departments;

/// <param name="Depth">0 for 全国, 1 for a province and so on.</param>
public sealed record JurisdictionRow(int Id, string Name, int Depth);

/// <summary>The jurisdictions that a person may read, each before those below it: what a list can be filtered by.</summary>
public static class JurisdictionListQuery
{
    public static async Task<IReadOnlyList<JurisdictionRow>> AllAsync(TrackerDb db, Actor actor, CancellationToken cancellation = default)
    {
        var path = actor.JurisdictionPath;
        var found = await db.Jurisdictions.AsNoTracking()
            .Where(j => j.Path.StartsWith(path))
            .OrderBy(j => j.Id == Jurisdiction.PendingId).ThenBy(j => j.Path)
            .Select(j => new { j.Id, j.Name, j.Path })
            .ToListAsync(cancellation);
        return [.. found.Select(j => new JurisdictionRow(j.Id, j.Name, j.Path.Count(c => c == '/') - 2))];
    }
}
