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
