using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests.Core.Audit;

/// <summary>An audit log of its own for one test: database, data folder, a clock that can be set, and superuser SQL upon it.</summary>
internal sealed class AuditBook : TimeProvider, IAsyncDisposable
{
    private readonly ServiceProvider services;
    private DateTimeOffset? now;

    private AuditBook(string database, string folder, bool asOwner)
    {
        (Database, Folder) = (database, folder);
        var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(this);
        collection.AddTracker(asOwner ? TestCluster.AsOwner(database) : database, folder);
        services = collection.BuildServiceProvider();
    }

    public string Database { get; }

    public string Folder { get; }

    public static async Task<AuditBook> OpenAsync(bool asOwner = false) =>
        new(await TestCluster.CreateDatabaseAsync("audit"), Directory.CreateTempSubdirectory("policytracker-audit-").FullName, asOwner);

    /// <summary>Another instance on the same database, with the same data folder or another one.</summary>
    public AuditBook Beside(string? folder = null) => new(Database, folder ?? Folder, asOwner: false);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public TrackerDb Db() => Get<IDbContextFactory<TrackerDb>>().CreateDbContext();

    public override DateTimeOffset GetUtcNow() => now ?? DateTimeOffset.UtcNow;

    public void SetClock(DateTimeOffset to) => now = to;

    public async Task WriteAsync(int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await Get<AuditLog>().WriteAsync(new AuditDraft(AuditAction.SignIn, "account", $"{i}", $"第{i}次", Who: new AuditPerson(i, $"人员{i}")));
        }
    }

    public Task<AuditVerdict> VerifyAsync() => Get<AuditVerification>().VerifyAsync();

    /// <summary>As somebody who has got hold of the whole database, constraints and all.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestCluster.AsOwner(Database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
