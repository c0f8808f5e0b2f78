using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>单位: every figure is a link to the rows that it counts.</summary>
public sealed class DepartmentsTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData("在办")]
    [InlineData("逾期")]
    [InlineData("全部")]
    public async Task Figure_in_the_list_is_the_total_of_the_ledger_behind_it(string figure)
    {
        var page = await OpenAsync($"/departments?jurisdiction={Portal.Department.JurisdictionId}&q=市民政局", AccountRole.Supervisor);
        var cell = page.Locator("tbody tr").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "市民政局", Exact = true }) })
            .Locator($"td[data-label='{figure}']");
        var count = int.Parse(await cell.InnerTextAsync(), null);
        if (count > 0)
        {
            await cell.GetByRole(AriaRole.Link).ClickAsync();
            await ExpectTotalAsync(page, count);
        }
        else
        {
            await Expect(cell.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Every_figure_of_a_department_is_the_total_of_the_ledger_behind_it()
    {
        var page = await OpenAsync($"/departments/{Portal.Department.Id}", AccountRole.Leader);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("市民政局");
        var figures = await page.Locator(".figures a, .signals a").EvaluateAllAsync<string[]>(
            "links => links.map(link => (link.querySelector('.figure') ?? link).textContent.trim() + ' ' + link.getAttribute('href'))");
        Assert.True(figures.Length >= 6, $"Only {figures.Length} figures.");
        foreach (var figure in figures.Select(figure => figure.Split(' ')))
        {
            await page.GotoAsync(figure[1]);
            await ExpectTotalAsync(page, int.Parse(figure[0], null));
        }
    }

    [Fact]
    public async Task Department_shows_what_it_leads_and_what_it_does_with_others()
    {
        var page = await OpenAsync($"/departments/{Portal.Department.Id}", AccountRole.Staff);
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "牵头" }).First).ToBeVisibleAsync();
        await Expect(page.Locator("tbody .role").Filter(new() { HasTextRegex = new Regex("责任|配合") }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Department_of_another_city_is_not_found()
    {
        await using var db = Portal.Db();
        var elsewhere = db.Departments.First(d => d.Jurisdiction!.Name == "乐山市").Id;
        var page = await OpenAsync($"/departments/{elsewhere}", AccountRole.Staff);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("没有找到这个单位");
        ForgiveConsoleErrors("404");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task List_and_department_fit_and_are_accessible(Screen screen)
    {
        var page = await OpenAsync("/departments", AccountRole.Supervisor, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GotoAsync($"/departments/{Portal.Department.Id}");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    private static async Task ExpectTotalAsync(IPage page, int count)
    {
        if (count == 0)
        {
            await Expect(page.Locator(".empty")).ToBeVisibleAsync();
            return;
        }

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "翻页" }).Locator("strong").First).ToHaveTextAsync($"{count}");
    }
}
