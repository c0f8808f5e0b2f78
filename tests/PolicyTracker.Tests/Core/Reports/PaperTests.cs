using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>督办单, 催办单 and 任务清单, as Office's own library reads them.</summary>
public sealed class PaperTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Supervision_order_names_the_matter_its_source_the_units_the_deadline_and_where_it_stands()
    {
        var id = await life.AssignedAsync();
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 40, Words = "已开工" });
        var words = await WordsAsync(id, PaperKind.SupervisionOrder);
        Assert.Equal("督　办　单", words[0]);
        Assert.Equal(
            [
                "督办事项", "完成老旧管网改造", "事项来源", "市长在专报上的批示", "具体要求", "年底前完成城区老旧管网改造。", "牵头单位", "市水务局", "责任单位", "市财政局",
                "配合单位", "市卫生健康局", "完成时限", LedgerTable.Date(life.Today.AddDays(100)), "目前进展", "任务办理中。反馈进度40%，尚未核实。", "市水务局（2031年6月1日）：已开工",
            ],
            words.Skip(2).Take(17));
        Assert.Equal(LedgerTable.Date(life.Today), words[^1]);
    }

    [Fact]
    public async Task Reminder_goes_to_those_who_answer_and_says_what_each_has_done()
    {
        var id = await life.AssignedAsync();
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 40, Words = "已开工" });
        await life.Actions.RemindAsync(life.Supervisor, id, new RemarkForm { Words = "请抓紧" });
        var words = await WordsAsync(id, PaperKind.Reminder);
        Assert.Equal(["催　办　单", "市水务局、市财政局："], words.Take(2));
        Assert.Contains(words, line => line.Contains("还有100天", StringComparison.Ordinal) && line.Contains("此前已催办1次，最近一次为2031年6月1日。", StringComparison.Ordinal));
        var table = words.SkipWhile(line => line != "单位").Take(20).ToList();
        Assert.Equal(["单位", "分工", "签收", "反馈进度", "最近反馈", "市水务局", "牵头", "2031年6月1日", "40%", "2031年6月1日", "市财政局", "责任", "未签收", "无", "未反馈"], table[..15]);
    }

    [Fact]
    public async Task Page_type_and_numbers_are_those_of_the_standard()
    {
        using var paper = PaperReading.Open(await FileAsync(await life.AssignedAsync(), PaperKind.SupervisionOrder));
        var main = paper.MainDocumentPart!;
        var page = main.Document.Body!.GetFirstChild<SectionProperties>()!;
        // A4 with 37 mm above, 28 mm on the left and 156 mm by 225 mm of text, to the half millimetre.
        var (size, margin) = (page.GetFirstChild<PageSize>()!, page.GetFirstChild<PageMargin>()!);
        Assert.Equal((210, 297, 37, 28), (Millimetres(size.Width!), Millimetres(size.Height!), Millimetres(margin.Top!), Millimetres(margin.Left!)));
        Assert.Equal((156, 225), (Millimetres(size.Width! - margin.Left! - margin.Right!), Millimetres(size.Height! - margin.Top! - margin.Bottom!)));
        var styles = main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleName!.Val!.Value!, style => style.StyleRunProperties!);
        Assert.Equal(("方正小标宋简体", "44"), (styles["公文标题"].RunFonts!.EastAsia!.Value, styles["公文标题"].FontSize!.Val!.Value));
        Assert.Equal(("仿宋", "32"), (styles["公文正文"].RunFonts!.EastAsia!.Value, styles["公文正文"].FontSize!.Val!.Value));
        Assert.Equal("黑体", styles["公文层次标题"].RunFonts!.EastAsia!.Value);
        // Odd pages on the right, even ones on the left.
        Assert.Equal(["— 1 —", "— 1 —"], page.Elements<FooterReference>().Select(footer => ((FooterPart)main.GetPartById(footer.Id!)).Footer.InnerText));
        Assert.NotNull(main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>());
    }

    [Fact]
    public async Task Papers_are_for_supervisors_and_for_tasks_that_somebody_works_on()
    {
        var (papers, id) = (life.Get<TaskPapers>(), await life.AssignedAsync());
        await Assert.ThrowsAsync<ForbiddenException>(async () => await papers.WriteAsync(await life.StaffAsync(life.Lead), id, PaperKind.Reminder));
        var elsewhere = await life.PersonAsync(AccountRole.Supervisor, jurisdiction: Jurisdiction.PendingId);
        await Assert.ThrowsAsync<NotFoundException>(() => papers.WriteAsync(elsewhere, id, PaperKind.Reminder));
        var draft = await life.DraftAsync();
        Assert.Contains("请先交办", (await Assert.ThrowsAsync<RuleException>(() => papers.WriteAsync(life.Supervisor, draft, PaperKind.SupervisionOrder))).Message, StringComparison.Ordinal);
        await life.Actions.WithdrawAsync(life.Supervisor, id, new ReasonForm { Reason = "不再需要" });
        await Assert.ThrowsAsync<RuleException>(() => papers.WriteAsync(life.Supervisor, id, PaperKind.Reminder));
    }

    [Fact]
    public async Task Each_paper_is_audited()
    {
        var id = await life.AssignedAsync();
        var file = await FileAsync(id, PaperKind.Reminder);
        Assert.Equal($"催办单-任务{id}-20310601.docx", file.FileName);
        await using var db = life.Db();
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == AuditAction.PaperWritten && e.SubjectId == $"{id}");
        Assert.Equal((life.Supervisor.AccountId, file.FileName), (entry.AccountId, entry.Words));
    }

    [Fact]
    public async Task List_has_the_rows_of_the_ledger_and_a_head_on_every_page()
    {
        var ids = new[] { await life.AssignedAsync(), await RegisterAsync("查\u0001看=1+1") };
        var scope = new ExportScope(new TaskFilter(), ids);
        var (content, name) = await life.Get<LedgerExports>().WriteNowAsync(life.Supervisor, scope, ExportFormat.Docx, "勾选的2项任务");
        await using var _ = content;
        Assert.EndsWith(".docx", name, StringComparison.Ordinal);
        using var paper = PaperReading.Open(content);
        var rows = paper.MainDocumentPart!.Document.Descendants<TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(["序号", "工作任务", "来源文件(文号)", "牵头单位", "责任单位", "配合单位", "完成时限", "进展情况", "状态"], rows[0].Elements<TableCell>().Select(cell => cell.InnerText));
        Assert.Equal(["1完成老旧管网改造年底前完成城区老旧管网改造。", "2查看=1+1内容"], rows.Skip(1).Select(row => string.Concat(row.Elements<TableCell>().Take(2).Select(cell => cell.InnerText))).Order());
        Assert.Contains("勾选的2项任务，共2项，截至2031年6月1日。", paper.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_list_is_refused_with_what_to_do_instead() =>
        Assert.Contains("导出 Excel", (await Assert.ThrowsAsync<RuleException>(() =>
            life.Get<LedgerExports>().QueueAsync(life.Supervisor, new ExportScope(new TaskFilter(), []), ExportFormat.Docx, "全部任务"))).Message, StringComparison.Ordinal);

    private Task<PaperFile> FileAsync(long id, PaperKind kind) => life.Get<TaskPapers>().WriteAsync(life.Supervisor, id, kind);

    private async Task<IReadOnlyList<string>> WordsAsync(long id, PaperKind kind) => PaperReading.Words(await FileAsync(id, kind));

    private static int Millimetres(long twentiethsOfAPoint) => (int)Math.Round(twentiethsOfAPoint * 25.4 / 1440);

    private Task<long> RegisterAsync(string title) => life.Actions.RegisterAsync(life.Supervisor, new RegisterForm { Title = title, Text = "内容", Source = "测试" });
}
