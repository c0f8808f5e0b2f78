using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>导入: an administrator brings notices in and sees what became of each.</summary>
[Collection(BusyPortalTests.Name)]
public sealed class ImportPageTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task New_notice_waits_to_be_checked_and_is_known_the_second_time()
    {
        var page = await OpenDeskAsync();
        await ChooseAsync(page, ("供水.txt", Notices.Plan("网页导入")));
        var result = Result(page, "供水.txt");
        await Expect(result).ToContainTextAsync("读出3项任务");
        await Expect(result.GetByRole(AriaRole.Link, new() { Name = "核对", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "待核对" })).ToContainTextAsync("供水.txt");

        await ChooseAsync(page, ("供水(再次).txt", Notices.Plan("网页导入")));
        await Expect(Result(page, "供水(再次).txt")).ToContainTextAsync("正在核对，没有重复接收");
    }

    [Fact]
    public async Task Draft_outlives_the_browser_and_is_given_up_only_after_asking()
    {
        var page = await OpenDeskAsync();
        await ChooseAsync(page, ("离开.txt", Notices.Plan("离开")));
        await Expect(Result(page, "离开.txt")).ToContainTextAsync("读出3项任务");
        await page.CloseAsync();

        page = await OpenDeskAsync();
        var row = page.GetByRole(AriaRole.Region, new() { Name = "待核对" }).Locator("tbody tr").Filter(new() { HasText = "离开.txt" });
        await row.GetByRole(AriaRole.Button, new() { Name = "放弃离开.txt" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "确定放弃，删除内容" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Pasted_text_and_a_zip_are_taken_as_files_are()
    {
        var page = await OpenDeskAsync();
        await page.GetByText("粘贴文字").ClickAsync();
        await page.GetByLabel("名称").FillAsync("粘贴来的通知");
        await page.GetByLabel("文字", new() { Exact = true }).FillAsync(Notices.Plan("粘贴"));
        await page.GetByRole(AriaRole.Button, new() { Name = "接收这段文字" }).ClickAsync();
        await Expect(Result(page, "粘贴来的通知.txt")).ToContainTextAsync("读出3项任务");

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("压缩包里的通知.txt").Open();
            entry.Write(Encoding.UTF8.GetBytes(Notices.Plan("压缩包")));
        }

        await page.Locator("input[type=file]:enabled").SetInputFilesAsync(new FilePayload { Name = "几份通知.zip", MimeType = "application/zip", Buffer = stream.ToArray() });
        await Expect(Result(page, "几份通知.zip")).ToContainTextAsync("压缩包里有1个文件");
        await Expect(Result(page, "压缩包里的通知.txt")).ToContainTextAsync("读出3项任务");
    }

    [Fact]
    public async Task Secret_file_is_refused_without_its_name_and_an_internal_one_asks_first()
    {
        var page = await OpenDeskAsync();
        await ChooseAsync(page, ("绝不能出现的名称.txt", $"机密★10年\n{Notices.Plan("密")}"), ("内部件.txt", $"内部资料\n{Notices.Plan("内部网页")}"));
        await Expect(page.Locator(".import-file").First).ToContainTextAsync("（涉密文件）");
        var inner = Result(page, "内部件.txt");
        await inner.GetByRole(AriaRole.Button, new() { Name = "可以存放，继续导入" }).ClickAsync();
        await Expect(inner).ToContainTextAsync("读出3项任务");
        await Expect(page.GetByText("绝不能出现的名称")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task File_that_cannot_be_taken_says_why_and_does_not_stop_the_next()
    {
        var page = await OpenDeskAsync();
        await ChooseAsync(page, ("空白.txt", ""), ("白纸.txt", "\n  \n\n"), ("方案.txt", Notices.Plan("排在坏文件之后")));
        await Expect(Result(page, "空白.txt")).ToContainTextAsync("文件是空的");
        await Expect(Result(page, "白纸.txt")).ToContainTextAsync("文件是空的");
        await Expect(Result(page, "方案.txt")).ToContainTextAsync("读出3项任务");
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

        await Expect(Result(page, "拖放.txt")).ToContainTextAsync("读出3项任务");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task File_over_the_limit_is_refused_before_it_is_sent()
    {
        var page = await OpenDeskAsync();
        var tooLarge = new FilePayload { Name = "过大.txt", MimeType = "text/plain", Buffer = new byte[NoticeImport.MaxBytes + 1] };
        await page.Locator("input[type=file]:enabled").SetInputFilesAsync(tooLarge);
        await Expect(Result(page, "过大.txt")).ToContainTextAsync("超过20MB");
    }

    // A choice that nobody hears is lost without a word.
    [Fact]
    public async Task Files_can_be_chosen_only_when_the_choice_is_heard()
    {
        var page = await OpenAsync("/", AccountRole.Administrator);
        await page.AddInitScriptAsync("""
            window.offers = [];
            new MutationObserver(() => {
                const input = document.querySelector("input[type=file]");
                if (input && !input.disabled && window.offers.at(-1)?.input !== input) {
                    window.offers.push({ input, heard: "_blazorInputFileNextFileId" in input });
                }
            }).observe(document, { subtree: true, childList: true, attributes: true });
            """);
        await page.GotoAsync("/import");
        await ChooseAsync(page, ("听见.txt", Notices.Plan("听见")));
        await Expect(Result(page, "听见.txt")).ToContainTextAsync("读出3项任务");
        await Expect(page.Locator("input[type=file]")).ToBeEnabledAsync();
        var heard = await page.EvaluateAsync<bool[]>("window.offers.map(offer => offer.heard)");
        Assert.Equal([true, true], heard);
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
        await Expect(Result(page, "方案.txt")).ToContainTextAsync("读出3项任务");
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
        page.Locator("input[type=file]:enabled").SetInputFilesAsync(
            files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(file.Text) }));

    private static ILocator Result(IPage page, string name) =>
        page.Locator(".import-file").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });
}
