using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>What stands in the work of the day, act by act.</summary>
public sealed class TaskWaitingTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Each_unit_waits_to_acknowledge_for_itself_until_it_has_or_declines()
    {
        var task = await life.AssignedAsync();
        Assert.True(await WaitsAsync(task, Waiting.Acknowledge, life.Lead));
        await ActAsync(TaskAct.Acknowledge, life.Lead, task);
        Assert.False(await WaitsAsync(task, Waiting.Acknowledge, life.Lead));
        Assert.True(await WaitsAsync(task, Waiting.Acknowledge, life.Support));
        await ActAsync(TaskAct.Decline, life.Support, task);
        Assert.False(await WaitsAsync(task, Waiting.Acknowledge, life.Support));
        Assert.False(await WaitsAsync(task, Waiting.Acknowledge, life.Other));
    }

    [Fact]
    public async Task Member_of_a_group_acknowledges_the_groups_task()
    {
        var task = await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Responsible));
        Assert.True(await WaitsAsync(task, Waiting.Acknowledge, life.Member));
        await ActAsync(TaskAct.Acknowledge, life.Member, task);
        Assert.False(await WaitsAsync(task, Waiting.Acknowledge, life.Member));
    }

    [Fact]
    public async Task Report_is_due_from_the_acknowledgement_on_and_again_after_thirty_days()
    {
        var task = await life.AssignedAsync();
        Assert.False(await WaitsAsync(task, Waiting.Report, life.Lead));
        await ActAsync(TaskAct.Acknowledge, life.Lead, task);
        Assert.True(await WaitsAsync(task, Waiting.Report, life.Lead));
        Assert.False(await WaitsAsync(task, Waiting.Report, life.Support));
        await ActAsync(TaskAct.ReportProgress, life.Lead, task);
        Assert.False(await WaitsAsync(task, Waiting.Report, life.Lead, TaskWaiting.ReportDays));
        Assert.True(await WaitsAsync(task, Waiting.Report, life.Lead, TaskWaiting.ReportDays + 1));
    }

    [Fact]
    public async Task Returned_task_waits_until_it_is_asked_for_again_and_a_reopened_one_does_not()
    {
        var task = await life.AssignedAsync();
        await ActAsync(TaskAct.ReportProgress, life.Lead, task);
        await ActAsync(TaskAct.RequestCompletion, life.Lead, task);
        await life.DoAsync(TaskAct.Return, life.Supervisor, task);
        Assert.True(await WaitsAsync(task, Waiting.Returned, life.Lead));
        await ActAsync(TaskAct.RequestCompletion, life.Lead, task);
        Assert.False(await WaitsAsync(task, Waiting.Returned, life.Lead));
        await life.DoAsync(TaskAct.Approve, life.Supervisor, task);
        await life.DoAsync(TaskAct.Reopen, life.Supervisor, task);
        Assert.False(await WaitsAsync(task, Waiting.Returned, life.Lead));
    }

    [Fact]
    public async Task Supervisor_is_waited_for_by_requests_and_by_reports_not_yet_verified()
    {
        var task = await life.AssignedAsync();
        await ActAsync(TaskAct.Decline, life.Responsible, task);
        Assert.True(await WaitsAsync(task, Waiting.Decline));
        await life.DoAsync(TaskAct.Insist, life.Supervisor, task);
        Assert.False(await WaitsAsync(task, Waiting.Decline));

        await ActAsync(TaskAct.RequestExtension, life.Lead, task);
        Assert.True(await WaitsAsync(task, Waiting.Extension));
        await life.DoAsync(TaskAct.DecideExtension, life.Supervisor, task);
        Assert.False(await WaitsAsync(task, Waiting.Extension));

        Assert.False(await WaitsAsync(task, Waiting.Verify));
        await ActAsync(TaskAct.ReportProgress, life.Lead, task);
        Assert.True(await WaitsAsync(task, Waiting.Verify));
        await life.DoAsync(TaskAct.VerifyProgress, life.Supervisor, task);
        Assert.False(await WaitsAsync(task, Waiting.Verify));
    }

    private async Task ActAsync(TaskAct act, Department department, long task) => await life.DoAsync(act, await life.StaffAsync(department), task);

    private async Task<bool> WaitsAsync(long task, Waiting waiting, Department? department = null, int daysLater = 0)
    {
        await using var db = life.Db();
        var found = await TaskLedgerQuery.PageAsync(
            db, life.Supervisor, new TaskFilter { Waiting = waiting, Department = department?.Id, PageSize = TaskFilter.MaxPageSize }, life.Today.AddDays(daysLater));
        return found.Items.Any(row => row.Id == task);
    }
}
