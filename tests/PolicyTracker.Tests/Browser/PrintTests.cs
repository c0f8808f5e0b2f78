using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>What lies on the desk says what it is: a printed page has its title.</summary>
public sealed class PrintTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Printed_ledger_lies_on_the_broad_side_and_gives_its_titles_the_most_room()
    {
        var page = await OpenAsync("/tasks?light=red", AccountRole.Supervisor);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Matches("/MediaBox \\[0 0 84[12][.0-9]* 59[0-9]", pdf);
        Assert.DoesNotMatch("/MediaBox \\[0 0 59[0-9]", pdf);
        await page.SetViewportSizeAsync(1009, 700);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var widths = await page.Locator(".ledger thead th:not(.select-column)").EvaluateAllAsync<double[]>("heads => heads.map(head => head.offsetWidth)");
        Assert.Equal(widths.Max(), widths[0]);
        await AssertFitsAsync(page);
    }

    [Fact]
    public async Task Title_of_a_page_is_printed_and_nothing_that_only_a_screen_needs()
    {
        await using var db = Portal.Db();
        var task = await db.Tasks.Where(t => t.DocumentId != null).OrderBy(t => t.Id).FirstAsync();
        var department = await db.Responsibilities.Where(r => r.DepartmentId != null).Select(r => r.DepartmentId).FirstAsync();
        var page = await OpenAsync("/statistics", AccountRole.Supervisor);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".print-only")).ToContainTextAsync("辖区：全国，截至20");
        string[] others = ["/tasks", $"/tasks/{task.Id}", $"/documents/{task.DocumentId}", $"/documents/{task.DocumentId}/timeline", $"/departments/{department}", "/calendar", "/documents"];
        foreach (var address in others.Prepend("/statistics"))
        {
            await page.GotoAsync(address);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await Expect(page.Locator(".top-bar")).ToBeHiddenAsync();
            await Expect(page.Locator(".side-menu")).ToBeHiddenAsync();
        }
    }
}
