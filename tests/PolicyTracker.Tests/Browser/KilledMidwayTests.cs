using Microsoft.Playwright;
using Npgsql;
using PolicyTracker.LocalPostgres;
using PolicyTracker.Tests.LocalPostgres;
using PolicyTracker.Tests.Web;

namespace PolicyTracker.Tests.Browser;

/// <summary>What kill -9 falls upon.</summary>
public enum Victim
{
    Portal,

    /// <summary>The first process of its private PostgreSQL.</summary>
    Database,
}

/// <summary>A real portal on its private PostgreSQL; where it would write, a trigger waits for a lock that the test holds, so that the kill falls in the middle.</summary>
public sealed class KilledMidwayTests : IAsyncLifetime
{
    private const string Password = "tests-only-2031";
    private readonly ScratchFolder folder = new();
    private readonly int port = PortalFixture.FreePort();
    private RunningProgram? portal;
    private LocalPostgresServer? server;
    private IBrowserContext? context;

    public async Task InitializeAsync()
    {
        context = await (await Chromium.StartedAsync()).NewContextAsync(new() { BaseURL = $"http://127.0.0.1:{port}/", Locale = "zh-CN" });
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await context!.CloseAsync();
        await portal!.TerminateAsync();
        portal.Dispose();
        await server!.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(Victim.Portal)]
    [InlineData(Victim.Database)]
    public async Task Killed_while_a_draft_is_read_and_while_it_is_confirmed_leaves_nothing_or_everything(Victim victim)
    {
        var page = await SignedInAsync();
        await using (await StandStillAsync("BEFORE UPDATE OF reading ON draft_files"))
        {
            await UploadAsync(page);
            await UntilAsync(SomebodyWaits);
            await KillAsync(victim, page);
        }

        await StartAsync();
        await UntilAsync("SELECT count(*) = 1 FROM import_drafts WHERE state = 'Open' AND task_count = 3");
        var draft = $"/import/{await AskAsync<int>("SELECT id FROM import_drafts")}";

        page = await OpenAsync(draft);
        await DeskPages.WorkToZeroAsync(page);
        await using (await StandStillAsync("BEFORE INSERT ON task_intervals"))
        {
            await page.Locator("[data-key=c]").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "导入3项任务" }).ClickAsync();
            await UntilAsync(SomebodyWaits);
            await KillAsync(victim, page);
        }

        await StartAsync();
        Assert.Equal("0 0 0 0 Open", await AskAsync<string>(Everything));
        await DeskPages.ConfirmAsync(await OpenAsync(draft), 3);
        Assert.Equal("1 1 3 3 Confirmed", await AskAsync<string>(Everything));
    }

    // The browser may be quicker than the script that listens to the field: a choice that nobody heard is made again.
    private async Task UploadAsync(IPage page)
    {
        var arrived = false;
        while (!arrived)
        {
            await page.Locator("input[type=file]:enabled").SetInputFilesAsync(
                new FilePayload { Name = "意见.txt", MimeType = "text/plain", Buffer = OwnNotices.Write("意见.txt") });
            for (var i = 0; i < 100 && !arrived; i++)
            {
                await Task.Delay(200);
                arrived = await AskAsync<bool>("SELECT EXISTS (SELECT 1 FROM import_drafts)");
            }
        }
    }

    private const string SomebodyWaits = "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 2031 AND NOT granted)";

    private const string Everything = """
        SELECT concat_ws(' ', (SELECT count(*) FROM source_files), (SELECT count(*) FROM documents), (SELECT count(*) FROM tasks),
            (SELECT count(*) FROM task_intervals), (SELECT state FROM import_drafts))
        """;

    /// <summary>Until it is disposed, whoever writes there waits in the middle of its transaction.</summary>
    private async Task<NpgsqlConnection> StandStillAsync(string place)
    {
        var holding = await ConnectAsync();
        await using var command = new NpgsqlCommand($"""
            CREATE OR REPLACE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(2031); RETURN NEW; END $$;
            CREATE TRIGGER stand_still {place} FOR EACH ROW EXECUTE FUNCTION stand_still();
            SELECT pg_advisory_lock(2031)
            """, holding);
        await command.ExecuteNonQueryAsync();
        return holding;
    }

    private async Task KillAsync(Victim victim, IPage page)
    {
        if (victim == Victim.Portal)
        {
            await portal!.KillAsync();
        }
        else
        {
            OtherProcess.Kill(folder.ServerNumber);
            await portal!.TerminateAsync();
        }

        await page.CloseAsync();
        portal.Dispose();
    }

    private async Task StartAsync()
    {
        portal = RunningProgram.Start(
            Built.Portal, ["--port", $"{port}", "--data", folder.DataFolder, "--no-seed"], new Dictionary<string, string> { ["PT_DEMO_PASSWORD"] = Password });
        await PortalFixture.UntilReadyAsync(portal, new Uri($"http://127.0.0.1:{port}/"));
        // The one before is given back only now: as its last user it would stop the server that a killed portal has left.
        var before = server;
        server = await LocalPostgresServer.ConnectOrStartAsync(folder.Options);
        await (before?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task<IPage> SignedInAsync()
    {
        var page = await context!.NewPageAsync();
        await page.GotoAsync("/sign-in?return=/import");
        await page.GetByLabel("用户名").FillAsync("admin");
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        return page;
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await context!.NewPageAsync();
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("[data-interactive='true']")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return page;
    }

    private async Task UntilAsync(string condition)
    {
        for (var i = 0; !await AskAsync<bool>(condition); i++)
        {
            Assert.True(i < 1200, condition);
            await Task.Delay(100);
        }
    }

    private async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    // Without a pool: what it kept would be dead after a kill.
    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server!.ConnectionString("policytracker")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
