using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PolicyTracker.LocalPostgres;

/// <summary>
/// A private PostgreSQL server in a data folder, reached through a Unix socket only. It survives the process that
/// started it being killed; the next start then adopts it.
/// </summary>
public sealed class LocalPostgresServer : IAsyncDisposable
{
    public const string RoleName = "tracker";

    /// <summary>The role that the application works as, beside the owner. Whoever prepares the database makes it.</summary>
    public const string ApplicationRoleName = "tracker_app";
    private readonly FolderLocks locks;
    private readonly FileStream? owned;
    private FileStream? used;
    private Cluster? cluster;
    private SocketFolder? socket;
    private string password = "";

    private LocalPostgresServer(LocalPostgresOptions options, bool own)
    {
        DataFolder = options.DataFolder;
        locks = new(DataFolder);
        owned = own ? locks.Own() : null;
    }

    /// <summary>The full path of the data folder.</summary>
    public string DataFolder { get; }

    /// <summary>
    /// Makes the cluster on the first start, then starts it, or adopts one whose owner was killed. Holds the data
    /// folder until disposed; no second instance can then have it.
    /// </summary>
    /// <exception cref="LocalPostgresException">No programs, the folder is held, the server does not start.</exception>
    public static Task<LocalPostgresServer> StartAsync(LocalPostgresOptions options, CancellationToken cancellation = default) =>
        OpenAsync(options, own: true, cancellation);

    /// <summary>
    /// For <c>pt</c>: uses the private server beside a portal that runs on it, or starts it. The last user to leave
    /// stops it unless a portal owns it.
    /// </summary>
    /// <exception cref="LocalPostgresException">No programs, or the server does not start.</exception>
    public static Task<LocalPostgresServer> ConnectOrStartAsync(LocalPostgresOptions options, CancellationToken cancellation = default) =>
        OpenAsync(options, own: false, cancellation);

    /// <summary>For the superuser <c>tracker</c>, through the socket. Other processes can use it while this object lives.</summary>
    public string ConnectionString(string database) => ConnectionString(database, RoleName, password);

    /// <summary>For the role <see cref="ApplicationRoleName"/>. Its password follows from the owner's, so that there is one secret to keep.</summary>
    public string ApplicationConnectionString(string database) => ConnectionString(
        database, ApplicationRoleName, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(ApplicationRoleName))));

    private string ConnectionString(string database, string role, string secret) => new NpgsqlConnectionStringBuilder
    {
        Host = socket!.Path,
        Username = role,
        Password = secret,
        Database = database,
    }.ConnectionString;

    /// <summary>Creates a database, empty or a copy of a template that nobody is connected to. Does nothing if it exists.</summary>
    public async Task CreateDatabaseAsync(string name, string? template = null, CancellationToken cancellation = default)
    {
        var connection = new NpgsqlConnection(Unpooled());
        await using var closing = connection.ConfigureAwait(false);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        var command = connection.CreateCommand();
        await using var disposing = command.ConfigureAwait(false);
        command.CommandText = $"CREATE DATABASE {Quoted(name)} TEMPLATE {Quoted(template ?? "template1")}";
        try
        {
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Exists, or somebody else made it this instant (the catalogue's unique index says so).
        }
    }

    /// <summary>
    /// Gives the folder back. The owner stops the server in any case; others do when they are the last and nobody owns it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (used is null && owned is null)
            return;
        try
        {
            using var change = await locks.ChangeAsync(CancellationToken.None).ConfigureAwait(false);
            used?.Dispose();
            used = null;
            if (cluster is not null && (owned is not null || locks.NobodyUses()))
                await cluster.StopAsync().ConfigureAwait(false);
        }
        finally
        {
            cluster = null;
            socket?.Dispose();
            owned?.Dispose();
        }
    }

    private static async Task<LocalPostgresServer> OpenAsync(LocalPostgresOptions options, bool own, CancellationToken cancellation)
    {
        var server = new LocalPostgresServer(options with { DataFolder = MadeFolder(options.DataFolder) }, own);
        try
        {
            await server.BeginAsync(options with { DataFolder = server.DataFolder }, cancellation).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task BeginAsync(LocalPostgresOptions options, CancellationToken cancellation)
    {
        using var change = await locks.ChangeAsync(cancellation).ConfigureAwait(false);
        used = locks.Use();
        cluster = new(options);
        await cluster.CreateIfMissingAsync(cancellation).ConfigureAwait(false);
        socket = new(Cluster.FolderIn(DataFolder));
        password = cluster.Password;
        await cluster.EnsureRunningAsync(Unpooled(), cancellation).ConfigureAwait(false);
    }

    private string Unpooled() => new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false }.ConnectionString;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string MadeFolder(string given)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
        PrivateFolder.Make(folder);
        return folder;
    }
}
