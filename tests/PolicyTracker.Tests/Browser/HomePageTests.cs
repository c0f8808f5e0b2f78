using System.Globalization;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>Upon the five real notices, as the reader reads them.</summary>
public sealed class HomePageTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(AccountRole.Staff, 12)]
    [InlineData(AccountRole.Supervisor, 11)]
    public async Task Every_number_opens_the_rows_that_it_counts(string role, int figures)
    {
        var page = await OpenAsync("/", role);
        var links = await page.Locator(".figures a").AllAsync();
        Assert.Equal(figures, links.Count);
        var counted = new List<(string Address, string Number)>();
        foreach (var link in links)
        {
            counted.Add(((await link.GetAttributeAsync("href"))!, await link.Locator(".figure").InnerTextAsync()));
        }

        Assert.Contains(counted, figure => figure.Number != "0");
        foreach (var (address, number) in counted)
        {
            await page.GotoAsync(address);
            Assert.Equal((address, number), (address, await page.Locator(".page-head strong").InnerTextAsync()));
        }
    }

    [Fact]
    public async Task Staff_see_their_department_first_and_what_waits_for_it()
    {
        var page = await OpenAsync("/", AccountRole.Staff);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("我单位 攀枝花市 市民政局");
        var waiting = page.GetByRole(AriaRole.Region, new() { Name = "待签收" });
        foreach (var row in await waiting.Locator("tbody tr").AllAsync())
        {
            await Expect(row.Locator(".role").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Late_rows_come_most_urgent_first_with_their_light_and_source()
    {
        var page = await OpenAsync("/", AccountRole.Leader);
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "逾期" }).Locator("tbody tr");
        await Expect(rows.First.Locator(".light.red")).ToBeVisibleAsync();
        await Expect(rows.First.Locator(".source-cell a")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex(@"^/documents/\d+#L\d+$"));
        var late = (await rows.Locator(".light").AllInnerTextsAsync())
            .Select(text => int.Parse(new string([.. text.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(late.OrderDescending(), late);
    }

    [Theory]
    [InlineData(AccountRole.Staff, Screen.Office)]
    [InlineData(AccountRole.Supervisor, Screen.Phone)]
    public async Task Home_fits_and_is_accessible(string role, Screen screen)
    {
        var page = await OpenAsync("/", role, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }
}
