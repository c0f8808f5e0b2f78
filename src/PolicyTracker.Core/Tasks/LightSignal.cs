using PolicyTracker.Core.Supervision;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>红黄绿灯: computed from state, deadline and today, never stored.</summary>
public enum TimeLight
{
    Green,
    Yellow,
    Red,
    Grey,
}

/// <summary>What the clock of a task is read from.</summary>
public sealed record TaskClock(TaskState State, DateOnly? DueOn, DeadlineKind? Kind, DeadlineCycle? Cycle, DateOnly? StoppedOn)
{
    /// <summary>The day to which the time is counted: the deadline, or of a recurring task the next date.</summary>
    public DateOnly? DueAsOf(DateOnly on) => DueOn ?? Cycle?.NextDate(on);
}

/// <summary>The light of a task with its word and the rule that gave it.</summary>
/// <param name="Days">Days left (yellow, green) or days late (red); null for grey.</param>
public sealed record LightSignal(TimeLight Light, string Word, int? Days, string Explanation)
{
    public static LightSignal Of(TaskClock clock, DateOnly today, SignalThresholds thresholds) => clock.State switch
    {
        TaskState.Draft => Grey("待交办", "尚未交办，不计时。"),
        TaskState.Completed => Grey("已办结", Completed(clock)),
        TaskState.Suspended => Grey("已中止", Suspended(clock)),
        TaskState.Withdrawn => Grey("已终止", "任务已终止，不再计时。"),
        TaskState.Assigned or TaskState.InProgress or TaskState.InReview => clock.DueAsOf(clock.StoppedOn ?? today) is { } due
            ? Timed(clock, due, clock.StoppedOn ?? today, thresholds.YellowDays)
            : Untimed(clock.Kind),
    };

    private static LightSignal Timed(TaskClock clock, DateOnly due, DateOnly on, int yellowDays)
    {
        var left = due.DayNumber - on.DayNumber;
        var until = clock.DueOn is null ? $"{clock.Cycle!.Value.Word()}办理一次，距本期{Chinese(due)}" : $"距期限{Chinese(due)}";
        var stopped = clock.StoppedOn is null ? "" : $"已申请办结，计时停在{Chinese(on)}。";
        return left switch
        {
            < 0 => new(TimeLight.Red, "逾期", -left, $"{stopped}期限{Chinese(due)}已过{-left}天。"),
            _ when left <= yellowDays => new(TimeLight.Yellow, "临期", left, $"{stopped}{until}还有{left}天，不多于{yellowDays}天。"),
            _ => new(TimeLight.Green, "正常", left, $"{stopped}{until}还有{left}天，多于{yellowDays}天。"),
        };
    }

    // The day of the request counts: PolicyTask.IsCompletedLate says why.
    private static string Completed(TaskClock clock) => (clock.StoppedOn, clock.DueOn) switch
    {
        ({ } asked, { } due) when asked > due => $"逾期办结：{Chinese(asked)}申请办结，期限{Chinese(due)}已过{asked.DayNumber - due.DayNumber}天。",
        ({ } asked, { } due) => $"按期办结：{Chinese(asked)}申请办结，没有超过期限{Chinese(due)}。",
        _ => "任务已办结，不再计时。",
    };

    private static string Suspended(TaskClock clock) => (clock.StoppedOn, clock.DueOn) switch
    {
        ({ } on, { } due) when on > due => $"任务{Chinese(on)}中止，计时停在这一天，当时逾期{on.DayNumber - due.DayNumber}天。",
        ({ } on, { } due) => $"任务{Chinese(on)}中止，计时停在这一天，距期限{Chinese(due)}还有{due.DayNumber - on.DayNumber}天。",
        ({ } on, null) => $"任务{Chinese(on)}中止，计时停在这一天。",
        _ => "任务已中止，计时停在中止之日。",
    };

    private static LightSignal Untimed(DeadlineKind? kind) => kind switch
    {
        DeadlineKind.Ongoing => Grey("长期", "文件要求长期坚持，没有截止日期。"),
        DeadlineKind.Recurring => Grey("定期", "文件要求定期完成，没有写明可以推算的日期。"),
        DeadlineKind.By or DeadlineKind.Range or DeadlineKind.Open or null => Grey("无时限", "没有写明完成日期。"),
    };

    private static LightSignal Grey(string word, string explanation) => new(TimeLight.Grey, word, null, explanation);

    private static string Chinese(DateOnly day) => $"{day:yyyy年M月d日}";
}
