using System.Globalization;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>The ledger of a past day as a table; its clock runs on, so it has a fixture of its own.</summary>
public sealed class PastLedgerExportTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Table_of_a_past_day_holds_the_rows_of_the_ledger_of_that_day()
    {
        var id = await life.AssignedAsync();
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 40, Words = "已开工", Problems = "缺资金", NextStep = "申请专项" });
        var day = life.Today;
        life.Clock.Forward(3);
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), id, new ProgressForm { Percent = 80, Words = "快完了" });
        await life.Actions.ChangeAsync(life.Supervisor, id, new ChangeForm { Responsibilities = [LifeFixture.Unit(life.Other, Role.Lead)], DueOn = life.Today.AddDays(9), Reason = "职责调整" });
        await life.DraftAsync();

        var scope = new ExportScope(new TaskFilter { Order = TaskOrder.Due, AsOf = day }, []);
        await using var db = life.Db();
        var shown = await TaskLedgerQuery.PageAsync(db, life.Supervisor, scope.Filter with { PageSize = 2000 }, life.Today);
        var work = $"工作任务（截至{LedgerTable.Date(day)}，只供查阅）";
        foreach (var person in new[] { life.Supervisor, await life.StaffAsync(life.Lead) })
        {
            var rows = SheetReading.Ledger(await WriteAsync(person, scope, ExportFormat.Xlsx));
            Assert.Equal(
                shown.Items.Select(row => (row.Title, row.State.Word(), row.DueOn?.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture) ?? row.DeadlineRaw ?? "", $"{row.ClaimedPercent}")),
                rows.Select(row => (row[work].Split('\n')[0], row["状态"], row["完成时限"], row["反馈进度(%)"])));
            Assert.Equal(["序号", work, "来源文件(文号)", "牵头单位", "责任单位", "配合单位", "责任领导", "完成时限", "进展情况", "存在问题", "下一步措施", "状态", "备注", "反馈进度(%)"], rows[0].Keys);
            var told = rows[shown.Items.ToList().FindIndex(row => row.Id == id)];
            Assert.Equal(
                ("市水务局", "市财政局", $"市水务局：（{LedgerTable.Date(day)}，40%）已开工", "市水务局：缺资金", "市水务局：申请专项"),
                (told["牵头单位"], told["责任单位"], told["进展情况"], told["存在问题"], told["下一步措施"]));
        }

        using var csv = new StreamReader(await WriteAsync(life.Supervisor, scope, ExportFormat.Csv));
        Assert.StartsWith($"序号,{work},来源文件(文号),", await csv.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith($"工作任务台账（截至{LedgerTable.Date(day)}的情况，只供查阅；", SheetReading.Text(SheetReading.Rows(await WriteAsync(life.Supervisor, scope, ExportFormat.Xlsx))[0][0]), StringComparison.Ordinal);
    }

    private async Task<Stream> WriteAsync(Actor actor, ExportScope scope, ExportFormat format) =>
        (await life.Get<LedgerExports>().WriteNowAsync(actor, scope, format, "全部任务")).Content;
}
