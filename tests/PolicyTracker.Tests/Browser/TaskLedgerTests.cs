using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>Upon the five real notices, as the reader reads them.</summary>
public sealed partial class TaskLedgerTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Ledger_shows_the_tasks_of_all_five_files()
    {
        var page = await OpenAsync("/tasks?page-size=2000", AccountRole.Supervisor);
        var shown = await page.Locator(".source-cell a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href').match(/\\d+/)[0])");
        await using var db = Portal.Db();
        var files = await db.Documents.Where(document => shown.Select(int.Parse).Contains(document.Id)).Select(document => document.SourceFileId).Distinct().CountAsync();
        Assert.Equal((await db.Tasks.CountAsync(), 5), (shown.Length, files));
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task A_department_is_found_with_what_it_leads_and_what_it_answers_for_with_others(Screen screen)
    {
        var page = await OpenAsync("/tasks", AccountRole.Supervisor, screen);
        await UnfoldAsync(page);
        await page.GetByLabel("辖区", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "　　攀枝花市" });
        await SubmitAsync(page);
        await Expect(page.Locator(".chips")).ToContainTextAsync("攀枝花市");
        await UnfoldAsync(page);
        await Expect(page.GetByLabel("单位", new() { Exact = true }).Locator("optgroup")).ToHaveCountAsync(1);
        await page.GetByLabel("单位", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "市民政局" });
        await SubmitAsync(page);
        await Expect(page.Locator(".chips")).ToContainTextAsync("攀枝花市 市民政局");
        var department = Portal.Department.Id;
        Assert.EndsWith($"&department={department}", page.Url, StringComparison.Ordinal);

        await using var db = Portal.Db();
        var parts = db.Responsibilities.Where(r => r.DepartmentId == department);
        Assert.Equal(await parts.Select(r => r.TaskId).Distinct().CountAsync(), await TotalAsync(page));
        Assert.NotEqual(0, await page.Locator("td[data-label=牵头]", new() { HasText = "市民政局" }).CountAsync());
        Assert.NotEqual(0, await page.Locator("td[data-label='责任/配合']", new() { HasText = "市民政局" }).CountAsync());

        await UnfoldAsync(page);
        await page.GetByLabel("角色", new() { Exact = true }).SelectOptionAsync("lead");
        await SubmitAsync(page);
        await Expect(page.Locator(".chips")).ToContainTextAsync("角色 牵头");
        Assert.Equal(await parts.Where(r => r.Role == Role.Lead).Select(r => r.TaskId).Distinct().CountAsync(), await TotalAsync(page));
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task A_condition_is_taken_away_by_its_chip_and_the_others_stay(Screen screen)
    {
        var page = await OpenAsync("/tasks?light=red&page=2", AccountRole.Supervisor, screen);
        await UnfoldAsync(page);
        await page.GetByLabel("文字", new() { Exact = true }).FillAsync("发展");
        await page.GetByLabel("状态", new() { Exact = true }).SelectOptionAsync("assigned");
        await SubmitAsync(page);
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["状态 待签收", "灯 逾期", "文字 发展"]);
        foreach (var (word, left) in new[] { ("文字 发展", "**/tasks?status=assigned&light=red"), ("状态 待签收", "**/tasks?light=red") })
        {
            var chip = page.GetByRole(AriaRole.Link, new() { Name = $"去掉条件：{word}" });
            await chip.ClickAsync();
            await page.WaitForURLAsync(left);
            await Expect(chip).ToHaveCountAsync(0);
        }

        await Expect(page.Locator(".chip")).ToHaveTextAsync(["灯 逾期"]);
        await Expect(page.GetByLabel("灯", new() { Exact = true })).ToHaveValueAsync("red");
        // What was typed and chosen is gone from the form, too: the next submit must not bring it back.
        await Expect(page.GetByLabel("文字", new() { Exact = true })).ToHaveValueAsync("");
        await Expect(page.GetByLabel("状态", new() { Exact = true })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Head_of_a_column_sorts_and_then_turns_round()
    {
        var page = await OpenAsync("/tasks?light=red", AccountRole.Supervisor);
        var head = page.GetByRole(AriaRole.Columnheader, new() { Name = "时限" });
        foreach (var (address, order) in new[] { ("sort=due", "ascending"), ("sort=-due", "descending") })
        {
            await head.GetByRole(AriaRole.Link).ClickAsync();
            await page.WaitForURLAsync($"**/tasks?light=red&{address}");
            await Expect(head).ToHaveAttributeAsync("aria-sort", order);
            var days = await page.Locator("td time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
            Assert.True(days.Length > 1);
            Assert.Equal(order == "ascending" ? days.Order(StringComparer.Ordinal) : days.OrderDescending(StringComparer.Ordinal), days);
        }
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Second_page_is_in_the_address_and_survives_opening_it_again(Screen screen)
    {
        var page = await OpenAsync("/tasks?status=open&sort=title", AccountRole.Supervisor, screen);
        var first = await RowsAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?status=open&sort=title&page=2");
        await Expect(page.Locator(".pager")).ToContainTextAsync("第 2 /");
        var second = await RowsAsync(page);
        Assert.Empty(first.Intersect(second));
        await page.ReloadAsync();
        Assert.Equal(second, await RowsAsync(page));
        await Expect(page.GetByLabel("状态", new() { Exact = true })).ToHaveValueAsync("open");
        await page.GetByRole(AriaRole.Link, new() { Name = "每页 50 项" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?status=open&sort=title&page-size=50");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task What_makes_no_sense_in_the_address_is_told_and_the_rest_applies()
    {
        var page = await OpenAsync("/tasks?status=%E7%B3%8A%E6%B6%82&light=red", AccountRole.Supervisor);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("糊涂");
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["灯 逾期"]);
        await Expect(page.Locator("tbody .light.red").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Empty_ledger_says_why_and_offers_to_clear_the_filter()
    {
        var page = await OpenAsync("/tasks?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E8%AF%8D&sort=due", AccountRole.Supervisor);
        await Expect(page.Locator(".empty")).ToContainTextAsync("没有符合全部条件的任务");
        await page.GetByRole(AriaRole.Link, new() { Name = "清除筛选" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?sort=due");
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        await page.GotoAsync("/tasks?page=900");
        await Expect(page.Locator(".empty")).ToContainTextAsync("没有第900页");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Ledger_fits_and_is_accessible(Screen screen)
    {
        var page = await OpenAsync("/tasks?light=red&sort=due", AccountRole.Leader, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    // Enhanced navigation changes the address first and then the page: what the page must show is waited for besides.
    // On a phone the conditions are folded away until somebody wants them.
    private static async Task UnfoldAsync(IPage page)
    {
        if (!await page.GetByLabel("文字", new() { Exact = true }).IsVisibleAsync())
        {
            await page.GetByText("筛选条件").ClickAsync();
        }
    }

    private static async Task SubmitAsync(IPage page)
    {
        var before = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => address != before);
    }

    private static async Task<int> TotalAsync(IPage page) =>
        int.Parse(Figures().Match(await page.Locator(".page-head .as-of").InnerTextAsync()).Value, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string[]> RowsAsync(IPage page) =>
        await page.Locator("td.main a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();
}
