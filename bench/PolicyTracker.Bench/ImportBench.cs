using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Bench;

/// <summary>
/// The import of a notice into a private PostgreSQL with fsync on: read, match departments, save. It begins as the portal does,
/// with the rehearsal.
/// </summary>
internal static class ImportBench
{
    public static async Task RunAsync(string gazette)
    {
        var folder = Directory.CreateTempSubdirectory("policytracker-bench-").FullName;
        try
        {
            await using var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions(folder));
            await server.CreateDatabaseAsync("bench");
            var database = server.ConnectionString("bench");
            await Migrator.MigrateAsync(database);
            await using var services = new ServiceCollection().AddLogging().AddTracker(database, folder).Services.BuildServiceProvider();
            await RunAsync(services.GetRequiredService<NoticeImport>(), await File.ReadAllBytesAsync(gazette), Path.GetFileName(gazette));
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // The same notice with one more blank line each time: another file to the portal, the same work.
    private static async Task RunAsync(NoticeImport import, byte[] bytes, string name)
    {
        var times = new List<double>();
        var rehearsed = Stopwatch.GetTimestamp();
        await import.RehearseAsync(CancellationToken.None);
        var rehearsal = Stopwatch.GetElapsedTime(rehearsed).TotalMilliseconds;
        for (var i = 0; i < 8; i++)
        {
            byte[] another = [.. bytes, .. Enumerable.Repeat((byte)'\n', i + 1)];
            var started = Stopwatch.GetTimestamp();
            var result = await import.ImportAsync(name, another, Actor.Portal);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (result.Outcome != ImportOutcome.Imported)
            {
                throw new InvalidOperationException(result.Message);
            }
        }

        var warm = times.Skip(2).Order().ToList();
        Console.WriteLine($"import of {name}: rehearsal {rehearsal:0} ms, first {times[0]:0} ms, warm median {warm[warm.Count / 2]:0} ms, least {warm[0]:0} ms");
    }
}
