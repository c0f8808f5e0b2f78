using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Tests.Web;

[Collection(PortalTests.Name)]
public sealed class ReadApiTests(PortalFixture portal)
{
    [Fact]
    public async Task Tasks_are_those_of_all_five_files()
    {
        using var client = await ClientAsync(AccountRole.Supervisor);
        var answer = await JsonAsync(client, "/api/v1/tasks?page-size=2000");
        await using var db = portal.Db();
        Assert.Equal(await db.Tasks.CountAsync(), answer.GetProperty("total").GetInt32());
        Assert.Equal(answer.GetProperty("total").GetInt32(), answer.GetProperty("items").GetArrayLength());
        // Other tests register tasks by hand, which have none.
        var documents = answer.GetProperty("items").EnumerateArray().Select(task => task.GetProperty("document"))
            .Where(document => document.ValueKind == JsonValueKind.Number).Select(document => document.GetInt32()).ToHashSet();
        var files = await db.Documents.Where(d => documents.Contains(d.Id)).Select(d => d.SourceFile!.FileName).Distinct().ToListAsync();
        Assert.Subset(files.ToHashSet(), Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "notices")).Select(file => Path.GetFileName(file)!).ToHashSet());
    }

    [Fact]
    public async Task Department_filter_gives_the_tasks_that_it_leads_and_those_that_it_shares()
    {
        using var client = await ClientAsync(AccountRole.Supervisor);
        var all = await JsonAsync(client, $"/api/v1/tasks?department={portal.Department.Id}&page-size=2000");
        var led = await JsonAsync(client, $"/api/v1/tasks?department={portal.Department.Id}&role=Lead");
        Assert.True(led.GetProperty("total").GetInt32() > 0);
        Assert.True(all.GetProperty("total").GetInt32() > led.GetProperty("total").GetInt32());
        Assert.All(all.GetProperty("items").EnumerateArray(), task => Assert.Contains(
            task.GetProperty("responsibilities").EnumerateArray(), r => r.GetProperty("department").GetInt32() == portal.Department.Id));
    }

    [Theory]
    [InlineData(AccountRole.Staff)]
    [InlineData(AccountRole.Auditor)]
    public async Task Summary_gives_each_figure_with_the_list_that_it_counts(string role)
    {
        using var client = await ClientAsync(role);
        var summary = await JsonAsync(client, "/api/v1/summary");
        var figures = new[] { "statuses", "lights", "dueByMonth", "verification", "thisWeek" }
            .SelectMany(kind => summary.GetProperty(kind).EnumerateArray()).Append(summary.GetProperty("total")).ToList();
        Assert.True(figures.Count > 40);
        foreach (var figure in figures)
        {
            var list = await JsonAsync(client, figure.GetProperty("tasks").GetString()!);
            Assert.Equal((figure.GetProperty("tasks").GetString(), figure.GetProperty("count").GetInt32()), (figure.GetProperty("tasks").GetString(), list.GetProperty("total").GetInt32()));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/summary?jurisdiction=999999")).StatusCode);
    }

    [Fact]
    public async Task One_task_has_its_text_its_printed_lines_and_its_history()
    {
        using var client = await ClientAsync(AccountRole.Leader);
        var id = (await JsonAsync(client, "/api/v1/tasks?page-size=1")).GetProperty("items")[0].GetProperty("id").GetInt64();
        var task = await JsonAsync(client, $"/api/v1/tasks/{id}");
        Assert.NotEmpty(task.GetProperty("text").GetString()!);
        Assert.NotEmpty(task.GetProperty("source").GetProperty("printed")[0].GetString()!);
        Assert.Equal("Import", task.GetProperty("history").EnumerateArray().Last().GetProperty("act").GetString());
    }

    [Theory]
    [InlineData("/api/v1/tasks?status=whatever")]
    [InlineData("/api/v1/tasks?department=abc")]
    [InlineData("/api/v1/tasks?due-from=2031/1/1")]
    [InlineData("/api/v1/tasks?page-size=2001")]
    [InlineData("/api/v1/tasks?light=7")]
    [InlineData("/api/v1/documents?page=0")]
    public async Task Bad_input_is_a_400_that_says_what_is_wrong(string path)
    {
        using var client = await ClientAsync(AccountRole.Leader);
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_a_404()
    {
        using var client = await ClientAsync(AccountRole.Leader);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/tasks/999999999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/nothing")).StatusCode);
    }

    [Fact]
    public async Task Staff_read_their_jurisdiction_and_not_another()
    {
        using var client = await ClientAsync(AccountRole.Staff);
        var tasks = await JsonAsync(client, "/api/v1/tasks?page-size=2000");
        Assert.All(tasks.GetProperty("items").EnumerateArray(), task => Assert.Equal("攀枝花市", task.GetProperty("jurisdiction").GetString()));
        await using var db = portal.Db();
        var elsewhere = await db.Tasks.Where(t => t.JurisdictionId != portal.Department.JurisdictionId).Select(t => t.Id).FirstAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/tasks/{elsewhere}")).StatusCode);
    }

    [Fact]
    public async Task Expired_token_is_refused()
    {
        using var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(AccountRole.Leader, expiresAfterDays: -1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/tasks")).StatusCode);
    }

    [Fact]
    public async Task Departments_have_their_aliases_and_their_jurisdiction_by_name()
    {
        using var client = await ClientAsync(AccountRole.Leader);
        var answer = await JsonAsync(client, "/api/v1/departments?q=市民政局&page-size=200");
        var department = answer.GetProperty("items").EnumerateArray().Single(d => d.GetProperty("id").GetInt32() == portal.Department.Id);
        Assert.Equal("攀枝花市", department.GetProperty("jurisdiction").GetString());
        Assert.Equal(JsonValueKind.Array, department.GetProperty("aliases").ValueKind);
    }

    [Fact]
    public async Task Documents_are_found_by_their_number()
    {
        using var client = await ClientAsync(AccountRole.Leader);
        var answer = await JsonAsync(client, "/api/v1/documents?page-size=100&q=攀办发〔2016〕71号");
        var document = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal("攀枝花市人民政府办公室关于印发《攀枝花市医养结合试点工作实施方案》的通知", document.GetProperty("title").GetString());
    }

    private async Task<HttpClient> ClientAsync(string userName)
    {
        var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(userName));
        return client;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
