using System.Diagnostics;
using Npgsql;

namespace PolicyTracker.Tests.LocalPostgres;

public sealed class TestClusterTests
{
    [Fact]
    public async Task Each_test_class_has_a_database_of_its_own()
    {
        var databases = await Task.WhenAll(TestCluster.CreateDatabaseAsync("Alike"), TestCluster.CreateDatabaseAsync("Alike"));
        foreach (var database in databases)
        {
            await using var source = NpgsqlDataSource.Create(TestCluster.AsOwner(database));
            await using var command = source.CreateCommand("CREATE TABLE only_here (words text)");
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Connections_that_nobody_uses_are_closed_soon_so_that_a_quick_run_does_not_use_up_the_server()
    {
        var done = await TestCluster.CreateDatabaseAsync("Done");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => UseAsync(done)));

        await using var watch = NpgsqlDataSource.Create(TestCluster.AsOwner(await TestCluster.CreateDatabaseAsync("Watch")));
        await using var open = watch.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = $1");
        open.Parameters.AddWithValue(new NpgsqlConnectionStringBuilder(done).Database!);
        var patience = Stopwatch.StartNew();
        while ((long)(await open.ExecuteScalarAsync())! > 0)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "Idle connections are kept: the classes that follow will find none.");
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static async Task UseAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_sleep(0.3)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
