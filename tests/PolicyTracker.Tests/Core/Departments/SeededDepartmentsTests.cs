using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Tests.Core.Departments;

/// <summary>What the five notices of data/notices make of the register.</summary>
public sealed class SeededDepartmentsTests(SeededDepartmentsTests.Seeded seeded) : IClassFixture<SeededDepartmentsTests.Seeded>
{
    public sealed class Seeded : IAsyncLifetime
    {
        public TrackerFixture Tracker { get; } = new();

        public async Task InitializeAsync()
        {
            await Tracker.InitializeAsync();
            foreach (var file in Built.Notices)
            {
                await Tracker.Get<NoticeImport>().ImportAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file), Actor.Portal);
            }
        }

        public Task DisposeAsync() => Tracker.DisposeAsync();
    }

    [Fact]
    public async Task Printed_names_become_departments_and_nothing_waits()
    {
        await using var db = seeded.Tracker.Db();
        var printed = await db.Responsibilities.Select(part => new { part.Task!.JurisdictionId, part.PrintedName }).Distinct().CountAsync();
        var departments = await db.Departments.CountAsync();
        var waiting = await db.Responsibilities.Where(part => part.DepartmentId == null).Select(part => part.PrintedName).Distinct().ToListAsync();
        Assert.Equal((236, 228, ""), (printed, departments, string.Join('、', waiting)));
    }

    [Theory]
    [InlineData("攀枝花市", "市卫计委", "市卫生计生委")]
    [InlineData("保山市", "市卫计委", "市卫生计生委")]
    [InlineData("攀枝花市", "市人力资源社会保障局", "市人力资源和社会保障局")]
    [InlineData("攀枝花市", "县(区)政府", "各县(区)政府")]
    [InlineData("攀枝花市", "县(区)政府", "各县区政府")]
    [InlineData("乐山市", "县(市、区)政府", "各县(市、区)人民政府")]
    [InlineData("乐山市", "西南交大峨眉校区", "西南交通大学峨眉校区")]
    public async Task Variants_of_the_gazette_are_brought_together(string place, string one, string other)
    {
        await using var db = seeded.Tracker.Db();
        Assert.Equal(await FindAsync(db, place, one), await FindAsync(db, place, other));
    }

    [Fact]
    public async Task No_department_resembles_another_of_its_jurisdiction_so_much_that_a_person_should_be_asked()
    {
        await using var db = seeded.Tracker.Db();
        var places = await db.Jurisdictions.ToDictionaryAsync(place => place.Id, place => place.Name);
        var departments = await db.Departments.OrderBy(department => department.Id).ToListAsync();
        var near = new List<string>();
        foreach (var place in departments.GroupBy(department => department.JurisdictionId))
        {
            var proposals = new DepartmentProposals(places[place.Key]);
            foreach (var department in place)
            {
                near.AddRange(proposals.For(department.Name).Where(proposal => proposal.IsLikely).Select(proposal => $"{places[place.Key]}：{proposal.Reason}"));
                proposals.Add(department, department.Name);
            }
        }

        Assert.Empty(near);
    }

    private static async Task<int> FindAsync(TrackerDb db, string place, string name)
    {
        var jurisdiction = await db.Jurisdictions.SingleAsync(j => j.Name == place);
        return await DepartmentByName.FindAsync(db, jurisdiction.Id, name) ?? throw new InvalidOperationException($"{place} has no {name}.");
    }
}
