using Npgsql;
using PolicyTracker.LocalPostgres;

namespace PolicyTracker.Tests.LocalPostgres;

/// <summary>A folder of mode 0700 for one test; what still runs in it at the end is killed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("policytracker-pg-").FullName;

    public string DataFolder => Path.Combine(Root, "data");

    public LocalPostgresOptions Options => new(DataFolder) { Durable = false };

    /// <summary>The server's first process.</summary>
    public int ServerNumber => int.Parse(File.ReadLines(Path.Combine(DataFolder, "postgres/cluster/postmaster.pid")).First());

    /// <summary>Every process that stands in this folder: those of the server do.</summary>
    public IReadOnlyList<int> Processes() =>
    [
        .. Directory.GetDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), out _))
            .Where(process => StandsIn(process))
            .Select(process => int.Parse(Path.GetFileName(process)))
    ];

    public void Dispose()
    {
        foreach (var process in Processes())
            OtherProcess.Kill(process);
        Directory.Delete(Root, recursive: true);
    }

    public static async Task<long> CountNotesAsync(LocalPostgresServer server)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("tracker"));
        await using var command = source.CreateCommand("SELECT count(*) FROM note");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Commits one row, in a database that is made where it is missing.</summary>
    public static async Task AddNoteAsync(LocalPostgresServer server)
    {
        await server.CreateDatabaseAsync("tracker");
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("tracker"));
        await using var command = source.CreateCommand("CREATE TABLE IF NOT EXISTS note (words text); INSERT INTO note VALUES ('牵头')");
        await command.ExecuteNonQueryAsync();
    }

    private bool StandsIn(string process)
    {
        try
        {
            var target = new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
            return target is not null && (target == Root || target.StartsWith(Root + "/", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // ended meanwhile, or another account's
        }
    }
}
