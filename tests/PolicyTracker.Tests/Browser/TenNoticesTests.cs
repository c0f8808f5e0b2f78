using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>The five notices and five of our own go through the desk: to zero, corrected, confirmed, in the ledger, taken back.</summary>
[Collection(BusyPortalTests.Name)]
public sealed partial class TenNoticesTests(PortalFixture portal) : BrowserTest(portal)
{
    public static TheoryData<string> Names { get; } =
        ["意见.txt", "要点.html", "分工.docx", "分解表.xlsx", "方案.md", .. Built.Notices.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Notice_goes_through_the_desk_and_back(string name)
    {
        var page = await DeskPages.BringInAsync(await OpenAsync("/import", AccountRole.Administrator), name, Content(name));
        await DeskPages.WorkToZeroAsync(page);
        var tasks = int.Parse(Number().Match(await page.Locator("[data-key=c]").InnerTextAsync()).Value, CultureInfo.InvariantCulture);
        Assert.True(tasks > 0, "No task was read.");
        await CorrectAsync(page);
        if (await DeskPages.CountAsync(page) > 0)
        {
            await DeskPages.WorkToZeroAsync(page);
        }

        var document = await DeskPages.ConfirmAsync(page, tasks);
        await using var db = Portal.Db();
        var file = await db.Documents.Where(d => d.Id == document).Select(d => d.SourceFileId).SingleAsync();
        Assert.Equal(tasks, await db.Tasks.CountAsync(t => t.Document!.SourceFileId == file));
        Assert.Equal(1, await db.Responsibilities.CountAsync(r => r.Task!.Document!.SourceFileId == file && r.PrintedName == "市档案局"));
        await page.GotoAsync($"/tasks?document={document}&q={Uri.EscapeDataString("核对时改过")}");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        await DeskPages.TakeBackAsync(page, document);
        Assert.False(await db.Documents.AnyAsync(d => d.SourceFileId == file));
    }

    // The first task that is shown: its words, its last line and one more department.
    private static async Task CorrectAsync(IPage page)
    {
        if (await page.Locator(".desk-documents button").CountAsync() is > 0)
        {
            await page.Locator(".desk-documents button").First.ClickAsync();
        }

        await page.Locator(".desk-task").First.GetByRole(AriaRole.Button).ClickAsync();
        var editor = page.GetByRole(AriaRole.Form, new() { Name = "更正任务" });
        await editor.GetByLabel("任务", new() { Exact = true }).FillAsync("核对时改过的任务");
        var first = await editor.GetByLabel("起始行").InputValueAsync();
        await editor.GetByLabel("结束行").FillAsync(first);
        await editor.GetByRole(AriaRole.Button, new() { Name = "加一个单位" }).ClickAsync();
        await editor.Locator(".unit-row input").Last.FillAsync("市档案局");
        await editor.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator(".desk-task").Filter(new() { HasText = "核对时改过的任务" })).ToContainTextAsync("市档案局");
    }

    // The portal is seeded with the five: with other numbers they are other documents.
    private static byte[] Content(string name) => Built.Notices.FirstOrDefault(path => Path.GetFileName(path) == name) is { } path
        ? Encoding.UTF8.GetBytes(DocumentNumber().Replace(File.ReadAllText(path), "〔$1〕8$2号") + "\n附:再次印发。\n")
        : OwnNotices.Write(name);

    [GeneratedRegex(@"[〔\[(（](20\d\d)[〕\])）](\d{1,4})\s*号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
