using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>A portal whose sessions end after twelve seconds.</summary>
public sealed class IdleTimeTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("policytracker-idle-").FullName;
    private readonly Uri address = new($"http://127.0.0.1:{PortalFixture.FreePort()}/");
    private RunningProgram? portal;

    public async Task InitializeAsync()
    {
        var database = await TestCluster.CreateDatabaseAsync("idle");
        await using (var services = new ServiceCollection().AddLogging().AddTracker(database, folder).Services.BuildServiceProvider())
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(
                Actor.Portal, new NewAccount("leader", "测试领导", [AccountRole.Leader], Jurisdiction.RootId, null, PortalFixture.Password));
            await using var db = services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContext();
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.MustChangePassword, false));
        }

        portal = RunningProgram.Start(Built.Portal, ["--port", $"{address.Port}", "--data", folder], new Dictionary<string, string>
        {
            ["ConnectionStrings__Tracker"] = database,
            ["ConnectionStrings__TrackerOwner"] = TestCluster.AsOwner(database),
            ["Accounts__IdleMinutes"] = "0.2",
            ["Accounts__IdleWarningMinutes"] = "0.15",
        });
        await PortalFixture.UntilReadyAsync(portal, address);
    }

    public async Task DisposeAsync()
    {
        await portal!.TerminateAsync();
        portal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Who_does_nothing_is_warned_and_signed_out_by_page_and_server()
    {
        var browser = await Chromium.StartedAsync();
        await using var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?return=/account");
        await page.GetByLabel("用户名").FillAsync("leader");
        await page.GetByLabel("密码").FillAsync(PortalFixture.Password);
        await page.Keyboard.PressAsync("Enter");
        var warning = page.Locator("#idle-warning");
        await Expect(warning).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(warning).ToContainTextAsync("秒后将自动退出");
        await page.WaitForURLAsync("**/sign-in?idle=true&return=%2Faccount", new() { Timeout = 60_000 });
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToContainTextAsync("已经自动退出");
        // The server has ended it too: the cookie that is still there opens nothing.
        await page.GotoAsync("/account");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "登录" })).ToBeVisibleAsync();
    }
}
