using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Tests.Web;

[Collection(PortalTests.Name)]
public sealed class SignInTests(PortalFixture portal)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/tasks")]
    [InlineData("/tasks/1")]
    [InlineData("/documents")]
    [InlineData("/documents/1")]
    [InlineData("/departments")]
    [InlineData("/departments/1")]
    [InlineData("/import")]
    public async Task Pages_send_to_sign_in(string path)
    {
        using var client = portal.Client();
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.AbsolutePath : answer.Headers.Location.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/tasks")]
    [InlineData("/api/v1/tasks/1")]
    [InlineData("/api/v1/documents")]
    [InlineData("/api/v1/departments")]
    [InlineData("/api/v1/nothing")]
    public async Task Api_answers_401(string path)
    {
        using var client = portal.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Health_and_the_sign_in_page_are_open()
    {
        using var client = portal.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Portal_on_another_server_makes_no_demo_accounts()
    {
        await using var db = portal.Db();
        Assert.False(await db.Users.AnyAsync(account => account.IsDemo));
    }

    [Fact]
    public async Task Disabled_account_is_signed_out_with_its_next_request()
    {
        var (client, userName) = await SignedInAsync();
        using var disposing = client;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/tasks")).StatusCode);
        await using var db = portal.Db();
        await db.Users.Where(a => a.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/tasks")).StatusCode);
    }

    [Fact]
    public async Task Return_address_of_another_site_is_not_followed()
    {
        var (client, _) = await SignedInAsync("?return=//evil.example/");
        client.Dispose();
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Leader);
        using var client = portal.Client();
        for (var i = 0; i < 5; i++)
        {
            await PortalFixture.SignInAsync(client, userName, "wrong-password-1");
        }

        var answer = await PortalFixture.SignInAsync(client, userName, PortalFixture.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("锁定", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_has_a_line_per_request_and_never_a_password_or_token()
    {
        var (client, userName) = await SignedInAsync();
        using var disposing = client;
        var token = await portal.TokenAsync(userName);
        using var program = portal.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await program.GetAsync("/api/v1/departments?q=日志");
        var log = await portal.LogAsync();
        Assert.Contains("/api/v1/departments", log, StringComparison.Ordinal);
        Assert.Contains(userName, log, StringComparison.Ordinal);
        Assert.DoesNotContain(PortalFixture.Password, log, StringComparison.Ordinal);
        Assert.DoesNotContain(token, log, StringComparison.Ordinal);
    }

    private async Task<(HttpClient Client, string UserName)> SignedInAsync(string query = "")
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Leader);
        var client = portal.Client();
        var answer = await PortalFixture.SignInAsync(client, userName, PortalFixture.Password, query);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("evil", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return (client, userName);
    }
}
