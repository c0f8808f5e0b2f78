using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Core.Tasks;

/// <summary>So many tasks of which state, deadline and clock say the same.</summary>
/// <param name="JurisdictionId">0 where all are judged by the same thresholds.</param>
public sealed record TaskCell(int SubjectId, int JurisdictionId, TaskState State, DateOnly? DueOn, DeadlineCycle? Cycle, DateOnly? ClockStoppedOn, int Tasks)
{
    /// <summary>As <see cref="LightSignal.Of"/> judges each of the tasks; a test holds the two together.</summary>
    public TimeLight LightOn(DateOnly today, ThresholdBook thresholds)
    {
        var clock = ClockStoppedOn ?? today;
        var due = DueOn ?? Cycle?.NextDate(clock);
        if (due is not { } day || State is not (TaskState.Assigned or TaskState.InProgress or TaskState.InReview))
        {
            return TimeLight.Grey;
        }

        var left = day.DayNumber - clock.DayNumber;
        return left < 0 ? TimeLight.Red : left <= thresholds.Of(JurisdictionId).YellowDays ? TimeLight.Yellow : TimeLight.Green;
    }
}
