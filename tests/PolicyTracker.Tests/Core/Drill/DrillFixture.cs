using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests.Core.Drill;

/// <summary>Two databases, each filled for itself with the same number of made-up tasks.</summary>
public sealed class DrillFixture : IAsyncLifetime
{
    public const int Tasks = 600;

    private readonly string folder = Directory.CreateTempSubdirectory("policytracker-drill-").FullName;
    private readonly List<ServiceProvider> services = [];

    public TrackerDb Db() => Get<IDbContextFactory<TrackerDb>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => services[0].GetRequiredService<T>();

    public string First { get; private set; } = "";

    public string Second { get; private set; } = "";

    public async Task InitializeAsync()
    {
        (First, Second) = (await FilledAsync(), await FilledAsync());
    }

    public async Task DisposeAsync()
    {
        foreach (var one in services)
        {
            await one.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Services for the owner of the tables, as the command line has them.</summary>
    public async Task<(ServiceProvider Services, string Database)> OwnerAsync()
    {
        var database = TestCluster.AsOwner(await TestCluster.CreateDatabaseAsync("drill"));
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddTracker(database, Path.Combine(folder, $"{services.Count}"));
        var made = collection.BuildServiceProvider();
        services.Add(made);
        return (made, database);
    }

    private async Task<string> FilledAsync()
    {
        var (made, database) = await OwnerAsync();
        await made.GetRequiredService<DrillFill>().FillAsync(Tasks, _ => { });
        return database;
    }
}
