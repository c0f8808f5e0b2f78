using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Web;

/// <summary>Forms that are sent without the right to: refused by the page's own address, with an audit row each, and nothing is done.</summary>
[Collection(PortalTests.Name)]
public sealed class RefusedAtThePageTests(PortalFixture portal)
{
    [Fact]
    public async Task Staff_of_another_department_sends_a_report()
    {
        var task = await TaskAsync();
        await using var db = portal.Db();
        var neighbour = await db.Departments.Where(d => d.JurisdictionId == portal.Department.JurisdictionId && d.Kind == PolicyTracker.Parsing.DepartmentKind.Department
            && !db.Responsibilities.Any(r => r.TaskId == task && r.DepartmentId == d.Id)).OrderBy(d => d.Id).FirstAsync();
        await AssertRefusedAsync(await portal.MakeStaffAsync(neighbour), task, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Staff_of_another_jurisdiction_sends_a_report_to_a_task_that_it_may_not_read()
    {
        var task = await TaskAsync();
        var stranger = await portal.MakeStaffAsync("市民政局", "保山市");
        // Refused before the form is looked at: Blazor finds no such form on the page that says so.
        await AssertRefusedAsync(stranger, task, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Rights_are_withdrawn_while_the_page_is_open()
    {
        var task = await TaskAsync();
        var userName = await portal.MakeStaffAsync(portal.Department);
        using var client = await portal.SignedInAsync(userName);
        var page = await client.GetStringAsync(Address(task));
        Assert.Contains("Input.Percent", page, StringComparison.Ordinal);
        var id = await IdAsync(userName);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountActions>()
                .ChangeAsync(Actor.Portal, id, new AccountForm("原承办人员", [AccountRole.Leader], portal.Department.JurisdictionId, null, null));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(client, task, page)).StatusCode);
        await AssertAuditedAsync(id, task);
    }

    [Fact]
    public async Task Account_is_disabled_while_the_page_is_open()
    {
        var task = await TaskAsync();
        var userName = await portal.MakeStaffAsync(portal.Department);
        using var client = await portal.SignedInAsync(userName);
        var page = await client.GetStringAsync(Address(task));
        var id = await IdAsync(userName);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountActions>().DisableAsync(Actor.Portal, id);
        }

        var answer = await SendAsync(client, task, page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("账号已停用", (await portal.AuditedAsync(e => e.AccountId == id && e.Action == AuditAction.SessionEnded)).Words);
        await AssertNothingDoneAsync(task);
    }

    [Theory]
    [InlineData("/departments/waiting", "waiting")]
    [InlineData("/jurisdictions", "add-jurisdiction")]
    [InlineData("/departments/{0}/edit", "edit-department")]
    [InlineData("/departments/{0}/merge?with=市财政局", "merge")]
    [InlineData("/departments/{0}/reorganise", "reorganise")]
    public async Task Page_of_the_register_is_no_supervisors(string template, string form)
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Supervisor);
        var id = await IdAsync(userName);
        using var client = await portal.SignedInAsync(userName);
        var address = string.Format(null, template, portal.Department.Id);
        var page = await client.GetStringAsync("/account");
        var answer = await client.SubmitAsync(address, form, page, ("Input.Name", "越权"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await portal.AuditedAsync(e => e.AccountId == id && e.Outcome == AuditOutcome.Refused);
        await using var db = portal.Db();
        Assert.False(await db.Jurisdictions.AnyAsync(j => j.Name == "越权"));
    }

    [Fact]
    public async Task Token_of_an_account_whose_password_must_be_changed_waits_for_that()
    {
        var userName = await portal.MakeAccountAsync(AccountRole.Leader);
        await using var db = portal.Db();
        await db.Users.Where(a => a.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(a => a.MustChangePassword, true));
        using var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await portal.TokenAsync(userName));
        var refused = await client.GetAsync("/api/v1/tasks");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("请先更换密码", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var id = await IdAsync(userName);
        Assert.Equal("还没有更换密码", (await portal.AuditedAsync(e => e.AccountId == id && e.Outcome == AuditOutcome.Refused)).Words);
        await db.Users.Where(a => a.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(a => a.MustChangePassword, false));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/tasks")).StatusCode);
    }

    private const string Words = "越权填报";

    private static string Address(long task) => $"/tasks/{task}?act={TaskAct.ReportProgress}";

    private async Task AssertRefusedAsync(string userName, long task, params HttpStatusCode[] expected)
    {
        var id = await IdAsync(userName);
        using var client = await portal.SignedInAsync(userName);
        var answer = await SendAsync(client, task, await client.GetStringAsync("/account"));
        Assert.Contains(answer.StatusCode, expected);
        await AssertAuditedAsync(id, task);
    }

    private async Task AssertAuditedAsync(int account, long task)
    {
        var entry = await portal.AuditedAsync(e => e.AccountId == account && e.Outcome == AuditOutcome.Refused);
        Assert.Equal((AuditAction.Forbidden, $"POST /tasks/{task}"), (entry.Action, entry.SubjectId));
        await AssertNothingDoneAsync(task);
    }

    private async Task AssertNothingDoneAsync(long task)
    {
        await using var db = portal.Db();
        Assert.False(await db.ProgressReports.AnyAsync(report => report.TaskId == task && report.Words == Words));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, long task, string page) =>
        client.SubmitAsync(Address(task), "act", page, ("Input.Percent", "99"), ("Input.Words", Words), ("Input.Version", "1"));

    private async Task<long> TaskAsync()
    {
        await using var db = portal.Db();
        return await db.Tasks.Where(t => (t.State == TaskState.Assigned || t.State == TaskState.InProgress) && t.JurisdictionId == portal.Department.JurisdictionId
            && t.Responsibilities.Any(r => r.DepartmentId == portal.Department.Id)).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync();
    }

    private async Task<int> IdAsync(string userName)
    {
        await using var db = portal.Db();
        return await db.Users.Where(a => a.UserName == userName).Select(a => a.Id).SingleAsync();
    }
}
