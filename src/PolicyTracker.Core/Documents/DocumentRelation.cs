namespace PolicyTracker.Core.Documents;

/// <summary>文件关系: what a later document does to an earlier one.</summary>
public sealed class DocumentRelation
{
    public int Id { get; init; }

    /// <summary>The later document.</summary>
    public int LaterId { get; init; }

    public PolicyDocument? Later { get; init; }

    public int EarlierId { get; init; }

    public PolicyDocument? Earlier { get; init; }

    public DocumentRelationKind Kind { get; init; }

    /// <summary>The printed words that say so; empty where the number does.</summary>
    public string Words { get; init; } = "";
}

public enum DocumentRelationKind
{
    /// <summary>新版本: the same number with another text.</summary>
    NewVersion,

    /// <summary>废止 or 停止执行.</summary>
    Annuls,
}
