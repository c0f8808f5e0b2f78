using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Tests.Web.Api;

/// <summary>The filter as-of of the read API.</summary>
[Collection(PortalTests.Name)]
public sealed class AsOfApiTests(PortalFixture portal)
{
    [Fact]
    public async Task Tasks_are_those_of_the_day_with_their_state_and_light_of_it()
    {
        var notice = await PastNotice.MakeAsync(portal);
        using var client = await ClientAsync();
        var then = await JsonAsync(client, $"/api/v1/tasks?document={notice.Document}&as-of={notice.Yesterday:yyyy-MM-dd}");
        var now = await JsonAsync(client, $"/api/v1/tasks?document={notice.Document}");
        Assert.Equal((3, 3), (then.GetProperty("total").GetInt32(), now.GetProperty("total").GetInt32()));
        Assert.Equal(("Assigned", "Withdrawn"), (StateOf(then), StateOf(now)));
        Assert.Equal(now.GetRawText(), (await JsonAsync(client, $"/api/v1/tasks?document={notice.Document}&as-of={notice.Today:yyyy-MM-dd}")).GetRawText());
        Assert.Equal(0, (await JsonAsync(client, $"/api/v1/tasks?document={notice.Document}&as-of={notice.Before:yyyy-MM-dd}")).GetProperty("total").GetInt32());

        string? StateOf(JsonElement page) =>
            page.GetProperty("items").EnumerateArray().Single(task => task.GetProperty("id").GetInt64() == notice.Withdrawn).GetProperty("status").GetString();
    }

    [Fact]
    public async Task One_task_is_told_as_it_was_with_its_history_until_then()
    {
        var notice = await PastNotice.MakeAsync(portal);
        using var client = await ClientAsync();
        var then = await JsonAsync(client, $"/api/v1/tasks/{notice.Withdrawn}?as-of={notice.Yesterday:yyyy-MM-dd}");
        var now = await JsonAsync(client, $"/api/v1/tasks/{notice.Withdrawn}");
        Assert.Equal(("Assigned", "Withdrawn"), (then.GetProperty("status").GetString(), now.GetProperty("status").GetString()));
        Assert.DoesNotContain("Withdraw", then.GetProperty("history").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/tasks/{notice.Withdrawn}?as-of={notice.Before:yyyy-MM-dd}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/tasks/{notice.Withdrawn}?as-of=2999-01-01")).StatusCode);
    }

    [Fact]
    public async Task Summary_of_a_past_day_leads_to_the_lists_of_that_day()
    {
        var notice = await PastNotice.MakeAsync(portal);
        using var client = await ClientAsync();
        var summary = await JsonAsync(client, $"/api/v1/summary?as-of={notice.Yesterday:yyyy-MM-dd}");
        Assert.Equal($"{notice.Yesterday:yyyy-MM-dd}", summary.GetProperty("asOf").GetString());
        foreach (var figure in new[] { "statuses", "lights", "dueByMonth", "verification" }.SelectMany(kind => summary.GetProperty(kind).EnumerateArray()).Append(summary.GetProperty("total")))
        {
            var address = figure.GetProperty("tasks").GetString()!;
            Assert.Contains("as-of=", address, StringComparison.Ordinal);
            Assert.Equal((address, figure.GetProperty("count").GetInt32()), (address, (await JsonAsync(client, address)).GetProperty("total").GetInt32()));
        }
    }

    [Fact]
    public async Task Words_of_the_filter_are_looked_for_in_the_version_of_that_day()
    {
        var notice = await PastNotice.MakeAsync(portal);
        await using var db = portal.Db();
        var lines = await db.Documents.Where(d => d.Id == notice.Document).Select(d => d.SourceFile!.Lines).SingleAsync();
        var second = await portal.ImportAsync(string.Join('\n', lines).Replace("(二)保护地理标志", "(二)保护商标和地理标志", StringComparison.Ordinal).Replace("地理标志专项检查", "商标专项检查", StringComparison.Ordinal));
        using var client = await ClientAsync();
        Assert.Equal(0, await TotalAsync($"document={notice.Document}&as-of={notice.Yesterday:yyyy-MM-dd}&q=商标"));
        Assert.Equal(1, await TotalAsync($"document={notice.Document}&as-of={notice.Yesterday:yyyy-MM-dd}&q=地理标志专项"));
        Assert.Equal((1, 0), (await TotalAsync($"document={second}&q=商标"), await TotalAsync($"document={second}&q=地理标志专项")));

        async Task<int> TotalAsync(string query) => (await JsonAsync(client, $"/api/v1/tasks?{query}")).GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task Documents_and_departments_tell_what_was_known_of_their_tasks()
    {
        var notice = await PastNotice.MakeAsync(portal);
        using var client = await ClientAsync();
        var documents = await JsonAsync(client, $"/api/v1/documents?q=火腿产业&page-size=200&as-of={notice.Yesterday:yyyy-MM-dd}");
        var document = documents.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("id").GetInt32() == notice.Document);
        Assert.Equal(3, document.GetProperty("tasks").GetInt32());
        Assert.Equal(0, (await JsonAsync(client, $"/api/v1/documents?q=火腿产业&as-of={notice.Before:yyyy-MM-dd}")).GetProperty("total").GetInt32());
        Assert.Equal(0, Open(await JsonAsync(client, $"/api/v1/departments?q=市工业信息化局&page-size=200&as-of={notice.Before:yyyy-MM-dd}")));
        Assert.True(
            Open(await JsonAsync(client, $"/api/v1/departments?q=市工业信息化局&page-size=200&as-of={notice.Yesterday:yyyy-MM-dd}"))
                > Open(await JsonAsync(client, "/api/v1/departments?q=市工业信息化局&page-size=200")));

        int Open(JsonElement page) =>
            page.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("id").GetInt32() == notice.Department).GetProperty("open").GetInt32();
    }

    [Theory]
    [InlineData("tasks")]
    [InlineData("summary")]
    [InlineData("documents")]
    [InlineData("departments")]
    public async Task Day_to_come_is_a_400_that_says_so(string list)
    {
        using var client = await ClientAsync();
        var answer = await client.GetAsync($"/api/v1/{list}?as-of=2999-01-01");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("不能晚于今天", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> ClientAsync()
    {
        var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(AccountRole.Leader));
        return client;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
