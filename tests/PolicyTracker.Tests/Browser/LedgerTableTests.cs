using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Core.Reports;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>The ledger out to a table and back.</summary>
public sealed class LedgerTableTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Filtered_ledger_is_downloaded_with_its_rows_and_comes_back_unchanged(Screen screen)
    {
        var page = await OpenAsync("/tasks?light=red&sort=due", AccountRole.Supervisor, screen);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出Excel" }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        var path = await download.PathAsync();
        await using (var file = File.OpenRead(path))
        {
            var first = await page.Locator("td.main a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href').slice(7))");
            Assert.Equal(first, SheetReading.Ledger(file).Take(first.Length).Select(row => row["任务编号"]));
        }

        await page.GotoAsync("/ledger-import");
        await page.GetByLabel("填写好的表格").SetInputFilesAsync(new FilePayload { Name = "台账.xlsx", Buffer = await File.ReadAllBytesAsync(path) });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
        await Expect(page.Locator(".empty")).ToContainTextAsync("表格与系统里的内容一样");
    }

    [Fact]
    public async Task Ticked_tasks_alone_go_out()
    {
        var page = await OpenAsync("/tasks", AccountRole.Leader);
        await page.Locator("input[name=ids]").Nth(2).CheckAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "导出勾选的任务" }).ClickAsync());
        await using var file = File.OpenRead(await download.PathAsync());
        Assert.Equal(await page.Locator("input[name=ids]").Nth(2).GetAttributeAsync("value"), Assert.Single(SheetReading.Ledger(file))["任务编号"]);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Long_export_waits_in_the_downloads(Screen screen)
    {
        var user = await Portal.MakeAccountAsync(AccountRole.Leader);
        var page = await OpenAsUserAsync("/downloads", user, screen);
        await Expect(page.Locator(".empty")).ToContainTextAsync("还没有导出过");
        await page.GotoAsync("/downloads?light=red&format=csv");
        await Expect(page.Locator("form.card")).ToContainTextAsync("灯：逾期");
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "在后台生成" }).ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "下载工作任务台账" });
        await Expect(link).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Contains("任务编号,版本,序号,工作任务", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task What_is_wrong_in_a_table_is_shown_by_cell_and_what_is_right_is_taken_at_once(Screen screen)
    {
        var page = await OpenAsync("/ledger-import", AccountRole.Supervisor, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请选择要上传的");
        var title = $"表格立项{screen}{Guid.NewGuid():N}"[..16];
        await UploadAsync(page, ("D3", title), ("E3", "测试会议"), ("F3", "没有这个单位的名字"));
        await Expect(page.Locator("tbody th").First).ToHaveTextAsync("F3");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("一行也不会导入");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GotoAsync("/ledger-import");
        await UploadAsync(page, ("D3", title), ("E3", "测试会议"));
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入：立项1项" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已导入：立项1项");
        await using var db = Portal.Db();
        var task = await db.Tasks.SingleAsync(task => task.Title == title);
        // The portal is shared: what a test registers is not left in the others' figures.
        await db.Tasks.Where(known => known.Id == task.Id).ExecuteDeleteAsync();
    }

    [Fact]
    public async Task Leader_has_no_table_to_bring_in()
    {
        var page = await OpenAsync("/ledger-import", AccountRole.Leader);
        ForgiveConsoleErrors("403");
        await Expect(page.Locator(".empty")).ToContainTextAsync("只有督查人员和承办人员可以导入");
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "导入表格" }).CountAsync());
    }

    internal static async Task UploadAsync(IPage page, params (string Address, string Text)[] cells)
    {
        var template = await page.APIRequest.GetAsync("/ledger-import/template");
        var table = FilledInTable.Of(await template.BodyAsync()).With(cells);
        await page.GetByLabel("填写好的表格").SetInputFilesAsync(new FilePayload { Name = "台账.xlsx", Buffer = table.Bytes });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "核对表格" })).ToBeVisibleAsync();
    }
}
