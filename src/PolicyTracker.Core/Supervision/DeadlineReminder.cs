namespace PolicyTracker.Core.Supervision;

/// <summary>Says that the clock has reminded of this deadline of a task, so that it does so once, whoever dies meanwhile.</summary>
public sealed class DeadlineReminder
{
    public long TaskId { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary><see cref="ReminderPlan.Overdue"/> for the one after the deadline.</summary>
    public int DaysBefore { get; init; }

    public DateTimeOffset At { get; init; }
}
