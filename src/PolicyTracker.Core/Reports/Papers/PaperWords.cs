using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Reports.Papers;

/// <summary>A task in the words of an official paper.</summary>
internal static class PaperWords
{
    public static string Word(this PaperKind kind) => kind switch
    {
        PaperKind.SupervisionOrder => "督办单",
        PaperKind.Reminder => "催办单",
    };

    /// <summary>《…》（文号）; of a task that was registered by hand, its source as it was typed.</summary>
    public static string Source(TaskRow task) => task.DocumentTitle is { } title
        ? PolicyDocument.Cited(title, task.DocumentNumber)
        : task.SourceWords ?? "";

    public static string Due(TaskRow task) => (task.DueOn, task.DeadlineRaw) switch
    {
        ({ } due, { Length: > 0 } printed) => $"{LedgerTable.Date(due)}（文件原文：{printed}）",
        ({ } due, _) => LedgerTable.Date(due),
        (null, { Length: > 0 } printed) => printed,
        _ => "没有写明",
    };

    /// <summary>市民政局、市财政局; nothing where nobody has the role.</summary>
    public static string Units(TaskRow task, Role role) =>
        string.Join('、', task.Responsibilities.Where(unit => unit.Role == role).Select(unit => unit.Name).Distinct());

    public static string Progress(TaskRow task) =>
        $"任务{task.State.Word()}。{(task.ClaimedPercent is { } claimed ? $"反馈进度{claimed}%" : "尚未反馈进度")}，{(task.VerifiedPercent is { } verified ? $"核实进度{verified}%" : "尚未核实")}。";
}
