using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Tests.Web;

/// <summary>A portal of its own, whose database is broken on purpose.</summary>
public sealed partial class ErrorReferenceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Reference_number_on_an_error_page_and_in_an_answer_of_the_api_is_that_of_the_log()
    {
        using var client = portal.Client();
        await PortalFixture.SignInAsync(client, AccountRole.Supervisor, PortalFixture.Password);
        await using (var owner = NpgsqlDataSource.Create(TestCluster.AsOwner(portal.ConnectionString)))
        await using (var breaking = owner.CreateCommand("ALTER TABLE task_history RENAME TO task_history_gone"))
        {
            await breaking.ExecuteNonQueryAsync();
        }

        await using var db = portal.Db();
        var task = await db.Tasks.Select(t => t.Id).FirstAsync();

        var page = await client.GetAsync($"/tasks/{task}");
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        var shown = Reference().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        var answer = await client.GetAsync($"/api/v1/tasks/{task}");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var answered = problem.RootElement.GetProperty("reference").GetString()!;

        Assert.Equal([shown, answered], await LoggedErrorsAsync());
    }

    private async Task<List<string>> LoggedErrorsAsync()
    {
        var references = new List<string>();
        foreach (var line in (await portal.LogAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var entry = JsonDocument.Parse(line);
            // What the portal does by itself meets the broken table too, but answers nobody and has no number to tell.
            if (entry.RootElement.TryGetProperty("Exception", out var exception) && exception.GetString()!.Contains("task_history", StringComparison.Ordinal)
                && entry.RootElement.GetProperty("Properties").TryGetProperty("Reference", out var reference))
            {
                references.Add(reference.GetString()!);
            }
        }

        return [.. references.Distinct()];
    }

    [GeneratedRegex("参考号 <strong>([0-9A-F]{8})</strong>")]
    private static partial Regex Reference();
}
