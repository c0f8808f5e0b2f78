using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Web.Audit;

/// <summary>What people do at the front door, and what is refused to them there, stands in the audit log.</summary>
[Collection(PortalTests.Name)]
public sealed class AuditedRequestsTests(PortalFixture portal)
{
    [Fact]
    public async Task Sign_in_failure_and_sign_out_are_entered_with_name_and_address()
    {
        var (userName, id) = await AccountAsync(AccountRole.Leader);
        using var client = portal.Client();
        await PortalFixture.SignInAsync(client, userName, "wrong-Password-1");
        var failed = await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.SignIn);
        Assert.Equal((AuditOutcome.Failed, "密码不对", "127.0.0.1"), (failed.Outcome, failed.Words, failed.RemoteAddress));
        await PortalFixture.SignInAsync(client, userName, PortalFixture.Password);
        var done = await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.SignIn && e.Outcome == AuditOutcome.Done);
        Assert.Equal("测试领导", done.AccountName);
        await client.SubmitAsync("/sign-out", "", await client.GetStringAsync("/account"));
        await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.SignOut);
    }

    [Fact]
    public async Task Name_that_nobody_bears_is_not_written_down()
    {
        using var client = portal.Client();
        await PortalFixture.SignInAsync(client, "My-Secret-Password-8", "x");
        await portal.AuditedAsync(e => e.Words == "没有这个用户名" && e.Outcome == AuditOutcome.Failed);
        await using var db = portal.Db();
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Words.Contains("My-Secret") || e.AccountName.Contains("My-Secret")));
    }

    [Theory]
    [InlineData("/audit")]
    [InlineData("/audit/export")]
    [InlineData("/accounts")]
    [InlineData("/accounts/1")]
    [InlineData("/import")]
    public async Task Page_that_is_not_theirs_is_refused_and_entered(string address)
    {
        var (userName, id) = await AccountAsync(AccountRole.Leader);
        using var client = await portal.SignedInAsync(userName);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).StatusCode);
        var entry = await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.Forbidden);
        Assert.Equal((AuditOutcome.Refused, $"GET {address}"), (entry.Outcome, entry.SubjectId));
    }

    [Theory]
    [InlineData("expired", "令牌已过期")]
    [InlineData("revoked", "令牌已吊销")]
    [InlineData("disabled", "账号已停用")]
    public async Task Token_that_no_longer_holds_is_refused_and_entered(string how, string words)
    {
        var (userName, id) = await AccountAsync(AccountRole.Supervisor);
        var token = await portal.TokenAsync(userName);
        await using (var db = portal.Db())
        {
            var past = DateTimeOffset.UtcNow.AddDays(-1);
            await (how switch
            {
                "expired" => db.ApiTokens.Where(t => t.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, past)),
                "revoked" => db.ApiTokens.Where(t => t.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, past)),
                _ => db.Users.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, past)),
            });
        }

        using var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/tasks")).StatusCode);
        var entry = await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.TokenRejected);
        Assert.Equal((words, "GET /api/v1/tasks"), (entry.Words, entry.SubjectId));
    }

    [Fact]
    public async Task Unknown_token_is_entered_without_the_token()
    {
        using var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "pt_guessed");
        await client.GetAsync("/api/v1/documents");
        var entry = await portal.AuditedAsync(e => e.Action == AuditAction.TokenRejected && e.SubjectId == "GET /api/v1/documents");
        Assert.Equal(("未登录", "没有这个令牌"), (entry.AccountName, entry.Words));
    }

    [Fact]
    public async Task Session_of_a_disabled_account_ends_with_an_entry()
    {
        var (userName, id) = await AccountAsync(AccountRole.Leader);
        using var client = await portal.SignedInAsync(userName);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountActions>().DisableAsync(Actor.Portal, id);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/tasks")).StatusCode);
        var entry = await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.SessionEnded);
        Assert.Equal("账号已停用", entry.Words);
    }

    [Fact]
    public async Task Rights_withdrawn_while_the_page_is_open_refuse_the_button_that_is_still_there()
    {
        var (userName, id) = await AccountAsync(AccountRole.Supervisor);
        long task;
        await using (var db = portal.Db())
        {
            task = await db.Tasks.Where(t => t.State == TaskState.Assigned).OrderByDescending(t => t.Id).Select(t => t.Id).FirstAsync();
        }

        using var client = await portal.SignedInAsync(userName);
        var page = await client.GetStringAsync($"/tasks/{task}");
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountActions>()
                .ChangeAsync(Actor.Portal, id, new AccountForm("原督查人员", [AccountRole.Leader], Jurisdiction.RootId, null, null));
        }

        await client.SubmitAsync($"/tasks/{task}", "verify-progress", page, ("Input.Percent", "99"), ("Input.Words", "趁早"), ("Input.Version", "1"));
        await portal.AuditedAsync(e => e.AccountId == id && e.AccountName == "原督查人员" && e.Outcome == AuditOutcome.Refused && e.SubjectId == $"POST /tasks/{task}");
        await using var after = portal.Db();
        Assert.False(await after.History.AnyAsync(h => h.Words == "趁早"));
    }

    [Fact]
    public async Task Export_is_a_file_for_spreadsheets_without_formulas_and_is_entered_itself()
    {
        var (userName, id) = await AccountAsync(AccountRole.Auditor);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(
                new AuditDraft(AuditAction.SignOut, "account", "77", "=HYPERLINK(\"http://evil.example\")", Who: new AuditPerson(77, "+cmd")));
        }

        using var client = await portal.SignedInAsync(userName);
        var answer = await client.GetAsync("/audit/export?person=%2Bcmd");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("序号,时间,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",77,'+cmd,,sign-out,退出,account,77,\"'=HYPERLINK(\"\"http://evil.example\"\")\",成功", lines[1], StringComparison.Ordinal);
        var entry = await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.AuditExported);
        Assert.Equal("人员+cmd", entry.Words);
    }

    [Fact]
    public async Task All_that_the_tests_left_in_the_log_is_one_whole_chain()
    {
        await using var scope = portal.Scope();
        Assert.Equal("", (await scope.ServiceProvider.GetRequiredService<AuditVerification>().VerifyAsync()).Why);
    }

    private async Task<(string UserName, int Id)> AccountAsync(string role)
    {
        var userName = await portal.MakeAccountAsync(role);
        await using var db = portal.Db();
        return (userName, await db.Users.Where(a => a.UserName == userName).Select(a => a.Id).SingleAsync());
    }
}
