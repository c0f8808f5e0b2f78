using Npgsql;

namespace PolicyTracker.Core.Storage;

/// <summary>
/// The owner makes and migrates the tables; the application's own role reads and writes them, and may only add to and read the
/// audit log. So neither a mistake in the portal nor SQL smuggled into it can alter what has been audited.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>Migrates as the owner and gives the application its rights. False: both are one role, and nothing is withheld.</summary>
    public static async Task<bool> PrepareAsync(string owner, string application, CancellationToken cancellation = default)
    {
        var (ownerRole, role) = (new NpgsqlConnectionStringBuilder(owner).Username, new NpgsqlConnectionStringBuilder(application));
        if (ownerRole == role.Username)
        {
            await Migrator.MigrateAsync(owner, cancellation: cancellation);
            await AliasKeys.RefreshAsync(owner, cancellation);
            return false;
        }

        await EnsureRoleAsync(owner, role, cancellation);
        await Migrator.MigrateAsync(owner, GrantsTo(role.Username!), cancellation);
        await AliasKeys.RefreshAsync(owner, cancellation);
        return true;
    }

    // A role belongs to the whole server: of several databases, or instances, that are prepared at once one makes it.
    private static async Task EnsureRoleAsync(string owner, NpgsqlConnectionStringBuilder role, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancellation);
        await using var asking = new NpgsqlCommand("""
            SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', $1, $2) WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)
            """, connection)
        {
            Parameters = { new() { Value = role.Username }, new() { Value = role.Password ?? "" } },
        };
        if (await asking.ExecuteScalarAsync(cancellation) is not string statement)
        {
            return;
        }

        try
        {
            await using var making = new NpgsqlCommand(statement, connection);
            await making.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else made it this instant.
        }
    }

    // Runs after the migrations, in their transaction, at every start: tables that a later one adds are covered too.
    private static string GrantsTo(string role)
    {
        var name = $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return $"""
            GRANT USAGE ON SCHEMA public TO {name};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name};
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {name};
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {name};
            REVOKE UPDATE, DELETE ON audit_entries FROM {name};
            REVOKE INSERT, UPDATE, DELETE ON audit_checkpoints, migrations FROM {name};
            """;
    }
}
