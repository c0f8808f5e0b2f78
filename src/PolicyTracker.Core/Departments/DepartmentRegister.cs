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

    private List<AddedPlace>? byHand;

    /// <summary>The jurisdiction of the organ that issued a notice; 辖区待定 where no place is found.</summary>
    public async Task<Jurisdiction> JurisdictionOfAsync(string? issuer, CancellationToken cancellation)
    {
        var proposed = await ProposeJurisdictionAsync(issuer, cancellation);
        return proposed.Exists ? proposed.Jurisdiction : await PlacedAsync(Gazetteer.PlaceOf(issuer!)!, cancellation);
    }

    /// <summary>As <see cref="JurisdictionOfAsync"/>, writing nothing.</summary>
    public async Task<ProposedJurisdiction> ProposeJurisdictionAsync(string? issuer, CancellationToken cancellation)
    {
        if (issuer is not null && await AddedByHandAsync(issuer, cancellation) is { } added)
        {
            return new(added.Name, true, added);
        }

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

    // 开发区 and 新区 stand in no gazetteer: an administrator has added them, under a name of their own (乐山市高新区) or below a place (高新区).
    private async Task<Jurisdiction?> AddedByHandAsync(string issuer, CancellationToken cancellation)
    {
        byHand ??= await db.Jurisdictions.Where(j => j.Code == null && j.ParentId != null && j.Id != Jurisdiction.PendingId)
            .Join(db.Jurisdictions, j => j.ParentId, parent => (int?)parent.Id, (j, parent) => new AddedPlace(j, parent.Name)).ToListAsync(cancellation);
        return byHand
            .Where(added => issuer.StartsWith(added.Place.Name, StringComparison.Ordinal) || issuer.StartsWith(added.Parent + added.Place.Name, StringComparison.Ordinal))
            .MaxBy(added => added.Place.Name.Length)?.Place;
    }

    private sealed record AddedPlace(Jurisdiction Place, string Parent);

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
        var department = decisions?.GetValueOrDefault(printedName) switch
        {
            null => registered.Match(printedName, kind).Department,
            NameDecision.Use use => registered.Find(use.DepartmentId) is { Stands: true } chosen
                ? chosen
                : throw new RuleException($"“{printedName}”不能认作这个单位：它不存在、已经改组，或者属于另一个辖区。"),
            NameDecision.MakeNew made => registered.Known(printedName) ?? registered.Make(printedName, made.Kind),
            NameDecision.SameAs same => registered.Match(same.PrintedName, kind).Department ?? registered.Make(same.PrintedName, kind),
            NameDecision.Wait => registered.Known(printedName) is { Id: > 0 } known ? known : null,
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

    /// <summary>What an unknown printed name may mean, best first, among the departments that are stored.</summary>
    public async Task<IReadOnlyList<DepartmentProposal>> ProposeAsync(string printedName, Jurisdiction issuing, CancellationToken cancellation)
    {
        var owner = await OwnerOfAsync(printedName, issuing, cancellation);
        return (await NamesAsync(owner, issuing, cancellation)).Propose(printedName);
    }

    /// <summary>Whose organ a name printed in a notice of <paramref name="issuing"/> is.</summary>
    public async Task<Jurisdiction> OwnerAsync(string printedName, Jurisdiction issuing, CancellationToken cancellation)
    {
        var owner = await OwnerOfAsync(printedName, issuing, cancellation);
        return owner == issuing.Id ? issuing : await db.Jurisdictions.SingleAsync(j => j.Id == owner, cancellation);
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
                .Where(d => d.JurisdictionId == jurisdictionId && d.MergedIntoId == null).OrderBy(d => d.Id).ToListAsync(cancellation);
            var followed = await db.SuccessionParts.Where(p => p.Succession!.JurisdictionId == jurisdictionId && p.Succession.AppliedAt != null && p.TakesTasks)
                .OrderByDescending(p => p.TakesStaff).ThenBy(p => p.SuccessorId).ToListAsync(cancellation);
            registered = new RegisteredNames(jurisdictionId, place, departments, followed.ToLookup(p => p.PredecessorId, p => p.SuccessorId));
            names.Add(known, registered);
        }

        return registered;
    }
}
