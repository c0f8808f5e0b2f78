using Npgsql;

namespace PolicyTracker.Core.Storage;

/// <summary>
/// Tables without their secondary indexes, foreign keys and triggers while very many rows are written: to sort once at the end is
/// cheaper than to look up every row. Within one transaction of their owner, so that a failure leaves them as they were.
/// </summary>
internal sealed class BareTables
{
    private readonly NpgsqlConnection connection;
    private readonly string[] tables;
    private readonly IReadOnlyList<(string Taking, string Giving)> parts;

    private BareTables(NpgsqlConnection connection, string[] tables, IReadOnlyList<(string Taking, string Giving)> parts) =>
        (this.connection, this.tables, this.parts) = (connection, tables, parts);

    public static async Task<BareTables> MakeAsync(NpgsqlConnection connection, string[] tables, CancellationToken cancellation)
    {
        var bare = new BareTables(connection, tables, await PartsAsync(connection, tables, cancellation));
        foreach (var table in tables)
        {
            await bare.ExecuteAsync($"ALTER TABLE {table} DISABLE TRIGGER USER", cancellation);
        }

        foreach (var (taking, _) in bare.parts)
        {
            await bare.ExecuteAsync(taking, cancellation);
        }

        return bare;
    }

    /// <summary>Builds everything again; the foreign keys are checked over all rows.</summary>
    public async Task RestoreAsync(Action<int, int> progress, CancellationToken cancellation)
    {
        await ExecuteAsync("SET LOCAL maintenance_work_mem = '1GB'", cancellation);
        var done = 0;
        foreach (var (_, giving) in parts.Reverse())
        {
            await ExecuteAsync(giving, cancellation);
            progress(++done, parts.Count);
        }

        foreach (var table in tables)
        {
            await ExecuteAsync($"ALTER TABLE {table} ENABLE TRIGGER USER", cancellation);
        }
    }

    // First the foreign keys and then the indexes: they come back the other way round.
    private static async Task<List<(string Taking, string Giving)>> PartsAsync(NpgsqlConnection connection, string[] tables, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::text[]::regclass[])
            UNION ALL
            SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            FROM pg_index WHERE indrelid = ANY ($1::text[]::regclass[]) AND indexrelid NOT IN (SELECT conindid FROM pg_constraint)
            """, connection) { Parameters = { new() { Value = tables } } };
        var parts = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            parts.Add((reader.GetString(0), reader.GetString(1)));
        }

        return parts;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
