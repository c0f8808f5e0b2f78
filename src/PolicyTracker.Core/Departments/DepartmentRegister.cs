using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>Finds jurisdictions and departments by their printed names and makes those that are new, within one open context.</summary>
public sealed class DepartmentRegister(TrackerDb db)
{
    private readonly Dictionary<int, Dictionary<string, Department>> byKey = [];
    private readonly Dictionary<(int Jurisdiction, JurisdictionLevel Level), int> owners = [];

    /// <summary>The jurisdiction of the organ that issued a notice; 辖区待定 where no place is found.</summary>
    public async Task<Jurisdiction> JurisdictionOfAsync(string? issuer, CancellationToken cancellation)
    {
        if (issuer is not null && IsNational(issuer))
        {
            return await db.Jurisdictions.SingleAsync(j => j.Id == Jurisdiction.RootId, cancellation);
        }

        var place = issuer is null ? null : Gazetteer.PlaceOf(issuer);
        return place is null
            ? await db.Jurisdictions.SingleAsync(j => j.Id == Jurisdiction.PendingId, cancellation)
            : await PlacedAsync(place, cancellation);
    }

    /// <summary>The department that a notice of <paramref name="issuing"/> prints; a new one is made, with its first alias, and saved with the context.</summary>
    public async Task<Department> FindOrAddAsync(string printedName, DepartmentKind kind, Jurisdiction issuing, CancellationToken cancellation)
    {
        var jurisdictionId = await OwnerOfAsync(printedName, issuing, cancellation);
        var known = await KnownAsync(jurisdictionId, cancellation);
        var key = DepartmentName.KeyOf(printedName);
        if (known.TryGetValue(key, out var department))
        {
            Remember(department, printedName);
            return department;
        }

        department = Department.Named(printedName, kind, jurisdictionId);
        db.Departments.Add(department);
        known.Add(key, department);
        return department;
    }

    private static bool IsNational(string issuer) =>
        issuer.StartsWith("国务院", StringComparison.Ordinal) || issuer.StartsWith("国家", StringComparison.Ordinal)
        || issuer.StartsWith("中共中央", StringComparison.Ordinal) || issuer.StartsWith("中华人民共和国", StringComparison.Ordinal);

    private async Task<Jurisdiction> PlacedAsync(Place place, CancellationToken cancellation)
    {
        if (await db.Jurisdictions.SingleOrDefaultAsync(j => j.Code == place.Code, cancellation) is { } known)
        {
            return known;
        }

        var parent = place.Parent is null
            ? await db.Jurisdictions.SingleAsync(j => j.Id == Jurisdiction.RootId, cancellation)
            : await PlacedAsync(place.Parent, cancellation);
        var made = new Jurisdiction { ParentId = parent.Id, Name = place.Name, Level = place.Level, Code = place.Code };
        db.Jurisdictions.Add(made);
        await db.SaveChangesAsync(cancellation);
        made.Path = $"{parent.Path}{made.Id}/";
        await db.SaveChangesAsync(cancellation);
        return made;
    }

    // 省发展改革委 in a city's notice is the province's organ; 市财政局 in a county's notice the city's, unless the county is itself
    // called 市 (县级市).
    private async Task<int> OwnerOfAsync(string printedName, Jurisdiction issuing, CancellationToken cancellation)
    {
        JurisdictionLevel? owner = printedName switch
        {
            ['省', ..] or ['自', '治', '区', ..] when issuing.Level is JurisdictionLevel.City or JurisdictionLevel.County => JurisdictionLevel.Province,
            ['市', ..] when issuing.Level is JurisdictionLevel.County && !issuing.Name.EndsWith('市') => JurisdictionLevel.City,
            _ => null,
        };
        if (owner is not { } level)
        {
            return issuing.Id;
        }

        if (!owners.TryGetValue((issuing.Id, level), out var id))
        {
            var above = await db.Jurisdictions.FirstOrDefaultAsync(j => j.Level == level && issuing.Path.StartsWith(j.Path), cancellation);
            id = above?.Id ?? issuing.Id;
            owners.Add((issuing.Id, level), id);
        }

        return id;
    }

    private async Task<Dictionary<string, Department>> KnownAsync(int jurisdictionId, CancellationToken cancellation)
    {
        if (!byKey.TryGetValue(jurisdictionId, out var known))
        {
            var departments = await db.Departments.Include(d => d.Aliases).Include(d => d.Members).AsSplitQuery().Where(d => d.JurisdictionId == jurisdictionId).ToListAsync(cancellation);
            known = new Dictionary<string, Department>(StringComparer.Ordinal);
            foreach (var (key, department) in departments.SelectMany(d => d.Aliases, (d, alias) => (alias.Key, d)))
            {
                known.TryAdd(key, department);
            }

            byKey.Add(jurisdictionId, known);
        }

        return known;
    }

    // Another spelling of a known department is kept beside the first, so that its page shows every printed form.
    private static void Remember(Department department, string printedName)
    {
        var name = DepartmentName.Tidy(printedName);
        if (department.Aliases.All(alias => alias.Name != name))
        {
            department.Aliases.Add(DepartmentAlias.For(printedName, department.JurisdictionId));
        }
    }
}
