using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

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

        var there = await EarlierNotices.OfAsync(db, document, place.Id, lines, cancellation);
        return new DocumentStanding(
            asked, place, known, there.Version, there.Annulled, await LikelyDuplicates.OfAsync(db, document, place, there.Version?.Id, cancellation));
    }
}
