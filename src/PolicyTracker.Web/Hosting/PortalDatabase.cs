using PolicyTracker.Core.Storage;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Web.Hosting;

/// <summary>The database that the portal runs on, migrated: the private PostgreSQL, started and stopped with it, or another server.</summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    private const string DatabaseName = "policytracker";
    private readonly LocalPostgresServer? own;

    private PortalDatabase(string connectionString, LocalPostgresServer? own) => (ConnectionString, this.own) = (connectionString, own);

    /// <summary>For the application's own role.</summary>
    public string ConnectionString { get; }

    /// <summary>False: the application is the owner of the tables too, so that the database itself does not protect the audit log.</summary>
    public bool HasTwoRoles { get; private set; }

    public static async Task<PortalDatabase> OpenAsync(PortalOptions options, CancellationToken cancellation = default)
    {
        var own = options.ExternalDatabase is null
            ? await LocalPostgresServer.StartAsync(new LocalPostgresOptions(options.DataFolder), cancellation)
            : null;
        var database = new PortalDatabase(options.ExternalDatabase ?? own!.ApplicationConnectionString(DatabaseName), own);
        try
        {
            await (own?.CreateDatabaseAsync(DatabaseName, cancellation: cancellation) ?? Task.CompletedTask);
            var owner = own?.ConnectionString(DatabaseName) ?? options.ExternalOwner ?? database.ConnectionString;
            database.HasTwoRoles = await DatabaseRoles.PrepareAsync(owner, database.ConnectionString, cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
