using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Inbox;

/// <summary>Who hears of what.</summary>
public sealed class RecipientsTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    [Fact]
    public async Task Notice_tells_the_staff_of_each_unit_that_it_names()
    {
        var (_, unit, jurisdiction) = await TaskAsync("先有一份");
        var staff = await AccountAsync(AccountRole.Staff, jurisdiction, unit);
        var (task, _, _) = await TaskAsync("后来一份");
        Assert.Equal([TaskAct.Import], await HeardAsync(staff, task));
    }

    [Fact]
    public async Task Reminder_tells_the_units_and_the_members_of_their_groups_but_nobody_else()
    {
        var (task, unit, jurisdiction) = await TaskAsync("催办");
        await using var db = tracker.Db();
        var member = Department.Named("市水务服务中心", PolicyTracker.Parsing.DepartmentKind.Department, jurisdiction);
        db.Departments.Add(member);
        await db.SaveChangesAsync();
        db.GroupMembers.Add(new GroupMember { GroupId = unit, MemberId = member.Id });
        await db.SaveChangesAsync();
        var (own, ofGroup, supervisor) = (
            await AccountAsync(AccountRole.Staff, jurisdiction, unit), await AccountAsync(AccountRole.Staff, jurisdiction, member.Id),
            await AccountAsync(AccountRole.Supervisor, Jurisdiction.RootId, null));

        await tracker.Get<TaskActions>().RemindAsync(await ActorAsync(supervisor), task, new RemarkForm { Words = "请抓紧。" });

        Assert.Equal([TaskAct.Remind], await HeardAsync(own, task));
        Assert.Equal([TaskAct.Remind], await HeardAsync(ofGroup, task));
        Assert.Empty(await HeardAsync(supervisor, task));
    }

    [Fact]
    public async Task Request_goes_to_the_nearest_supervisors()
    {
        var (task, unit, jurisdiction) = await TaskAsync("申请");
        await using var db = tracker.Db();
        var province = await db.Jurisdictions.Where(place => place.Name == "云南省").Select(place => place.Id).SingleAsync();
        var (near, far, staff) = (
            await AccountAsync(AccountRole.Supervisor, province, null), await AccountAsync(AccountRole.Supervisor, Jurisdiction.RootId, null),
            await AccountAsync(AccountRole.Staff, jurisdiction, unit));

        await tracker.Get<TaskActions>().DeclineAsync(await ActorAsync(staff), task, new ReasonForm { Reason = "不属于本单位职责。" });

        Assert.Equal([TaskAct.Decline], await HeardAsync(near, task));
        Assert.Empty(await HeardAsync(far, task));
    }

    [Fact]
    public async Task Disabled_account_is_not_told()
    {
        var (task, unit, jurisdiction) = await TaskAsync("停用");
        var staff = await AccountAsync(AccountRole.Staff, jurisdiction, unit);
        await using var db = tracker.Db();
        await db.Users.Where(account => account.Id == staff).ExecuteUpdateAsync(set => set.SetProperty(account => account.DisabledAt, DateTimeOffset.UtcNow));
        var supervisor = await AccountAsync(AccountRole.Supervisor, Jurisdiction.RootId, null);
        await tracker.Get<TaskActions>().RemindAsync(await ActorAsync(supervisor), task, new RemarkForm());
        Assert.Empty(await HeardAsync(staff, task));
    }

    private async Task<List<TaskAct>> HeardAsync(int account, long task)
    {
        await using var db = tracker.Db();
        return await db.InboxMessages.Where(message => message.AccountId == account && message.Entry!.TaskId == task).Select(message => message.Entry!.Act).ToListAsync();
    }

    private async Task<(long Task, int Unit, int Jurisdiction)> TaskAsync(string mark)
    {
        var document = (await tracker.ImportAsync(Notices.Plan(mark))).Documents[0].Id;
        await using var db = tracker.Db();
        var task = await db.Tasks.Include(t => t.Responsibilities).SingleAsync(t => t.DocumentId == document && t.Title.StartsWith("改造"));
        return (task.Id, task.Responsibilities.OrderBy(r => r.Position).First().DepartmentId!.Value, task.JurisdictionId);
    }

    private async Task<Actor> ActorAsync(int account)
    {
        await using var db = tracker.Db();
        return (await Actor.LoadAsync(db, account))!;
    }

    private async Task<int> AccountAsync(string role, int jurisdiction, int? department)
    {
        await using var scope = tracker.Scope();
        return (await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(Actor.Portal, new NewAccount(
            $"{role}-{Guid.NewGuid():N}"[..24], $"测试{AccountRole.Word(role)}", [role], jurisdiction, department, "tests-only-2031"))).Id;
    }
}
