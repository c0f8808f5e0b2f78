using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>审计.</summary>
public sealed class AuditPageTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Auditor_finds_who_did_what_and_is_told_that_the_log_is_whole()
    {
        var page = await OpenAsync("/audit", AccountRole.Auditor);
        await page.GetByLabel("操作").SelectOptionAsync(AuditAction.DocumentImported);
        await page.GetByLabel("人员").FillAsync("系统");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("导入文件");
        await Expect(page.Locator("tbody tr").First.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^/documents/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "核验完整性" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("审计记录完整：共");
        await Expect(page.GetByLabel("人员")).ToHaveValueAsync("系统");
        await page.GotoAsync($"/audit?operation={AuditAction.AuditVerified}");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("测试审计人员");
    }

    [Theory]
    [InlineData("outcome=Refused", "拒绝")]
    [InlineData("outcome=Done&operation=account.create", "新建账号")]
    [InlineData("from=2020-01-01&to=2030-12-31&operation=account.grant", "授予角色")]
    public async Task Log_is_filtered(string query, string everyRowHas)
    {
        await Portal.Client().GetAsync("/api/v1/tasks"); // nobody's
        var refused = await OpenAsync("/audit", AccountRole.Leader);
        await Expect(refused.GetByText("您的账号没有查看这一页的权限。")).ToBeVisibleAsync();
        ForgiveConsoleErrors("403");
        await Portal.AuditedAsync(e => e.Outcome == AuditOutcome.Refused);
        var page = await OpenAsync($"/audit?{query}", AccountRole.Auditor);
        var rows = await page.Locator("tbody tr").AllInnerTextsAsync();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(everyRowHas, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Menu_shows_each_role_its_own_places()
    {
        var auditor = await OpenAsync("/", AccountRole.Auditor);
        await Expect(auditor.Locator(".side-menu").GetByRole(AriaRole.Link, new() { Name = "审计" })).ToBeVisibleAsync();
        await Expect(auditor.Locator(".side-menu").GetByRole(AriaRole.Link, new() { Name = "账号" })).ToHaveCountAsync(0);
        await auditor.Locator(".person summary").ClickAsync();
        await auditor.GetByRole(AriaRole.Link, new() { Name = "我的账号" }).ClickAsync();
        await Expect(auditor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("我的账号");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Log_fits_and_is_accessible(Screen screen)
    {
        var page = await OpenAsync("/audit", AccountRole.Auditor, screen);
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }
}
