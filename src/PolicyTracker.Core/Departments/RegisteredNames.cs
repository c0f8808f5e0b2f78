using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>The names of one jurisdiction's departments, as they are looked up; those found new are known from then on.</summary>
internal sealed class RegisteredNames
{
    private readonly int jurisdictionId;
    private readonly List<Department> departments;
    private readonly Dictionary<string, Department> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameMatch> waiting = new(StringComparer.Ordinal);
    private readonly DepartmentProposals proposals;
    private readonly ILookup<int, int> followed;

    /// <param name="departments">With aliases, the oldest first: of two that share a name it is the one that is found.</param>
    /// <param name="followed">Of departments that ended those that took their tasks.</param>
    public RegisteredNames(int jurisdictionId, string place, IEnumerable<Department> departments, ILookup<int, int> followed)
    {
        this.followed = followed;
        this.jurisdictionId = jurisdictionId;
        proposals = new DepartmentProposals(place);
        this.departments = [.. departments];
        foreach (var (department, alias) in this.departments.SelectMany(d => d.Aliases, (d, alias) => (d, alias)))
        {
            Learn(department, alias.Name);
        }
    }

    public Department? Find(int id) => departments.Find(department => department.Id == id);

    public NameMatch Match(string printedName, DepartmentKind kind)
    {
        var key = DepartmentName.KeyOf(printedName);
        if (byKey.TryGetValue(key, out var named))
        {
            var standing = Standing(named);
            if (standing is not [var known])
            {
                return new(NameOutcome.Waits, jurisdictionId, null, [.. standing.Select(next => Following(named, next))]);
            }

            return new(known.Id == 0 ? NameOutcome.New : NameOutcome.Known, jurisdictionId, known, []);
        }

        if (waiting.TryGetValue(key, out var asked))
        {
            return asked;
        }

        // A class of organs is one by its words (各…): there is nothing to mistake it for.
        var near = kind == DepartmentKind.Group ? [] : Near(printedName);
        if (kind == DepartmentKind.Group || OrganNames.IsOrgan(DepartmentName.Tidy(printedName)) && !near.Any(proposal => proposal.IsLikely))
        {
            return new(NameOutcome.New, jurisdictionId, Make(printedName, kind), near);
        }

        return waiting[key] = new(NameOutcome.Waits, jurisdictionId, null, near);
    }

    /// <summary>Among those that stand; of one that has ended its successors.</summary>
    public IReadOnlyList<DepartmentProposal> Propose(string printedName) =>
        byKey.TryGetValue(DepartmentName.KeyOf(printedName), out var named)
            ? [.. Standing(named).Select(next => next == named ? new DepartmentProposal(named, named.Name, 100, "名录中已有这个名称。") : Following(named, next))]
            : Near(printedName);

    /// <summary>The department that stands and bears this name, or alone follows upon the one that did.</summary>
    public Department? Known(string printedName) =>
        byKey.TryGetValue(DepartmentName.KeyOf(printedName), out var named) && Standing(named) is [var known] ? known : null;

    /// <summary>A new department, known from now on, that nobody has saved.</summary>
    public Department Make(string printedName, DepartmentKind kind)
    {
        var made = Department.Named(printedName, kind, jurisdictionId);
        departments.Add(made);
        Learn(made, printedName);
        return made;
    }

    /// <summary>
    /// Another spelling of a known department is kept beside the first, so that its page shows every printed form. The name of one that
    /// it follows upon stays that one's.
    /// </summary>
    public void Remember(Department department, string printedName)
    {
        var (name, key) = (DepartmentName.Tidy(printedName), DepartmentName.KeyOf(printedName));
        if (byKey.TryGetValue(key, out var bearer) && bearer != department && bearer.Id > 0)
        {
            return;
        }

        if (!department.IsCalled(name))
        {
            department.Aliases.Add(DepartmentAlias.For(printedName, department.JurisdictionId));
            proposals.Add(department, name);
        }

        byKey[key] = department;
    }

    // Of one that has ended those that followed upon it.
    private List<DepartmentProposal> Near(string printedName) => [.. proposals.For(printedName)
        .SelectMany(near => Standing(near.Department).Select(next => next == near.Department
            ? near
            : near with { Department = next, Reason = $"{near.Reason}；{near.Department.Name}已经改组，职责划入{next.Name}。" }))
        .DistinctBy(near => near.Department)];

    // Whom a name means today: the department itself, or who took its tasks when it ended. None where nobody did.
    private List<Department> Standing(Department named) => named.EndedOn is null
        ? [named]
        : [.. followed[named.Id].Select(Find).OfType<Department>().SelectMany(Standing).Distinct()];

    private static DepartmentProposal Following(Department before, Department next) =>
        new(next, before.Name, 95, $"{before.Name}已经改组，职责划入{next.Name}。");

    private void Learn(Department department, string name)
    {
        byKey.TryAdd(DepartmentName.KeyOf(name), department);
        proposals.Add(department, name);
    }
}
