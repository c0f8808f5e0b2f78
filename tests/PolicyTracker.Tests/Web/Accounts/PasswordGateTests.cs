using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;

namespace PolicyTracker.Tests.Web.Accounts;

/// <summary>Whose password somebody else knows does nothing before it is changed.</summary>
[Collection(PortalTests.Name)]
public sealed class PasswordGateTests(PortalFixture portal)
{
    private const string Chosen = "My-own-words-7";

    [Fact]
    public async Task First_sign_in_leads_to_the_change_of_the_password_and_nowhere_else()
    {
        var made = await MakeAsync();
        using var client = await portal.SignedInAsync(made.UserName, made.Password);
        foreach (var address in new[] { "/", "/tasks", "/account", "/documents/1" })
        {
            var answer = await client.GetAsync(address);
            Assert.Equal((HttpStatusCode.Redirect, "/account/password"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        var refused = await client.GetAsync("/api/v1/tasks");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("请先更换密码", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(client, made.Password, Chosen)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/tasks")).StatusCode);
    }

    [Theory]
    [InlineData("wrong-One-1", Chosen, "现在的密码不对")]
    [InlineData(null, "Short-1", "至少8位")]
    [InlineData(null, "onlysmallletters1", "至少3类")]
    [InlineData(null, null, "最近5次用过")]
    public async Task Password_that_is_not_taken_is_told_and_stays(string? current, string? chosen, string says)
    {
        var made = await MakeAsync();
        using var client = await portal.SignedInAsync(made.UserName, made.Password);
        var answer = await ChangeAsync(client, current ?? made.Password, chosen ?? made.Password);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/tasks")).StatusCode);
    }

    [Fact]
    public async Task Guessing_the_present_password_locks_the_account_and_ends_its_sign_ins()
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Leader);
        using var client = await portal.SignedInAsync(userName);
        for (var i = 0; i < 5; i++)
        {
            await ChangeAsync(client, $"Guess-number-{i}", Chosen);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/tasks")).StatusCode);
        using var again = portal.Client();
        var answer = await PortalFixture.SignInAsync(again, userName, PortalFixture.Password);
        Assert.Contains("锁定", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_of_ninety_days_has_to_be_changed()
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Leader);
        using var client = await portal.SignedInAsync(userName);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/tasks")).StatusCode);
        await using var db = portal.Db();
        var old = DateTimeOffset.UtcNow.AddDays(-91);
        await db.Users.Where(a => a.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordChangedAt, old));
        Assert.Equal("/account/password", (await client.GetAsync("/tasks")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Change_of_the_password_ends_every_other_sign_in()
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Leader);
        using var other = await portal.SignedInAsync(userName);
        using var client = await portal.SignedInAsync(userName);
        await ChangeAsync(client, PortalFixture.Password, Chosen);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/tasks")).StatusCode);
    }

    [Fact]
    public async Task Sign_out_everywhere_ends_them_all()
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Leader);
        using var other = await portal.SignedInAsync(userName);
        using var client = await portal.SignedInAsync(userName);
        await client.SubmitAsync("/account", "sign-out-everywhere");
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/tasks")).StatusCode);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current, string chosen) =>
        client.SubmitAsync("/account/password", "change-password", ("Input.Current", current), ("Input.Password", chosen), ("Input.Again", chosen));

    private async Task<AccountMade> MakeAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(
            Actor.Portal, new NewAccount($"new-{Guid.NewGuid():N}"[..16], "新人", [AccountRole.Leader], Jurisdiction.RootId, null));
    }
}
