using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Deadlines;

/// <summary>日历订阅: who makes and revokes it, and what it shows.</summary>
public sealed class DepartmentFeedTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private static readonly DateOnly Today = new(2031, 6, 1);

    private FeedActions Actions => tracker.Get<FeedActions>();

    [Fact]
    public async Task Secret_leads_to_the_departments_open_deadlines_until_it_is_revoked()
    {
        var water = await DepartmentAsync("甲", "市水务局");
        var staff = Staff(water);
        var secret = await Actions.CreateAsync(staff, water.Id, new FeedForm(" 综合科 "));
        var feed = (await FindAsync(secret))!;
        Assert.Equal(("市水务局", "改造老旧管网"), (feed.Department, Assert.Single(feed.Tasks).Title));
        Assert.EndsWith($"供水保障工作方案的通知{Notices.NumberOf("甲")}", feed.Tasks[0].Source, StringComparison.Ordinal);

        await using var db = tracker.Db();
        var row = await db.DepartmentFeeds.SingleAsync(f => f.DepartmentId == water.Id);
        Assert.Equal("综合科", row.Name);
        Assert.Equal(ApiToken.HashOf(secret), row.Hash);
        await Actions.RevokeAsync(staff, water.Id, row.Id);
        Assert.Null(await FindAsync(secret));
        await Assert.ThrowsAsync<RuleException>(() => Actions.RevokeAsync(staff, water.Id, row.Id));
        var subject = $"{water.Id}";
        Assert.Equal([AuditAction.FeedCreated, AuditAction.FeedRevoked],
            await db.AuditEntries.Where(e => e.SubjectKind == "department" && e.SubjectId == subject && e.Action.StartsWith("feed.")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Words!.Contains(secret)));
    }

    [Fact]
    public async Task Deadlines_of_the_groups_that_contain_it_are_its_own_and_what_is_closed_or_long_past_is_not_shown()
    {
        var water = await DepartmentAsync("乙", "市水务局");
        var secret = await Actions.CreateAsync(Staff(water), water.Id, new FeedForm("乙"));
        await using var db = tracker.Db();
        var others = await OtherTasksAsync("丙");
        var group = Department.Named("市直有关单位", DepartmentKind.Group, water.JurisdictionId);
        group.Members.Add(new GroupMember { MemberId = water.Id });
        db.Departments.Add(group);
        await db.SaveChangesAsync();
        await PutAsync(others[0], group.Id);
        await PutAsync(others[1], group.Id);
        await PutAsync(others[2], group.Id);
        await db.Tasks.Where(t => t.Id == others[0]).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueOn, Today.AddDays(-300)));
        await db.Tasks.Where(t => t.Id == others[1]).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueOn, Today.AddDays(-400)));
        await db.Tasks.Where(t => t.Id == others[2]).ExecuteUpdateAsync(set => set.SetProperty(t => t.Cycle, DeadlineCycle.Month));
        Assert.Equal([others[0], others[2]], (await FindAsync(secret))!.Tasks.Select(task => task.Id).Where(others.Contains));

        await db.Tasks.Where(t => t.Id == others[0]).ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TaskState.Completed));
        Assert.Equal([others[2]], (await FindAsync(secret))!.Tasks.Select(task => task.Id).Where(others.Contains));

        async Task PutAsync(long task, int department)
        {
            db.Responsibilities.Add(new Responsibility { TaskId = task, Position = 90, Role = Role.Support, PrintedName = "市直有关单位", DepartmentId = department });
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task Only_the_departments_staff_and_administrators_of_its_jurisdiction_make_and_revoke()
    {
        var finance = await DepartmentAsync("丁", "市财政局");
        var administrator = TrackerFixture.Person(AccountRole.Administrator);
        await Actions.CreateAsync(administrator, finance.Id, new FeedForm("管理员"));
        await using var db = tracker.Db();
        var feed = await db.DepartmentFeeds.Where(f => f.DepartmentId == finance.Id).Select(f => f.Id).SingleAsync();
        foreach (var other in new[]
        {
            TrackerFixture.Person(AccountRole.Supervisor), TrackerFixture.Person(AccountRole.Leader), TrackerFixture.Person(AccountRole.Auditor),
            TrackerFixture.Person(AccountRole.Administrator, "/1/999/"), Staff(finance) with { DepartmentId = finance.Id + 100_000 },
        })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Actions.CreateAsync(other, finance.Id, new FeedForm("")));
            await Assert.ThrowsAsync<ForbiddenException>(() => Actions.RevokeAsync(other, finance.Id, feed));
        }

        // Nor by way of a department of one's own.
        var water = await DepartmentAsync("戊", "市水务局");
        await Assert.ThrowsAsync<NotFoundException>(() => Actions.RevokeAsync(Staff(water), water.Id, feed));
        await Assert.ThrowsAsync<ValidationException>(() => Actions.CreateAsync(administrator, finance.Id, new FeedForm(" ")));
        await Assert.ThrowsAsync<ValidationException>(() => Actions.CreateAsync(administrator, finance.Id, new FeedForm(new string('长', FeedValidator.MaxName + 1))));
    }

    [Fact]
    public async Task Department_has_so_many_feeds_in_use_and_no_more()
    {
        var health = await DepartmentAsync("己", "市卫生健康局");
        var staff = Staff(health);
        for (var i = 0; i < FeedActions.MostInUse; i++)
        {
            await Actions.CreateAsync(staff, health.Id, new FeedForm($"{i}"));
        }

        await Assert.ThrowsAsync<RuleException>(() => Actions.CreateAsync(staff, health.Id, new FeedForm("多")));
        await using var db = tracker.Db();
        await Actions.RevokeAsync(staff, health.Id, await db.DepartmentFeeds.Where(f => f.DepartmentId == health.Id).MinAsync(f => f.Id));
        await Actions.CreateAsync(staff, health.Id, new FeedForm("多"));
    }

    [Fact]
    public async Task Feed_of_a_department_that_no_longer_stands_is_no_longer_read()
    {
        var health = await DepartmentAsync("庚", "市卫生健康局");
        await using var db = tracker.Db();
        var office = Department.Named("市卫健办", DepartmentKind.Department, health.JurisdictionId);
        db.Departments.Add(office);
        await db.SaveChangesAsync();
        var secret = await Actions.CreateAsync(Staff(office), office.Id, new FeedForm("将合并"));
        Assert.NotNull(await FindAsync(secret));
        await db.Departments.Where(d => d.Id == office.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.MergedIntoId, health.Id));
        Assert.Null(await FindAsync(secret));
        await Assert.ThrowsAsync<RuleException>(() => Actions.CreateAsync(Staff(office), office.Id, new FeedForm("再来")));
    }

    [Fact]
    public async Task Address_that_never_was_leads_nowhere() => Assert.Null(await FindAsync("nothing"));

    private async Task<Feed?> FindAsync(string secret)
    {
        await using var db = tracker.Db();
        return await FeedQuery.FindAsync(db, secret, Today);
    }

    // A city of its own for each test: what one puts on a department does not show in another's feed.
    private async Task<Department> DepartmentAsync(string mark, string name)
    {
        var imported = await tracker.ImportAsync(Notices.Plan(mark).Replace("大理市", City(mark), StringComparison.Ordinal));
        await using var db = tracker.Db();
        return await db.Departments.Include(d => d.Jurisdiction).SingleAsync(d => d.Name == name && d.Jurisdiction!.Name == imported.Documents[0].Jurisdiction);
    }

    private async Task<List<long>> OtherTasksAsync(string mark)
    {
        var imported = await tracker.ImportAsync(Notices.Plan(mark).Replace("大理市", "瑞丽市", StringComparison.Ordinal));
        await using var db = tracker.Db();
        return await db.Tasks.Where(t => t.DocumentId == imported.Documents[0].Id).OrderBy(t => t.Ordinal).Select(t => t.Id).ToListAsync();
    }

    private static string City(string mark) => mark switch
    {
        "甲" => "大理市",
        "乙" => "楚雄市",
        "丁" => "安宁市",
        "戊" => "个旧市",
        "己" => "开远市",
        _ => "蒙自市",
    };

    private static Actor Staff(Department department) =>
        TrackerFixture.Person(AccountRole.Staff, department.Jurisdiction?.Path ?? "/1/") with { DepartmentId = department.Id };
}
