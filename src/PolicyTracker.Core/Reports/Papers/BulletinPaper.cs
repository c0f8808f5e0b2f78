using System.Text.RegularExpressions;
using PolicyTracker.Core.Bulletins;

namespace PolicyTracker.Core.Reports.Papers;

/// <summary>督查通报: its text, and behind it the tables as annexes.</summary>
internal static class BulletinPaper
{
    private static readonly Regex Second = new(@"^（[一二三四五六七八九十]+）[^。]{1,30}$", RegexOptions.NonBacktracking);

    public static byte[] Write(BulletinView bulletin) => Paper.Write(paper =>
    {
        paper.Title("督　查　通　报");
        paper.Number(bulletin.NumberInWords + Standing(bulletin));
        paper.Title(bulletin.Content.Title);
        foreach (var (heading, paragraphs) in bulletin.Content.Text.Parts())
        {
            paper.Heading(heading);
            foreach (var paragraph in paragraphs)
            {
                Paragraph(paper, paragraph);
            }
        }

        Annexes(paper, bulletin);
    });

    private static string Standing(BulletinView bulletin) => bulletin.State switch
    {
        BulletinState.Issued => "",
        BulletinState.Draft or BulletinState.Submitted or BulletinState.Approved or BulletinState.Withdrawn => $"（{bulletin.State.Word()}）",
    };

    private static void Paragraph(Paper paper, string words)
    {
        if (Second.IsMatch(words))
        {
            paper.Subheading(words);
        }
        else
        {
            paper.Text(words);
        }
    }

    private static void Annexes(Paper paper, BulletinView bulletin)
    {
        var (figures, end) = (bulletin.Figures, LedgerTable.Date(bulletin.Period.Until));
        paper.Text("附件：1．各单位任务办理情况表");
        if (figures.OverdueTasks.Count > 0)
        {
            paper.Text("　　　2．逾期任务清单");
        }

        paper.Ending(bulletin.Content.Issuer);
        paper.Ending(bulletin.IssuedOn is { } day ? LedgerTable.Date(day) : "　　　　年　　月　　日");
        paper.Annex("附件1", "各单位任务办理情况表");
        paper.Plain($"在办、逾期为{end}的情况，办结、退回为{bulletin.Period.InWords}的情况。");
        paper.Table(
            [("序号", 0.8), ("单位", 4.2), ("在办", 1), ("逾期", 1), ("办结", 1), ("退回", 1)],
            figures.Departments.Select((row, i) => (IReadOnlyList<string>)[$"{i + 1}", row.Name, $"{row.Open}", $"{row.Overdue}", $"{row.Completed}", $"{row.Returned}"]));
        if (figures.OverdueTasks.Count > 0)
        {
            paper.Annex("附件2", "逾期任务清单");
            paper.Plain($"截至{end}，共{figures.Overdue}项{(figures.Overdue > figures.OverdueTasks.Count ? $"，列出逾期最久的{figures.OverdueTasks.Count}项" : "")}。");
            paper.Table(
                [("序号", 0.8), ("任务", 4.6), ("牵头（责任）单位", 2.4), ("完成时限", 1.8), ("逾期天数", 1)],
                figures.OverdueTasks.Select((task, i) => (IReadOnlyList<string>)[$"{i + 1}", task.Title, task.Units, LedgerTable.Date(task.DueOn), $"{task.DaysLate}"]));
        }
    }
}
