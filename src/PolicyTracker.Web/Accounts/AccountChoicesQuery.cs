using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Accounts;

/// <summary>What an account's form offers: jurisdictions to choose from, and names of departments as proposals.</summary>
public sealed record AccountChoices(IReadOnlyList<JurisdictionRow> Jurisdictions, IReadOnlyList<string> Departments)
{
    private const int MostProposals = 500;

    public static async Task<AccountChoices> ReadAsync(TrackerDb db, Actor actor, int? jurisdiction, CancellationToken cancellation)
    {
        var jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, cancellation);
        var departments = await db.Departments.ReadableBy(actor)
            .Where(d => d.Kind == DepartmentKind.Department && d.MergedIntoId == null && d.EndedOn == null && (jurisdiction == null || d.JurisdictionId == jurisdiction))
            .Select(d => d.Name).Distinct().OrderBy(name => name).Take(MostProposals)
            .ToListAsync(cancellation);
        return new AccountChoices(jurisdictions, departments);
    }
}
