using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Web;

/// <summary>POST /api/v1/tasks and its acts, by the front door.</summary>
[Collection(PortalTests.Name)]
public sealed partial class ActApiTests(PortalFixture portal)
{
    [Fact]
    public async Task Whole_life_of_a_task_can_be_lived_by_the_API()
    {
        using var supervisor = await ClientAsync(AccountRole.Supervisor);
        using var staff = await ClientAsync(AccountRole.Staff);
        var department = portal.Department.Id;
        var due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60);
        var id = (await RegisterAsync(supervisor)).GetProperty("id").GetInt64();
        (HttpClient By, string Act, object Body, string Status)[] life =
        [
            (supervisor, "assign", new { responsibilities = new[] { new { department, role = "Lead" } }, dueOn = due }, "Assigned"),
            (staff, "acknowledge", new { }, "InProgress"),
            (staff, "decline", new { reason = "不是我局职责" }, "InProgress"),
            (supervisor, "insist", new { words = "职责在你局" }, "InProgress"),
            (staff, "progress", new { percent = 60, words = "已过半", problems = "缺资金" }, "InProgress"),
            (supervisor, "verify-progress", new { percent = 50, words = "现场核实" }, "InProgress"),
            (supervisor, "judge", new { judgement = "AtRisk", words = "资金没有落实" }, "InProgress"),
            (supervisor, "remind", new { words = "请抓紧" }, "InProgress"),
            (staff, "extension-request", new { dueOn = due.AddDays(30), reason = "汛期停工" }, "InProgress"),
            (supervisor, "extension-decision", new { grant = true, words = "同意" }, "InProgress"),
            (supervisor, "change", new { responsibilities = new[] { new { department, role = "Responsible" } }, dueOn = due.AddDays(40), reason = "会议决定" }, "InProgress"),
            (supervisor, "suspend", new { reason = "等待批复" }, "Suspended"),
            (supervisor, "resume", new { }, "InProgress"),
            (staff, "completion-request", new { words = "全部完成" }, "InReview"),
            (supervisor, "return", new { reason = "缺验收材料" }, "InProgress"),
            (staff, "completion-request", new { words = "材料已补" }, "InReview"),
            (supervisor, "approve", new { words = "通过" }, "Completed"),
            (supervisor, "reopen", new { reason = "审计发现问题" }, "InProgress"),
            (supervisor, "withdraw", new { reason = "政策废止" }, "Withdrawn"),
        ];
        var version = 0u;
        foreach (var (by, act, body, status) in life)
        {
            var answer = await by.PostAsJsonAsync($"/api/v1/tasks/{id}/{act}", body);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{act}: {await answer.Content.ReadAsStringAsync()}");
            var task = await JsonAsync(answer);
            Assert.Equal((act, status), (act, task.GetProperty("status").GetString()));
            Assert.NotEqual(version, version = task.GetProperty("version").GetUInt32());
        }

