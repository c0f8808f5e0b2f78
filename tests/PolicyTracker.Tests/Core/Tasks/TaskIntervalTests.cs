using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

public sealed class TaskIntervalTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Every_past_day_can_be_told_and_the_present_one_equals_the_task()
    {
        var start = life.Today;
        var lead = await life.StaffAsync(life.Lead);
        var id = await life.AssignedAsync();
        life.Clock.Forward(10);
        await life.DoAsync(TaskAct.ReportProgress, lead, id);
        life.Clock.Forward(10);
        await life.DoAsync(TaskAct.VerifyProgress, life.Supervisor, id);
        await life.DoAsync(TaskAct.Change, life.Supervisor, id);
        life.Clock.Forward(10);
        await life.DoAsync(TaskAct.RequestCompletion, lead, id);
        await life.DoAsync(TaskAct.Approve, life.Supervisor, id);

        Assert.Null(await KnownAsync(id, start.AddDays(-1)));
        var first = (await KnownAsync(id, start))!;
        Assert.Equal((TaskState.Assigned, start.AddDays(100), null, null), (first.State, first.DueOn, first.ClaimedPercent, first.VerifiedPercent));
        Assert.Equal((life.Lead.Id, life.Responsible.Id, life.Support.Id), (first.Leads.Single(), first.Responsible.Single(), first.Supports.Single()));
        var second = (await KnownAsync(id, start.AddDays(19)))!;
        Assert.Equal((TaskState.InProgress, 40, null), (second.State, second.ClaimedPercent, second.VerifiedPercent));
        var third = (await KnownAsync(id, start.AddDays(20)))!;
        Assert.Equal((TaskState.InProgress, start.AddDays(97), 40, 30), (third.State, third.DueOn, third.ClaimedPercent, third.VerifiedPercent));
        Assert.Equal(TaskState.Completed, (await KnownAsync(id, start.AddDays(30)))!.State);
        await AssertPresentAsync(id);
    }

    [Fact]
    public async Task Departments_are_told_as_they_were()
    {
        var start = life.Today;
        var id = await life.AssignedAsync();
        life.Clock.Forward(5);
        await life.Actions.ChangeAsync(life.Supervisor, id, new ChangeForm { Responsibilities = [LifeFixture.Unit(life.Other, Role.Lead)], Reason = "职责调整" });
        Assert.Equal([life.Lead.Id], (await KnownAsync(id, start))!.Leads);
        var now = (await KnownAsync(id, life.Today))!;
        Assert.Equal([life.Other.Id], now.Leads);
        Assert.Empty(now.Responsible.Concat(now.Supports));
        await AssertPresentAsync(id);
    }

    [Fact]
    public async Task Act_that_changes_nothing_of_it_leaves_the_interval_open()
    {
        var id = await life.AssignedAsync();
        await using var db = life.Db();
        var before = await db.TaskIntervals.CountAsync(i => i.TaskId == id);
        await life.DoAsync(TaskAct.Remind, life.Supervisor, id);
        Assert.Equal(before, await db.TaskIntervals.CountAsync(i => i.TaskId == id));
    }

    private async Task<TaskInterval?> KnownAsync(long id, DateOnly day)
    {
        await using var db = life.Db();
        return await db.TaskIntervals.KnownOn(day).SingleOrDefaultAsync(i => i.TaskId == id);
    }

    private async Task AssertPresentAsync(long id)
    {
        await using var db = life.Db();
        var task = await db.Tasks.Include(t => t.Responsibilities).Include(t => t.Intervals).SingleAsync(t => t.Id == id);
        Assert.True(TaskInterval.Of(task, default).SaysTheSameAs(Assert.Single(task.Intervals, i => i.UntilAt is null)));
        var ordered = task.Intervals.OrderBy(i => i.Id).ToList();
        Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.Equal(pair.First.UntilAt, pair.Second.FromAt));
    }
}
