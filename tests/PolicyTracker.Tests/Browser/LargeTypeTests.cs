using System.Net;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

public sealed class LargeTypeTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task One_click_makes_every_page_larger_for_the_account_and_one_more_takes_it_back(Screen screen)
    {
        var user = await Portal.MakeAccountAsync(AccountRole.Leader);
        var page = await OpenAsUserAsync("/tasks?light=red", user, screen);
        var usual = await SizeAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "长者模式" }).ClickAsync();
        await page.WaitForURLAsync("**/tasks?light=red");
        await Expect(page.Locator("html")).ToHaveClassAsync("large");
        Assert.True(await SizeAsync(page) >= usual * 1.2);
        var task = (await page.Locator("td.main a").First.GetAttributeAsync("href"))!;
        foreach (var address in new[] { "/tasks?light=red", "/", task })
        {
            await page.GotoAsync(address);
            await Expect(page.Locator("html")).ToHaveClassAsync("large");
            await AssertFitsAsync(page);
            await AssertAccessibleAsync(page);
        }

        // Kept for the account, not for the browser.
        var elsewhere = await OpenAsUserAsync("/documents", user, screen);
        await Expect(elsewhere.Locator("html")).ToHaveClassAsync("large");
        await page.GetByRole(AriaRole.Button, new() { Name = "回到标准模式" }).ClickAsync();
        await Expect(page.Locator("html")).Not.ToHaveClassAsync("large");
        Assert.EndsWith(task, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_leads_to_no_other_host()
    {
        using var client = await Portal.SignedInAsync(await Portal.MakeAccountAsync(AccountRole.Leader));
        foreach (var elsewhere in new[] { "//example.org/", "https://example.org/", "/\\example.org" })
        {
            var answer = await client.SubmitAsync("/tasks", "", ("on", "true"), ("back", elsewhere));
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static Task<double> SizeAsync(IPage page) =>
        page.Locator("td.main a").First.EvaluateAsync<double>("link => parseFloat(getComputedStyle(link).fontSize)");
}
