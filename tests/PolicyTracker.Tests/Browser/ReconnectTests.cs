using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Core;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>A page that people work on while the network goes away and comes back.</summary>
[Collection(BusyPortalTests.Name)]
public sealed partial class ReconnectTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Lost_connection_is_told_in_Chinese_and_comes_back_with_what_was_typed(Screen screen)
    {
        var page = await OpenAsync("/account", AccountRole.Administrator, screen);
        var line = new Line();
        await page.RouteWebSocketAsync(Circuit(), socket => line.Take(socket));
        await page.GotoAsync("/import");
        await DeskPages.BringInAsync(page, $"{Guid.NewGuid():N}.txt", Encoding.UTF8.GetBytes(Notices.Plan($"断线{Guid.NewGuid():N}")));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^更正任务改造老旧管网") }).ClickAsync();
        await page.GetByLabel("责任领导").FillAsync("断线以前写的");

        await page.RouteAsync(Circuit(), request => request.AbortAsync());
        await line.CutAsync();
        await Expect(page.GetByText("与服务器的连接断开了，正在重新连接")).ToBeVisibleAsync();
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await Expect(page.GetByLabel("责任领导")).ToHaveValueAsync("断线以前写的");

        line.Mend();
        await page.UnrouteAsync(Circuit());
        await Expect(page.GetByText("与服务器的连接断开了，正在重新连接")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByLabel("责任领导")).ToHaveValueAsync("断线以前写的");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator(".desk-task").First).ToContainTextAsync("断线以前写的");
        // The browser and Blazor say what was provoked.
        ForgiveConsoleErrors("");
    }

    /// <summary>While a new page comes, its parts stand there before its styles do.</summary>
    [Fact]
    public async Task Page_without_its_styles_yet_says_nothing_of_an_error_and_says_it_when_one_is_there()
    {
        var page = await OpenAsync("/account", AccountRole.Administrator, Screen.Office);
        await page.RouteAsync(Styles(), request => request.AbortAsync());
        await page.GotoAsync("/import");
        await Expect(page.GetByText("这一页出了问题")).ToBeHiddenAsync();
        // As Blazor shows it.
        await page.EvaluateAsync("document.querySelector('#blazor-error-ui').style.display = 'block'");
        await Expect(page.GetByText("这一页出了问题")).ToBeVisibleAsync();
        ForgiveConsoleErrors("");
    }

    [GeneratedRegex("\\.css")]
    private static partial Regex Styles();

    [GeneratedRegex("/_blazor[?/]")]
    private static partial Regex Circuit();

    /// <summary>The line between page and server.</summary>
    private sealed class Line
    {
        private IWebSocketRoute? socket;
        private bool isCut;

        public void Take(IWebSocketRoute taken)
        {
            socket = taken;
            if (isCut)
            {
                _ = taken.CloseAsync(new() { Code = 4000, Reason = "cut" });
            }
            else
            {
                taken.ConnectToServer();
            }
        }

        public Task CutAsync()
        {
            isCut = true;
            return socket!.CloseAsync(new() { Code = 4000, Reason = "cut" });
        }

        public void Mend() => isCut = false;
    }
}
