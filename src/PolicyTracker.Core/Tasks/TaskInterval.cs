using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>
/// What the portal knew of a task from one moment until another: a new row with every act that changes any of it, written in
/// the same save. The row without an end is the present one and equals the task.
/// </summary>
public sealed class TaskInterval
{
    public long Id { get; init; }

    public long TaskId { get; init; }

    public PolicyTask? Task { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset FromAt { get; init; }

    /// <summary>Exclusive; null while it holds.</summary>
    public DateTimeOffset? UntilAt { get; private set; }

    public TaskState State { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? ClockStoppedOn { get; init; }

    public int? ClaimedPercent { get; init; }

    public int? VerifiedPercent { get; init; }

    public Judgement? Judgement { get; init; }

    /// <summary>Departments by their part, in the order of the task's list.</summary>
    public int[] Leads { get; init; } = [];

    public int[] Responsible { get; init; } = [];

    public int[] Supports { get; init; } = [];

    public static TaskInterval Of(PolicyTask task, DateTimeOffset from) => new()
    {
        FromAt = from,
        State = task.State,
        DueOn = task.DueOn,
        ClockStoppedOn = task.ClockStoppedOn,
        ClaimedPercent = task.ClaimedPercent,
        VerifiedPercent = task.VerifiedPercent,
        Judgement = task.Judgement,
        Leads = InRole(task, Role.Lead),
        Responsible = InRole(task, Role.Responsible),
        Supports = InRole(task, Role.Support),
    };

    public bool SaysTheSameAs(TaskInterval other) =>
        (State, DueOn, ClockStoppedOn, ClaimedPercent, VerifiedPercent, Judgement)
            == (other.State, other.DueOn, other.ClockStoppedOn, other.ClaimedPercent, other.VerifiedPercent, other.Judgement)
        && Leads.SequenceEqual(other.Leads) && Responsible.SequenceEqual(other.Responsible) && Supports.SequenceEqual(other.Supports);

    internal void End(DateTimeOffset at) => UntilAt = at;

    private static int[] InRole(PolicyTask task, Role role) =>
        [.. task.Responsibilities.Where(r => r.Role == role).OrderBy(r => r.Position).Select(r => r.Department?.Id ?? r.DepartmentId).OfType<int>()];
}

public static class TaskIntervals
{
    /// <summary>What was known of each task at a moment; nothing of tasks that came later.</summary>
    public static IQueryable<TaskInterval> KnownAt(this IQueryable<TaskInterval> intervals, DateTimeOffset moment) =>
        intervals.Where(interval => interval.FromAt <= moment && (interval.UntilAt == null || interval.UntilAt > moment));

    /// <summary>What was known at the end of a day, by the office's clock.</summary>
    public static IQueryable<TaskInterval> KnownOn(this IQueryable<TaskInterval> intervals, DateOnly day)
    {
        var nextDay = OfficeTime.StartOf(day.AddDays(1));
        return intervals.Where(interval => interval.FromAt < nextDay && (interval.UntilAt == null || interval.UntilAt >= nextDay));
    }
}
