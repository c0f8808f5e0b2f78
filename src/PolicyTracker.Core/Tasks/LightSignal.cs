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

/// <summary>The light of a task with its word and the rule that gave it.</summary>
/// <param name="Days">Days left (yellow, green) or days late (red); null for grey.</param>
public sealed record LightSignal(TimeLight Light, string Word, int? Days, string Explanation)
{
    /// <summary>临期: 30 days or fewer are left.</summary>
    public const int DueSoonDays = 30;

    public static LightSignal Of(TaskState state, DateOnly? dueOn, DeadlineKind? kind, DateOnly? clockStoppedOn, DateOnly today) => state switch
    {
        TaskState.Draft => Grey("待交办", "尚未交办，不计时。"),
        TaskState.Completed => Grey("已办结", "任务已办结，不再计时。"),
        TaskState.Suspended => Grey("已中止", "任务已中止，计时停在中止之日。"),
        TaskState.Withdrawn => Grey("已终止", "任务已终止，不再计时。"),
        TaskState.Assigned or TaskState.InProgress or TaskState.InReview => dueOn is { } due
            ? Timed(due, clockStoppedOn ?? today)
            : Untimed(kind),
    };

    private static LightSignal Timed(DateOnly due, DateOnly on)
    {
        var left = due.DayNumber - on.DayNumber;
        return left switch
        {
            < 0 => new(TimeLight.Red, "逾期", -left, $"期限{due:yyyy年M月d日}已过{-left}天。"),
            <= DueSoonDays => new(TimeLight.Yellow, "临期", left, $"距期限{due:yyyy年M月d日}还有{left}天，不多于{DueSoonDays}天。"),
            _ => new(TimeLight.Green, "正常", left, $"距期限{due:yyyy年M月d日}还有{left}天。"),
        };
    }

    private static LightSignal Untimed(DeadlineKind? kind) => kind switch
    {
        DeadlineKind.Ongoing => Grey("长期", "文件要求长期坚持，没有截止日期。"),
        DeadlineKind.Recurring => Grey("定期", "文件要求定期完成，没有最后期限。"),
        DeadlineKind.By or DeadlineKind.Range or DeadlineKind.Open or null => Grey("无时限", "文件没有写明完成日期。"),
    };

    private static LightSignal Grey(string word, string explanation) => new(TimeLight.Grey, word, null, explanation);
}
