using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Tests.Web;

/// <summary>The portal on its private PostgreSQL, started and stopped as people and machines do it.</summary>
public sealed class PortalProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("policytracker-process-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Portal_starts_from_nothing_stops_without_a_trace_and_keeps_everything()
    {
        var (first, address) = await StartAsync();
        Assert.Contains("supervisor", first.Output, StringComparison.Ordinal);
        Assert.Contains("密码：", first.Output, StringComparison.Ordinal);
        Assert.Contains(address.Authority, first.Output, StringComparison.Ordinal);
        var tasks = await TaskCountAsync();
        Assert.True(tasks > 400);
        Assert.Equal(0, await first.TerminateAsync());
        Assert.Empty(ProcessesOn(folder));

        var (second, _) = await StartAsync();
        Assert.DoesNotContain("密码：", second.Output, StringComparison.Ordinal);
        Assert.Equal(tasks, await TaskCountAsync());
        await second.TerminateAsync();
    }

    [Theory]
    [InlineData(300)]
    [InlineData(900)]
    [InlineData(1500)]
    public async Task Portal_that_is_stopped_while_it_starts_leaves_no_process(int milliseconds)
    {
        using var portal = RunningProgram.Start(Built.Portal, ["--port", $"{PortalFixture.FreePort()}", "--data", folder]);
        await Task.Delay(milliseconds);
        await portal.TerminateAsync();
        Assert.Empty(ProcessesOn(folder));
    }

    [Fact]
    public async Task Killed_portal_loses_nothing_that_was_committed()
    {
        var (first, _) = await StartAsync();
        var tasks = await TaskCountAsync();
        await first.KillAsync();
        var (second, _) = await StartAsync();
        Assert.Equal(tasks, await TaskCountAsync());
        Assert.Equal(0, await second.TerminateAsync());
        Assert.Empty(ProcessesOn(folder));
    }

    [Fact]
    public async Task Second_instance_on_the_same_folder_is_refused_and_one_on_another_is_not()
    {
        var (first, _) = await StartAsync();
        var refused = await RunningProgram.RunAsync(Built.Portal, ["--port", $"{PortalFixture.FreePort()}", "--data", folder]);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains(first.Id.ToString(CultureInfo.InvariantCulture), refused.Errors, StringComparison.Ordinal);

        using var other = new PortalProcessTests();
        var (second, address) = await other.StartAsync("--no-seed");
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        await Task.WhenAll(first.TerminateAsync(), second.TerminateAsync());
    }

    [Fact]
    public async Task Given_demo_password_holds_from_the_next_start()
    {
        var (first, _) = await StartAsync("--no-seed");
        await first.TerminateAsync();
        var (second, _) = await StartAsync("--no-seed", new Dictionary<string, string> { ["PT_DEMO_PASSWORD"] = "given-2031" });
        Assert.Contains("given-2031", second.Output, StringComparison.Ordinal);
        await second.TerminateAsync();
    }

    private async Task<(RunningProgram Portal, Uri Address)> StartAsync(string? flag = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = PortalFixture.FreePort();
        var portal = RunningProgram.Start(Built.Portal, ["--port", $"{port}", "--data", folder, .. flag is null ? Array.Empty<string>() : [flag]], environment);
        var address = new Uri($"http://127.0.0.1:{port}/");
        await PortalFixture.UntilReadyAsync(portal, address);
        await UntilAnnouncedAsync(portal);
        return (portal, address);
    }

    // The address is printed in the moment in which /healthz begins to answer.
    private static async Task UntilAnnouncedAsync(RunningProgram portal)
    {
        for (var i = 0; i < 100 && !portal.Output.Contains("已就绪", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
        }
    }

    private async Task<int> TaskCountAsync()
    {
        await using var server = await LocalPostgresServer.ConnectOrStartAsync(new LocalPostgresOptions(folder));
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("policytracker"));
        await using var command = source.CreateCommand("SELECT count(*)::int FROM tasks");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static List<string> ProcessesOn(string folder) =>
        [.. Process.GetProcesses().Select(CommandLine).Where(line => line.Contains(folder, StringComparison.Ordinal))];

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
