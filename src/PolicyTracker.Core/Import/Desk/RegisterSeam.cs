using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>Asks the register without writing.</summary>
internal sealed class RegisterSeam(TrackerDb db)
{
    public async Task<ProposedJurisdiction> ProposeJurisdictionAsync(string? issuer, CancellationToken cancellation)
    {
        var national = issuer is not null && (issuer.StartsWith("国务院", StringComparison.Ordinal) || issuer.StartsWith("中共中央", StringComparison.Ordinal));
        var place = issuer is null || national ? null : Gazetteer.PlaceOf(issuer);
        if (place is null)
        {
            var id = national ? Jurisdiction.RootId : Jurisdiction.PendingId;
            var found = await db.Jurisdictions.SingleAsync(j => j.Id == id, cancellation);
            return new(found.Name, true, found);
        }

        return await db.Jurisdictions.SingleOrDefaultAsync(j => j.Code == place.Code, cancellation) is { } known
            ? new(known.Name, true, known)
            : new(place.Name, false, new Jurisdiction { Name = place.Name, Level = place.Level, Code = place.Code, Path = "/1/" });
    }

    public async Task<NameMatch> MatchAsync(string printedName, DepartmentKind kind, Jurisdiction issuing, CancellationToken cancellation)
    {
        var key = DepartmentName.KeyOf(printedName);
        var known = await db.Departments.FirstOrDefaultAsync(d => d.JurisdictionId == issuing.Id && d.Aliases.Any(a => a.Key == key), cancellation);
        return known is not null ? new(NameOutcome.Known, known, [])
            : "局委办厅院会府区县市".Contains(printedName[^1], StringComparison.Ordinal) ? new(NameOutcome.New, Department.Named(printedName, kind, issuing.Id), [])
            : new(NameOutcome.Waits, null, []);
    }
}

internal enum NameOutcome
{
    Known,
    New,
    Waits,
}

internal sealed record NameMatch(NameOutcome Outcome, Department? Department, IReadOnlyList<DepartmentProposal> Proposals);

internal sealed record DepartmentProposal(Department Department, string Name, string Reason, bool IsLikely);

internal sealed record ProposedJurisdiction(string Place, bool Exists, Jurisdiction Jurisdiction);
