using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Tasks;

/// <summary>单位办理情况: what one unit has done about a task. Of a group each member has its own.</summary>
public sealed class DepartmentStanding
{
    public long Id { get; init; }

    public long TaskId { get; init; }

    public int DepartmentId { get; init; }

    public Department? Department { get; init; }

    /// <summary>签收; null while the unit has not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    /// <summary>不予承接, waiting for the supervisor's answer; null when nothing waits.</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }

    public string? DeclineReason { get; private set; }

    /// <summary>The percent that the unit reported last.</summary>
    public int? ClaimedPercent { get; private set; }

    public DateOnly? ClaimedOn { get; private set; }

    /// <summary>Who acknowledges takes the work on: a decline that still waits falls away.</summary>
    internal void Acknowledge(ActBy by)
    {
        AnswerDecline();
        AcknowledgedAt ??= by.At;
        AcknowledgedBy ??= by.Person.Name;
    }

    internal void Decline(string reason, ActBy by) => (DeclinedAt, DeclineReason) = (by.At, reason);

    internal void AnswerDecline() => (DeclinedAt, DeclineReason) = (null, null);

    /// <summary>What a unit has done, for the one that follows upon it; where that has done something itself, its own counts.</summary>
    internal void Inherit(DepartmentStanding before)
    {
        (AcknowledgedAt, AcknowledgedBy) = AcknowledgedAt is null ? (before.AcknowledgedAt, before.AcknowledgedBy) : (AcknowledgedAt, AcknowledgedBy);
        (ClaimedPercent, ClaimedOn) = ClaimedOn is null || before.ClaimedOn > ClaimedOn ? (before.ClaimedPercent, before.ClaimedOn) : (ClaimedPercent, ClaimedOn);
        (DeclinedAt, DeclineReason) = DeclinedAt is null ? (before.DeclinedAt, before.DeclineReason) : (DeclinedAt, DeclineReason);
    }

    internal UnitsWork AsItStands() => new(DepartmentId, AcknowledgedAt, AcknowledgedBy, DeclinedAt, DeclineReason, ClaimedPercent, ClaimedOn);

    internal static DepartmentStanding Of(UnitsWork before)
    {
        var standing = new DepartmentStanding { DepartmentId = before.DepartmentId };
        standing.PutBack(before);
        return standing;
    }

    internal void PutBack(UnitsWork before)
    {
        (AcknowledgedAt, AcknowledgedBy) = (before.AcknowledgedAt, before.AcknowledgedBy);
        (DeclinedAt, DeclineReason) = (before.DeclinedAt, before.DeclineReason);
        (ClaimedPercent, ClaimedOn) = (before.ClaimedPercent, before.ClaimedOn);
    }

    internal void Claim(int percent, ActBy by) => (ClaimedPercent, ClaimedOn) = (percent, by.Today);
}
