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
}
