using System.Collections.Concurrent;
using System.Diagnostics;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;

namespace PolicyTracker.Tests.Browser;

/// <summary>
/// A test that looks at the portal through a browser. Each page it opens has a profile of its own. What the browser's
/// console calls an error fails the test, beside whatever the test itself asserts.
/// </summary>
[Collection(PortalTests.Name)]
public abstract class BrowserTest(PortalFixture portal) : IAsyncLifetime
{
    // Signing in hashes a password: done once for each account and run, then the cookie is taken along.
    private static readonly ConcurrentDictionary<(Uri Portal, string User), Task<string>> Sessions = [];

    private readonly List<IBrowserContext> opened = [];
    private readonly ConcurrentQueue<string> consoleErrors = [];

    protected PortalFixture Portal => portal;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var context in opened)
        {
            await context.CloseAsync();
        }

        Assert.Empty(consoleErrors);
    }

    /// <summary>Opens an address as the account that is named by its role (<see cref="AccountRole"/>).</summary>
    protected async Task<IPage> OpenAsync(string address, string role, Screen screen = Screen.Office)
    {
        var session = await Sessions.GetOrAdd((portal.Address, role), _ => SessionAsync(role));
        var page = await NewPageAsync(screen, session);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Opens an address as an account of the test's own making.</summary>
    protected async Task<IPage> OpenAsUserAsync(string address, string userName, Screen screen = Screen.Office)
    {
        var page = await NewPageAsync(screen, session: null);
        await page.GotoAsync($"/sign-in?return={Uri.EscapeDataString(address)}");
        await SignInAsync(page, userName, PortalFixture.Password);
        await page.WaitForURLAsync($"**{address}");
        return page;
    }

    /// <summary>Opens an address as somebody who is not signed in.</summary>
    protected async Task<IPage> OpenAsStrangerAsync(string address, Screen screen = Screen.Office)
    {
        var page = await NewPageAsync(screen, session: null);
        await page.GotoAsync(address);
        return page;
    }

    protected static async Task SignInAsync(IPage page, string userName, string password)
    {
        await page.GetByLabel("用户名").FillAsync(userName);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    /// <summary>For a test that provokes an answer which the console reports, such as a 404.</summary>
    protected void ForgiveConsoleErrors(string containing)
    {
        var others = consoleErrors.Where(error => !error.Contains(containing, StringComparison.Ordinal)).ToList();
        consoleErrors.Clear();
        others.ForEach(consoleErrors.Enqueue);
    }

    /// <summary>Nothing that axe calls serious or critical.</summary>
    protected static async Task AssertAccessibleAsync(IPage page)
    {
        // Of rules that a page keeps nobody reads where.
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var grave = found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").ToList();
        Assert.True(grave.Count == 0, string.Join('\n', grave));
    }

    /// <summary>The page's body does not scroll sideways; a wide part may scroll within itself.</summary>
    protected static async Task AssertFitsAsync(IPage page)
    {
        // As it has settled: a style sheet may come a moment after the page.
        var (wide, room, patience) = (0, 0, Stopwatch.StartNew());
        do
        {
            wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            room = await page.EvaluateAsync<int>("document.documentElement.clientWidth");
        }
        while (wide > room && patience.Elapsed < TimeSpan.FromSeconds(5));
        Assert.True(wide <= room, $"{page.Url} is {wide} px wide where {room} px are.");
    }

    private async Task<string> SessionAsync(string role)
    {
        var page = await NewPageAsync(Screen.Office, session: null);
        await page.GotoAsync("/sign-in");
        await SignInAsync(page, role, PortalFixture.Password);
        await page.WaitForURLAsync(portal.Address.ToString());
        return await page.Context.StorageStateAsync();
    }

    private async Task<IPage> NewPageAsync(Screen screen, string? session)
    {
        var phone = screen == Screen.Phone;
        var browser = await Chromium.StartedAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = screen switch
            {
                Screen.Office => new() { Width = 1366, Height = 768 },
                Screen.Phone => new() { Width = 390, Height = 844 },
                Screen.Wall => new() { Width = 2560, Height = 1440 },
            },
            IsMobile = phone,
            HasTouch = phone,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            StorageState = session,
        });
        context.SetDefaultTimeout(60_000);
        opened.Add(context);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Note(message.Type == "error", $"{message.Text} ({message.Location})");
        page.PageError += (_, error) => Note(true, error);
        // Everything that a page is made of comes from the portal itself.
        page.Request += (_, request) => Note(new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Authority != portal.Address.Authority, $"Asked elsewhere: {request.Url}");
        return page;
    }

    private void Note(bool isError, string text)
    {
        if (isError)
        {
            consoleErrors.Enqueue(text);
        }
    }
}
