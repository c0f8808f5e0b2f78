using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>Order, pages, totals and filters of the ledger, against what the tasks themselves say.</summary>
public sealed class TaskLedgerQueryTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    public static TheoryData<TaskOrder, bool> Orders
    {
        get
        {
            var all = new TheoryData<TaskOrder, bool>();
            foreach (var order in Enum.GetValues<TaskOrder>())
            {
                all.Add(order, false);
                all.Add(order, true);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_follow_each_other_without_gap_or_repetition_and_what_has_no_deadline_or_document_is_last(TaskOrder order, bool descending)
    {
        await TasksAsync();
        await using var db = life.Db();
        var filter = new TaskFilter { Order = order, Descending = descending, PageSize = 3 };
        var rows = new List<TaskRow>();
        for (var page = 1; rows.Count == (page - 1) * filter.PageSize; page++)
        {
            rows.AddRange((await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter with { Page = page }, life.Today)).Items);
        }

        var ids = await db.Tasks.Select(task => task.Id).ToListAsync();
        Assert.Equal(ids.Order(), rows.Select(row => row.Id).Order());
        if (order == TaskOrder.Due)
        {
            var days = rows.Select(row => row.DueOn).TakeWhile(day => day is not null).ToList();
            Assert.All(rows.Skip(days.Count), row => Assert.Null(row.DueOn));
            Assert.Equal(descending ? days.OrderDescending() : days.Order(), days);
        }

        var keys = rows.Select(row => order switch
        {
            TaskOrder.Status => (int)row.State,
            TaskOrder.Progress => row.VerifiedPercent ?? row.ClaimedPercent ?? -1,
            _ => 0
        }).ToList();
        Assert.Equal(descending ? keys.OrderDescending() : keys.Order(), keys);
    }

    [Fact]
    public async Task Long_list_is_counted_so_far_and_no_further_unless_it_is_asked_for()
    {
        await TasksAsync();
        await using var db = life.Db();
        var all = await db.Tasks.CountAsync();
        // Nobody keeps a counter of acts.
        var filter = new TaskFilter { PageSize = 2, Since = new DateOnly(2000, 1, 1) };
        var quick = await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter, life.Today, counted: 4);
        Assert.Equal((4, false), (quick.Total, quick.IsTotalExact));
        foreach (var asked in new[] { filter with { ExactTotal = true }, filter with { Page = 1000 } })
        {
            var exact = await TaskLedgerQuery.PageAsync(db, life.Supervisor, asked, life.Today, counted: 4);
            Assert.Equal((all, true), (exact.Total, exact.IsTotalExact));
        }

        var counters = await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter with { Since = null }, life.Today, counted: 4);
        Assert.Equal((all, true), (counters.Total, counters.IsTotalExact));
        var whole = await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter with { PageSize = 100 }, life.Today, counted: 4);
        Assert.Equal((all, true), (whole.Total, whole.IsTotalExact));
    }

    [Fact]
    public async Task What_words_find_is_counted_together_with_the_page_so_far_and_no_further()
    {
        await TasksAsync();
        await using var db = life.Db();
        var filter = new TaskFilter { Q = "管网", Order = TaskOrder.Due, PageSize = 2, Page = 2 };
        var whole = await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter, life.Today);
        foreach (var (counted, total, isExact) in new[] { (4, 4, false), (100, whole.Total, true) })
        {
            var page = await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter, life.Today, counted: counted);
            Assert.Equal((total, isExact), (page.Total, page.IsTotalExact));
            Assert.Equal(whole.Items.Select(row => row.Id), page.Items.Select(row => row.Id));
        }

        var behind = await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter with { Page = 1000 }, life.Today, counted: 4000);
        Assert.Equal((0, whole.Total, true), (behind.Items.Count, behind.Total, behind.IsTotalExact));
    }

    [Fact]
    public async Task Leader_is_found_by_part_of_a_name_and_not_across_two_names()
    {
        var task = (await TasksAsync())[0];
        await using var db = life.Db();
        await db.Tasks.Where(t => t.Id == task).ExecuteUpdateAsync(set => set.SetProperty(t => t.Leaders, ["张三丰副市长", "李四"]));
        foreach (var (name, found) in new[] { ("三丰", true), ("副市长", true), ("李四", true), ("李", true), ("市长李", false), ("王五", false), ("%", false) })
        {
            var page = await TaskLedgerQuery.PageAsync(db, life.Supervisor, new TaskFilter { Leader = name }, life.Today);
            Assert.Equal((name, found), (name, page.Items.Any(row => row.Id == task)));
        }
    }

    [Fact]
    public async Task Tasks_of_a_leader_are_paged_and_counted_alike_in_one_place_and_everywhere()
    {
        var tasks = await TasksAsync();
        await using var db = life.Db();
        await db.Tasks.Where(t => tasks.Contains(t.Id)).ExecuteUpdateAsync(set => set.SetProperty(t => t.Leaders, ["赵六副市长"]));
        foreach (var actor in new[] { life.Supervisor, await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId) })
        {
            foreach (var place in new int?[] { null, life.CityId, Jurisdiction.RootId })
            {
                foreach (var (counted, page, shown, total, isExact) in new[] { (100, 1, 2, 5, true), (100, 3, 1, 5, true), (4, 1, 2, 4, false), (4, 2, 2, 4, false), (4, 3, 1, 5, true), (100, 9, 0, 5, true) })
                {
                    var filter = new TaskFilter { Leader = "赵六", Jurisdiction = place, Order = TaskOrder.Due, Page = page, PageSize = 2 };
                    var found = await TaskLedgerQuery.PageAsync(db, actor, filter, life.Today, counted: counted);
                    Assert.Equal((place, page, shown, total, isExact), (place, page, found.Items.Count, found.Total, found.IsTotalExact));
                }
            }
        }
    }

    [Fact]
    public async Task Department_is_found_in_its_part_and_through_its_group()
    {
        var group = await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Responsible), LifeFixture.Unit(life.Lead, Role.Support));
        await using var db = life.Db();
        foreach (var (department, role, found) in new[]
        {
            (life.Group, (Role?)null, true), (life.Member, null, true), (life.Member, Role.Responsible, true), (life.Member, Role.Lead, false),
            (life.Lead, Role.Support, true), (life.Lead, Role.Lead, false), (life.Other, null, false),
        })
        {
            var count = await TaskLedgerQuery.CountAsync(db, life.Supervisor, new TaskFilter { Department = department.Id, Role = role, PageSize = 100 }, life.Today);
            var page = await TaskLedgerQuery.PageAsync(db, life.Supervisor, new TaskFilter { Department = department.Id, Role = role, PageSize = 100 }, life.Today);
            Assert.Equal((department.Name, role, found, count), (department.Name, role, page.Items.Any(row => row.Id == group), page.Total));
        }
    }

    // With and without deadline, reported and not, in several states.
    private async Task<long[]> TasksAsync()
    {
        var ids = new List<long>
        {
            await life.DraftAsync(), await life.DraftAsync(life.Today.AddDays(7)), await life.AssignedAsync(), await life.AssignedAsync(), await life.DraftAsync(life.Today.AddDays(3)),
        };
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), ids[3], new ProgressForm { Percent = 40, Words = "已完成一半" });
        await using var db = life.Db();
        await db.Tasks.Where(task => task.Id == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(task => task.DueOn, (DateOnly?)null));
        return [.. ids];
    }
}
