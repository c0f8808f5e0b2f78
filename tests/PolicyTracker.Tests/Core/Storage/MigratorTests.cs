using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests.Core.Storage;

public sealed class MigratorTests
{
    // What a database is made of, one line each; constraints and indexes by their definitions.
    private const string Catalogue = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || udt_name || ' ' || is_nullable || ' ' || is_identity
             || coalesce(' (' || character_maximum_length || ')', '')
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid::regclass::text <> 'migrations'
        ORDER BY 1
        """;

    [Fact]
    public async Task Migrated_database_is_the_one_that_the_model_describes()
    {
        var migrated = TestCluster.AsOwner(await TestCluster.CreateDatabaseAsync("migrated"));
        var described = await TestCluster.CreateEmptyDatabaseAsync("described");
        await using (var db = new TrackerDb(new DbContextOptionsBuilder<TrackerDb>().UseNpgsql(described).Options))
        {
            await db.Database.ExecuteSqlRawAsync(db.Database.GenerateCreateScript());
        }

        Assert.Equal(await ReadAsync(described), await ReadAsync(migrated));
    }

    [Fact]
    public async Task Instances_that_start_together_migrate_once()
    {
        var database = await TestCluster.CreateEmptyDatabaseAsync("together");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(database)));
        Assert.Equal(["0001_initial"], await ReadAsync(database, "SELECT name FROM migrations WHERE name LIKE '0001%'"));
        Assert.Equal(["5"], await ReadAsync(database, "SELECT count(*)::text FROM roles"));
    }

    [Fact]
    public async Task Script_may_take_longer_than_a_command_of_the_portal()
    {
        var database = new NpgsqlConnectionStringBuilder(TestCluster.AsOwner(await TestCluster.CreateDatabaseAsync("slow"))) { CommandTimeout = 1 };
        await Migrator.MigrateAsync(database.ConnectionString, afterwards: "SELECT pg_sleep(1.5)");
    }

    [Fact]
    public async Task Changed_script_that_was_applied_is_refused()
    {
        var database = TestCluster.AsOwner(await TestCluster.CreateDatabaseAsync("changed"));
        await ReadAsync(database, "UPDATE migrations SET checksum = 'other' RETURNING name");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Migrator.MigrateAsync(database));
    }

    private static async Task<List<string>> ReadAsync(string connectionString, string sql = Catalogue)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
