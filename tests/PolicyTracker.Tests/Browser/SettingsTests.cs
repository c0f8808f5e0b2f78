using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>设置: thresholds and reminders of a jurisdiction.</summary>
public sealed class SettingsTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Thresholds_and_reminders_are_set_for_a_jurisdiction_and_audited()
    {
        await using var db = Portal.Db();
        var pending = Jurisdiction.PendingId;
        var page = await OpenAsync($"/settings?jurisdiction={pending}", AccountRole.Administrator);
        await page.GetByLabel("临期天数").FillAsync("许多");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存阈值" }).ClickAsync();
        await Expect(page.GetByText("临期天数应是1到365之间的整数。")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("临期天数")).ToHaveValueAsync("许多");
        await page.GetByLabel("临期天数").FillAsync("15");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存阈值" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存阈值");
        await Expect(page.GetByText("剩15天以内为临期")).ToBeVisibleAsync();

        await page.GetByLabel("期限前多少天").FillAsync("10、3");
        await page.GetByLabel("逾期后再提醒一次").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存提醒" }).ClickAsync();
        await Expect(page.GetByText("本辖区自己的设置：期限前10、3天各提醒一次，逾期后不再提醒。")).ToBeVisibleAsync();
        Assert.Equal((int[])[10, 3], (await db.ReminderSettings.SingleAsync(setting => setting.JurisdictionId == pending)).DaysBefore);
        await page.GetByRole(AriaRole.Button, new() { Name = "改回沿用上级" }).ClickAsync();
        await Expect(page.GetByText("沿用上级辖区或默认的设置")).ToBeVisibleAsync();
        await Portal.AuditedAsync(entry => entry.Action == AuditAction.SettingChanged && entry.Words.Contains("临期15天"));
        await db.SignalSettings.Where(setting => setting.JurisdictionId == pending).ExecuteDeleteAsync();
    }

    [Fact]
    public async Task Others_are_refused()
    {
        var page = await OpenAsync("/settings", AccountRole.Supervisor);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("只有管理员可以修改设置");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^无权查看"));
        ForgiveConsoleErrors("403");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Settings_fit_and_are_accessible(Screen screen)
    {
        var page = await OpenAsync("/settings", AccountRole.Administrator, screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }
}
