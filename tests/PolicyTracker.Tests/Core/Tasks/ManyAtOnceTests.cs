using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Tasks;

public sealed class ManyAtOnceTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private const int People = 50;
    private const int Tasks = 20;

    [Fact]
    public async Task Fifty_people_on_the_same_twenty_tasks_lose_no_update_and_the_losers_are_told()
    {
        var tasks = new List<long>();
        for (var i = 0; i < Tasks; i++)
        {
            tasks.Add(await life.AssignedAsync());
        }

        var people = new List<(Actor Person, TaskAct Act)>();
        for (var i = 0; i < People; i++)
        {
            people.Add((i % 5) switch
            {
                0 => (life.Supervisor, TaskAct.VerifyProgress),
                1 => (await life.StaffAsync(life.Lead), TaskAct.ReportProgress),
                2 => (await life.StaffAsync(life.Responsible), TaskAct.ReportProgress),
                3 => (await life.StaffAsync(life.Support), TaskAct.Acknowledge),
                _ => (life.Supervisor, TaskAct.Remind),
            });
        }

        var outcomes = (await Task.WhenAll(people.Select(one => Task.Run(() => ActOnAllAsync(one.Person, one.Act, tasks))))).SelectMany(done => done).ToList();
        Assert.All(outcomes, outcome => Assert.True(outcome.Refusal is null or RuleException, outcome.Refusal?.ToString()));
        Assert.Contains(outcomes, outcome => outcome.Refusal is StaleException);
        foreach (var id in tasks)
        {
            await AssertEverythingSavedOnceAsync(id, [.. outcomes.Where(outcome => outcome.Task == id && outcome.Refusal is null).Select(outcome => outcome.Act)]);
        }
    }

    private async Task<List<(long Task, TaskAct Act, Exception? Refusal)>> ActOnAllAsync(Actor person, TaskAct act, List<long> tasks)
    {
        var outcomes = new List<(long, TaskAct, Exception?)>();
        foreach (var id in tasks)
        {
            outcomes.Add((id, act, await Record.ExceptionAsync(() => life.DoAsync(act, person, id))));
        }

        return outcomes;
    }

    private async Task AssertEverythingSavedOnceAsync(long id, List<TaskAct> done)
    {
        await using var db = life.Db();
        var task = await db.Tasks.Include(t => t.History).Include(t => t.Reports).Include(t => t.Standings).Include(t => t.Intervals)
            .Include(t => t.Responsibilities).AsSplitQuery().SingleAsync(t => t.Id == id);
        Assert.Equal(
            done.Concat([TaskAct.Register, TaskAct.Assign]).Order(), task.History.Select(h => h.Act).Order());
        Assert.Equal((done.Count + 2, done.Count(act => act == TaskAct.Remind), done.Count(act => act == TaskAct.ReportProgress)), (task.ActCount, task.RemindCount, task.Reports.Count));
        Assert.Equal(task.Standings.Count, task.Standings.DistinctBy(s => s.DepartmentId).Count());
        Assert.True(TaskInterval.Of(task, default).SaysTheSameAs(Assert.Single(task.Intervals, i => i.UntilAt is null)));
    }
}
