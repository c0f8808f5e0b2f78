using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Tasks;

/// <summary>延期: asked for by a unit, granted or refused by the supervisor; the old date is kept.</summary>
public sealed class Extension
{
    public long Id { get; init; }

    public long TaskId { get; init; }

    public PolicyTask? Task { get; init; }

    public int DepartmentId { get; init; }

    public Department? Department { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public required string AskedBy { get; init; }

    /// <summary>The deadline when it was asked.</summary>
    public DateOnly OldDueOn { get; init; }

    public DateOnly NewDueOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>Null while nobody has decided.</summary>
    public bool? IsGranted { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public string? DecisionWords { get; private set; }

    internal void Decide(bool grant, string words, ActBy by) =>
        (IsGranted, DecidedAt, DecidedBy, DecisionWords) = (grant, by.At, by.Person.Name, words);
}
