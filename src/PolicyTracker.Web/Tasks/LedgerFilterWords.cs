using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tasks;

/// <summary>One condition in words, and the filter without it.</summary>
public sealed record FilterWord(string Label, string Value, TaskFilter Without);

/// <summary>A filter as a person reads it: chips above the rows, the title of the tab, the head of a print.</summary>
public static class LedgerFilterWords
{
    public static IReadOnlyList<FilterWord> Of(TaskFilter filter, LedgerChoices choices)
    {
        const string hidden = "不在您可以查看的范围内";
        var first = filter with { Page = 1 };
        List<(bool Asked, string Label, Func<string?> Value, TaskFilter Without)> all =
        [
            (filter.Jurisdiction is not null, "辖区", () => choices.JurisdictionName(filter.Jurisdiction!.Value) ?? hidden, first with { Jurisdiction = null }),
            (filter.Document is not null, "文件", () => choices.DocumentTitle(filter.Document!.Value) ?? hidden, first with { Document = null }),
            (filter.Department is not null, "单位", () => choices.Department(filter.Department!.Value) is { } unit ? $"{unit.Jurisdiction} {unit.Name}" : hidden, first with { Department = null }),
            (filter.Role is not null, "角色", () => filter.Role!.Value.Word(), first with { Role = null }),
            (filter.States.Count > 0, "状态", () => States(filter.States), first with { States = [] }),
            (filter.Light is not null, "灯", () => Light(filter.Light!.Value), first with { Light = null }),
            (filter.Waiting is not null, "等待办理", () => filter.Waiting!.Value.Word(), first with { Waiting = null }),
            (filter.Gap is not null, "进度差", () => Gap(filter.Gap!.Value), first with { Gap = null }),
            (filter.GapPoints is not null, "落后计划", () => $"至少{filter.GapPoints}个百分点", first with { GapPoints = null }),
            (filter.Verification is not null, "核实对照", () => filter.Verification!.Value.Word(), first with { Verification = null }),
            (filter.Changed is not null, "办理过", () => filter.Changed!.Value.Word(), first with { Changed = null }),
            (filter.Since is not null, filter.Changed is null ? "有办理，自" : "自", () => filter.Since?.Chinese(), first with { Since = null }),
            (filter.DueFrom is not null, "期限不早于", () => filter.DueFrom?.Chinese(), first with { DueFrom = null }),
            (filter.DueTo is not null, "期限不晚于", () => filter.DueTo?.Chinese(), first with { DueTo = null }),
            (filter.Leader is not null, "责任领导", () => filter.Leader, first with { Leader = null }),
            (filter.Q is not null, "文字", () => filter.Q, first with { Q = null }),
        ];
        return [.. all.Where(word => word.Asked).Select(word => new FilterWord(word.Label, word.Value() ?? "", word.Without))];
    }

    /// <summary>辖区：乐山市；灯：逾期.</summary>
    public static string InWords(IReadOnlyList<FilterWord> words) =>
        words.Count == 0 ? "全部任务" : string.Join('；', words.Select(word => $"{word.Label}：{word.Value}"));

    public static string States(IReadOnlyList<TaskState> states) =>
        LedgerAddress.States(states) == "open" ? "未办结" : string.Join('、', states.Select(state => state.Word()));

    public static string Light(TimeLight light) => light switch
    {
        TimeLight.Red => "逾期",
        TimeLight.Yellow => "临期",
        TimeLight.Green => "正常",
        TimeLight.Grey => "不计时",
    };

    public static string Gap(TimeLight gap) => gap switch
    {
        TimeLight.Red => "进度滞后",
        TimeLight.Yellow => "进度偏慢",
        TimeLight.Green => "进度正常",
        TimeLight.Grey => "不比较",
    };

    /// <summary>Why a filtered ledger may be empty, where the filter itself says so.</summary>
    public static string? Contradiction(TaskFilter filter) =>
        filter.DueFrom > filter.DueTo ? "期限的起始日期晚于截止日期。"
        : filter.Light is TimeLight.Red or TimeLight.Yellow or TimeLight.Green && filter.States.Count > 0
            && !filter.States.Any(state => state is TaskState.Assigned or TaskState.InProgress or TaskState.InReview) ? "待交办、已办结、已中止、已终止的任务不计时，没有红黄绿灯。"
        : null;
}
