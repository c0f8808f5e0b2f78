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

    /// <param name="asOwner">Work as the owner of the tables, which is what removing audit entries needs.</param>
    public static async Task<TrackerDatabase> OpenAsync(string dataFolder, CancellationToken cancellation, bool asOwner = false)
    {
        var folder = Path.GetFullPath(dataFolder);
        var application = Environment.GetEnvironmentVariable("ConnectionStrings__Tracker");
        var owner = Environment.GetEnvironmentVariable("ConnectionStrings__TrackerOwner");
        LocalPostgresServer? own = null;
        try
        {
            if (string.IsNullOrEmpty(application))
            {
                own = await LocalPostgresServer.ConnectOrStartAsync(new LocalPostgresOptions(folder), cancellation);
                await own.CreateDatabaseAsync(DatabaseName, cancellation: cancellation);
                (application, owner) = (own.ApplicationConnectionString(DatabaseName), own.ConnectionString(DatabaseName));
            }

            owner = string.IsNullOrEmpty(owner) ? application : owner;
            await DatabaseRoles.PrepareAsync(owner, application, cancellation);
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddTracker(asOwner ? owner : application, folder);
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
