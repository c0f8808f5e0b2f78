using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests;

/// <summary>A migrated database of its own for a test class, with the services of Core upon it.</summary>
public sealed class TrackerFixture : IAsyncLifetime
{
    private ServiceProvider? services;

    /// <summary>For the application's own role.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Where the key of the audit log lies.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("policytracker-core-").FullName;

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public AsyncServiceScope Scope() => services!.CreateAsyncScope();

    public TrackerDb Db() => Get<IDbContextFactory<TrackerDb>>().CreateDbContext();

    public async Task InitializeAsync()
    {
        ConnectionString = await TestCluster.CreateDatabaseAsync("core");
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddTracker(ConnectionString, DataFolder);
        services = collection.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    public Task<ImportResult> ImportAsync(string text, string name = "notice.txt") =>
        Get<NoticeImport>().ImportAsync(name, Encoding.UTF8.GetBytes(text), Actor.Portal);

    /// <summary>A person at 全国 with one role, as the database would load it.</summary>
    public static Actor Person(string role, string path = "/1/", int? accountId = null) =>
        new(accountId, "测试人员", [role], path == "/1/" ? Jurisdiction.RootId : int.Parse(path.Trim('/').Split('/')[^1], null), path, null);
}
