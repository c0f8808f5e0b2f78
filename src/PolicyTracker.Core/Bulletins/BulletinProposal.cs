using PolicyTracker.Core.Reports;

namespace PolicyTracker.Core.Bulletins;

/// <summary>总体情况, 存在问题 and 下步要求: as the portal proposes them, or as they were typed.</summary>
public sealed record BulletinText(string Overview, string Problems, string NextSteps)
{
    /// <summary>The parts that have words, numbered as they are printed, with their paragraphs.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<string> Paragraphs)> Parts() =>
        new[] { (Name: "总体情况", Words: Overview), (Name: "存在问题", Words: Problems), (Name: "下步要求", Words: NextSteps) }
            .Where(part => part.Words.Length > 0)
            .Select((part, i) => ($"{"一二三"[i]}、{part.Name}",
                (IReadOnlyList<string>)part.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}

/// <summary>The words that follow from the figures; the supervisor makes them a bulletin.</summary>
public static class BulletinProposal
{
    public static string Title(string jurisdiction, BulletinPeriod period) => $"关于{jurisdiction}{period.InWords}重点任务督查情况的通报";

    public static BulletinText Of(BulletinFigures figures, BulletinPeriod period, string jurisdiction)
    {
        var end = LedgerTable.Date(period.Until);
        return new BulletinText(Overview(figures, period, jurisdiction, end), Problems(figures, end), NextSteps(figures));
    }

    private static string Overview(BulletinFigures figures, BulletinPeriod period, string jurisdiction, string end)
    {
        var states = figures.States.Where(state => state.Count > 0).Select(state => $"{Tasks.TaskStates.Word(state.State)}{state.Count}项");
        var standing = figures.All == 0 ? $"截至{end}，{jurisdiction}没有纳入督查的任务。" : $"截至{end}，{jurisdiction}纳入督查的任务共{figures.All}项，其中{string.Join('、', states)}。";
        var completed = figures.Completed == 0 ? "没有办结任务" : $"办结{figures.Completed}项，其中按期办结{figures.CompletedInTime}项、逾期办结{figures.CompletedLate}项";
        var extensions = figures.ExtensionsAsked + figures.ExtensionsGranted == 0 ? "" : $"申请延期{figures.ExtensionsAsked}项，批准延期{figures.ExtensionsGranted}项。";
        return $"{standing}\n{period.InWords}，新交办{figures.Assigned}项，{completed}。{extensions}各单位办理情况见附件1。";
    }

    private static string Problems(BulletinFigures figures, string end)
    {
        var units = figures.Departments.Count(row => row.Overdue > 0);
        var late = figures.Overdue == 0 ? $"截至{end}，没有逾期未办结的任务。" : $"截至{end}，逾期未办结的任务{figures.Overdue}项，涉及{units}个单位，见附件2。";
        return figures.Returned == 0 ? late : $"{late}\n因办理不到位、材料不全等被退回的任务{figures.Returned}项。";
    }

    private static string NextSteps(BulletinFigures figures) => figures.Overdue == 0
        ? "请各单位继续按照任务要求和完成时限抓好落实，及时通过系统反馈进展情况。"
        : "请附件2所列单位抓紧办理逾期任务，逐项说明原因、明确完成时间，并通过系统反馈进展情况、存在的问题和下一步措施。\n请各单位对照任务要求和完成时限抓好落实，确实不能按期完成的，应在到期前申请延期。";
}