        var whole = await JsonAsync(await supervisor.GetAsync($"/api/v1/tasks/{id}"));
        Assert.Equal((60, 50), (whole.GetProperty("progress").GetProperty("claimed").GetInt32(), whole.GetProperty("progress").GetProperty("verified").GetInt32()));
        Assert.Equal(60, whole.GetProperty("responsibilities")[0].GetProperty("claimedPercent").GetInt32());
        Assert.NotNull(whole.GetProperty("responsibilities")[0].GetProperty("acknowledgedAt").GetString());
        var history = whole.GetProperty("history").EnumerateArray().Reverse().ToList();
        Assert.Equal(life.Length + 1, history.Count);
        Assert.Equal(("ReportProgress", "市民政局"), (history[5].GetProperty("act").GetString(), history[5].GetProperty("department").GetString()));
        Assert.Equal($"{due:yyyy-MM-dd}", history[10].GetProperty("changes").GetProperty("dueOn").GetProperty("before").GetString());
    }

    [Fact]
    public async Task Stale_version_answers_409_and_a_current_one_is_taken()
    {
        using var supervisor = await ClientAsync(AccountRole.Supervisor);
        var task = await RegisterAsync(supervisor);
        var (id, version) = (task.GetProperty("id").GetInt64(), task.GetProperty("version").GetUInt32());
        var assignment = new { responsibilities = new[] { new { department = portal.Department.Id, role = "Lead" } }, dueOn = (DateOnly?)null, version };
        Assert.Equal(HttpStatusCode.OK, (await supervisor.PostAsJsonAsync($"/api/v1/tasks/{id}/assign", assignment)).StatusCode);
        await AssertRefusedAsync(await supervisor.PostAsJsonAsync($"/api/v1/tasks/{id}/remind", new { words = "请抓紧", version }), HttpStatusCode.Conflict, "更新过");
    }

    [Fact]
    public async Task Act_that_the_state_does_not_allow_answers_409_and_says_what_is_possible()
    {
        using var supervisor = await ClientAsync(AccountRole.Supervisor);
        var id = (await RegisterAsync(supervisor)).GetProperty("id").GetInt64();
        await AssertRefusedAsync(await supervisor.PostAsJsonAsync($"/api/v1/tasks/{id}/approve", new { }), HttpStatusCode.Conflict, "现在可以：交办");
    }

    [Theory]
    [InlineData("verify-progress", """{"percent": 101, "words": "多了"}""", "0到100")]
    [InlineData("verify-progress", """{"percent": "许多", "words": "多了"}""", "percent")]
    [InlineData("verify-progress", "{", "JSON")]
    [InlineData("verify-progress", "null", "JSON")]
    [InlineData("judge", """{"judgement": "Whatever", "words": "不知道"}""", "judgement")]
    [InlineData("suspend", "{}", "理由")]
    [InlineData("change", """{"reason": "没有说明"}""", "要调整")]
    [InlineData("assign", """{"responsibilities": [{"department": 99999999, "role": "Lead"}], "dueOn": null}""", "99999999")]
    public async Task Bad_input_answers_400_in_words(string act, string body, string words)
    {
        using var supervisor = await ClientAsync(AccountRole.Supervisor);
        var id = (await RegisterAsync(supervisor)).GetProperty("id").GetInt64();
        await AssertRefusedAsync(await supervisor.PostAsync($"/api/v1/tasks/{id}/{act}", Body(body)), HttpStatusCode.BadRequest, words);
    }

    [Fact]
    public async Task No_right_is_said_before_bad_input()
    {
        using var leader = await ClientAsync(AccountRole.Leader);
        using var supervisor = await ClientAsync(AccountRole.Supervisor);
        var id = (await RegisterAsync(supervisor)).GetProperty("id").GetInt64();
        await AssertRefusedAsync(await leader.PostAsync($"/api/v1/tasks/{id}/withdraw", Body("{")), HttpStatusCode.Forbidden, "督查人员");
        await AssertRefusedAsync(await leader.PostAsync("/api/v1/tasks", Body("{")), HttpStatusCode.Forbidden, "督查人员");
        await AssertRefusedAsync(await leader.PostAsJsonAsync($"/api/v1/tasks/{id}/judge", new { }), HttpStatusCode.Forbidden, "督查人员");
    }

    [Fact]
    public async Task Staff_of_another_department_may_read_and_not_act_and_of_another_jurisdiction_find_nothing()
    {
        await using var db = portal.Db();
        var id = await OwnTaskAsync(db);
        var neighbour = await db.Departments.Where(d => d.JurisdictionId == portal.Department.JurisdictionId
            && !db.Responsibilities.Any(r => r.TaskId == id && r.DepartmentId == d.Id)).FirstAsync();
        var stranger = await db.Departments.Where(d => d.JurisdictionId != portal.Department.JurisdictionId
            && !db.Responsibilities.Any(r => r.TaskId == id && r.DepartmentId == d.Id)
            && !portal.Department.Jurisdiction!.Path.StartsWith(d.Jurisdiction!.Path)).FirstAsync();
        using var another = await ClientAsync(await portal.MakeStaffAsync(neighbour));
        using var elsewhere = await ClientAsync(await portal.MakeStaffAsync(stranger));
        Assert.Equal(HttpStatusCode.OK, (await another.GetAsync($"/api/v1/tasks/{id}")).StatusCode);
        var report = new { percent = 10, words = "越权" };
        await AssertRefusedAsync(await another.PostAsJsonAsync($"/api/v1/tasks/{id}/progress", report), HttpStatusCode.Forbidden, "不在这项任务");
        await AssertRefusedAsync(await elsewhere.PostAsJsonAsync($"/api/v1/tasks/{id}/progress", report), HttpStatusCode.NotFound, "没有这项任务");
        Assert.False(await db.ProgressReports.AnyAsync(r => r.Words == "越权"));
    }

    [Fact]
    public async Task Disabled_account_expired_token_and_rights_withdrawn_meanwhile_are_refused()
    {
        await using var db = portal.Db();
        var id = await OwnTaskAsync(db);
        var userName = await portal.MakeStaffAsync(portal.Department);
        using var client = await ClientAsync(userName);
        var report = new { percent = 10, words = "撤权前" };
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync($"/api/v1/tasks/{id}/progress", report)).StatusCode);

        await db.UserRoles.Where(ur => db.Users.Any(a => a.Id == ur.UserId && a.UserName == userName)).ExecuteDeleteAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync($"/api/v1/tasks/{id}/progress", report)).StatusCode);
        await db.Users.Where(a => a.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync($"/api/v1/tasks/{id}/progress", report)).StatusCode);

        using var expired = portal.Client();
        expired.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(AccountRole.Supervisor, expiresAfterDays: -1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await expired.PostAsJsonAsync($"/api/v1/tasks/{id}/remind", new { words = "过期" })).StatusCode);
        Assert.False(await db.History.AnyAsync(h => h.Words == "过期"));
    }

    [Fact]
    public async Task Cookie_needs_the_antiforgery_token_and_a_bearer_does_not()
    {
        using var client = portal.Client();
        await PortalFixture.SignInAsync(client, AccountRole.Supervisor, PortalFixture.Password);
        var task = new { title = "以登录身份立项", text = "内容", source = "会议纪要" };
        await AssertRefusedAsync(await client.PostAsJsonAsync("/api/v1/tasks", task), HttpStatusCode.BadRequest, "防伪");
        await using var db = portal.Db();
        var page = await client.GetStringAsync($"/tasks/{await OwnTaskAsync(db)}");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", AntiforgeryToken().Match(page).Groups[1].Value);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync("/api/v1/tasks", task)).StatusCode);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("20")]
    public async Task Gap_is_a_filter_by_colour_or_by_points(string gap)
    {
        using var client = await ClientAsync(AccountRole.Leader);
        var tasks = await JsonAsync(await client.GetAsync($"/api/v1/tasks?gap={gap}&page-size=2000"));
        Assert.All(tasks.GetProperty("items").EnumerateArray(), task =>
            Assert.True(gap == "red" ? task.GetProperty("gap").GetString() == "Red" : task.GetProperty("gapPoints").GetInt32() >= 20));
        await AssertRefusedAsync(await client.GetAsync("/api/v1/tasks?gap=purple"), HttpStatusCode.BadRequest, "gap");
    }

    [Fact]
    public async Task Registered_task_opens_in_the_ledger_and_on_its_page()
    {
        using var supervisor = await ClientAsync(AccountRole.Supervisor);
        var task = await RegisterAsync(supervisor);
        Assert.Equal(JsonValueKind.Null, task.GetProperty("document").ValueKind);
        Assert.Equal("市长专题会议纪要第3期", task.GetProperty("source").GetProperty("words").GetString());
        foreach (var path in new[] { "/", "/tasks?q=手工立项", $"/tasks/{task.GetProperty("id").GetInt64()}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync(path)).StatusCode);
        }
    }

    private Task<long> OwnTaskAsync(PolicyTracker.Core.Storage.TrackerDb db) =>
        db.Tasks.Where(t => (t.State == TaskState.Assigned || t.State == TaskState.InProgress) && t.JurisdictionId == portal.Department.JurisdictionId
            && t.Responsibilities.Any(r => r.DepartmentId == portal.Department.Id)).OrderByDescending(t => t.Id).Select(t => t.Id).FirstAsync();

    private async Task<JsonElement> RegisterAsync(HttpClient supervisor)
    {
        var answer = await supervisor.PostAsJsonAsync("/api/v1/tasks", new
        {
            title = "手工立项任务",
            text = "按会议要求办理。",
            source = "市长专题会议纪要第3期",
            sourceKind = "MeetingDecision",
            jurisdiction = portal.Department.JurisdictionId,
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await JsonAsync(answer);
    }

    private async Task<HttpClient> ClientAsync(string userName)
    {
        var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(userName));
        return client;
    }

    private static StringContent Body(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, (await JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
