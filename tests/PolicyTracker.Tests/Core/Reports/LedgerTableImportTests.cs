using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Reports.Tables;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>A table that comes back.</summary>
public sealed class LedgerTableImportTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private LedgerTableImport Import => life.Get<LedgerTableImport>();

    [Fact]
    public async Task Round_trip_out_and_in_changes_nothing()
    {
        var reported = await life.AssignedAsync();
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), reported, new ProgressForm { Percent = 40, Words = "=第一行\n-第二行 ", Problems = "无" });
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Support), reported, new ProgressForm { Percent = 60, Words = "已配合" });
        var grouped = await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Lead));
        var bare = await life.Actions.RegisterAsync(life.Supervisor, new RegisterForm { Title = "没有期限", Text = "没有期限", Source = "会议" });
        foreach (var actor in new[] { life.Supervisor, await life.StaffAsync(life.Lead), await life.StaffAsync(life.Member) })
        {
            var preview = await PreviewAsync(actor, await FilledInTable.OfAsync(life, actor, reported, grouped, bare));
            Assert.Equal((3, 0, 0), (preview.Rows.Count, preview.Problems.Count(), preview.Rows.Sum(row => row.Changes.Count)));
            Assert.Equal("没有改动", preview.Summary);
        }
    }

    [Theory]
    [InlineData("2031年11月30日")]
    [InlineData("2031-11-30")]
    [InlineData("2031/11/30")]
    [InlineData(null)]
    public async Task Supervisor_changes_units_and_deadline_with_a_reason(string? printed)
    {
        var id = await life.AssignedAsync();
        var table = (await FilledInTable.OfAsync(life, life.Supervisor, id)).With(("F3", "市体育局"), ("G3", "市水务局；市财政局"), ("H3", "各区人民政府"));
        table = printed is null ? table.WithDate("J3", new DateOnly(2031, 11, 30)) : table.With(("J3", printed));
        var preview = await PreviewAsync(life.Supervisor, table);
        Assert.Empty(preview.Problems);
        Assert.Equal(["牵头单位", "责任单位", "配合单位", "完成时限"], preview.Rows[0].Changes.Select(change => change.Column));
        await Assert.ThrowsAsync<RuleException>(() => Import.ConfirmAsync(life.Supervisor, table.Bytes, life.CityId, " "));
        await Import.ConfirmAsync(life.Supervisor, table.Bytes, life.CityId, "机构改革");
        var view = await life.ViewAsync(id);
        Assert.Equal(
            [("市水务局", Role.Responsible), ("市财政局", Role.Responsible), ("市体育局", Role.Lead), ("各区人民政府", Role.Support)],
            view.Row.Responsibilities.Select(unit => (unit.Name, unit.Role)).OrderBy(unit => unit.Name == "市体育局" ? 2 : unit.Role == Role.Support ? 3 : 1));
        Assert.Equal((new DateOnly(2031, 11, 30), TaskAct.Change, "机构改革"), (view.Row.DueOn!.Value, view.History[0].Act, view.History[0].Words));
    }

    [Fact]
    public async Task Row_without_a_number_is_a_new_task_and_handed_out_where_it_names_units()
    {
        var table = (await FilledInTable.TemplateAsync(life, life.Supervisor)).With(
            ("D3", "建设社区食堂\n年底前建成20个社区食堂。"), ("E3", "领导批示：市长的批示"), ("F3", "市水务局"), ("H3", "市财政局、市体育局"), ("I3", "张三、李四"), ("J3", "2031-12-31"),
            ("D4", "编制规划"), ("E4", "第3次常务会议"));
        var preview = await Import.ConfirmAsync(life.Supervisor, table.Bytes, life.CityId, null);
        Assert.Equal("立项2项", preview.Summary);
        await using var db = life.Db();
        var ids = await db.Tasks.Where(task => task.Title == "建设社区食堂" || task.Title == "编制规划").OrderBy(task => task.Id).Select(task => task.Id).ToListAsync();
        var (first, second) = (await life.ViewAsync(ids[0]), await life.ViewAsync(ids[1]));
        Assert.Equal(
            ("年底前建成20个社区食堂。", TaskState.Assigned, SourceKind.LeaderInstruction, "市长的批示", new DateOnly(2031, 12, 31), 3),
            (first.Text, first.Row.State, first.Row.SourceKind!.Value, first.Row.SourceWords, first.Row.DueOn!.Value, first.Row.Responsibilities.Count));
        Assert.Equal(["张三", "李四"], first.Leaders);
        Assert.Equal(("编制规划", TaskState.Draft, null, "第3次常务会议"), (second.Text, second.Row.State, second.Row.SourceKind, second.Row.SourceWords));
        Assert.Equal("立项2项", (await db.AuditEntries.Where(e => e.Action == AuditAction.LedgerImported).OrderByDescending(e => e.Sequence).FirstAsync()).Words);
    }

    [Fact]
    public async Task Table_of_a_past_day_is_not_taken_even_without_its_title()
    {
        var id = await life.AssignedAsync();
        var day = life.Today;
        life.Clock.Forward(1);
        var past = new ExportScope(new TaskFilter { AsOf = day }, [id]);
        foreach (var table in new[] { await FilledInTable.OfAsync(life, life.Supervisor, past), (await FilledInTable.OfAsync(life, life.Supervisor, past)).With(("A1", "")) })
        {
            Assert.Contains("只供查阅，不能导入", (await Assert.ThrowsAsync<RuleException>(() => PreviewAsync(life.Supervisor, table))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_wrong_cell_is_named_with_its_address_and_nothing_of_the_table_is_taken()
    {
        var (good, bad) = (await life.AssignedAsync(), await life.AssignedAsync());
        var table = (await FilledInTable.OfAsync(life, life.Supervisor, good, bad)).With(("J3", "2031-12-31"), ("F4", "市水物局"), ("G4", "毫不相干的名字"), ("J4", "明年"));
        var rows = (await PreviewAsync(life.Supervisor, table)).Rows;
        Assert.Equal(bad, rows[1].TaskId);
        Assert.Equal(
            [("F4", "市水物局", "单位名录中没有“市水物局”，是不是“市水务局”？"), ("G4", "毫不相干的名字", "单位名录中没有“毫不相干的名字”，请核对名称，或请管理员登记这个单位。")],
            rows[1].Problems.Take(2).Select(problem => (problem.Address, problem.Printed, problem.Words)));
        Assert.Equal("J4", rows[1].Problems[2].Address);
        await Assert.ThrowsAsync<RuleException>(() => Import.ConfirmAsync(life.Supervisor, table.Bytes, life.CityId, "理由"));
        Assert.Equal(TaskAct.Assign, (await life.ViewAsync(good)).History[0].Act);
    }

    [Fact]
    public async Task Staff_report_for_their_own_department_and_change_nothing_else()
    {
        var id = await life.AssignedAsync();
        var staff = await life.StaffAsync(life.Lead);
        var table = (await FilledInTable.OfAsync(life, staff, id)).With(("K3", "已完成设计"), ("L3", "缺资金"), ("P3", "35%"));
        Assert.Equal("反馈进展1项", (await Import.ConfirmAsync(staff, table.Bytes, life.CityId, null)).Summary);
        var view = await life.ViewAsync(id);
        Assert.Equal((35, "已完成设计", "缺资金", null, life.Lead.Id), (view.Reports[0].Percent, view.Reports[0].Words, view.Reports[0].Problems, view.Reports[0].NextStep, view.Reports[0].DepartmentId));

        table = (await FilledInTable.OfAsync(life, staff, id)).With(("F3", "市财政局"), ("D3", "别的任务"), ("N3", "已办结"));
        Assert.Equal(["D3", "F3", "N3"], (await PreviewAsync(staff, table)).Problems.Select(problem => problem.Address));
        table = (await FilledInTable.OfAsync(life, staff, id)).With(("D4", "新任务"), ("E4", "来源"));
        Assert.Equal("D4", Assert.Single((await PreviewAsync(staff, table)).Problems).Address);
        table = (await FilledInTable.OfAsync(life, staff, id)).With(("P3", "140"), ("K3", ""));
        Assert.Equal(["K3", "P3"], (await PreviewAsync(staff, table)).Problems.Select(problem => problem.Address).Order());
    }

    [Fact]
    public async Task Nobody_reports_for_another_department()
    {
        var id = await life.AssignedAsync();
        foreach (var actor in new[] { life.Supervisor, await life.StaffAsync(life.Other) })
        {
            var table = (await FilledInTable.OfAsync(life, actor, id)).With(("K3", "已完成"), ("P3", "100"));
            Assert.All((await PreviewAsync(actor, table)).Problems, problem => Assert.Equal("进展由承办单位自己反馈，请改回原来的内容。", problem.Words));
        }

        await Assert.ThrowsAsync<ForbiddenException>(async () => await PreviewAsync(await life.PersonAsync(AccountRole.Leader), await FilledInTable.OfAsync(life, life.Supervisor, id)));
    }

    [Fact]
    public async Task Row_that_somebody_has_overtaken_is_told_and_not_taken()
    {
        var id = await life.AssignedAsync();
        var table = (await FilledInTable.OfAsync(life, life.Supervisor, id)).With(("J3", "2031-12-31"));
        await life.Actions.RemindAsync(life.Supervisor, id, new RemarkForm());
        var problem = Assert.Single((await PreviewAsync(life.Supervisor, table)).Problems);
        Assert.Equal("B3", problem.Address);
        Assert.Contains("有人更新过", problem.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_state_of_a_task_forbids_is_said_before()
    {
        var id = await life.AssignedAsync();
        await life.Actions.WithdrawAsync(life.Supervisor, id, new ReasonForm { Reason = "不再需要" });
        var table = (await FilledInTable.OfAsync(life, life.Supervisor, id)).With(("J3", "2031-12-31"));
        Assert.Contains("已终止", Assert.Single((await PreviewAsync(life.Supervisor, table)).Problems).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_that_are_done_together_are_undone_together()
    {
        var id = await life.AssignedAsync();
        await Assert.ThrowsAsync<RuleException>(() => life.Actions.TogetherAsync(async together =>
        {
            await together.RemindAsync(life.Supervisor, id, new RemarkForm { Words = "一" });
            await together.RemindAsync(life.Supervisor, id, new RemarkForm { Words = "二" });
            await together.ApproveAsync(life.Supervisor, id, new RemarkForm());
        }, new AuditDraft(AuditAction.LedgerImported, Words: "不应出现")));
        Assert.Equal((0, TaskAct.Assign), ((await life.ViewAsync(id)).RemindCount, (await life.ViewAsync(id)).History[0].Act));
        await using var db = life.Db();
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Words == "不应出现"));
        await life.Actions.TogetherAsync(async together =>
        {
            await together.RemindAsync(life.Supervisor, id, new RemarkForm { Words = "一" });
            await together.RemindAsync(life.Supervisor, id, new RemarkForm { Words = "二" });
        }, new AuditDraft(AuditAction.LedgerImported, Words: "两次催办"));
        Assert.Equal(2, (await life.ViewAsync(id)).RemindCount);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Words == "两次催办"));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "task.Remind" && e.SubjectId == $"{id}"));
    }

    [Theory]
    [InlineData("市财政局、市水务局，市民政局；市体育局;市林业局,市教育局", 6)]
    [InlineData("各县(市、区)人民政府、市财政局", 2)]
    [InlineData("各县（市、区）人民政府", 1)]
    [InlineData(" 、，", 0)]
    public void Names_in_a_cell_are_parted_but_not_within_brackets(string cell, int count) => Assert.Equal(count, TableUnits.Names(cell).Count());

    [Theory]
    [InlineData("不是表格")]
    [InlineData("PK坏的压缩包")]
    public void File_that_is_no_workbook_is_refused(string content) =>
        Assert.Throws<RuleException>(() => FilledTable.Read(System.Text.Encoding.UTF8.GetBytes(content)));

    private Task<TablePreview> PreviewAsync(Actor actor, FilledInTable table) => Import.PreviewAsync(actor, table.Bytes, life.CityId);
}
