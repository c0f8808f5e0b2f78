using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>A department that a printed name may mean.</summary>
/// <param name="Name">The one of its names that is so near.</param>
/// <param name="Score">To 100; from <see cref="DepartmentProposals.Likely"/> on it is probably a variant, and a person is asked.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record DepartmentProposal(Department Department, string Name, int Score, string Reason)
{
    public bool IsLikely => Score >= DepartmentProposals.Likely;
}

/// <summary>Which departments of a jurisdiction an unknown printed name may mean, with the reason. Knows no database.</summary>
/// <param name="place">The name of the jurisdiction, which a printed name may carry: 乐山市.</param>
public sealed class DepartmentProposals(string place)
{
    public const int Likely = 80;
    private const int Most = 5;

    private readonly List<(Department Department, string Name, OrganParts Parts)> known = [];

    public void Add(Department department, string name)
    {
        if (department.Kind == DepartmentKind.Department)
        {
            known.Add((department, name, OrganParts.Of(name, place)));
        }
    }

    /// <summary>Best first, each department once; none for a class of organs.</summary>
    public IReadOnlyList<DepartmentProposal> For(string printedName)
    {
        var printed = DepartmentName.Tidy(printedName);
        var parts = OrganParts.Of(printed, place);
        // Asked once, not for each known name.
        var isOfKnownWords = OrganNames.IsOfKnownWords(parts.Body);
        return
        [
            .. known.Select(near => (near.Department, near.Name, Why: NameLikeness.Of(printed, parts, near.Name, near.Parts, isOfKnownWords)))
                .Where(near => near.Why is not null)
                .Select(near => new DepartmentProposal(near.Department, near.Name, near.Why!.Score, near.Why.Reason))
                .OrderByDescending(proposal => proposal.Score).ThenBy(proposal => proposal.Name.Length).ThenBy(proposal => proposal.Name, StringComparer.Ordinal)
                .DistinctBy(proposal => proposal.Department)
                .Take(Most),
        ];
    }
}
