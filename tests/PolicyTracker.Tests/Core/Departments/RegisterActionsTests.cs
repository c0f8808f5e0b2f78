using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class RegisterActionsTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private RegisterActions Register => life.Get<RegisterActions>();

    [Fact]
    public async Task New_name_keeps_the_old_one_as_a_former_name_and_sorts_the_others_by_kind()
    {
        var id = await MakeAsync("市旅游局");
        await Register.EditAsync(Actor.Portal, id, new("市文化和旅游局", DepartmentKind.Department, null, ["市文旅局"], [], ["文旅 局"]));
        await using var db = life.Db();
        var department = await db.Departments.Include(d => d.Aliases).SingleAsync(d => d.Id == id);
        Assert.Equal("市文化和旅游局", department.Name);
        Assert.Equal(
            [("市文化和旅游局", AliasKind.Spelling), ("市文旅局", AliasKind.Short), ("市旅游局", AliasKind.Former), ("文旅局", AliasKind.Spelling)],
            department.Aliases.Select(alias => (alias.Name, alias.Kind)).OrderBy(alias => alias.Name, StringComparer.Ordinal));
        await Register.EditAsync(Actor.Portal, id, new("市文化和旅游局", DepartmentKind.Department, null, [], ["市旅游局"], []));
        Assert.Equal(2, await db.DepartmentAliases.CountAsync(alias => alias.DepartmentId == id));
    }

    [Fact]
    public async Task Name_of_another_department_is_refused_beside_its_field()
    {
        await MakeAsync("市商务局");
        var id = await MakeAsync("市口岸办");
        var refused = await Assert.ThrowsAsync<ValidationException>(() => Register.EditAsync(Actor.Portal, id, new("市口岸办", DepartmentKind.Department, null, ["市 商务局"], [], [])));
        Assert.Equal(("ShortNames", "“市商务局”已经是市商务局的名称。两个其实是同一个单位的，请把它们合并。"), (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task Parent_is_another_department_and_never_one_below()
    {
        var (above, below) = (await MakeAsync("市应急管理局"), await MakeAsync("市地震局"));
        await Register.EditAsync(Actor.Portal, below, new("市地震局", DepartmentKind.Department, above, [], [], []));
        await Assert.ThrowsAsync<ValidationException>(() => Register.EditAsync(Actor.Portal, above, new("市应急管理局", DepartmentKind.Department, below, [], [], [])));
        await Assert.ThrowsAsync<ValidationException>(() => Register.EditAsync(Actor.Portal, above, new("市应急管理局", DepartmentKind.Department, above, [], [], [])));
    }

    [Fact]
    public async Task Department_with_people_becomes_no_group_and_a_group_with_members_no_department()
    {
        var id = await MakeAsync("市审计局");
        await life.PersonAsync(AccountRole.Staff, new Department { Id = id, Name = "市审计局" });
        await Assert.ThrowsAsync<ValidationException>(() => Register.EditAsync(Actor.Portal, id, new("市审计局", DepartmentKind.Group, null, [], [], [])));
        await Assert.ThrowsAsync<ValidationException>(() => Register.EditAsync(Actor.Portal, life.Group.Id, new("各区人民政府", DepartmentKind.Department, null, [], [], [])));
    }

    [Fact]
    public async Task Second_to_edit_is_told()
    {
        var id = await MakeAsync("市统计局");
        await using var db = life.Db();
        var seen = await db.Departments.Where(d => d.Id == id).Select(d => d.Version).SingleAsync();
        await Register.EditAsync(Actor.Portal, id, new("市统计调查局", DepartmentKind.Department, null, [], [], [], seen));
        await Assert.ThrowsAsync<StaleException>(() => Register.EditAsync(Actor.Portal, id, new("市统计中心", DepartmentKind.Department, null, [], [], [], seen)));
    }

    [Fact]
    public async Task Only_administrators_of_the_place_edit_and_merge()
    {
        var (one, other) = (await MakeAsync("市林业局"), await MakeAsync("市林草局"));
        foreach (var person in new[] { life.Supervisor, TrackerFixture.Person(AccountRole.Administrator, "/1/99999/") })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Register.EditAsync(person, one, new("甲", DepartmentKind.Department, null, [], [], [])));
            await Assert.ThrowsAsync<ForbiddenException>(() => Register.PreviewMergeAsync(person, one, other));
            await Assert.ThrowsAsync<ForbiddenException>(() => Register.MergeAsync(person, one, other));
        }
    }

    [Fact]
    public async Task Merger_moves_tasks_people_groups_and_names_and_keeps_the_history()
    {
        var (keep, gone) = (await DepartmentAsync("市城市管理局"), await DepartmentAsync("市城管执法局"));
        var staff = await life.StaffAsync(gone);
        var (open, closed) = (await life.AssignedAsync(LifeFixture.Unit(gone, Role.Lead), LifeFixture.Unit(keep, Role.Support)), await life.AssignedAsync(LifeFixture.Unit(gone, Role.Lead)));
        await life.Actions.ReportProgressAsync(staff, open, new ProgressForm { Percent = 40, Words = "过半" });
        await life.Actions.WithdrawAsync(life.Supervisor, closed, new ReasonForm { Reason = "重复" });
        await life.Get<GroupActions>().SetMembersAsync(Actor.Portal, life.Group.Id, ["东区人民政府", "市城管执法局"], addUnknown: false);

        var preview = await Register.PreviewMergeAsync(Actor.Portal, keep.Id, gone.Id);
        Assert.Equal((2, 1, 1, "各区人民政府", "市城管执法局"), (preview.Tasks, preview.OpenTasks, preview.Accounts.Count, preview.Groups.Single(), preview.Names.Single()));
        await Register.MergeAsync(Actor.Portal, keep.Id, gone.Id);

        await using var db = life.Db();
        Assert.False(await db.Responsibilities.AnyAsync(part => part.DepartmentId == gone.Id));
        var view = await life.ViewAsync(open);
        Assert.Equal(["市城管执法局", "市城市管理局"], view.Row.Responsibilities.OrderBy(unit => unit.Role).Select(unit => unit.PrintedName));
        Assert.Equal(40, view.Row.ClaimedPercent);
        Assert.Contains(view.History, entry => entry.Department == "市城管执法局");
        Assert.Equal(keep.Id, await db.Users.Where(account => account.Id == staff.AccountId).Select(account => account.DepartmentId).SingleAsync());
        Assert.True(await db.GroupMembers.AnyAsync(member => member.GroupId == life.Group.Id && member.MemberId == keep.Id));
        Assert.Equal(keep.Id, await DepartmentByName.FindAsync(db, life.CityId, "市城管执法局"));
        Assert.Equal(keep.Id, await db.Departments.Where(d => d.Id == gone.Id).Select(d => d.MergedIntoId).SingleAsync());
        // The people act on for the one that stays, and the one that is gone can be put on no task.
        await life.Actions.ReportProgressAsync((await Actor.LoadAsync(db, staff.AccountId!.Value))!, open, new ProgressForm { Percent = 60, Words = "继续" });
        await Assert.ThrowsAsync<ValidationException>(() => life.AssignedAsync(LifeFixture.Unit(gone, Role.Lead)));
        await Assert.ThrowsAsync<RuleException>(() => Register.MergeAsync(Actor.Portal, keep.Id, gone.Id));
    }

    private async Task<int> MakeAsync(string name) => (await DepartmentAsync(name)).Id;

    // Each test has its departments; two tests may not mean one by one name.
    private async Task<Department> DepartmentAsync(string name)
    {
        await using var db = life.Db();
        var department = Department.Named(name, DepartmentKind.Department, life.CityId);
        db.Departments.Add(department);
        await db.SaveChangesAsync();
        return department;
    }
}
