using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Supervision;

public sealed class DeadlineRemindersTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    // The notice that the tasks come from is imported by the real clock; the tests live later.
    private static readonly DateOnly Due = new(2031, 10, 31);

    [Fact]
    public async Task Unit_is_told_once_for_each_step_however_often_the_clock_looks()
    {
        var (task, account) = await TaskWithStaffAsync("步步");
        await RunAsync(Due.AddDays(-31));
        Assert.Empty(await RemindersAsync(task));
        foreach (var day in new[] { -30, -29, -8, -7, -2, -1, 0, 1, 40 })
        {
            await RunAsync(Due.AddDays(day));
            await RunAsync(Due.AddDays(day));
        }

        Assert.Equal(["还有30天", "还有7天", "还有1天", "已过1天"], (await RemindersAsync(task)).Select(entry => Part(entry.Words)));
        await using var db = tracker.Db();
        Assert.Equal(4, await db.InboxMessages.CountAsync(message => message.AccountId == account && message.Entry!.TaskId == task && message.Entry.Act == TaskAct.Remind));
    }

    [Fact]
    public async Task Deadline_that_had_passed_when_the_task_came_in_is_kept_silent_about()
    {
        var (task, _) = await TaskWithStaffAsync("早已过去");
        await using var db = tracker.Db();
        await db.Documents.Where(document => document.Tasks.Any(t => t.Id == task))
            .ExecuteUpdateAsync(set => set.SetProperty(document => document.ImportedAt, new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await RunAsync(new DateOnly(2032, 2, 1));
        Assert.Empty(await RemindersAsync(task));
    }

    [Theory]
    [InlineData(TaskState.Draft)]
    [InlineData(TaskState.InReview)]
    [InlineData(TaskState.Completed)]
    [InlineData(TaskState.Suspended)]
    [InlineData(TaskState.Withdrawn)]
    public async Task Only_tasks_whose_clock_runs_are_reminded_of(TaskState state)
    {
        var (task, _) = await TaskWithStaffAsync($"状态{state}");
        await using var db = tracker.Db();
        await db.Tasks.Where(t => t.Id == task).ExecuteUpdateAsync(set => set.SetProperty(t => t.State, state));
        await RunAsync(Due.AddDays(-7));
        Assert.Empty(await RemindersAsync(task));
    }

    [Fact]
    public async Task Jurisdiction_with_a_plan_of_its_own_and_those_below_it_follow_that_plan()
    {
        var (task, _) = await TaskWithStaffAsync("另行规定");
        await using var db = tracker.Db();
        var above = await db.Tasks.Where(t => t.Id == task).Select(t => t.Jurisdiction!.ParentId!.Value).SingleAsync();
        db.ReminderSettings.Add(new ReminderSetting { JurisdictionId = above, DaysBefore = [3], WhenOverdue = false });
        await db.SaveChangesAsync();
        try
        {
            foreach (var day in new[] { -7, -3, -1, 1 })
            {
                await RunAsync(Due.AddDays(day));
            }

            Assert.Equal(["还有3天"], (await RemindersAsync(task)).Select(entry => Part(entry.Words)));
        }
        finally
        {
            await db.ReminderSettings.ExecuteDeleteAsync();
        }
    }

    [Fact]
    public async Task Two_clocks_at_once_tell_once()
    {
        var (task, _) = await TaskWithStaffAsync("两个钟");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(Due.AddDays(-7))));
        Assert.Single(await RemindersAsync(task));
    }

    private static string Part(string words) => words[(words.IndexOf(Due.Year + "年10月31日", StringComparison.Ordinal) + 11)..words.IndexOf('天', StringComparison.Ordinal)] + "天";

    private Task<int> RunAsync(DateOnly day) =>
        new DeadlineReminders(tracker.Get<IDbContextFactory<TrackerDb>>(), SettableClock.At(day)).RunAsync();

    private async Task<List<HistoryEntry>> RemindersAsync(long task)
    {
        await using var db = tracker.Db();
        return await db.History.Where(entry => entry.TaskId == task && entry.Act == TaskAct.Remind).OrderBy(entry => entry.Id).ToListAsync();
    }

    private async Task<(long Task, int Account)> TaskWithStaffAsync(string mark)
    {
        var document = (await tracker.ImportAsync(Notices.Plan(mark))).Documents[0].Id;
        await using var db = tracker.Db();
        var task = await db.Tasks.Include(t => t.Responsibilities).SingleAsync(t => t.DocumentId == document && t.DueOn == Due);
        await using var scope = tracker.Scope();
        var account = (await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(Actor.Portal, new NewAccount(
            $"staff-{Guid.NewGuid():N}"[..20], "水务局承办人", [AccountRole.Staff], task.JurisdictionId, task.Responsibilities[0].DepartmentId, "tests-only-2031"))).Id;
        return (task.Id, account);
    }
}
