namespace PolicyTracker.Core.Departments;

/// <summary>机构改革: from a day on, departments follow upon departments; one to one, several to one, one to several.</summary>
public sealed class Succession
{
    public int Id { get; init; }

    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    public DateOnly TakesEffectOn { get; init; }

    /// <summary>依据: the decision or notice that orders it.</summary>
    public required string Words { get; init; }

    public required string DecidedBy { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>When the tasks followed; null while the day has not come.</summary>
    public DateTimeOffset? AppliedAt { get; set; }

    public List<SuccessionPart> Parts { get; init; } = [];
}

/// <summary>One department that ends and one that follows upon it.</summary>
public sealed class SuccessionPart
{
    public int SuccessionId { get; init; }

    public Succession? Succession { get; init; }

    public int PredecessorId { get; init; }

    public Department? Predecessor { get; init; }

    public int SuccessorId { get; init; }

    public Department? Successor { get; init; }

    /// <summary>The open tasks follow to it.</summary>
    public bool TakesTasks { get; init; }

    /// <summary>The accounts move to it; of one predecessor's parts exactly one.</summary>
    public bool TakesStaff { get; init; }
}
