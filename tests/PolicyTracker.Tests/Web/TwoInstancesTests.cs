using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core;

namespace PolicyTracker.Tests.Web;

/// <summary>Two portals on one database, of which one is killed in the middle of the clock's work.</summary>
public sealed class TwoInstancesTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private const int Many = 10_000;

    [Fact]
    public async Task Each_reminder_stands_in_the_portal_once_though_one_of_two_instances_is_killed()
    {
        var account = await DueTasksAsync();
        var (firstAddress, secondAddress) = (Address(), Address());
        using var first = Start(firstAddress);
        await PortalFixture.UntilReadyAsync(first, firstAddress);
        using var second = Start(secondAddress);
        await PortalFixture.UntilReadyAsync(second, secondAddress);
        await UntilAsync(account, count => count > 0);
        await first.KillAsync();
        Assert.InRange(await CountAsync(account), 1, Many - 1);
        await UntilAsync(account, count => count >= Many);
        await second.TerminateAsync();

        await using var db = tracker.Db();
        Assert.Equal(Many, await CountAsync(account));
        Assert.Equal(Many, await db.History.Where(entry => entry.Act == TaskAct.Remind).Select(entry => entry.TaskId).Distinct().CountAsync());
        Assert.Equal(Many, await db.History.CountAsync(entry => entry.Act == TaskAct.Remind));
        Assert.Equal(Many, await db.Tasks.CountAsync(task => task.RemindCount == 1));
    }

    private RunningProgram Start(Uri address) => RunningProgram.Start(
        Built.Portal, ["--port", $"{address.Port}", "--data", tracker.DataFolder],
        new Dictionary<string, string>
        {
            ["ConnectionStrings__Tracker"] = tracker.ConnectionString,
            ["ConnectionStrings__TrackerOwner"] = TestCluster.AsOwner(tracker.ConnectionString),
            ["Reminders__EverySeconds"] = "1",
        });

    private static Uri Address() => new($"http://127.0.0.1:{PortalFixture.FreePort()}/");

    private async Task UntilAsync(int account, Func<int, bool> enough)
    {
        for (var i = 0; !enough(await CountAsync(account)); i++)
        {
            Assert.True(i < 3000, $"Only {await CountAsync(account)} of {Many} reminders after five minutes.");
            await Task.Delay(100);
        }
    }

    private async Task<int> CountAsync(int account)
    {
        await using var db = tracker.Db();
        return await db.InboxMessages.CountAsync(message => message.AccountId == account && message.Entry!.Act == TaskAct.Remind);
    }

    // One task of a notice, many times over, due in a week.
    private async Task<int> DueTasksAsync()
    {
        var document = (await tracker.ImportAsync(Notices.Plan("两个实例"))).Documents[0].Id;
        await using var db = tracker.Db();
        var task = await db.Tasks.Include(t => t.Responsibilities).Where(t => t.DocumentId == document && t.DueOn != null).SingleAsync();
        var unit = task.Responsibilities[0].DepartmentId!.Value;
        await using var scope = tracker.Scope();
        var made = await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(
            Actor.Portal, new NewAccount("many-staff", "承办人", [AccountRole.Staff], task.JurisdictionId, unit, "tests-only-2031"));
        await using var source = NpgsqlDataSource.Create(tracker.ConnectionString);
        await using (var due = source.CreateCommand($"UPDATE tasks SET due_on = (now() AT TIME ZONE 'Asia/Shanghai')::date + 7 WHERE id = {task.Id}"))
        {
            await due.ExecuteNonQueryAsync();
        }

        await CopiedRows.InsertAsync(source, "tasks", Many - 1, "'id', 1000000 + n, 'ordinal', 1000 + n", $"one.id = {task.Id}");
        await CopiedRows.InsertAsync(source, "responsibilities", Many - 1, "'id', 1000000 + n, 'task_id', 1000000 + n", $"one.task_id = {task.Id} AND one.position = 0");
        await CopiedRows.InsertAsync(source, "task_intervals", Many - 1, "'id', 1000000 + n, 'task_id', 1000000 + n", $"one.task_id = {task.Id}");
        return made.Id;
    }
}
