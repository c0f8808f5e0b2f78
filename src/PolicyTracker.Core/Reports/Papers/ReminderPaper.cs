using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Reports.Papers;

/// <summary>催办单: a letter to the units that answer for a task, with what each has reported.</summary>
internal static class ReminderPaper
{
    public static byte[] Write(TaskView task, DateOnly today) => Paper.Write(paper =>
    {
        paper.Title("催　办　单");
        paper.Plain($"{To(task)}：");
        paper.Text($"你单位承办的“{task.Row.Title}”，来源于{PaperWords.Source(task.Row)}，完成时限：{PaperWords.Due(task.Row)}。");
        paper.Text($"截至{LedgerTable.Date(today)}，{PaperWords.Progress(task.Row)}{Time(task, today)}{Reminded(task)}");
        paper.Text("请抓紧办理，并于　　月　　日前通过系统反馈进展情况、存在的问题和下一步措施。");
        if (task.Units.Count > 0)
        {
            paper.Heading("各单位反馈情况");
            paper.Table([("单位", 3), ("分工", 1.2), ("签收", 2.2), ("反馈进度", 1.4), ("最近反馈", 2.2)], task.Units.Select(Row));
        }

        paper.Ending("督办单位（盖章）");
        paper.Ending(LedgerTable.Date(today));
    });

    // Those that answer for it; where there are none, all.
    private static string To(TaskView task)
    {
        var answering = task.Row.Responsibilities.Where(unit => unit.Role is Role.Lead or Role.Responsible).ToList();
        return string.Join('、', (answering.Count > 0 ? answering : task.Row.Responsibilities).Select(unit => unit.Name).Distinct());
    }

    // Nothing where there is no date: the deadline above says so already.
    private static string Time(TaskView task, DateOnly today) => task.Row.LightOn(today) is { Days: not null } light ? light.Explanation : "";

    private static string Reminded(TaskView task) =>
        task.RemindCount > 0 && task.RemindedOn is { } last ? $"此前已催办{task.RemindCount}次，最近一次为{LedgerTable.Date(last)}。" : "";

    private static IReadOnlyList<string> Row(UnitStanding unit) =>
    [
        unit.Name,
        unit.Role.Word(),
        unit.AcknowledgedAt is { } at ? LedgerTable.Date(at.OfficeDay()) : "未签收",
        unit.ClaimedPercent is { } percent ? $"{percent}%" : "无",
        unit.ClaimedOn is { } on ? LedgerTable.Date(on) : "未反馈",
    ];
}
