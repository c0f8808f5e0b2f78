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

    /// <summary>Clones the migrated template; returns the connection string of the new database.</summary>
    public static Task<string> CreateDatabaseAsync(string prefix) => CreateAsync(prefix, Template);

    /// <summary>A database without any table, for tests of the migrations themselves.</summary>
    public static Task<string> CreateEmptyDatabaseAsync(string prefix) => CreateAsync(prefix, template: null);

    private static async Task<string> CreateAsync(string prefix, string? template)
    {
        var server = await Server.Value;
        var name = $"{prefix}_{Interlocked.Increment(ref databases)}".ToLowerInvariant();
        await server.CreateDatabaseAsync(name, template);
        // Many classes, each with its own pool, share 200 connections.
        return new NpgsqlConnectionStringBuilder(server.ConnectionString(name)) { MaxPoolSize = 20 }.ConnectionString;
    }

    private static async Task<LocalPostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("policytracker-tests-").FullName;
        CleanUpWhenThisProcessEnds(folder);
        var server = await LocalPostgresServer.StartAsync(new(folder) { Durable = false });
        await server.CreateDatabaseAsync(Template);
        // Without a pool: a template can only be cloned while nobody is connected to it.
        await Migrator.MigrateAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString(Template)) { Pooling = false }.ConnectionString);
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
