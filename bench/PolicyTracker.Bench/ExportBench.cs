using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Bench;

/// <summary>The export of 10,000 rows and of ten or a hundred times as many: so many times the time, and the same memory.</summary>
internal static class ExportBench
{
    private const int Few = 10_000;
    private const int Many = 100_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("policytracker-bench-").FullName;
        try
        {
            await RunAsync(Many, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="folder">As <see cref="ScaleBench"/> keeps it; the exports stay in it for their days.</param>
    public static async Task RunAsync(int tasks, string folder)
    {
        await using var filled = await FilledDatabase.OpenAsync(tasks, folder);
        var person = await PersonAsync(filled.Services);
        var few = new ExportScope(new TaskFilter(), [.. Enumerable.Range(1, Few).Select(id => (long)id)]);
        var all = new ExportScope(new TaskFilter { Order = TaskOrder.Due }, []);
        foreach (var format in new[] { ExportFormat.Xlsx, ExportFormat.Csv })
        {
            // Once unmeasured: compiled code and open connections are no part of the comparison.
            await WriteAsync(filled.Services, person, few, format);
            var (shortOne, longOne) = (await WriteAsync(filled.Services, person, few, format), await WriteAsync(filled.Services, person, all, format));
            Console.WriteLine($"export to {format}: {Few:N0} rows {shortOne}; {tasks:N0} rows {longOne}");
            Console.WriteLine($"  ratio of {tasks:N0} to {Few:N0} rows: time {longOne.Seconds / shortOne.Seconds:0.0}, peak heap {longOne.Heap / shortOne.Heap:0.00}, peak of the process {longOne.Process / shortOne.Process:0.00}");
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

    private sealed record Written(double Seconds, double Heap, double Process, long Size)
    {
        public override string ToString() => $"{Seconds:0.0} s, heap {Heap:0} MB, process {Process:0} MB, file {Size / 1e6:0.0} MB";
    }

    private static async Task<Actor> PersonAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        if (await db.Users.SingleOrDefaultAsync(one => one.NormalizedUserName == "BENCH") is { } before)
        {
            return (await Actor.LoadAsync(db, before.Id))!;
        }

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
