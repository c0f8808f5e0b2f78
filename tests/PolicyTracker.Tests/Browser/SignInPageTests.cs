using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

public sealed class SignInPageTests(PortalFixture portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/tasks?light=red")]
    [InlineData("/tasks/1")]
    public async Task Stranger_is_sent_to_sign_in(string address)
    {
        var page = await OpenAsStrangerAsync(address);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "登录" })).ToBeVisibleAsync();
        Assert.StartsWith("/sign-in", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_password_is_told_and_the_right_one_leads_home()
    {
        var page = await OpenAsStrangerAsync("/sign-in");
        await SignInAsync(page, AccountRole.Leader, "not-the-password");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名或密码不对");
        await SignInAsync(page, AccountRole.Leader, PortalFixture.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("首页");
    }

    [Theory]
    [InlineData(Screen.Office)]
    [InlineData(Screen.Phone)]
    public async Task Sign_in_fits_and_is_accessible(Screen screen)
    {
        var page = await OpenAsStrangerAsync("/sign-in", screen);
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
    }
}
