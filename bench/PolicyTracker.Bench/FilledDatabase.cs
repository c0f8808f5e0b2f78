using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Bench;

/// <summary>A private PostgreSQL with so many made-up tasks. They stay in the folder: a million need not be made again.</summary>
internal sealed class FilledDatabase : IAsyncDisposable
{
    private readonly LocalPostgresServer server;

    private FilledDatabase(LocalPostgresServer server, string database, ServiceProvider services) => (this.server, Database, Services) = (server, database, services);

    public string Database { get; }

    public ServiceProvider Services { get; }

    public static async Task<FilledDatabase> OpenAsync(int tasks, string folder)
    {
        var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions(folder));
        await server.CreateDatabaseAsync($"bench_{tasks}");
        var database = server.ConnectionString($"bench_{tasks}");
        await Migrator.MigrateAsync(database);
        var services = new ServiceCollection().AddLogging().AddTracker(database, folder).Services.BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        if (!await db.IsDrillAsync())
        {
            var filling = Stopwatch.StartNew();
            await services.GetRequiredService<DrillFill>().FillAsync(tasks, Console.Error.WriteLine);
            Console.WriteLine($"{tasks:N0} tasks filled in {filling.Elapsed.TotalSeconds:0.0} s");
        }

        return new FilledDatabase(server, database, services);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
    }
}
