using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Web.Hosting;

/// <summary>The database that the portal runs on: the private PostgreSQL, started and stopped with it, or another server.</summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    private const string DatabaseName = "policytracker";
    private readonly LocalPostgresServer? own;

    private PortalDatabase(string connectionString, LocalPostgresServer? own) => (ConnectionString, this.own) = (connectionString, own);

    public string ConnectionString { get; }

    public static async Task<PortalDatabase> OpenAsync(PortalOptions options, CancellationToken cancellation = default)
    {
        if (options.ExternalDatabase is { } external)
        {
            return new PortalDatabase(external, null);
        }

        var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions(options.DataFolder), cancellation);
        await server.CreateDatabaseAsync(DatabaseName, cancellation: cancellation);
        return new PortalDatabase(server.ConnectionString(DatabaseName), server);
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
