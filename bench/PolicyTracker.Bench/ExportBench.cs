using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Bench;

/// <summary>The export of 10,000 and of 100,000 rows: ten times the rows in some ten times the time and in the same memory.</summary>
internal static class ExportBench
{
    private const int Few = 10_000;
    private const int Many = 100_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("policytracker-bench-").FullName;
        try
        {
            await using var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions(folder));
            await server.CreateDatabaseAsync("bench");
            var database = server.ConnectionString("bench");
            await Migrator.MigrateAsync(database);
            await using var services = new ServiceCollection().AddLogging().AddTracker(database, folder).Services.BuildServiceProvider();
            var filling = Stopwatch.StartNew();
            await services.GetRequiredService<DrillFill>().FillAsync(Many, Console.Error.WriteLine);
            Console.WriteLine($"{Many:N0} tasks filled in {filling.Elapsed.TotalSeconds:0.0} s");
            var person = await PersonAsync(services);
            var few = new ExportScope(new TaskFilter(), [.. Enumerable.Range(1, Few).Select(id => (long)id)]);
            var all = new ExportScope(new TaskFilter { Order = TaskOrder.Due }, []);
            foreach (var format in new[] { ExportFormat.Xlsx, ExportFormat.Csv })
            {
                // Once unmeasured: compiled code and open connections are no part of the comparison.
                await WriteAsync(services, person, few, format);
                var (short1, long1) = (await WriteAsync(services, person, few, format), await WriteAsync(services, person, all, format));
                Console.WriteLine($"export to {format}: {Few:N0} rows {short1.Seconds:0.0} s, heap {short1.Heap:0} MB, {short1.Size / 1e6:0.0} MB; {Many:N0} rows {long1.Seconds:0.0} s, heap {long1.Heap:0} MB, {long1.Size / 1e6:0.0} MB");
                Console.WriteLine($"  ratio of 100,000 to 10,000 rows: time {long1.Seconds / short1.Seconds:0.0}, peak heap {long1.Heap / short1.Heap:0.00}, peak of the process {long1.Process / short1.Process:0.00}");
            }
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Written> WriteAsync(IServiceProvider services, Actor person, ExportScope scope, ExportFormat format)
    {
        var id = await services.GetRequiredService<LedgerExports>().QueueAsync(person, scope, format, "");
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var done = new CancellationTokenSource();
        var peaks = WatchAsync(done.Token);
        var started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<ExportWorker>().RunAsync(done.Token);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await done.CancelAsync();
        var (heap, process) = await peaks;
        var job = (await services.GetRequiredService<LedgerExports>().OwnAsync(person)).Single(own => own.Id == id);
        return new Written(seconds, heap, process, job.Size ?? throw new InvalidOperationException(job.Problem));
    }

    private sealed record Written(double Seconds, double Heap, double Process, long Size);

    private static async Task<Actor> PersonAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var account = new Account { UserName = "bench", NormalizedUserName = "BENCH", DisplayName = "测量", JurisdictionId = 1 };
        db.Add(account);
        await db.SaveChangesAsync();
        return (await Actor.LoadAsync(db, account.Id))!;
    }

    // In MB, looked at fifty times a second.
    private static async Task<(double Heap, double Process)> WatchAsync(CancellationToken done)
    {
        var (heap, process) = (0L, 0L);
        while (!done.IsCancellationRequested)
        {
            (heap, process) = (Math.Max(heap, GC.GetTotalMemory(false)), Math.Max(process, Environment.WorkingSet));
            await Task.Delay(20, CancellationToken.None);
        }

        return (heap / 1e6, process / 1e6);
    }
}
