using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PolicyTracker.Core.Storage;

/// <summary>
/// Applies the embedded scripts <c>Migrations/NNNN_name.sql</c> in order, each once, in one transaction under an advisory lock:
/// of two instances that start together one migrates and the other waits.
/// </summary>
public static class Migrator
{
    private const long LockKey = 0x706F6C696379;
    private const string Prefix = "PolicyTracker.Core.Storage.Migrations.";

    /// <param name="afterwards">SQL that runs at every start, after the scripts and in their transaction.</param>
    public static async Task MigrateAsync(string connectionString, string? afterwards = null, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())", cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        foreach (var (name, script) in Scripts())
        {
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
            if (!applied.TryGetValue(name, out var known))
            {
                await ExecuteAsync(connection, script, cancellation);
                await RecordAsync(connection, name, checksum, cancellation);
            }
            else if (known != checksum)
            {
                throw new InvalidOperationException($"Migration {name} was changed after it had been applied; write a new one instead.");
            }
        }

        if (afterwards is not null)
        {
            await ExecuteAsync(connection, afterwards, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static IEnumerable<(string Name, string Script)> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Prefix.Length..^".sql".Length], reader.ReadToEnd());
        }
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("SELECT name, checksum FROM migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task RecordAsync(NpgsqlConnection connection, string name, string checksum, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("INSERT INTO migrations (name, checksum) VALUES ($1, $2)", connection)
        {
            Parameters = { new() { Value = name }, new() { Value = checksum } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        // A script over a million tasks takes its time, and so does another instance that is at it.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
