using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>查看日期: a past day in the ledger, the cockpit, of a department and of a document.</summary>
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
        Assert.Equal(0, await page.Locator("input[name=ids], #many, a:text('导出Excel'), a:text('立项')").CountAsync());
        await Expect(page.GetByText("只导出现在的台账")).ToBeVisibleAsync();
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

    [Fact]
    public async Task Day_to_come_is_refused_and_the_present_is_shown()
    {
        var page = await OpenAsync("/statistics?as-of=2999-01-01", AccountRole.Leader);
        await Expect(page.Locator(".flash.problem")).ToContainTextAsync("查看日期（as-of）不能晚于今天");
        await Expect(page.Locator(".as-of-band")).ToHaveCountAsync(0);
        await page.GotoAsync("/tasks?as-of=2999-01-01");
        await Expect(page.Locator(".flash.problem")).ToContainTextAsync("不能晚于今天");
    }

    [Fact]
    public async Task Export_and_work_on_many_are_refused_for_a_past_day()
    {
        var notice = await PastNotice.MakeAsync(Portal);
        var page = await OpenAsync($"/tasks/export?document={notice.Document}&as-of={Iso(notice.Yesterday)}&format=csv", AccountRole.Supervisor);
        await Expect(page.Locator(".flash")).ToContainTextAsync("只导出现在的台账");
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
