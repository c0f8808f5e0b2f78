using Npgsql;
using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Storage;

/// <summary>The keys of stored names, which are reckoned anew when a version has learned more spellings.</summary>
internal static class AliasKeys
{
    public static async Task RefreshAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        var (ids, keys) = (new List<int>(), new List<string>());
        await using (var asking = new NpgsqlCommand("SELECT id, name, key FROM department_aliases", connection))
        await using (var reader = await asking.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                if (DepartmentName.KeyOf(reader.GetString(1)) is var key && key != reader.GetString(2))
                {
                    ids.Add(reader.GetInt32(0));
                    keys.Add(key);
                }
            }
        }

        if (ids.Count > 0)
        {
            await using var update = new NpgsqlCommand(
                "UPDATE department_aliases SET key = renewed.key FROM unnest($1, $2) AS renewed(id, key) WHERE department_aliases.id = renewed.id", connection)
            {
                Parameters = { new() { Value = ids }, new() { Value = keys } },
            };
            await update.ExecuteNonQueryAsync(cancellation);
        }
    }
}
