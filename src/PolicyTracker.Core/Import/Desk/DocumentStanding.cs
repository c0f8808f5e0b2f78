using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>What the portal knows of one document of a draft.</summary>
public sealed record DocumentStanding(
    DocumentQuestion Asked, PlaceStanding Place, IReadOnlyDictionary<string, NameStanding> Names, EarlierDocument? Earlier, IReadOnlyList<AnnulledDocument> Annulled,
    IReadOnlyList<LikelyDuplicate> Duplicates)
{
    internal static async Task<DocumentStanding> OfAsync(
        TrackerDb db, DepartmentRegister register, DraftDocument document, DocumentQuestion asked, IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var names = new NameStandings(db, register);
        var place = await names.PlaceAsync(document, cancellation);
        var known = await names.OfAsync(document, place, cancellation);
        if (!place.Exists)
        {
            return new DocumentStanding(asked, place, known, null, [], []);
        }

        var earlier = await EarlierAsync(db, document, place, cancellation);
        return new DocumentStanding(
            asked, place, known, earlier,
            await AnnulledAsync(db, document, place, lines, cancellation),
            await LikelyDuplicates.OfAsync(db, document, place, earlier?.Id, cancellation));
    }

    /// <summary>The latest document of the jurisdiction that bears the number.</summary>
    private static async Task<EarlierDocument?> EarlierAsync(TrackerDb db, DraftDocument document, PlaceStanding place, CancellationToken cancellation)
    {
        if (document.DocNumber is not { } number)
        {
            return null;
        }

        return await db.Documents
            .Where(d => d.JurisdictionId == place.Id && d.DocumentNumber == number
                && !db.DocumentRelations.Any(r => r.EarlierId == d.Id && r.Kind == DocumentRelationKind.NewVersion))
            .OrderByDescending(d => d.Id)
            .Select(d => new EarlierDocument(d.Id, d.Title, d.ImportedAt, d.Tasks.Count))
            .FirstOrDefaultAsync(cancellation);
    }

    private static async Task<List<AnnulledDocument>> AnnulledAsync(
        TrackerDb db, DraftDocument document, PlaceStanding place, IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var found = new List<AnnulledDocument>();
        foreach (var (title, number, line, words) in AnnulmentReader.Read(lines, document.FirstLine, document.LastLine))
        {
            var annulled = await db.Documents
                .Where(d => d.JurisdictionId == place.Id && (number != null ? d.DocumentNumber == number : d.Title.EndsWith(title)))
                .Select(d => new AnnulledDocument(d.Id, d.Title, line, words, d.Tasks.Count(t => TaskStates.Open.Contains(t.State))))
                .ToListAsync(cancellation);
            found.AddRange(annulled.Where(a => found.TrueForAll(known => known.Id != a.Id)));
        }

        return found;
    }
}

/// <summary>An earlier document that a notice says is at an end.</summary>
/// <param name="Words">The printed sentence.</param>
public sealed record AnnulledDocument(int Id, string Title, int Line, string Words, int OpenTasks);
