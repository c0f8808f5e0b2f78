using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Home;
using PolicyTracker.Web.Tasks;

namespace PolicyTracker.Bench;

/// <summary>What the budgets of DESIGN.md 8 name, upon made-up tasks: by one person and by eight at once, with what the database reads for it.</summary>
internal static class ScaleBench
{
    private const int Runs = 24;
    private const int Clients = 8;
    private const int RunsOfEach = 8;

    /// <summary>What is slow is run fewer times.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Past = new(2026, 3, 1);

    /// <param name="folder">Kept, so that a million tasks need not be made again.</param>
    /// <param name="part">Of the names of what is measured; "" for all.</param>
    public static async Task RunAsync(int tasks, string folder, string part)
    {
        await using var filled = await FilledDatabase.OpenAsync(tasks, folder);
        var databases = filled.Services.GetRequiredService<IDbContextFactory<TrackerDb>>();
        Console.WriteLine($"| {tasks:N0} tasks | p50 ms | p95 ms | p50 of 8 | p95 of 8 | database ms | rows read |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, work) in (await WorkAsync(databases)).Where(measured => measured.Name.Contains(part, StringComparison.Ordinal)))
        {
            await MeasureAsync(name, databases, filled.Database, work);
        }
    }

    private static async Task<IReadOnlyList<(string Name, Func<TrackerDb, Task> Work)>> WorkAsync(IDbContextFactory<TrackerDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync();
        var city = await db.Jurisdictions.Where(j => j.Level == JurisdictionLevel.City).OrderBy(j => j.Id).FirstAsync();
        var (department, document) = (await db.Departments.Where(d => d.JurisdictionId == city.Id).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync(), await db.Documents.MaxAsync(d => d.Id));
        var task = await db.Tasks.OrderBy(t => t.Id).Select(t => t.Id).Skip(500).FirstAsync();
        var leader = new Actor(null, "测量", [AccountRole.Leader], city.Id, city.Path, null);
        var supervisor = Actor.Portal with { Roles = [AccountRole.Supervisor] };
        var staff = leader with { Roles = [AccountRole.Staff], DepartmentId = department, DepartmentIds = [department] };
        // A county's government: through its group it has tasks of the whole city.
        var member = await db.GroupMembers.OrderBy(m => m.GroupId).ThenBy(m => m.MemberId).Join(db.Departments, m => m.MemberId, d => d.Id, (m, d) => new { m.GroupId, d.Id, d.JurisdictionId }).FirstAsync();
        var county = await db.Jurisdictions.Where(j => j.ParentId == member.JurisdictionId).OrderBy(j => j.Id).FirstAsync();
        var government = staff with { JurisdictionId = county.Id, JurisdictionPath = county.Path, DepartmentId = member.Id, DepartmentIds = [member.Id, member.GroupId] };
        List<(string, Func<TrackerDb, Task>)> work =
        [
            Page("ledger, first page", new TaskFilter()),
            Page("ledger, 40th page", new TaskFilter { Page = 40 }),
            Page("ledger, page 10,000", new TaskFilter { Page = 10_000 }),
            .. Enum.GetValues<TaskOrder>().Select(order => Page($"ledger by {order}", new TaskFilter { Order = order })),
            .. Enum.GetValues<TaskOrder>().Select(order => Page($"ledger by {order}, descending", new TaskFilter { Order = order, Descending = true })),
            .. Pairs(city.Id, department, document).Select(pair => Page($"ledger, {pair.Name}", pair.Filter)),
            .. Pairs(city.Id, department, document).Select(pair => Page($"ledger by Due, {pair.Name}", pair.Filter with { Order = TaskOrder.Due })),
            Groups(TaskGrouping.Department),
            Groups(TaskGrouping.Document),
            Groups(TaskGrouping.Month),
            .. new[] { "养老", "第7", "老旧小区", "第177项", "督促检查", "没有的词" }.Select(word => ($"search {word}", Search(word))),
            .. new[] { "养老", "第177项" }.Select(word => Page($"ledger, words {word}", new TaskFilter { Q = word, Order = TaskOrder.Due })),
            ("cockpit of all", read => CockpitQuery.LoadAsync(read, supervisor, new CockpitFilter(null), Today)),
            ("cockpit of a city", read => CockpitQuery.LoadAsync(read, leader, new CockpitFilter(null), Today)),
            ("cockpit of staff of a city", read => CockpitQuery.LoadAsync(read, staff, new CockpitFilter(null), Today)),
            ("cockpit of a county's government", read => CockpitQuery.LoadAsync(read, government, new CockpitFilter(null), Today)),
            ("cockpit by late", read => CockpitQuery.LoadAsync(read, supervisor, new CockpitFilter(null, CockpitOrder.Late), Today)),
            ("ledger as of a past day", read => TaskLedgerQuery.PageAsync(read, Actor.Portal, new TaskFilter { AsOf = Past }, Today, counted: TaskLedgerQuery.MostCounted)),
            ("ledger of a city as of a past day", read => TaskLedgerQuery.PageAsync(read, leader, new TaskFilter { AsOf = Past }, Today, counted: TaskLedgerQuery.MostCounted)),
            ("cockpit of a city as of a past day", read => CockpitQuery.LoadAsync(read, leader, new CockpitFilter(null) { AsOf = Past }, Today)),
            ("cockpit of all as of a past day", read => CockpitQuery.LoadAsync(read, supervisor, new CockpitFilter(null) { AsOf = Past }, Today)),
            ("bulletin of a city for a quarter", read => BulletinFiguresQuery.LoadAsync(read, leader, city.Id, new BulletinPeriod(new DateOnly(Today.Year, 7, 1), new DateOnly(Today.Year, 9, 30)))),
            ("home of a supervisor", read => HomeQuery.LoadAsync(read, supervisor, Today)),
            ("home of a leader of a city", read => HomeQuery.LoadAsync(read, leader, Today)),
            ("departments", read => DepartmentListQuery.PageAsync(read, supervisor, new DepartmentFilter(), Today)),
            ("documents", read => DocumentListQuery.PageAsync(read, supervisor, new DocumentFilter(), Today)),
            ("choices of the ledger's filter", read => LedgerChoicesQuery.LoadAsync(read, supervisor, new TaskFilter())),
            ("rows of an export of a city", async read =>
            {
                await using var rows = await LedgerStream.OpenAsync(databases, leader, new ExportScope(new TaskFilter(), []), Today, CancellationToken.None);
                await foreach (var _ in rows.BatchesAsync(CancellationToken.None))
                {
                }
            }),
            ("one task", read => TaskPageQuery.FindAsync(read, supervisor, task, Today)),
        ];
        return work;

        static (string, Func<TrackerDb, Task>) Page(string name, TaskFilter filter) =>
            (name, db => TaskLedgerQuery.PageAsync(db, Actor.Portal, filter, Today, counted: TaskLedgerQuery.MostCounted));

        static (string, Func<TrackerDb, Task>) Groups(TaskGrouping grouping) =>
            ($"groups by {grouping}", db => TaskGroupQuery.PageAsync(db, Actor.Portal, new TaskFilter(), grouping, Today));

        static Func<TrackerDb, Task> Search(string word) => db => SearchQuery.FindAsync(db, Actor.Portal, word, null, 1, 20);
    }

    // Any two filters of the ledger together.
    private static IEnumerable<(string Name, TaskFilter Filter)> Pairs(int city, int department, int document)
    {
        (string Name, Func<TaskFilter, TaskFilter> With)[] single =
        [
            ("city", filter => filter with { Jurisdiction = city }),
            ("department", filter => filter with { Department = department }),
            ("document", filter => filter with { Document = document }),
            ("in progress", filter => filter with { States = [TaskState.InProgress] }),
            ("late", filter => filter with { Light = TimeLight.Red }),
            ("due this month", filter => filter with { DueFrom = new DateOnly(Today.Year, Today.Month, 1), DueTo = new DateOnly(Today.Year, Today.Month, 30) }),
            ("far behind", filter => filter with { Gap = TimeLight.Red }),
            ("leader", filter => filter with { Leader = "赵某" }),
        ];
        for (var first = 0; first < single.Length; first++)
        {
            for (var second = first + 1; second < single.Length; second++)
            {
                yield return ($"{single[first].Name} and {single[second].Name}", single[second].With(single[first].With(new TaskFilter())));
            }
        }
    }

    private static async Task MeasureAsync(string name, IDbContextFactory<TrackerDb> databases, string database, Func<TrackerDb, Task> work)
    {
        for (var warming = 0; warming < 3; warming++)
        {
            await OnceAsync(databases, work);
        }

        var before = await ReadAsync(databases, database);
        var alone = await ManyAsync(1, Runs, databases, work);
        var after = await ReadAsync(databases, database);
        var together = await ManyAsync(Clients, RunsOfEach, databases, work);
        // A process of the database hands in what it has counted when it ends: before the next measure, not within it.
        NpgsqlConnection.ClearAllPools();
        var (time, rows) = ((after.Time - before.Time) / alone.Count, (after.Rows - before.Rows) / alone.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {At(alone, 50):0.0} | {At(alone, 95):0.0} | {At(together, 50):0.0} | {At(together, 95):0.0} | {time:0.0} | {rows:N0} |"));
    }

    private static async Task<List<double>> ManyAsync(int clients, int runs, IDbContextFactory<TrackerDb> databases, Func<TrackerDb, Task> work)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            var own = new List<double>();
            var begun = Stopwatch.GetTimestamp();
            for (var run = 0; run < runs && Stopwatch.GetElapsedTime(begun) < Longest; run++)
            {
                own.Add(await OnceAsync(databases, work));
            }

            return own;
        }));
        return [.. times.SelectMany(own => own).Order()];
    }

    private static async Task<double> OnceAsync(IDbContextFactory<TrackerDb> databases, Func<TrackerDb, Task> work)
    {
        await using var db = await databases.CreateDbContextAsync();
        var started = Stopwatch.GetTimestamp();
        await work(db);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

    // The server's own counters; the process behind the one connection that was used hands in what it has.
    private static async Task<(double Time, long Rows)> ReadAsync(IDbContextFactory<TrackerDb> databases, string database)
    {
        await using (var db = await databases.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_stat_force_next_flush()");
        }

        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT active_time, tup_returned + tup_fetched FROM pg_stat_database WHERE datname = current_database()");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetDouble(0), reader.GetInt64(1));
    }
}
