using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>查看日期: a past day in the ledger, the cockpit, in the lists, of a department, a document and a task, on a timeline and in the calendar.</summary>
public sealed class AsOfTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Figure_of_a_past_cockpit_opens_the_ledger_of_that_day_which_leads_back_to_today(Screen screen)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/statistics?as-of={Iso(notice.Yesterday)}", AccountRole.Supervisor, screen);
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        await Expect(page.Locator(".as-of-search")).ToHaveTextAsync("页顶的搜索找的是现在的内容；当日的文字请在当日的台账里筛选。");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "当日的台账" })).ToHaveAttributeAsync("href", $"/tasks?as-of={Iso(notice.Yesterday)}");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.Locator(".cockpit-figures a").First.ClickAsync();
        await page.WaitForURLAsync($"**/tasks?as-of={Iso(notice.Yesterday)}");
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "回到今天" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks");
        await Expect(page.Locator(".as-of-band")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Ledger_of_a_past_day_is_chosen_in_the_filter_kept_by_its_links_and_only_looked_at(Screen screen)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/tasks?document={notice.Document}", AccountRole.Supervisor, screen);
        await Expect(page.Locator(".ledger .status", new() { HasText = "已终止" })).ToHaveCountAsync(1);
        if (screen == Screen.Phone)
        {
            await page.GetByText("筛选条件").ClickAsync();
        }

        await page.GetByText("更多条件").ClickAsync();
        await page.GetByLabel("查看日期").FillAsync(Iso(notice.Yesterday));
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选", Exact = true }).ClickAsync();
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        await Expect(page.Locator(".ledger .status", new() { HasText = "已终止" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".ledger [data-row]")).ToHaveCountAsync(3);
        Assert.Equal(0, await page.Locator("input[name=ids], #many, a:text('导出Word'), a:text('立项')").CountAsync());
        await Expect(page.GetByText("只供查阅，不能填写以后再导入")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "导出Excel" })).ToHaveAttributeAsync("href", new Regex($"as-of={Iso(notice.Yesterday)}"));
        foreach (var link in await page.Locator(".chip, .group-choice a, .ledger th a").AllAsync())
        {
            Assert.Contains($"as-of={Iso(notice.Yesterday)}", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Document_shows_its_tasks_as_they_were_and_says_when_it_was_not_there_yet(Screen screen)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/documents/{notice.Document}", AccountRole.Administrator, screen);
        await Expect(page.Locator(".margin-task .light", new() { HasText = "已终止" })).ToHaveCountAsync(1);
        await ChooseAsync(page, notice.Yesterday);
        await Expect(page.Locator(".margin-task .light", new() { HasText = "已终止" })).ToHaveCountAsync(0);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await ChooseAsync(page, notice.Before);
        await Expect(page.Locator(".empty")).ToContainTextAsync("系统里还没有这份文件");
        await page.Locator(".as-of-band").GetByRole(AriaRole.Link, new() { Name = "回到今天" }).ClickAsync();
        await page.WaitForURLAsync($"**/documents/{notice.Document}");
        await Expect(page.Locator(".margin-task")).ToHaveCountAsync(3);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Department_shows_its_tasks_as_they_were_without_anything_to_change(Screen screen)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/departments/{notice.Department}", AccountRole.Administrator, screen);
        var open = int.Parse(await page.Locator(".figures .figure").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await ChooseAsync(page, notice.Yesterday);
        await Expect(page.Locator(".figures .figure").First).Not.ToHaveTextAsync($"{open}");
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "机构改革" }).CountAsync());
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.Locator(".figures a").First.ClickAsync();
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        await page.GotoAsync($"/departments/{notice.Department}?as-of={Iso(notice.Before)}");
        await Expect(page.Locator(".empty")).ToContainTextAsync("还没有市工业信息化局的任务");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Task_of_a_past_day_is_only_looked_at_and_its_links_keep_the_day(Screen screen)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/tasks?document={notice.Document}&as-of={Iso(notice.Yesterday)}", AccountRole.Supervisor, screen);
        await page.Locator(".ledger .main a").First.ClickAsync();
        await page.WaitForURLAsync($"**/tasks/{notice.Withdrawn}?as-of={Iso(notice.Yesterday)}");
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        await Expect(page.Locator(".signals .status")).ToHaveTextAsync("待签收");
        await Expect(page.GetByText("意见已经废止")).ToHaveCountAsync(0);
        await Expect(page.Locator("#act, a:text('督办单')")).ToHaveCountAsync(0);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        foreach (var link in await page.Locator(".page-head .up a, .page-head a[rel], .task-page aside .plain-list a, .task-page a.button").AllAsync())
        {
            Assert.Contains($"as-of={Iso(notice.Yesterday)}", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "回到今天" }).ClickAsync();
        await Expect(page.Locator(".signals .status")).ToHaveTextAsync("已终止");
        await Expect(page.GetByText("意见已经废止")).ToBeVisibleAsync();
        await ChooseAsync(page, notice.Before);
        await Expect(page.Locator(".empty")).ToContainTextAsync("系统里还没有这项任务");
        await page.GotoAsync($"/tasks/999999999?as-of={Iso(notice.Before)}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("没有找到这项任务");
        ForgiveConsoleErrors("404");
    }

    [Fact]
    public async Task Words_of_a_past_day_are_those_of_its_version_and_the_band_says_so_where_they_are_lost()
    {
        var notice = await PastNotice.MakeAsync(Portal);
        await using var db = Portal.Db();
        var file = await db.Documents.Where(d => d.Id == notice.Document).Select(d => d.SourceFile!.Lines).SingleAsync();
        var second = string.Join('\n', file).Replace("开展地理标志专项检查", "开展地理标志和商标专项检查", StringComparison.Ordinal).Replace("(二)保护地理标志", "(二)保护地理标志和商标", StringComparison.Ordinal);
        var task = await db.Tasks.Where(t => t.DocumentId == notice.Document).OrderBy(t => t.Ordinal).Skip(1).Select(t => t.Id).FirstAsync();
        var page = await OpenAsync("/import", AccountRole.Administrator);
        await DeskPages.BringInAsync(page, $"火腿{Guid.NewGuid():N}.txt", Encoding.UTF8.GetBytes(second));
        await DeskPages.WorkToZeroAsync(page);
        var now = await DeskPages.ConfirmAsync(page, 3);

        await page.GotoAsync($"/tasks/{task}?as-of={Iso(notice.Yesterday)}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("(二)保护地理标志");
        await Expect(page.Locator(".printed-lines")).Not.ToContainTextAsync("商标");
        await page.GetByRole(AriaRole.Link, new() { Name = "在原文中查看" }).ClickAsync();
        await page.WaitForURLAsync($"**/documents/{notice.Document}?as-of=*");
        await Expect(page.Locator(".margin-task")).ToHaveCountAsync(3);
        await page.GotoAsync($"/tasks?document={notice.Document}&as-of={Iso(notice.Yesterday)}");
        await Expect(page.Locator(".ledger [data-row]")).ToHaveCountAsync(3);
        await Expect(page.Locator(".ledger")).Not.ToContainTextAsync("商标");
        await page.GotoAsync($"/tasks?document={notice.Document}&as-of={Iso(notice.Yesterday)}&q=商标");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await page.GotoAsync($"/tasks?document={now}&q=商标");
        await Expect(page.Locator(".ledger [data-row]")).ToHaveCountAsync(1);
        await page.GotoAsync($"/documents/{notice.Document}");
        await Expect(page.Locator(".margin-task")).ToHaveCountAsync(0);

        // As if the new version had come two days ago.
        await db.History.Where(act => act.TaskId == task && act.Act == TaskAct.Revise)
            .ExecuteUpdateAsync(set => set.SetProperty(act => act.At, act => act.At.AddDays(-2)));
        await DeskPages.TakeBackAsync(page, now);
        await page.GotoAsync($"/tasks/{task}?as-of={Iso(notice.Yesterday)}");
        await Expect(page.Locator(".as-of-remark")).ToContainTextAsync("当日的文件版本后来已撤销");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    [Theory]
    [InlineData(Screen.Office, "documents", "火腿产业")]
    [InlineData(Screen.Phone, "documents", "火腿产业")]
    [InlineData(Screen.Office, "departments", "市工业信息化局")]
    [InlineData(Screen.Phone, "departments", "市工业信息化局")]
    public async Task List_of_a_past_day_is_chosen_in_its_filter_and_leads_to_that_day(Screen screen, string list, string words)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/{list}?q={words}", AccountRole.Administrator, screen);
        if (screen == Screen.Phone)
        {
            await page.GetByText("筛选条件").ClickAsync();
        }

        await page.GetByLabel("查看日期").FillAsync(Iso(notice.Yesterday));
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选", Exact = true }).ClickAsync();
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        await Expect(page.Locator(".page-head a.button")).ToHaveCountAsync(0);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        foreach (var link in await page.Locator("tbody a, .filters a").AllAsync())
        {
            Assert.Contains($"as-of={Iso(notice.Yesterday)}", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "回到今天" }).ClickAsync();
        await page.WaitForURLAsync($"**/{list}?q=*");
        await Expect(page.Locator(".as-of-band")).ToHaveCountAsync(0);
        await Expect(page.Locator("tbody a").First).Not.ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("as-of"));
    }

    [Fact]
    public async Task Documents_that_came_later_are_not_in_the_list_of_a_past_day()
    {
        await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync("/documents?as-of=2001-01-01", AccountRole.Administrator);
        await Expect(page.Locator(".empty")).ToContainTextAsync("到2001年1月1日日终为止，您可以查看的范围内还没有文件。");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Timeline_of_a_past_day_is_reached_from_the_document_and_shows_the_lights_of_it(Screen screen)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/documents/{notice.Document}?as-of={Iso(notice.Yesterday)}", AccountRole.Leader, screen);
        await page.GetByRole(AriaRole.Link, new() { Name = "时间轴" }).ClickAsync();
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        await Expect(page.Locator(".timeline .light", new() { HasText = "已终止" })).ToHaveCountAsync(0);
        foreach (var link in await page.Locator(".timeline a, .tabs a, .page-head .up a").AllAsync())
        {
            Assert.Contains($"as-of={Iso(notice.Yesterday)}", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        }

        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "回到今天" }).ClickAsync();
        await Expect(page.Locator(".timeline .light", new() { HasText = "已终止" })).ToHaveCountAsync(1);
        await ChooseAsync(page, notice.Before);
        await Expect(page.Locator(".empty")).ToContainTextAsync("系统里还没有这份文件的任务");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Calendar_of_a_past_day_counts_what_was_open_then_and_keeps_the_day_in_its_links(Screen screen)
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var address = $"/calendar?month=2032-04&document={notice.Document}";
        var page = await OpenAsync(address, AccountRole.Leader, screen);
        await Expect(page.GetByText("2032年4月没有到期而未办结的任务")).ToBeVisibleAsync();
        await page.GotoAsync($"{address}&as-of={Iso(notice.Yesterday)}");
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
        foreach (var link in await page.Locator(".calendar-steps a, .tabs a, .due-figures a, .calendar-total a, .filters a").AllAsync())
        {
            Assert.Contains($"as-of={Iso(notice.Yesterday)}", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        }

        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "2032年4月30日 正常1项" }).ClickAsync();
        await Expect(page.Locator(".ledger [data-row]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(notice.Yesterday));
    }

    [Fact]
    public async Task Day_to_come_is_refused_and_the_present_is_shown()
    {
        var page = await OpenAsync("/statistics?as-of=2999-01-01", AccountRole.Leader);
        await Expect(page.Locator(".flash.problem")).ToContainTextAsync("查看日期（as-of）不能晚于今天");
        await Expect(page.Locator(".as-of-band")).ToHaveCountAsync(0);
        foreach (var path in new[] { "tasks", "documents", "departments", "calendar" })
        {
            await page.GotoAsync($"/{path}?as-of=2999-01-01");
            await Expect(page.Locator(".flash.problem")).ToContainTextAsync("不能晚于今天");
        }
    }

    [Fact]
    public async Task Paper_and_work_on_many_are_refused_for_a_past_day()
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/tasks/export?document={notice.Document}&as-of={Iso(notice.Yesterday)}&format=docx", AccountRole.Supervisor);
        await Expect(page.Locator(".flash")).ToContainTextAsync("Word 清单只有现在的");
        await page.GotoAsync($"/tasks/many?document={notice.Document}&as-of={Iso(notice.Yesterday)}&scope=all&act=Remind");
        await Expect(page.Locator(".empty")).ToContainTextAsync("过去日期的台账只能查看");
        ForgiveConsoleErrors("403");
    }

    private static async Task ChooseAsync(IPage page, DateOnly day)
    {
        await page.GetByLabel("查看日期").FillAsync(Iso(day));
        await page.GetByRole(AriaRole.Button, new() { Name = "查看", Exact = true }).ClickAsync();
        await Expect(page.Locator(".as-of-band")).ToContainTextAsync(Band(day));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Band(DateOnly day) => $"以下为{day.Year}年{day.Month}月{day.Day}日(日终)的情况";
}
