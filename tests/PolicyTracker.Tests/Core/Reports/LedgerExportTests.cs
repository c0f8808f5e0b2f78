using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>The ledger as a table.</summary>
public sealed class LedgerExportTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private static readonly ExportScope All = new(new TaskFilter { Order = TaskOrder.Due }, []);

    [Fact]
    public async Task Table_holds_the_rows_of_the_ledger_in_its_order_with_the_columns_that_offices_know()
    {
        var id = await life.AssignedAsync();
        await life.DraftAsync(life.Today.AddDays(3));
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 40, Words = "已开工", Problems = "缺资金", NextStep = "申请专项" });
        var rows = SheetReading.Ledger(await XlsxAsync(life.Supervisor, All));
        await using var db = life.Db();
        var shown = await TaskLedgerQuery.PageAsync(db, life.Supervisor, All.Filter with { PageSize = 2000 }, life.Today);
        Assert.Equal(shown.Items.Select(row => $"{row.Id}"), rows.Select(row => row["任务编号"]));
        Assert.Equal(
            ["任务编号", "版本", "序号", "工作任务", "来源文件(文号)", "牵头单位", "责任单位", "配合单位", "责任领导", "完成时限", "进展情况", "存在问题", "下一步措施", "状态", "备注", "反馈进度(%)"],
            rows[0].Keys);
        var row = rows.Single(found => found["任务编号"] == $"{id}");
        Assert.Equal(
            ("市水务局", "市财政局", "市卫生健康局", "市水务局：（2031年6月1日，40%）已开工", "市水务局：缺资金", "市水务局：申请专项", "办理中", "40"),
            (row["牵头单位"], row["责任单位"], row["配合单位"], row["进展情况"], row["存在问题"], row["下一步措施"], row["状态"], row["反馈进度(%)"]));
        Assert.Equal("完成老旧管网改造\n年底前完成城区老旧管网改造。", row["工作任务"]);
        Assert.Equal("领导批示：市长在专报上的批示", row["来源文件(文号)"]);
        Assert.Equal($"{shown.Items.Single(task => task.Id == id).DueOn!.Value.ToDateTime(default).ToOADate()}", row["完成时限"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+86 10")]
    [InlineData("-1")]
    public async Task What_looks_like_a_formula_stays_text(string title)
    {
        var id = await RegisterAsync(title);
        var scope = new ExportScope(new TaskFilter(), [id]);
        var cell = SheetReading.Rows(await XlsxAsync(life.Supervisor, scope))[2][3];
        Assert.Equal((title + "\n内容", true), (SheetReading.Text(cell), cell.CellFormula is null && cell.DataType! == DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString));
        var csv = await TextAsync(life.Supervisor, scope);
        Assert.Contains($"\"'{title}\n内容\"", csv, StringComparison.Ordinal);
        Assert.Equal('\uFEFF', csv[0]);
    }

    [Fact]
    public async Task Characters_that_a_workbook_cannot_hold_are_left_out()
    {
        var id = await RegisterAsync("查\u0001看\u000B𠀀");
        Assert.Equal("查看𠀀\n内容", SheetReading.Ledger(await XlsxAsync(life.Supervisor, new ExportScope(new TaskFilter(), [id])))[0]["工作任务"]);
    }

    [Theory]
    [InlineData("查看管网", "查看 管网。\n逐条查看。", "查看管网\n逐条查看。")]
    [InlineData("查看管网", "查看管网。", "查看管网")]
    [InlineData("查看管网", "查看管网。逐条查看。", "查看管网\n逐条查看。")]
    [InlineData("查看管网", "查看管网情况。", "查看管网\n查看管网情况。")]
    public async Task What_the_text_says_more_than_the_title_stands_below_it(string title, string text, string work)
    {
        var id = await life.Actions.RegisterAsync(life.Supervisor, new RegisterForm { Title = title, Text = text, Source = "测试" });
        Assert.Equal(work, SheetReading.Ledger(await XlsxAsync(life.Supervisor, new ExportScope(new TaskFilter(), [id])))[0]["工作任务"]);
    }

    [Fact]
    public async Task Selection_and_filter_give_only_what_the_person_may_read()
    {
        var id = await life.AssignedAsync();
        var elsewhere = await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.PendingId);
        Assert.Equal(0, await life.Get<LedgerExports>().CountAsync(elsewhere, All));
        Assert.Empty(SheetReading.Ledger(await XlsxAsync(elsewhere, new ExportScope(new TaskFilter(), [id]))));
        Assert.Single(SheetReading.Ledger(await XlsxAsync(await life.PersonAsync(AccountRole.Leader), new ExportScope(new TaskFilter(), [id]))));
    }

    [Fact]
    public async Task Own_department_finds_what_it_reported_itself_alone_in_its_cells()
    {
        var id = await life.AssignedAsync();
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 40, Words = "牵头的进展" });
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Support), id, new ProgressForm { Percent = 90, Words = "配合的进展" });
        var row = SheetReading.Ledger(await XlsxAsync(await life.StaffAsync(life.Support), new ExportScope(new TaskFilter(), [id])))[0];
        Assert.Equal(("配合的进展", "90"), (row["进展情况"], row["反馈进度(%)"]));
    }

    [Fact]
    public async Task Second_sheet_says_what_the_table_is_and_the_export_is_audited_first()
    {
        await life.AssignedAsync();
        var note = string.Join('|', SheetReading.Rows(await XlsxAsync(life.Supervisor, All, "灯：逾期"), sheet: 1).SelectMany(row => row.Select(SheetReading.Text)));
        Assert.Contains("导出范围|灯：逾期|任务数|", note, StringComparison.Ordinal);
        Assert.Contains("截至时间|2031年6月1日 12:00|导出人|督查人员|", note, StringComparison.Ordinal);
        await using var db = life.Db();
        var entry = await db.AuditEntries.Where(e => e.Action == AuditAction.LedgerExported).OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.Equal((life.Supervisor.AccountId, "工作任务台账-20310601.xlsx：灯：逾期"), (entry.AccountId, entry.Words));
    }

    private async Task<Stream> XlsxAsync(Actor actor, ExportScope scope, string words = "全部任务") =>
        (await life.Get<LedgerExports>().WriteNowAsync(actor, scope, ExportFormat.Xlsx, words)).Content;

    private async Task<string> TextAsync(Actor actor, ExportScope scope)
    {
        await using var content = (await life.Get<LedgerExports>().WriteNowAsync(actor, scope, ExportFormat.Csv, "全部任务")).Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private Task<long> RegisterAsync(string title) => life.Actions.RegisterAsync(life.Supervisor, new RegisterForm { Title = title, Text = "内容", Source = "测试" });
}
