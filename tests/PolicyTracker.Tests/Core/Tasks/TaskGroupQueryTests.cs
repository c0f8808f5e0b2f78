using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

public sealed class TaskGroupQueryTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Theory]
    [InlineData(TaskGrouping.Department)]
    [InlineData(TaskGrouping.Document)]
    [InlineData(TaskGrouping.Month)]
    public async Task Subtotals_count_the_tasks_that_their_filters_find_for_each_role(TaskGrouping grouping)
    {
        await TasksAsync();
        foreach (var actor in new[] { life.Supervisor, await life.StaffAsync(life.Lead), await life.PersonAsync(AccountRole.Leader, jurisdiction: PolicyTracker.Core.Departments.Jurisdiction.RootId) })
        {
            foreach (var filter in new[] { new TaskFilter(), new() { States = TaskStates.Open }, new() { Department = life.Member.Id }, new() { Role = Role.Support }, new() { DueFrom = life.Today.AddDays(2) } })
            {
                await using var db = life.Db();
                var groups = await TaskGroupQuery.PageAsync(db, actor, filter with { PageSize = 100 }, grouping, life.Today.AddDays(5));
                Assert.False(groups.HasMore);
                foreach (var group in groups.Items.Where(group => group.Filter is not null))
                {
                    var found = (await CountAsync(group.Filter!), await CountAsync(group.Filter! with { Light = TimeLight.Red }));
                    Assert.Equal((group.Name, found), (group.Name, (group.Count, group.Late)));
                    if (filter.States.Count == 0)
                    {
                        var states = (await CountAsync(group.Filter! with { States = TaskStates.Open }), await CountAsync(group.Filter! with { States = [TaskState.Completed] }));
                        Assert.Equal((group.Name, states), (group.Name, (group.Open, group.Completed)));
                    }
                }

                Task<int> CountAsync(TaskFilter asked) => TaskLedgerQuery.CountAsync(db, actor, asked, life.Today.AddDays(5));
            }
        }
    }

    [Fact]
    public async Task Group_counts_for_itself_and_for_its_member_and_what_has_no_deadline_is_one_group()
    {
        await TasksAsync();
        await using var db = life.Db();
        var departments = (await TaskGroupQuery.PageAsync(db, life.Supervisor, new TaskFilter { PageSize = 100 }, TaskGrouping.Department, life.Today)).Items;
        var (group, member) = (departments.Single(each => each.Name == life.Group.Name), departments.Single(each => each.Name == life.Member.Name));
        Assert.True(group.Count > 0);
        Assert.Equal((group.Count, group.Open), (member.Count, member.Open));
        Assert.DoesNotContain(departments, each => each.Name == life.Other.Name);
        var months = (await TaskGroupQuery.PageAsync(db, life.Supervisor, new TaskFilter { PageSize = 100 }, TaskGrouping.Month, life.Today)).Items;
        Assert.Equal(await db.Tasks.CountAsync(), months.Sum(month => month.Count));
        Assert.Equal(await db.Tasks.CountAsync(task => task.DueOn == null), months.Single(month => month.Name is null).Count);
    }

    [Fact]
    public async Task Groups_come_page_by_page()
    {
        await TasksAsync();
        await using var db = life.Db();
        // What has no department follows upon the last of them.
        var whole = (await TaskGroupQuery.PageAsync(db, life.Supervisor, new TaskFilter { PageSize = 100 }, TaskGrouping.Department, life.Today)).Items
            .Where(group => group.Name is not null).ToList();
        var pages = new List<TaskGroup>();
        for (var page = 1; page <= whole.Count; page++)
        {
            var found = await TaskGroupQuery.PageAsync(db, life.Supervisor, new TaskFilter { Page = page, PageSize = 1 }, TaskGrouping.Department, life.Today);
            Assert.Equal(page < whole.Count, found.HasMore);
            pages.AddRange(found.Items);
        }

        Assert.Null(pages[^1].Name);
        Assert.Equal(whole.Select(group => (group.Name, group.Count)), pages.SkipLast(1).Select(group => (group.Name, group.Count)));
    }

    [Fact]
    public async Task Months_come_page_by_page_and_what_has_no_deadline_comes_last()
    {
        await TasksAsync();
        await using var db = life.Db();
        var whole = (await TaskGroupQuery.PageAsync(db, life.Supervisor, new TaskFilter { PageSize = 100 }, TaskGrouping.Month, life.Today)).Items;
        var pages = new List<TaskGroup>();
        for (var page = 1; page <= whole.Count; page++)
        {
            var found = await TaskGroupQuery.PageAsync(db, life.Supervisor, new TaskFilter { Page = page, PageSize = 1 }, TaskGrouping.Month, life.Today);
            Assert.Equal(page < whole.Count, found.HasMore);
            pages.AddRange(found.Items);
        }

        Assert.Equal(whole.Select(month => (month.Name, month.Count)), pages.Select(month => (month.Name, month.Count)));
        Assert.Null(whole[^1].Name);
    }

    private async Task TasksAsync()
    {
        await life.AssignedAsync();
        await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Responsible), LifeFixture.Unit(life.Member, Role.Support));
        var without = await life.DraftAsync();
        var late = await life.AssignedAsync(LifeFixture.Unit(life.Lead, Role.Lead), LifeFixture.Unit(life.Responsible, Role.Support));
        // Asked for in time: not late, though its day has passed when the figures are made.
        var stopped = await life.AssignedAsync();
        await life.Actions.ReportProgressAsync(await life.StaffAsync(life.Lead), stopped, new ProgressForm { Percent = 100, Words = "完成" });
        await life.Actions.RequestCompletionAsync(await life.StaffAsync(life.Lead), stopped, new WordsForm { Words = "完成" });
        await using var db = life.Db();
        await db.Tasks.Where(task => task.Id == stopped).ExecuteUpdateAsync(set => set.SetProperty(task => task.DueOn, life.Today.AddDays(3)));
        await db.Tasks.Where(task => task.Id == without).ExecuteUpdateAsync(set => set.SetProperty(task => task.DueOn, (DateOnly?)null));
        await db.Tasks.Where(task => task.Id == late).ExecuteUpdateAsync(set => set.SetProperty(task => task.DueOn, life.Today.AddDays(3)));
    }
}
