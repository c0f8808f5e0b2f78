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

    /// <param name="departments">With aliases, the oldest first: of two that share a name it is the one that is found.</param>
    public RegisteredNames(int jurisdictionId, string place, IEnumerable<Department> departments)
    {
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
        if (byKey.TryGetValue(key, out var known))
        {
            return new(known.Id == 0 ? NameOutcome.New : NameOutcome.Known, jurisdictionId, known, []);
        }

        if (waiting.TryGetValue(key, out var asked))
        {
            return asked;
        }

        // A class of organs is one by its words (各…): there is nothing to mistake it for.
        var near = kind == DepartmentKind.Group ? [] : proposals.For(printedName);
        if (kind == DepartmentKind.Group || OrganNames.IsOrgan(DepartmentName.Tidy(printedName)) && !near.Any(proposal => proposal.IsLikely))
        {
            return new(NameOutcome.New, jurisdictionId, Make(printedName, kind), near);
        }

        return waiting[key] = new(NameOutcome.Waits, jurisdictionId, null, near);
    }

    /// <summary>A new department, known from now on, that nobody has saved.</summary>
    public Department Make(string printedName, DepartmentKind kind)
    {
        var made = Department.Named(printedName, kind, jurisdictionId);
        departments.Add(made);
        Learn(made, printedName);
        return made;
    }

    /// <summary>Another spelling of a known department is kept beside the first, so that its page shows every printed form.</summary>
    public void Remember(Department department, string printedName)
    {
        var name = DepartmentName.Tidy(printedName);
        if (department.Aliases.All(alias => alias.Name != name))
        {
            department.Aliases.Add(DepartmentAlias.For(printedName, department.JurisdictionId));
        }

        if (!byKey.ContainsKey(DepartmentName.KeyOf(name)))
        {
            Learn(department, name);
        }
    }

    private void Learn(Department department, string name)
    {
        byKey.TryAdd(DepartmentName.KeyOf(name), department);
        proposals.Add(department, name);
    }
}
