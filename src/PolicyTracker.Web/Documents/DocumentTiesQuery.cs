using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Documents;

/// <summary>A document that another one replaces or annuls, seen from one of the two.</summary>
/// <param name="IsLater">The other is the later one.</param>
/// <param name="Words">The printed words that say so; empty where the number does.</param>
public sealed record DocumentTie(int Id, string Title, string? DocumentNumber, DocumentRelationKind Kind, bool IsLater, string Words);

/// <param name="OpenTasks">Of the document itself.</param>
public sealed record DocumentTies(IReadOnlyList<DocumentTie> Ties, int SourceFileId, int OpenTasks)
{
    /// <summary>The later document that leaves this one's open tasks without ground; null where none does.</summary>
    public DocumentTie? EndedBy => Ties.FirstOrDefault(tie => tie.IsLater);
}

public static class DocumentTiesQuery
{
    /// <summary>Of a document that the person may read; a tie to one that they may not is left out.</summary>
    public static async Task<DocumentTies> OfAsync(TrackerDb db, Actor actor, int id, CancellationToken cancellation)
    {
        var readable = db.Documents.ReadableBy(actor);
        var ties = await db.DocumentRelations.AsNoTracking()
            .Where(r => r.LaterId == id || r.EarlierId == id)
            .Join(readable, r => r.LaterId == id ? r.EarlierId : r.LaterId, d => d.Id,
                (r, d) => new DocumentTie(d.Id, d.Title, d.DocumentNumber, r.Kind, r.EarlierId == id, r.Words))
            .ToListAsync(cancellation);
        var file = await db.Documents.Where(d => d.Id == id).Select(d => d.SourceFileId).SingleAsync(cancellation);
        return new DocumentTies(ties, file, await db.Tasks.CountAsync(task => task.DocumentId == id && TaskStates.Open.Contains(task.State), cancellation));
    }
}
