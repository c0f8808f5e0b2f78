using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Departments;

/// <summary>A unit that a task can be given to: of its jurisdiction, of one above or of one below.</summary>
/// <param name="Shown">The name; with its jurisdiction where that is not the task's.</param>
/// <param name="Keys">Of all its names, in the form in which spellings are compared.</param>
public sealed record UnitName(int Id, string Shown, IReadOnlyList<string> Keys)
{
    /// <summary>Null when no unit, or more than one, bears this name.</summary>
    public static UnitName? Find(IReadOnlyList<UnitName> known, string typed)
    {
        var shown = typed.Trim();
        if (known.FirstOrDefault(unit => string.Equals(unit.Shown, shown, StringComparison.Ordinal)) is { } exact)
        {
            return exact;
        }

        var key = DepartmentName.KeyOf(shown);
        return known.Where(unit => unit.Keys.Contains(key, StringComparer.Ordinal)).Take(2).ToList() is [var only] ? only : null;
    }

    public static async Task<IReadOnlyList<UnitName>> ForAsync(TrackerDb db, int jurisdictionId, CancellationToken cancellation)
    {
        var path = await db.Jurisdictions.Where(place => place.Id == jurisdictionId).Select(place => place.Path).SingleAsync(cancellation);
        var found = await db.Departments
            .Where(unit => unit.MergedIntoId == null && unit.EndedOn == null && (unit.Jurisdiction!.Path.StartsWith(path) || path.StartsWith(unit.Jurisdiction.Path)))
            .OrderByDescending(unit => unit.JurisdictionId == jurisdictionId).ThenBy(unit => unit.OrganRank).ThenBy(unit => unit.Name)
            .Select(unit => new { unit.Id, unit.Name, unit.JurisdictionId, Place = unit.Jurisdiction!.Name, Keys = unit.Aliases.Select(alias => alias.Key).ToList() })
            .ToListAsync(cancellation);
        return [.. found.Select(unit => new UnitName(unit.Id, unit.JurisdictionId == jurisdictionId ? unit.Name : $"{unit.Name}（{unit.Place}）", unit.Keys))];
    }
}
