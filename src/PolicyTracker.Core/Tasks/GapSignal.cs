using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Core.Tasks;

/// <summary>The plan of a task and how far it has come.</summary>
/// <param name="StartsOn">As printed; null where only an end is.</param>
/// <param name="AssignedOn">From here the plan counts where no start is printed.</param>
public sealed record TaskPlan(
    TaskState State, DateOnly? StartsOn, DateOnly? AssignedOn, bool IsAssignedByNotice, DateOnly? DueOn, DateOnly? StoppedOn, int? Verified, int? Claimed)
{
    public DateOnly? From => StartsOn ?? AssignedOn;

    public string FromWord => StartsOn is not null ? "文件写明的开始日期" : IsAssignedByNotice ? "文件日期" : "交办日期";
}

/// <summary>进度差: how far a task is behind a plan that is linear between its start and its end. Computed, never stored.</summary>
/// <param name="Behind">Whole points behind, rounded down; negative when ahead, null when there is no plan to compare with.</param>
public sealed record GapSignal(TimeLight Light, string Word, int? Behind, string Explanation)
{
    public static GapSignal Of(TaskPlan plan, DateOnly today, SignalThresholds thresholds)
    {
        if (plan.State is TaskState.Draft or TaskState.Completed or TaskState.Suspended or TaskState.Withdrawn)
        {
            return Grey("不比较", $"任务{plan.State.Word()}，不比较进度。");
        }

        if (plan.From is not { } from || plan.DueOn is not { } due || from >= due)
        {
            return Grey("无计划", "没有可以计算的起止日期，不比较进度。");
        }

        var on = plan.StoppedOn ?? today;
        var length = due.DayNumber - from.DayNumber;
        var elapsed = Math.Clamp(on.DayNumber - from.DayNumber, 0, length);
        var (actual, figure) = Actual(plan);
        // In whole hundredths of a day, as the database compares: no rounding can part the two.
        var behind = (100 * elapsed) - (actual * length);
        var (light, word) = behind < thresholds.GapYellow * length ? (TimeLight.Green, "进度正常")
            : behind <= thresholds.GapRed * length ? (TimeLight.Yellow, "进度偏慢")
            : (TimeLight.Red, "进度滞后");
        return new GapSignal(light, word, (int)Math.Floor((double)behind / length),
            $"从{plan.FromWord}{from:yyyy年M月d日}到期限{due:yyyy年M月d日}按天推算，{on:yyyy年M月d日}应完成{100.0 * elapsed / length:0.#}%，{figure}，"
            + $"{Distance((double)behind / length)}（落后{thresholds.GapYellow}到{thresholds.GapRed}个百分点为黄，更多为红）。");
    }

    private static (int Percent, string Words) Actual(TaskPlan plan) => (plan.Verified, plan.Claimed) switch
    {
        ({ } verified, _) => (verified, $"核实进度{verified}%"),
        (null, { } claimed) => (claimed, $"反馈进度{claimed}%（尚未核实）"),
        _ => (0, "还没有反馈，按0%计"),
    };

    private static string Distance(double behind) => behind > 0 ? $"落后{behind:0.#}个百分点" : behind < 0 ? $"超前{-behind:0.#}个百分点" : "与计划一致";

    private static GapSignal Grey(string word, string explanation) => new(TimeLight.Grey, word, null, explanation);
}
