using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class SuccessionActionsTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private SuccessionActions Successions => life.Get<SuccessionActions>();

    [Fact]
    public async Task Open_tasks_follow_with_their_progress_and_closed_ones_keep_the_old_name()
    {
        var before = await MakeAsync("市卫生计生委");
        var staff = await life.StaffAsync(before);
        var (open, closed) = (await life.AssignedAsync(LifeFixture.Unit(before, Role.Lead)), await life.AssignedAsync(LifeFixture.Unit(before, Role.Lead)));
        await life.Actions.ReportProgressAsync(staff, open, new ProgressForm { Percent = 30, Words = "起步" });
        await life.Actions.WithdrawAsync(life.Supervisor, closed, new ReasonForm { Reason = "取消" });
        Assert.True(await DecideAsync(["市卫生计生委"], ["市卫生健康委员会"], addUnknown: true));

        var unit = Assert.Single((await life.ViewAsync(open)).Row.Responsibilities);
        Assert.Equal(("市卫生健康委员会", "市卫生计生委"), (unit.Name, unit.PrintedName));
        Assert.Equal(30, (await life.ViewAsync(open)).Row.ClaimedPercent);
        Assert.Contains((await life.ViewAsync(open)).History, entry => entry.Act == TaskAct.MoveUnit && entry.Words.Contains("市卫生计生委 → 市卫生健康委员会"));
        Assert.Equal(before.Id, Assert.Single((await life.ViewAsync(closed)).Row.Responsibilities).DepartmentId);

        // The person goes along: acts on what followed, and still reads what stayed.
        await using var db = life.Db();
        var now = (await Actor.LoadAsync(db, staff.AccountId!.Value))!;
        Assert.Equal(unit.DepartmentId, now.DepartmentId);
        await life.Actions.ReportProgressAsync(now, open, new ProgressForm { Percent = 50, Words = "继续" });
        await Assert.ThrowsAsync<ForbiddenException>(() => life.Actions.ReportProgressAsync(staff, open, new ProgressForm { Percent = 60, Words = "旧单位" }));
        var elsewhere = now with { JurisdictionId = 99999, JurisdictionPath = "/1/99999/" };
        Assert.Equal([open, closed], await db.Tasks.ReadableBy(elsewhere).Where(t => t.Id == open || t.Id == closed).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync());
    }

    [Fact]
    public async Task Several_become_one_and_a_task_of_both_has_both_printed_names()
    {
        var (state, local) = (await MakeAsync("市国税局"), await MakeAsync("市地税局"));
        var (first, second) = (await life.StaffAsync(state), await life.StaffAsync(local));
        var task = await life.AssignedAsync(LifeFixture.Unit(state, Role.Lead), LifeFixture.Unit(local, Role.Support));
        await DecideAsync(["市国税局", "市地税局"], ["市税务局"], addUnknown: true);
        var view = await life.ViewAsync(task);
        Assert.Equal(["市国税局", "市地税局"], view.Row.Responsibilities.OrderBy(unit => unit.Role).Select(unit => unit.PrintedName));
        Assert.All(view.Row.Responsibilities, unit => Assert.Equal("市税务局", unit.Name));
        await using var db = life.Db();
        Assert.Single(await db.Users.Where(a => a.Id == first.AccountId || a.Id == second.AccountId).Select(a => a.DepartmentId).Distinct().ToListAsync());
    }

    [Theory]
    [InlineData(false, "市甲办、市乙办")]
    [InlineData(true, "市甲办")]
    public async Task One_becomes_several_and_the_tasks_go_to_all_or_to_the_first(bool onlyFirst, string units)
    {
        var old = $"市旧{(onlyFirst ? "一" : "二")}委";
        var (first, second) = (units[..3] + (onlyFirst ? "一" : "二"), "市乙办" + (onlyFirst ? "一" : "二"));
        var before = await MakeAsync(old);
        var staff = await life.StaffAsync(before);
        var task = await life.AssignedAsync(LifeFixture.Unit(before, Role.Responsible));
        await life.Actions.AcknowledgeAsync(staff, task, new RemarkForm());
        await DecideAsync([old], [first, second], addUnknown: true, onlyFirst);
        var view = await life.ViewAsync(task);
        Assert.Equal(onlyFirst ? [first] : [first, second], view.Row.Responsibilities.Select(unit => unit.Name));
        Assert.All(view.Row.Responsibilities, unit => Assert.Contains(view.Units, standing => standing.DepartmentId == unit.DepartmentId && standing.AcknowledgedAt != null));

        // The people went to the first: for the second they cannot act.
        await using var db = life.Db();
        var now = (await Actor.LoadAsync(db, staff.AccountId!.Value))!;
        Assert.Equal(first, await db.Departments.Where(d => d.Id == now.DepartmentId).Select(d => d.Name).SingleAsync());

        // A later notice that prints the old name: clear for one, for several a person is asked.
        var place = await db.Jurisdictions.SingleAsync(j => j.Id == life.CityId);
        var match = await new DepartmentRegister(db).MatchAsync(old, DepartmentKind.Department, place, default);
        Assert.Equal(onlyFirst ? NameOutcome.Known : NameOutcome.Waits, match.Outcome);
        Assert.Equal(onlyFirst ? [first] : [first, second], onlyFirst ? [match.Department!.Name] : match.Proposals.Select(proposal => proposal.Department.Name));
    }

    [Fact]
    public async Task Later_notice_with_the_old_name_goes_to_the_successor_which_does_not_take_the_name_over()
    {
        await MakeAsync("市安监局");
        await DecideAsync(["市安监局"], ["市应急管理局"], addUnknown: true);
        await using var db = life.Db();
        var place = await db.Jurisdictions.SingleAsync(j => j.Id == life.CityId);
        var found = await new DepartmentRegister(db).FindOrAddAsync("市安全生产监督管理局", DepartmentKind.Department, place, default);
        Assert.Equal("市应急管理局", found!.Name);
        Assert.Equal(["市应急管理局"], found.Aliases.Select(alias => alias.Name));
        var near = await new DepartmentRegister(db).MatchAsync("安监局", DepartmentKind.Department, place, default);
        Assert.Equal((NameOutcome.Waits, "市应急管理局"), (near.Outcome, Assert.Single(near.Proposals).Department.Name));
    }

    [Fact]
    public async Task Day_to_come_is_waited_for()
    {
        var before = await MakeAsync("市文广新局");
        var task = await life.AssignedAsync(LifeFixture.Unit(before, Role.Lead));
        Assert.False(await DecideAsync(["市文广新局"], ["市文化广播电视局"], addUnknown: true, on: life.Today.AddDays(3)));
        Assert.Equal("市文广新局", Assert.Single((await life.ViewAsync(task)).Row.Responsibilities).Name);
        Assert.Equal(0, await Successions.ApplyDueAsync());
        await Assert.ThrowsAsync<RuleException>(() => DecideAsync(["市文广新局"], ["市体育局"], addUnknown: false));
        life.Clock.Forward(3);
        Assert.Equal(1, (await Task.WhenAll(Successions.ApplyDueAsync(), Successions.ApplyDueAsync())).Sum());
        Assert.Equal("市文化广播电视局", Assert.Single((await life.ViewAsync(task)).Row.Responsibilities).Name);
    }

    [Fact]
    public async Task One_that_waits_can_be_taken_back_and_one_that_holds_cannot()
    {
        await MakeAsync("市粮食局");
        await DecideAsync(["市粮食局"], ["市粮食和储备局"], addUnknown: true, on: life.Today.AddDays(300));
        await using var db = life.Db();
        var waiting = await db.Successions.OrderByDescending(s => s.Id).FirstAsync();
        await Successions.CancelAsync(Actor.Portal, waiting.Id);
        await DecideAsync(["市粮食局"], ["市粮食和储备局"], addUnknown: false);
        var applied = await db.Successions.OrderByDescending(s => s.Id).FirstAsync();
        await Assert.ThrowsAsync<RuleException>(() => Successions.CancelAsync(Actor.Portal, applied.Id));
    }

    [Fact]
    public async Task Task_that_is_opened_again_follows_then()
    {
        var before = await MakeAsync("市物价局");
        var staff = await life.StaffAsync(before);
        var task = await life.AssignedAsync(LifeFixture.Unit(before, Role.Lead));
        await life.Actions.AcknowledgeAsync(staff, task, new RemarkForm());
        await life.Actions.RequestCompletionAsync(staff, task, new WordsForm { Words = "完成" });
        await life.Actions.ApproveAsync(life.Supervisor, task, new RemarkForm());
        await DecideAsync(["市物价局"], ["市价格监测中心"], addUnknown: true);
        Assert.Equal("市物价局", Assert.Single((await life.ViewAsync(task)).Row.Responsibilities).Name);
        await life.Actions.ReopenAsync(life.Supervisor, task, new ReasonForm { Reason = "未达标" });
        Assert.Equal("市价格监测中心", Assert.Single((await life.ViewAsync(task)).Row.Responsibilities).Name);
    }

    [Fact]
    public async Task Successor_takes_the_place_in_groups_and_the_part_of_the_member()
    {
        var member = await MakeAsync("西区人民政府");
        await life.Get<GroupActions>().SetMembersAsync(Actor.Portal, life.Group.Id, ["东区人民政府", "西区人民政府"], addUnknown: false);
        var staff = await life.StaffAsync(member);
        var task = await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Responsible));
        await life.Actions.AcknowledgeAsync(staff, task, new RemarkForm());
        await DecideAsync(["西区人民政府"], ["新西区人民政府"], addUnknown: true);
        await using var db = life.Db();
        var now = (await Actor.LoadAsync(db, staff.AccountId!.Value))!;
        Assert.Contains(life.Group.Id, now.DepartmentIds);
        Assert.Contains((await life.ViewAsync(task)).Units, standing => standing.DepartmentId == now.DepartmentId && standing.AcknowledgedAt != null);
    }

    [Fact]
    public async Task What_is_not_clear_is_refused()
    {
        await MakeAsync("市监察局");
        await MakeAsync("市预防腐败局");
        await Assert.ThrowsAsync<ValidationException>(() => DecideAsync(["市监察局", "市预防腐败局"], ["市甲局", "市乙局"], addUnknown: true));
        await Assert.ThrowsAsync<ValidationException>(() => DecideAsync(["市监察局"], ["市监察局"], addUnknown: false));
        await Assert.ThrowsAsync<ValidationException>(() => DecideAsync(["市监察局"], ["市从未登记局"], addUnknown: false));
        await Assert.ThrowsAsync<ValidationException>(() => DecideAsync([], ["市监察局"], addUnknown: false));
        foreach (var person in new[] { life.Supervisor, TrackerFixture.Person(AccountRole.Administrator, "/1/99999/") })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Successions.DecideAsync(person, Form(["市监察局"], ["市监委"])));
        }
    }

    private Task<bool> DecideAsync(string[] from, string[] to, bool addUnknown, bool onlyFirst = false, DateOnly? on = null) =>
        Successions.DecideAsync(Actor.Portal, Form(from, to) with { AddUnknown = addUnknown, OnlyFirstTakesTasks = onlyFirst, TakesEffectOn = on ?? life.Today });

    private SuccessionForm Form(string[] from, string[] to) => new(life.CityId, from, to, life.Today, "市机构改革方案");

    private async Task<Department> MakeAsync(string name)
    {
        await using var db = life.Db();
        var department = Department.Named(name, DepartmentKind.Department, life.CityId);
        db.Departments.Add(department);
        await db.SaveChangesAsync();
        return department;
    }
}
