using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>单位: an organ of one jurisdiction, or a class of its organs (单位群组, 各县(市、区)人民政府).</summary>
public sealed class Department
{
    public int Id { get; init; }

    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    public required string Name { get; set; }

    public DepartmentKind Kind { get; init; }

    /// <summary>Place in the usual order of organs (机构序列); equal ranks follow by name.</summary>
    public int OrganRank { get; init; }

    public List<DepartmentAlias> Aliases { get; init; } = [];

    /// <summary>Of a group that was expanded; empty for others.</summary>
    public List<GroupMember> Members { get; init; } = [];

    public static Department Named(string printed, DepartmentKind kind, int jurisdictionId) => new()
    {
        JurisdictionId = jurisdictionId,
        Name = DepartmentName.Tidy(printed),
        Kind = kind,
        OrganRank = OrganOrder.RankOf(printed, kind),
        Aliases = [DepartmentAlias.For(printed, jurisdictionId)],
    };
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

    public static DepartmentAlias For(string printed, int jurisdictionId) => new()
    {
        JurisdictionId = jurisdictionId,
        Name = DepartmentName.Tidy(printed),
        Key = DepartmentName.KeyOf(printed),
    };
}

/// <summary>A department that belongs to a 单位群组: the group's tasks are its own.</summary>
public sealed class GroupMember
{
    public int GroupId { get; init; }

    public Department? Group { get; init; }

    public int MemberId { get; init; }

    public Department? Member { get; init; }
}
