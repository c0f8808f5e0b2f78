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
        await using var command = source.CreateCommand($"""
            UPDATE tasks SET due_on = (now() AT TIME ZONE 'Asia/Shanghai')::date + 7 WHERE id = {task.Id};
            INSERT INTO tasks SELECT (jsonb_populate_record(t, jsonb_build_object('id', 1000000 + n, 'ordinal', 1000 + n))).*
                FROM tasks AS t, generate_series(1, {Many - 1}) AS n WHERE t.id = {task.Id};
            INSERT INTO responsibilities SELECT (jsonb_populate_record(r, jsonb_build_object('id', 1000000 + n, 'task_id', 1000000 + n))).*
                FROM responsibilities AS r, generate_series(1, {Many - 1}) AS n WHERE r.task_id = {task.Id} AND r.position = 0;
            INSERT INTO task_intervals SELECT (jsonb_populate_record(i, jsonb_build_object('id', 1000000 + n, 'task_id', 1000000 + n))).*
                FROM task_intervals AS i, generate_series(1, {Many - 1}) AS n WHERE i.task_id = {task.Id};
            """);
        await command.ExecuteNonQueryAsync();
        return made.Id;
    }
}
