using System.Diagnostics;
using Npgsql;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Tests;

/// <summary>
/// One real PostgreSQL for the whole run, started when the first test asks for a database. Each test class gets a
/// database of its own, cloned from a template that is migrated once.
/// </summary>
public static class TestCluster
{
    private const string Template = "tracker_template";
    private static readonly Lazy<Task<LocalPostgresServer>> Server = new(StartAsync);
    private static int databases;

    /// <summary>Clones the migrated template; returns the connection string of the new database, for the application's own role.</summary>
    public static async Task<string> CreateDatabaseAsync(string prefix) => (await Server.Value).ApplicationConnectionString(await CreateAsync(prefix, Template)).Pooled();

    /// <summary>A database without any table, for tests of the migrations themselves, as its owner.</summary>
    public static async Task<string> CreateEmptyDatabaseAsync(string prefix) => (await Server.Value).ConnectionString(await CreateAsync(prefix, template: null)).Pooled();

    /// <summary>The same database for the superuser who owns its tables.</summary>
    public static string AsOwner(string application) =>
        Server.Value.Result.ConnectionString(new NpgsqlConnectionStringBuilder(application).Database!).Pooled();

    private static async Task<string> CreateAsync(string prefix, string? template)
    {
        var name = $"{prefix}_{Interlocked.Increment(ref databases)}".ToLowerInvariant();
        await (await Server.Value).CreateDatabaseAsync(name, template);
        return name;
    }

    // Many classes, each with its own pool, share 200 connections. A pool keeps what is idle for five minutes unless told:
    // on a quick machine that is the whole run, and the connections of the classes that are done would use up the server.
    private static string Pooled(this string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 20, ConnectionIdleLifetime = 2, ConnectionPruningInterval = 1 }.ConnectionString;

    private static async Task<LocalPostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("policytracker-tests-").FullName;
        CleanUpWhenThisProcessEnds(folder);
        var server = await LocalPostgresServer.StartAsync(new(folder) { Durable = false });
        await server.CreateDatabaseAsync(Template);
        // Without a pool: a template can only be cloned while nobody is connected to it.
        var owner = new NpgsqlConnectionStringBuilder(server.ConnectionString(Template)) { Pooling = false }.ConnectionString;
        await DatabaseRoles.PrepareAsync(owner, server.ApplicationConnectionString(Template));
        return server;
    }

    /// <summary>
    /// The test host is killed 100 ms after the last test, or at any time by hand, so it cannot clean up by itself:
    /// a small process outlives it, kills the server and removes the folder.
    /// </summary>
    private static void CleanUpWhenThisProcessEnds(string folder)
    {
        const string Script = """
            exec >/dev/null 2>&1 </dev/null
            tail -s 0.2 --pid="$1" -f /dev/null
            server=$(head -n 1 "$2/postgres/cluster/postmaster.pid")
            [ -z "$server" ] || { kill -QUIT "$server"; tail -s 0.1 --pid="$server" -f /dev/null; }
            rm -rf "$2"
            """;
        Process.Start("setsid", ["-f", "/bin/sh", "-c", Script, "test-cluster", $"{Environment.ProcessId}", folder]).WaitForExit();
    }
}
