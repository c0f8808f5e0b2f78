using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>Asks the register about a draft's issuer and names, writing nothing.</summary>
internal sealed class NameStandings(TrackerDb db, DepartmentRegister register)
{
    public async Task<PlaceStanding> PlaceAsync(DraftDocument document, CancellationToken cancellation)
    {
        if (document.JurisdictionId is { } chosen)
        {
            var place = await db.Jurisdictions.SingleAsync(j => j.Id == chosen, cancellation);
            return new PlaceStanding(place.Id, place.Path, place.Name, Exists: true);
        }

        var proposed = await register.ProposeJurisdictionAsync(document.Issuer, cancellation);
        return new PlaceStanding(proposed.Jurisdiction.Id, proposed.Jurisdiction.Path, proposed.Place, proposed.Exists);
    }

    public async Task<IReadOnlyDictionary<string, NameStanding>> OfAsync(DraftDocument document, PlaceStanding place, CancellationToken cancellation)
    {
        var issuing = place.Exists
            ? await db.Jurisdictions.SingleAsync(j => j.Id == place.Id, cancellation)
            : (await register.ProposeJurisdictionAsync(document.Issuer, cancellation)).Jurisdiction;
        var found = new Dictionary<string, NameStanding>(StringComparer.Ordinal);
        foreach (var unit in document.Tasks.SelectMany(task => task.Units))
        {
            if (!found.ContainsKey(unit.Name))
            {
                found.Add(unit.Name, Of(unit.Name, await register.MatchAsync(unit.Name, unit.Kind, issuing, cancellation)));
            }
        }

        return found;
    }

    private static NameStanding Of(string printed, NameMatch match) => new(
        match.Outcome switch { NameOutcome.Known => NameFate.Known, NameOutcome.New => NameFate.New, NameOutcome.Waits => NameFate.Waits },
        match.JurisdictionId, Saved(match.Department), match.Department?.Name ?? DepartmentName.Tidy(printed),
        [.. match.Proposals.Select(near => new NameProposal(Saved(near.Department), near.Name, near.Reason))]);

    private static int? Saved(Department? department) => department?.Id is > 0 and var id ? id : null;
}
