using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Storage;

/// <summary>A version that has learned more spellings finds the names that an earlier one stored.</summary>
public sealed class AliasKeysTests
{
    [Fact]
    public async Task Keys_of_an_earlier_version_are_reckoned_anew_at_the_start()
    {
        var application = await TestCluster.CreateDatabaseAsync("keys");
        await using (var db = Open(application))
        {
            db.Departments.Add(Department.Named("各县(市、区)人民政府", DepartmentKind.Group, Jurisdiction.RootId));
            await db.SaveChangesAsync();
            await db.DepartmentAliases.ExecuteUpdateAsync(set => set.SetProperty(alias => alias.Key, "各县政府"));
        }

        await DatabaseRoles.PrepareAsync(TestCluster.AsOwner(application), application);
        await using var after = Open(application);
        Assert.NotNull(await DepartmentByName.FindAsync(after, Jurisdiction.RootId, "县(区)政府"));
    }

    private static TrackerDb Open(string connection) => new(new DbContextOptionsBuilder<TrackerDb>().UseNpgsql(connection).Options);
}
