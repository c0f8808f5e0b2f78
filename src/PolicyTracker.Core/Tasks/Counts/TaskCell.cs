using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Core.Tasks;

/// <summary>So many tasks of which state, deadline and clock say the same.</summary>
/// <param name="JurisdictionId">0 where all are judged by the same thresholds.</param>
/// <param name="DueOn">The deadline; the first of its month where the clock is stopped, as then only the days that were left count.</param>
/// <param name="DaysLeft">When the clock was stopped; null while it runs or there is no deadline.</param>
/// <param name="StoppedOn">Of a recurring task, whose next date depends on it.</param>
public sealed record TaskCell(
    int SubjectId, int JurisdictionId, TaskState State, DateOnly? DueOn, int? DaysLeft, DeadlineCycle? Cycle, DateOnly? StoppedOn, int Tasks)
{
    /// <summary>As <see cref="LightSignal.Of"/> judges each of the tasks; a test holds the two together.</summary>
    public TimeLight LightOn(DateOnly today, ThresholdBook thresholds)
    {
        var due = DueOn ?? Cycle?.NextDate(StoppedOn ?? today);
        if (due is not { } day || State is not (TaskState.Assigned or TaskState.InProgress or TaskState.InReview))
        {
            return TimeLight.Grey;
        }

        var left = DaysLeft ?? day.DayNumber - (StoppedOn ?? today).DayNumber;
        return left < 0 ? TimeLight.Red : left <= thresholds.Of(JurisdictionId).YellowDays ? TimeLight.Yellow : TimeLight.Green;
    }
}
