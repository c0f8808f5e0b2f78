using System.Text;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>导入: an administrator brings notices in and sees what became of each.</summary>
public sealed class ImportPageTests(PortalFixture portal) : BrowserTest(portal)
{
    private const string Title = "大理市人民政府办公室关于印发大理市冬季供水保障工作方案的通知";

    [Fact]
    public async Task New_notice_is_imported_found_among_the_documents_and_known_the_second_time()
    {
        var page = await OpenDeskAsync();
        await ChooseAsync(page, ("供水.txt", Notices.Plan("网页导入")));
        var result = Result(page, "供水.txt");
        await Expect(result).ToContainTextAsync("已导入1份文件，共3项任务，其中2项已明确责任单位。");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "最近导入" }).Locator("tbody tr").First).ToContainTextAsync("供水.txt");

        await ChooseAsync(page, ("供水(再次).txt", Notices.Plan("网页导入")));
        await Expect(Result(page, "供水(再次).txt")).ToContainTextAsync("这个文件以前已经导入过，没有作任何改动。");

        await result.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title);
        await page.GotoAsync("/documents?q=" + Uri.EscapeDataString("冬季供水保障"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Title }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task File_that_cannot_be_taken_says_why_and_does_not_stop_the_next()
    {
        var page = await OpenDeskAsync();
        await ChooseAsync(page, ("空白.txt", ""), ("白纸.txt", "\n  \n\n"), ("方案.txt", Notices.Plan("排在坏文件之后")));
        await Expect(Result(page, "空白.txt")).ToContainTextAsync("文件是空的");
        await Expect(Result(page, "白纸.txt")).ToContainTextAsync("文件是空的");
        await Expect(Result(page, "方案.txt")).ToContainTextAsync("已导入1份文件");
    }

    [Fact]
    public async Task Dropped_file_is_imported_as_a_chosen_one_is()
    {
        var page = await OpenDeskAsync();
        var path = Path.Combine(Directory.CreateTempSubdirectory("policytracker-drop-").FullName, "拖放.txt");
        await File.WriteAllTextAsync(path, Notices.Plan("拖放"));
        var box = (await page.Locator("input[type=file]").BoundingBoxAsync())!;
        var mouse = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in new[] { "dragEnter", "dragOver", "drop" })
        {
            await mouse.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = type,
                ["x"] = box.X + (box.Width / 2),
                ["y"] = box.Y + (box.Height / 2),
                ["data"] = new { items = Array.Empty<object>(), files = new[] { path }, dragOperationsMask = 1 },
            });
        }

        await Expect(Result(page, "拖放.txt")).ToContainTextAsync("已导入1份文件");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task File_over_the_limit_is_refused_before_it_is_sent()
    {
        var page = await OpenDeskAsync();
        var tooLarge = new FilePayload { Name = "过大.txt", MimeType = "text/plain", Buffer = new byte[NoticeImport.MaxBytes + 1] };
        await page.Locator("input[type=file]").SetInputFilesAsync(tooLarge);
        await Expect(Result(page, "过大.txt")).ToContainTextAsync("超过20MB");
    }

    [Theory]
    [InlineData(AccountRole.Supervisor)]
    [InlineData(AccountRole.Leader)]
    [InlineData(AccountRole.Staff)]
    [InlineData(AccountRole.Auditor)]
    public async Task Nobody_but_administrators_may_open_it(string role)
    {
        var page = await OpenAsync("/import", role);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("无权查看");
        await Expect(page.Locator("input[type=file]")).ToHaveCountAsync(0);
        ForgiveConsoleErrors("403");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Import_fits_and_is_accessible(Screen screen)
    {
        var page = await OpenDeskAsync(screen);
        await ChooseAsync(page, ("空白.txt", ""), ("方案.txt", Notices.Plan($"{screen}")));
        await Expect(Result(page, "方案.txt")).ToContainTextAsync("已导入1份文件");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    // Files can be chosen once the page has its circuit.
    private async Task<IPage> OpenDeskAsync(Screen screen = Screen.Office)
    {
        var page = await OpenAsync("/import", AccountRole.Administrator, screen);
        await Expect(page.Locator("input[type=file]")).ToBeEnabledAsync();
        return page;
    }

    private static Task ChooseAsync(IPage page, params (string Name, string Text)[] files) =>
        page.Locator("input[type=file]").SetInputFilesAsync(
            files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(file.Text) }));

    private static ILocator Result(IPage page, string name) =>
        page.Locator(".import-file").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });
}
