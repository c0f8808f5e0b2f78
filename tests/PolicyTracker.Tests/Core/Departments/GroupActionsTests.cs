using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class GroupActionsTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private readonly Actor administrator = TrackerFixture.Person(AccountRole.Administrator);

    private GroupActions Actions => tracker.Get<GroupActions>();

    [Fact]
    public async Task Members_are_found_by_any_spelling_and_replace_those_before()
    {
        var group = await MakeAsync("各镇人民政府", DepartmentKind.Group);
        var (east, west) = (await MakeAsync("东镇人民政府"), await MakeAsync("西镇人民政府"));
        await Actions.SetMembersAsync(administrator, group, ["东镇政府", "西镇人民政府", "东镇人民政府"], addUnknown: false);
        Assert.Equal([east, west], await MembersAsync(group));
        await Actions.SetMembersAsync(administrator, group, ["西镇人民政府"], addUnknown: false);
        Assert.Equal([west], await MembersAsync(group));
        await Actions.SetMembersAsync(administrator, group, ["西镇人民政府", "新镇人民政府"], addUnknown: true);
        Assert.Equal(2, (await MembersAsync(group)).Count);
    }

    [Fact]
    public async Task Unknown_name_is_refused_and_nothing_is_changed()
    {
        var group = await MakeAsync("各街道办事处", DepartmentKind.Group);
        var known = await MakeAsync("南街道办事处");
        await Actions.SetMembersAsync(administrator, group, ["南街道办事处"], addUnknown: false);
        var refused = await Assert.ThrowsAsync<ValidationException>(() => Actions.SetMembersAsync(administrator, group, ["没有的街道办事处"], addUnknown: false));
        Assert.Contains("没有的街道办事处", refused.Message, StringComparison.Ordinal);
        Assert.Equal([known], await MembersAsync(group));
        await using var db = tracker.Db();
        Assert.False(await db.Departments.AnyAsync(department => department.Name == "没有的街道办事处"));
    }

    [Fact]
    public async Task Member_is_found_in_the_register_of_its_own_place_below()
    {
        var city = await tracker.Get<JurisdictionActions>().AddAsync(Actor.Portal, new(Jurisdiction.RootId, "临川市", JurisdictionLevel.City, null));
        var county = await tracker.Get<JurisdictionActions>().AddAsync(Actor.Portal, new(city, "东山县", JurisdictionLevel.County, null));
        var group = await MakeAsync("各县(市、区)人民政府", DepartmentKind.Group, city);
        var government = await MakeAsync("县政府", place: county);
        await Actions.SetMembersAsync(administrator, group, ["东山县人民政府"], addUnknown: true);
        Assert.Equal([government], await MembersAsync(group));
    }

    [Fact]
    public async Task Group_has_no_group_as_a_member_and_a_single_unit_no_members()
    {
        var (group, other) = (await MakeAsync("各园区管委会", DepartmentKind.Group), await MakeAsync("北园区管委会"));
        await MakeAsync("各县区人民政府", DepartmentKind.Group);
        await Assert.ThrowsAsync<ValidationException>(() => Actions.SetMembersAsync(administrator, group, ["各县区人民政府"], addUnknown: false));
        await Assert.ThrowsAsync<RuleException>(() => Actions.SetMembersAsync(administrator, other, [], addUnknown: false));
    }

    [Fact]
    public async Task Only_administrators_of_the_place_write_members()
    {
        var group = await MakeAsync("各乡人民政府", DepartmentKind.Group);
        foreach (var person in new[] { TrackerFixture.Person(AccountRole.Supervisor), TrackerFixture.Person(AccountRole.Administrator, "/1/99/") })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Actions.SetMembersAsync(person, group, [], addUnknown: false));
        }
    }

    private async Task<int> MakeAsync(string name, DepartmentKind kind = DepartmentKind.Department, int place = Jurisdiction.PendingId)
    {
        await using var db = tracker.Db();
        var made = Department.Named(name, kind, place);
        db.Departments.Add(made);
        await db.SaveChangesAsync();
        return made.Id;
    }

    private async Task<List<int>> MembersAsync(int group)
    {
        await using var db = tracker.Db();
        return await db.GroupMembers.Where(member => member.GroupId == group).Select(member => member.MemberId).OrderBy(id => id).ToListAsync();
    }
}
