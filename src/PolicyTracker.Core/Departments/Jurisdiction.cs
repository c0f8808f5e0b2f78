namespace PolicyTracker.Core.Departments;

/// <summary>辖区: a node of the tree 全国 › 四川省 › 乐山市 › 沙湾区.</summary>
public sealed class Jurisdiction
{
    /// <summary>全国, made by the first migration.</summary>
    public const int RootId = 1;

    /// <summary>辖区待定: where a notice goes whose organ is not printed or not known.</summary>
    public const int PendingId = 2;

    public int Id { get; init; }

    public int? ParentId { get; init; }

    public required string Name { get; set; }

    public JurisdictionLevel Level { get; init; }

    /// <summary>Code of GB/T 2260; null for 全国, 辖区待定 and what the standard does not list.</summary>
    public string? Code { get; init; }

    /// <summary>The ids from the root to this node, e.g. <c>/1/3/7/</c>: everything below starts with it.</summary>
    public string Path { get; set; } = "/";
}

public enum JurisdictionLevel
{
    Country,
    Province,
    City,
    County,
    Pending,
}
