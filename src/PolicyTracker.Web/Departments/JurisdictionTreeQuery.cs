using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Departments;

/// <summary>A node of the tree with what belongs to it alone, not to those below.</summary>
/// <param name="Depth">0 for the highest that the person manages.</param>
public sealed record JurisdictionNode(int Id, string Name, JurisdictionLevel Level, string? Code, int Depth, int Departments, int Documents, int Tasks, int Accounts)
{
    public bool MayBeNamed => Id is not (Jurisdiction.RootId or Jurisdiction.PendingId);

    public bool MayHaveBelow => Level is not (JurisdictionLevel.County or JurisdictionLevel.Pending);
}

/// <summary>A document of 辖区待定.</summary>
public sealed record UnplacedDocument(int Id, string Title, int Tasks);

/// <summary>The tree of jurisdictions as its administrators see it.</summary>
public static class JurisdictionTreeQuery
{
    public static async Task<IReadOnlyList<JurisdictionNode>> AllAsync(TrackerDb db, Actor actor, CancellationToken cancellation)
    {
        var path = actor.JurisdictionPath;
        var found = await db.Jurisdictions.AsNoTracking()
            .Where(j => j.Path.StartsWith(path))
            .OrderBy(j => j.Id == Jurisdiction.PendingId).ThenBy(j => j.Path)
            .Select(j => new
            {
                j.Id,
                j.Name,
                j.Level,
                j.Code,
                j.Path,
                Departments = db.Departments.Count(d => d.JurisdictionId == j.Id && d.MergedIntoId == null),
                Documents = db.Documents.Count(d => d.JurisdictionId == j.Id),
                Tasks = db.Tasks.Count(t => t.JurisdictionId == j.Id),
                Accounts = db.Users.Count(a => a.JurisdictionId == j.Id),
            })
            .ToListAsync(cancellation);
        var top = found.Count == 0 ? 0 : found.Min(j => Levels(j.Path));
        return [.. found.Select(j => new JurisdictionNode(j.Id, j.Name, j.Level, j.Code, Levels(j.Path) - top, j.Departments, j.Documents, j.Tasks, j.Accounts))];
    }

    /// <summary>None for those who do not manage 辖区待定.</summary>
    public static async Task<IReadOnlyList<UnplacedDocument>> UnplacedAsync(TrackerDb db, Actor actor, CancellationToken cancellation)
    {
        var path = actor.JurisdictionPath;
        return await db.Documents.AsNoTracking()
            .Where(d => d.JurisdictionId == Jurisdiction.PendingId && d.Jurisdiction!.Path.StartsWith(path))
            .OrderByDescending(d => d.Id)
            .Select(d => new UnplacedDocument(d.Id, d.Title, d.Tasks.Count))
            .ToListAsync(cancellation);
    }

    private static int Levels(string path) => path.Count(c => c == '/');
}
