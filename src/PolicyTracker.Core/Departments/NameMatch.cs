using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

public enum NameOutcome
{
    /// <summary>One of the register's names, or a spelling of it.</summary>
    Known,

    /// <summary>Built like an organ's name and like nothing that is known: a new department.</summary>
    New,

    /// <summary>No organ's name, or so near to a known one that a person is asked: it stays unmatched.</summary>
    Waits,
}

/// <summary>What the register makes of a printed name.</summary>
/// <param name="JurisdictionId">Whose organ the name says it is; 0 while that jurisdiction is only proposed.</param>
/// <param name="Department">Of a known name; of a new one as it would be made, without a number.</param>
public sealed record NameMatch(NameOutcome Outcome, int JurisdictionId, Department? Department, IReadOnlyList<DepartmentProposal> Proposals);

/// <summary>What a person has decided about a printed name.</summary>
public abstract record NameDecision
{
    private NameDecision()
    {
    }

    /// <summary>就是它: the name becomes an alias of this department.</summary>
    public sealed record Use(int DepartmentId) : NameDecision;

    /// <summary>登记为新单位.</summary>
    public sealed record MakeNew(DepartmentKind Kind = DepartmentKind.Department) : NameDecision;

    /// <summary>The same as another printed name of this notice, whose department may still be to be made.</summary>
    public sealed record SameAs(string PrintedName) : NameDecision;

    /// <summary>暂不认定: the name waits in the list.</summary>
    public sealed record Wait : NameDecision;
}

/// <summary>The jurisdiction that an issuing organ stands for, before anything is written.</summary>
/// <param name="Place">The names from the highest down: 四川省 › 乐山市; 辖区待定 where none was found.</param>
/// <param name="Exists">False: it is made with the import, once the administrator has agreed.</param>
/// <param name="Jurisdiction">Not yet saved, with the path of the nearest one above it, where it does not exist.</param>
public sealed record ProposedJurisdiction(string Place, bool Exists, Jurisdiction Jurisdiction);
