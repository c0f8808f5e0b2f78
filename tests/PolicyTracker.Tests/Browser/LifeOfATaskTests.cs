using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>A whole life of a task, played by the people who take part in it.</summary>
public sealed class LifeOfATaskTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Four_people_take_a_task_from_its_notice_to_its_end_and_back()
    {
        var lead = await ImportOnThePageAsync();
        var supporting = await Portal.MakeStaffAsync("市卫生健康局", "大理市");
        var leading = await Portal.MakeStaffAsync("市水务局", "大理市");
        var ofLead = await OpenAsUserAsync($"/tasks/{lead}", leading);
        var ofSupport = await OpenAsUserAsync($"/tasks/{lead}", supporting);
        var supervisor = await OpenAsync($"/tasks/{lead}", AccountRole.Supervisor);

        // Each unit acknowledges; only the lead's makes it 办理中.
        await PressAsync(ofSupport, "签收", "已签收");
        await Expect(Status(ofSupport)).ToHaveTextAsync("待签收");
        await PressAsync(ofLead, "签收", "已签收");
        await Expect(Status(ofLead)).ToHaveTextAsync("办理中");

        // The lead reports, with a file; the supervisor verifies another figure and sets a deadline.
        await ofLead.GetByLabel("完成进度").FillAsync("30");
        await ofLead.GetByLabel("进展情况").FillAsync("监测点已选址。");
        await ofLead.GetByLabel("存在问题").FillAsync("设备到货晚。");
        await ofLead.GetByLabel("佐证材料").SetInputFilesAsync(new FilePayload { Name = "选址.txt", MimeType = "text/plain", Buffer = "三处"u8.ToArray() });
        await PressAsync(ofLead, "反馈进展", "已填报进展");
        await Expect(ofLead.Locator(".history li").First).ToContainTextAsync("选址.txt");
        var download = await ofLead.RunAndWaitForDownloadAsync(() => ofLead.GetByRole(AriaRole.Link, new() { Name = "选址.txt" }).ClickAsync());
        Assert.Equal("选址.txt", download.SuggestedFilename);
        Assert.Equal("三处", await File.ReadAllTextAsync((await download.PathAsync())!));
        await supervisor.ReloadAsync();
        await supervisor.GetByLabel("核实的进度").FillAsync("20");
        await supervisor.GetByLabel("核实的情况").FillAsync("实地看过，完成两处。");
        await PressAsync(supervisor, "核实进度", "已核实进度");
        await Expect(supervisor.Locator(".facts")).ToContainTextAsync("30%，牵头单位市水务局反馈的进度");
        await ChooseAsync(supervisor, "调整单位或期限");
        await supervisor.GetByLabel("新的期限").FillAsync("2031-06-30");
        await supervisor.GetByLabel("调整的理由").FillAsync("会议要求提前。");
        await PressAsync(supervisor, "调整单位或期限", "已调整");
        await Expect(supervisor.Locator(".history li").First).ToContainTextAsync("期限：无 → 2031年6月30日");
        await ofLead.GotoAsync("/");

        // Extension, completion, return, completion again, approval, reopening.
        await ofLead.GotoAsync($"/tasks/{lead}?act=RequestExtension");
        await ofLead.GetByLabel("新的期限").FillAsync("2031-09-30");
        await ofLead.GetByLabel("延期的理由").FillAsync("设备推迟到货。");
        await PressAsync(ofLead, "申请延期", "已申请延期");
        await supervisor.GotoAsync($"/tasks/{lead}");
        await supervisor.GetByLabel("批准", new() { Exact = true }).CheckAsync();
        await PressAsync(supervisor, "审批延期", "已审批延期");
        await Expect(supervisor.Locator(".facts").First).ToContainTextAsync("2031年9月30日");
        await AskForCompletionAsync(ofLead, lead, "监测点全部建成。");
        await supervisor.GotoAsync($"/tasks/{lead}?act=Return");
        await supervisor.GetByLabel("退回的理由").FillAsync("请补充验收表。");
        await PressAsync(supervisor, "退回", "已退回");
        await AskForCompletionAsync(ofLead, lead, "已补充验收表。");
        await supervisor.GotoAsync($"/tasks/{lead}");
        await PressAsync(supervisor, "审核通过", "已审核通过");
        await Expect(Status(supervisor)).ToHaveTextAsync("已办结");
        await supervisor.GetByLabel("重新办理的理由").FillAsync("抽查发现一处停用。");
        await PressAsync(supervisor, "重新办理", "已重新办理");
        await Expect(Status(supervisor)).ToHaveTextAsync("办理中");

        var acts = await supervisor.Locator(".history li strong").AllTextContentsAsync();
        Assert.Equal(
            ["重新办理", "审核通过", "申请办结", "退回", "申请办结", "审批延期", "申请延期", "调整单位或期限", "核实进度", "反馈进展", "签收", "签收", "导入"], acts);
        await AssertAccessibleAsync(supervisor);
    }

    [Fact]
    public async Task Rights_withdrawn_while_a_page_is_open_refuse_the_button_that_is_still_there()
    {
        var task = await ImportAsync();
        var staff = await Portal.MakeStaffAsync("市水务局", "大理市");
        var page = await OpenAsUserAsync($"/tasks/{task}", staff);
        await using var db = Portal.Db();
        await db.UserRoles.Where(held => db.Users.Any(account => account.Id == held.UserId && account.UserName == staff)).ExecuteDeleteAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签收" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("承办人员可以签收");
        ForgiveConsoleErrors("403");
        await Portal.AuditedAsync(entry => entry.Action == AuditAction.Forbidden && entry.Words.Contains("签收"));
        Assert.Equal(TaskState.Assigned, await db.Tasks.Where(t => t.Id == task).Select(t => t.State).SingleAsync());
    }

    [Fact]
    public async Task Task_is_registered_by_hand_and_assigned()
    {
        await ImportAsync();
        var page = await OpenAsync("/tasks/new", AccountRole.Supervisor);
        await page.GetByRole(AriaRole.Button, new() { Name = "立项" }).ClickAsync();
        await Expect(page.GetByText("请填写任务名称。")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.GetByLabel("任务名称").FillAsync("排查老旧电梯");
        await page.GetByLabel("任务内容").FillAsync("对使用十五年以上的电梯逐台排查。");
        await page.GetByLabel("任务来源").FillAsync("第12次常务会议纪要第三项");
        await using var db = Portal.Db();
        var place = await db.Jurisdictions.SingleAsync(j => j.Name == "大理市");
        await page.GetByLabel("辖区").SelectOptionAsync($"{place.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "立项" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已立项");
        await page.GetByLabel("第1个单位", new() { Exact = true }).FillAsync("不存在的局");
        await page.GetByRole(AriaRole.Button, new() { Name = "交办" }).ClickAsync();
        await Expect(page.GetByText("单位名录中没有“不存在的局”")).ToBeVisibleAsync();
        await page.GetByLabel("第1个单位", new() { Exact = true }).FillAsync("市水务局");
        await page.GetByLabel("第1个单位的角色").SelectOptionAsync("Lead");
        await page.GetByRole(AriaRole.Button, new() { Name = "交办" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请写明期限");
        await page.GetByLabel("没有完成时限").CheckAsync();
        await PressAsync(page, "交办", "已交办");
        await Expect(Status(page)).ToHaveTextAsync("待签收");
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("市水务局");
    }

    [Fact]
    public async Task Ticked_tasks_are_reminded_of_together_with_a_preview_and_a_result_for_each()
    {
        var task = await ImportAsync();
        await using var db = Portal.Db();
        var document = await db.Tasks.Where(t => t.Id == task).Select(t => t.DocumentId).SingleAsync();
        var page = await OpenAsync($"/tasks?document={document}", AccountRole.Supervisor);
        await page.GetByLabel("选中本页全部任务").CheckAsync();
        await Expect(page.GetByText("已选3项")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "将要办理的任务" })).ToContainTextAsync("市水务局");
        await page.GetByLabel("催办的话").FillAsync("请于本周反馈。");
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "对3项任务催办" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("成功2项，未办1项");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "加强宣传引导" })).ToContainTextAsync("不知道催办谁");
        Assert.Equal(2, await db.History.CountAsync(entry => entry.Act == TaskAct.Remind && entry.Words == "请于本周反馈。"));
    }

    [Fact]
    public async Task Bell_counts_without_reload_and_leads_to_what_has_happened()
    {
        var task = await ImportAsync();
        var staff = await Portal.MakeStaffAsync("市水务局", "大理市");
        var page = await OpenAsUserAsync("/documents", staff);
        var bell = page.Locator(".bell-count");
        await Expect(bell).ToBeHiddenAsync();
        var supervisor = await OpenAsync($"/tasks/{task}?act=Remind", AccountRole.Supervisor);
        await supervisor.GetByLabel("催办的话").FillAsync("请尽快签收。");
        await PressAsync(supervisor, "催办", "已催办");
        await Expect(bell).ToHaveTextAsync("1");
        await page.GetByRole(AriaRole.Link, new() { Name = "消息" }).ClickAsync();
        await Expect(page.Locator(".inbox-messages")).ToContainTextAsync("请尽快签收。");
        await AssertAccessibleAsync(page);
        await page.Locator(".inbox-messages a").ClickAsync();
        await page.WaitForURLAsync($"**/tasks/{task}");
        await Expect(page.Locator(".bell-count")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/inbox")]
    [InlineData("/tasks/new")]
    public async Task Pages_fit_a_phone(string address)
    {
        var page = await OpenAsync(address, AccountRole.Supervisor, Screen.Phone);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    private static ILocator Status(IPage page) => page.Locator(".signals .status");

    private static Task ChooseAsync(IPage page, string act) => page.Locator(".acts-on-task").GetByRole(AriaRole.Link, new() { Name = act }).ClickAsync();

    private static async Task PressAsync(IPage page, string act, string done)
    {
        await page.Locator("#act form").GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(done);
    }

    private static async Task AskForCompletionAsync(IPage page, long task, string words)
    {
        await page.GotoAsync($"/tasks/{task}?act=RequestCompletion");
        await page.GetByLabel("完成情况").FillAsync(words);
        await PressAsync(page, "申请办结", "已申请办结");
    }

    // As an administrator does it.
    private async Task<long> ImportOnThePageAsync()
    {
        var mark = $"{Guid.NewGuid():N}";
        var text = Notices.Plan(mark);
        var page = await DeskPages.BringInAsync(await OpenAsync("/import", AccountRole.Administrator), $"{mark}.txt", System.Text.Encoding.UTF8.GetBytes(text));
        await DeskPages.WorkToZeroAsync(page);
        return await LeadTaskAsync(await DeskPages.ConfirmAsync(page, 3));
    }

    /// <summary>A notice of its own; the task that 市水务局 leads and 市卫生健康局 supports.</summary>
    private async Task<long> ImportAsync() => await LeadTaskAsync(await Portal.ImportAsync(Notices.Plan($"{Guid.NewGuid():N}")));

    private async Task<long> LeadTaskAsync(int document)
    {
        await using var db = Portal.Db();
        return await db.Tasks.Where(t => t.DocumentId == document && t.Responsibilities.Any(r => r.Role == Role.Lead)).Select(t => t.Id).SingleAsync();
    }
}
