using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Api;

/// <summary>A parameter of a list as the description of the API tells it; <see cref="TaskFilterReader"/> reads it.</summary>
/// <param name="Words">What it means, for whoever writes the program.</param>
/// <param name="Values">Null where any value of the kind is taken.</param>
/// <param name="Many">Several, with commas between them.</param>
public sealed record ApiParameter(string Name, ApiParameterKind Kind, string Words, IReadOnlyList<string>? Values = null, bool Many = false, int? Most = null);

public enum ApiParameterKind
{
    Number,
    Text,
    Date,
}

/// <summary>The parameters that an endpoint takes from the address, for its description.</summary>
public sealed record ApiParameters(params ApiParameter[] All)
{
    private static readonly ApiParameter Jurisdiction = new("jurisdiction", ApiParameterKind.Number, "辖区的编号，包括它的下级");
    private static readonly ApiParameter Q = new("q", ApiParameterKind.Text, "文字，几个词之间用空格隔开，须全部出现");
    private static readonly ApiParameter Page = new("page", ApiParameterKind.Number, "第几页，从1开始");
    private static readonly ApiParameter PageSize = new("page-size", ApiParameterKind.Number, "每页多少项，通常20", Most: TaskFilter.MaxPageSize);

    private static readonly ApiParameter AsOf = new("as-of", ApiParameterKind.Date, "查看日期：这一天日终时已知的情况；今天就是现在，不能晚于今天");

    public static readonly ApiParameters None = new();

    public static readonly ApiParameters OfTask = new(AsOf);

    public static readonly ApiParameters OfSummary = new(Jurisdiction, AsOf);

    public static readonly ApiParameters OfList = new(Jurisdiction, Q, AsOf, Page, PageSize);

    public static readonly ApiParameters OfTasks = new(
        Jurisdiction,
        new("department", ApiParameterKind.Number, "单位的编号，包括它所在群组的任务"),
        new("role", ApiParameterKind.Text, "单位的角色：牵头、责任、配合；没有 department 时指任何单位", Enum.GetNames<Role>()),
        new("document", ApiParameterKind.Number, "文件的编号"),
        new("status", ApiParameterKind.Text, "状态，可以是几个；open 是全部未办结的", ["open", .. Enum.GetNames<TaskState>()], Many: true),
        new("light", ApiParameterKind.Text, "灯：红为逾期，黄为临期，绿为正常，灰为不计时", Enum.GetNames<TimeLight>()),
        new("leader", ApiParameterKind.Text, "责任领导姓名或职务的一部分"),
        new("gap", ApiParameterKind.Text, "进度差的颜色（Green、Yellow、Red、Grey），或至少落后多少个百分点（1到100）"),
        new("due-from", ApiParameterKind.Date, "期限不早于"),
        new("due-to", ApiParameterKind.Date, "期限不晚于"),
        Q,
        new("waiting", ApiParameterKind.Text, "等待办理的事", Enum.GetNames<Waiting>()),
        new("verified", ApiParameterKind.Text, "反馈与核实的对照", Enum.GetNames<Verification>()),
        new("changed", ApiParameterKind.Text, "办理过的事", Enum.GetNames<TaskAct>()),
        new("since", ApiParameterKind.Date, "从这一天起有办理"),
        AsOf,
        new("sort", ApiParameterKind.Text, "排序，前面加 - 为降序；不写就按文件的次序",
            [.. Enum.GetNames<TaskOrder>().SelectMany(name => new[] { name.ToLowerInvariant(), "-" + name.ToLowerInvariant() })]),
        new("total", ApiParameterKind.Text, "总数：exact 数到底（通常如此），quick 只数到1万，isTotalExact 说明是否数完", ["exact", "quick"]),
        Page,
        PageSize);
}

/// <summary>What an act is sent with, for its description; without a body it is an empty form.</summary>
public sealed record ApiBody(Type Form);
