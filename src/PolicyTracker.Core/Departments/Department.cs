using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>单位: an organ of one jurisdiction, or a class of its organs (单位群组, 各县(市、区)人民政府).</summary>
public sealed class Department
{
    public int Id { get; init; }

    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    public required string Name { get; set; }

    public DepartmentKind Kind { get; set; }

    /// <summary>Place in the usual order of organs (机构序列); equal ranks follow by name.</summary>
    public int OrganRank { get; set; }

    /// <summary>上级单位 within the jurisdiction: that of a 二级局; null for most.</summary>
    public int? ParentId { get; set; }

    public Department? Parent { get; init; }

    /// <summary>合并: the one that it was found to be; this row keeps the name for the histories that bear it.</summary>
    public int? MergedIntoId { get; set; }

    public Department? MergedInto { get; init; }

    /// <summary>The day from which another follows upon it (机构改革); null while it stands.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>PostgreSQL's xmin: changes with every save, so that the second of two people is told.</summary>
    public uint Version { get; private set; }

    public List<DepartmentAlias> Aliases { get; init; } = [];

    /// <summary>Of a group that was expanded; empty for others.</summary>
    public List<GroupMember> Members { get; init; } = [];

    public bool Stands => MergedIntoId is null && EndedOn is null;

    public static Department Named(string printed, DepartmentKind kind, int jurisdictionId) => new()
    {
        JurisdictionId = jurisdictionId,
        Name = DepartmentName.Tidy(printed),
        Kind = kind,
        OrganRank = OrganOrder.RankOf(printed, kind),
        Aliases = [DepartmentAlias.For(printed, jurisdictionId)],
    };

    /// <summary>Every name under which it is found.</summary>
    public bool IsCalled(string name) => Aliases.Exists(alias => alias.Name == DepartmentName.Tidy(name));
}

public enum AliasKind
{
    /// <summary>写法: as a notice printed it.</summary>
    Spelling,

    /// <summary>简称.</summary>
    Short,

    /// <summary>曾用名.</summary>
    Former,
}

/// <summary>简称, 曾用名 or spelling variant under which a department is printed.</summary>
public sealed class DepartmentAlias
{
    public int Id { get; init; }

    public int DepartmentId { get; init; }

    public int JurisdictionId { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in the form in which names are compared; in a jurisdiction one key means one department.</summary>
    public required string Key { get; init; }

    public AliasKind Kind { get; set; }

    public static DepartmentAlias For(string printed, int jurisdictionId, AliasKind kind = AliasKind.Spelling) => new()
    {
        JurisdictionId = jurisdictionId,
        Name = DepartmentName.Tidy(printed),
        Key = DepartmentName.KeyOf(printed),
        Kind = kind,
    };
}

/// <summary>A department that belongs to a 单位群组: the group's tasks are its own.</summary>
public sealed class GroupMember
{
    public int GroupId { get; init; }

    public Department? Group { get; init; }

    public int MemberId { get; init; }

    public Department? Member { get; init; }

    /// <summary>Null: before the portal kept it. How it ends: <see cref="EarlierMembership"/>.</summary>
    public DateTimeOffset? Since { get; private set; }
}
