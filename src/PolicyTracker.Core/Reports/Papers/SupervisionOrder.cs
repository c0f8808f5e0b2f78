using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Reports.Papers;

/// <summary>督办单: one page that names the matter, its source, the units, the deadline and where it stands.</summary>
internal static class SupervisionOrder
{
    public static byte[] Write(TaskView task, DateOnly today, string person) => Paper.Write(paper =>
    {
        paper.Title("督　办　单");
        paper.Plain($"任务编号：{task.Row.Id}");
        paper.Facts(Facts(task).Where(fact => fact.Words.Length > 0));
        paper.Text("请按时限要求抓好落实，并通过系统反馈进展情况、存在的问题和下一步措施。");
        paper.Plain($"经办人：{person}");
        paper.Ending("督办单位（盖章）");
        paper.Ending(LedgerTable.Date(today));
    });

    private static IEnumerable<(string Label, string Words)> Facts(TaskView task) =>
    [
        ("督办事项", task.Row.Title),
        ("事项来源", PaperWords.Source(task.Row)),
        ("具体要求", task.Text),
        ("牵头单位", PaperWords.Units(task.Row, Role.Lead)),
        ("责任单位", PaperWords.Units(task.Row, Role.Responsible)),
        ("配合单位", PaperWords.Units(task.Row, Role.Support)),
        ("责任领导", string.Join('、', task.Leaders)),
        ("完成时限", PaperWords.Due(task.Row)),
        ("目前进展", string.Join('\n', Latest(task).Prepend(PaperWords.Progress(task.Row)))),
    ];

    private static IEnumerable<string> Latest(TaskView task) => task.Reports
        .DistinctBy(report => report.DepartmentId)
        .Select(report => $"{report.Department}（{LedgerTable.Date(report.At.OfficeDay())}）：{report.Words}");
}
