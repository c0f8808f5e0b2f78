using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Cli;

/// <summary>
/// The database that a command works on: <c>ConnectionStrings__Tracker</c>, else the private one of <c>--data</c>, whether the
/// portal runs on it or not. It is migrated first, so that a command works on a fresh folder too.
/// </summary>
public sealed class TrackerDatabase : IAsyncDisposable
{
    private const string DatabaseName = "policytracker";
    private readonly LocalPostgresServer? own;
    private readonly ServiceProvider services;

    private TrackerDatabase(LocalPostgresServer? own, ServiceProvider services) => (this.own, this.services) = (own, services);

    /// <summary><c>./pt</c> sets PT_DATA to the folder that <c>./run.sh</c> uses, wherever it is called from.</summary>
    public static Option<string> DataOption() => new("--data")
    {
        Description = "数据文件夹（没有设置 ConnectionStrings__Tracker 时）",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PT_DATA") ?? ".data",
    };

    public static async Task<TrackerDatabase> OpenAsync(string dataFolder, CancellationToken cancellation)
    {
        var external = Environment.GetEnvironmentVariable("ConnectionStrings__Tracker");
        LocalPostgresServer? own = null;
        try
        {
            if (string.IsNullOrEmpty(external))
            {
                own = await LocalPostgresServer.ConnectOrStartAsync(new LocalPostgresOptions(Path.GetFullPath(dataFolder)), cancellation);
                await own.CreateDatabaseAsync(DatabaseName, cancellation: cancellation);
                external = own.ConnectionString(DatabaseName);
            }

            await Migrator.MigrateAsync(external, cancellation);
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddTracker(external);
            return new TrackerDatabase(own, services.BuildServiceProvider());
        }
        catch
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }

            throw;
        }
    }

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}
