using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>Finds jurisdictions and departments by their printed names and makes those that are new, within one open context.</summary>
public sealed class DepartmentRegister(TrackerDb db)
{
    // By number and code: a jurisdiction that is only proposed has no number yet.
    private readonly Dictionary<(int Jurisdiction, string? Code), RegisteredNames> names = [];
    private readonly Dictionary<(int Jurisdiction, string? Code, JurisdictionLevel Level), int> owners = [];

    /// <summary>The jurisdiction of the organ that issued a notice; 辖区待定 where no place is found.</summary>
    public async Task<Jurisdiction> JurisdictionOfAsync(string? issuer, CancellationToken cancellation)
    {
        var proposed = await ProposeJurisdictionAsync(issuer, cancellation);
        return proposed.Exists ? proposed.Jurisdiction : await PlacedAsync(Gazetteer.PlaceOf(issuer!)!, cancellation);
    }

    /// <summary>As <see cref="JurisdictionOfAsync"/>, writing nothing.</summary>
    public async Task<ProposedJurisdiction> ProposeJurisdictionAsync(string? issuer, CancellationToken cancellation)
    {
        var place = issuer is null || IsNational(issuer) ? null : Gazetteer.PlaceOf(issuer);
        if (place is null)
        {
            var id = issuer is not null && IsNational(issuer) ? Jurisdiction.RootId : Jurisdiction.PendingId;
            var found = await db.Jurisdictions.SingleAsync(j => j.Id == id, cancellation);
            return new(found.Name, true, found);
        }

        var words = string.Join(" › ", place.FromTheTop().Select(above => above.Name));
        if (await db.Jurisdictions.SingleOrDefaultAsync(j => j.Code == place.Code, cancellation) is { } known)
        {
            return new(words, true, known);
        }

        var codes = place.FromTheTop().Select(above => above.Code).ToList();
        var nearest = await db.Jurisdictions.Where(j => codes.Contains(j.Code!)).OrderByDescending(j => j.Path.Length).FirstOrDefaultAsync(cancellation)
            ?? await db.Jurisdictions.SingleAsync(j => j.Id == Jurisdiction.RootId, cancellation);
        return new(words, false, new Jurisdiction { ParentId = nearest.Id, Name = place.Name, Level = place.Level, Code = place.Code, Path = nearest.Path });
    }

    /// <summary>What a printed name is, writing nothing. A register that is asked for one name after the other takes each new one for known.</summary>
    /// <param name="issuing">The notice's jurisdiction, as <see cref="ProposeJurisdictionAsync"/> gave it.</param>
    public async Task<NameMatch> MatchAsync(string printedName, DepartmentKind kind, Jurisdiction issuing, CancellationToken cancellation)
    {
        var owner = await OwnerOfAsync(printedName, issuing, cancellation);
        var registered = await NamesAsync(owner, issuing, cancellation);
        return registered.Match(printedName, kind);
    }

    /// <summary>
    /// The department that a notice of <paramref name="issuing"/> prints, null while the name waits for a person. A new one is made, with
    /// its first alias, and saved with the context; a new spelling is remembered.
    /// </summary>
    /// <param name="decisions">What a person has decided, by printed name; where it says nothing, the names decide.</param>
    public async Task<Department?> FindOrAddAsync(
        string printedName, DepartmentKind kind, Jurisdiction issuing, CancellationToken cancellation, IReadOnlyDictionary<string, NameDecision>? decisions = null)
    {
        var owner = await OwnerOfAsync(printedName, issuing, cancellation);
        var registered = await NamesAsync(owner, issuing, cancellation);
        var match = registered.Match(printedName, kind);
        var department = decisions?.GetValueOrDefault(printedName) switch
        {
            null => match.Department,
            NameDecision.Use use => registered.Find(use.DepartmentId)
                ?? throw new RuleException($"“{printedName}”不能认作这个单位：它不存在，或者属于另一个辖区。"),
            NameDecision.MakeNew made => match.Department ?? registered.Make(printedName, made.Kind),
            NameDecision.Wait => match.Outcome == NameOutcome.Known ? match.Department : null,
            _ => throw new InvalidOperationException(),
        };
        if (department is not null)
        {
            registered.Remember(department, printedName);
            if (department.Id == 0 && db.Entry(department).State == EntityState.Detached)
            {
                db.Departments.Add(department);
            }
        }

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

        if (!owners.TryGetValue((issuing.Id, issuing.Code, level), out var id))
        {
            var above = await db.Jurisdictions.FirstOrDefaultAsync(j => j.Level == level && issuing.Path.StartsWith(j.Path), cancellation);
            id = above?.Id ?? issuing.Id;
            owners.Add((issuing.Id, issuing.Code, level), id);
        }

        return id;
    }

    private async Task<RegisteredNames> NamesAsync(int jurisdictionId, Jurisdiction issuing, CancellationToken cancellation)
    {
        var known = (jurisdictionId, jurisdictionId == 0 ? issuing.Code : null);
        if (!names.TryGetValue(known, out var registered))
        {
            var place = jurisdictionId == issuing.Id
                ? issuing.Name
                : await db.Jurisdictions.Where(j => j.Id == jurisdictionId).Select(j => j.Name).SingleAsync(cancellation);
            var departments = await db.Departments.Include(d => d.Aliases).Include(d => d.Members).AsSplitQuery()
                .Where(d => d.JurisdictionId == jurisdictionId).OrderBy(d => d.Id).ToListAsync(cancellation);
            registered = new RegisteredNames(jurisdictionId, place, departments);
            names.Add(known, registered);
        }

        return registered;
    }
}
