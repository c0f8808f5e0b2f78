using Npgsql;

namespace PolicyTracker.Tests;

/// <summary>Many rows like one that is there, for tests of what is long; written past the application, as it could not write so many in a test's time.</summary>
public static class CopiedRows
{
    /// <param name="changes">What differs, as SQL for the arguments of jsonb_build_object; n counts from 1.</param>
    /// <param name="where">Finds the one row, as SQL upon <c>one</c>.</param>
    public static async Task InsertAsync(NpgsqlDataSource source, string table, int count, string changes, string where)
    {
        // Columns that the database computes are not given.
        await using var columns = source.CreateCommand(
            "SELECT array_agg(quote_ident(column_name)) FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER'");
        columns.Parameters.AddWithValue(table);
        var names = (string[])(await columns.ExecuteScalarAsync())!;
        await using var insert = source.CreateCommand($"""
            INSERT INTO {table} ({string.Join(", ", names)}) SELECT {string.Join(", ", names.Select(name => $"copy.{name}"))}
            FROM {table} AS one, generate_series(1, {count}) AS n, LATERAL jsonb_populate_record(one, jsonb_build_object({changes})) AS copy WHERE {where}
            """);
        await insert.ExecuteNonQueryAsync();
    }
}
