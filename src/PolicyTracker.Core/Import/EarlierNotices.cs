using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Import;

/// <summary>What is there already that a notice takes the place of.</summary>
/// <param name="Version">The latest document of the jurisdiction that bears its number: it is a new version of that.</param>
/// <param name="Annulled">Those that it says are at an end.</param>
internal sealed record EarlierNotices(EarlierDocument? Version, IReadOnlyList<AnnulledDocument> Annulled)
{
    public static async Task<EarlierNotices> OfAsync(
        TrackerDb db, DraftDocument document, int jurisdictionId, IReadOnlyList<string> lines, CancellationToken cancellation) =>
        new(await VersionAsync(db, document, jurisdictionId, cancellation), await AnnulledAsync(db, document, jurisdictionId, lines, cancellation));

    private static async Task<EarlierDocument?> VersionAsync(TrackerDb db, DraftDocument document, int jurisdictionId, CancellationToken cancellation)
    {
        if (document.DocNumber is not { } number)
        {
            return null;
        }

        return await db.Documents
            .Where(d => d.JurisdictionId == jurisdictionId && d.DocumentNumber == number
                && !db.DocumentRelations.Any(r => r.EarlierId == d.Id && r.Kind == DocumentRelationKind.NewVersion))
            .OrderByDescending(d => d.Id)
            .Select(d => new EarlierDocument(d.Id, d.Title, d.ImportedAt, d.Tasks.Count))
            .FirstOrDefaultAsync(cancellation);
    }

    private static async Task<List<AnnulledDocument>> AnnulledAsync(
        TrackerDb db, DraftDocument document, int jurisdictionId, IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var found = new List<AnnulledDocument>();
        foreach (var (title, number, line, words) in AnnulmentReader.Read(lines, document.FirstLine, document.LastLine))
        {
            var annulled = await db.Documents
                .Where(d => d.JurisdictionId == jurisdictionId && (number != null ? d.DocumentNumber == number : d.Title.EndsWith(title)))
                .Select(d => new AnnulledDocument(d.Id, d.Title, line, words, d.Tasks.Count(t => TaskStates.Open.Contains(t.State))))
                .ToListAsync(cancellation);
            found.AddRange(annulled.Where(a => found.TrueForAll(known => known.Id != a.Id)));
        }

        return found;
    }
}

/// <summary>A document that is there with the same number.</summary>
public sealed record EarlierDocument(int Id, string Title, DateTimeOffset ImportedAt, int Tasks);

/// <summary>An earlier document that a notice says is at an end.</summary>
/// <param name="Words">The printed sentence.</param>
public sealed record AnnulledDocument(int Id, string Title, int Line, string Words, int OpenTasks);
