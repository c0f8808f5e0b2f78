using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Bench;

/// <summary>The search, the ledger's words and the cockpit upon many tasks, in milliseconds: median and the slowest of twenty but one.</summary>
internal static class SearchBench
{
    private const int Runs = 20;
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static async Task RunAsync(IServiceProvider services)
    {
        var databases = services.GetRequiredService<IDbContextFactory<TrackerDb>>();
        // Rare and frequent words, of two, four and more characters, and a part of a number.
        foreach (var asked in new[] { "养老", "老旧小区", "第99967批", "投资", "督促检查", "2026 77号", "没有的词" })
        {
            var counts = "";
            var (search, slow) = await TimeAsync(databases, async db =>
            {
                var view = await SearchQuery.FindAsync(db, Actor.Portal, asked, null, 1, 20);
                counts = string.Join('/', view.Counts.Values);
            });
            var (ledger, ledgerSlow) = await TimeAsync(databases, db => TaskLedgerQuery.PageAsync(db, Actor.Portal, new TaskFilter { Q = asked, Order = TaskOrder.Due }, Today));
            Console.WriteLine($"search {asked}: {counts} hits, median {search:0} ms, p95 {slow:0} ms; ledger with total: median {ledger:0} ms, p95 {ledgerSlow:0} ms");
        }

        var (cockpit, cockpitSlow) = await TimeAsync(databases, db => CockpitQuery.LoadAsync(db, Actor.Portal, new CockpitFilter(null), Today));
        Console.WriteLine($"cockpit: median {cockpit:0} ms, p95 {cockpitSlow:0} ms");
    }

    private static async Task<(double Median, double Slow)> TimeAsync(IDbContextFactory<TrackerDb> databases, Func<TrackerDb, Task> work)
    {
        var times = new List<double>();
        for (var i = 0; i < Runs + 2; i++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var started = Stopwatch.GetTimestamp();
            await work(db);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var warm = times.Skip(2).Order().ToList();
        return (warm[Runs / 2], warm[Runs - 2]);
    }
}
