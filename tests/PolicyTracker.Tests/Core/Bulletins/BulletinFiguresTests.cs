using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Bulletins;

/// <summary>The figures of a bulletin are those of the ledger, and those that plain SQL counts.</summary>
public sealed class BulletinFiguresTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private const string Period = "BETWEEN (@from || ' 00:00+08')::timestamptz AND (@until || ' 23:59:59.999999+08')::timestamptz";

    [Fact]
    public async Task Figures_of_a_period_that_ends_today_are_those_of_ledger_and_cockpit_and_of_plain_sql()
    {
        var period = await TasksAsync();
        var figures = await CountAsync(period);
        await using var db = life.Db();
        Assert.Equal((1, 1, 1), (figures.CompletedInTime, figures.CompletedLate, figures.Returned));
        Assert.True(figures.Overdue > 0 && figures.ExtensionsGranted > 0);

        var here = new TaskFilter { Jurisdiction = life.CityId };
        var since = here with { Since = period.From };
        foreach (var (count, filter) in new[]
        {
            (figures.All, here), (figures.Overdue, here with { Light = TimeLight.Red }), (figures.Assigned, since with { Changed = TaskAct.Assign }),
            (figures.Returned, since with { Changed = TaskAct.Return }), (figures.Completed, since with { Changed = TaskAct.Approve, States = [TaskState.Completed] }),
            (figures.ExtensionsAsked, since with { Changed = TaskAct.RequestExtension }),
        })
        {
            Assert.Equal(await TaskLedgerQuery.CountAsync(db, life.Supervisor, filter, life.Today), count);
        }

        foreach (var state in figures.States)
        {
            Assert.Equal(await TaskLedgerQuery.CountAsync(db, life.Supervisor, here with { States = [state.State] }, life.Today), state.Count);
        }

        var cockpit = await CockpitQuery.LoadAsync(db, life.Supervisor, new CockpitFilter(life.CityId, MostRows: 100), life.Today);
        Assert.Equal(cockpit.Departments.Select(row => (row.Name, row.Open.Count, row.Late.Count)), figures.Departments.Where(row => row.Open > 0).Select(row => (row.Name, row.Open, row.Overdue)));

        await AssertSqlAsync(period, figures);
    }

    [Fact]
    public async Task Past_period_counts_what_was_known_at_its_end()
    {
        var period = await TasksAsync();
        var then = await CountAsync(period);
        life.Clock.Forward(20);
        var lead = await life.StaffAsync(life.Lead);
        await life.AssignedAsync();
        var open = (await LateAsync())[0];
        await life.Actions.ReportProgressAsync(lead, open, new ProgressForm { Percent = 100, Words = "完成" });
        await life.Actions.RequestCompletionAsync(lead, open, new WordsForm { Words = "完成" });
        await life.Actions.ApproveAsync(life.Supervisor, open, new RemarkForm());
        Assert.Equivalent(then, await CountAsync(period));
        Assert.NotEqual(then.Completed, (await CountAsync(period with { Until = life.Today })).Completed);
    }

    [Fact]
    public async Task Departments_stand_in_the_usual_order_and_a_member_counts_what_its_group_has()
    {
        await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Lead));
        var figures = await CountAsync(new BulletinPeriod(life.Today, life.Today));
        Assert.Equal(Row(life.Group.Id).Open, Row(life.Member.Id).Open);
        await using var db = life.Db();
        var ranks = await db.Departments.ToDictionaryAsync(unit => unit.Id, unit => unit.OrganRank);
        Assert.Equal(figures.Departments.Select(row => ranks[row.Id]).Order(), figures.Departments.Select(row => ranks[row.Id]));

        DepartmentCount Row(int id) => figures.Departments.Single(row => row.Id == id);
    }

    private async Task AssertSqlAsync(BulletinPeriod period, BulletinFigures figures)
    {
        const string Here = "FROM tasks t JOIN jurisdictions j ON j.id = t.jurisdiction_id AND j.path LIKE (SELECT path FROM jurisdictions WHERE id = @place) || '%'";
        const string Late = "t.state IN ('Assigned', 'InProgress', 'InReview') AND t.due_on < coalesce(t.clock_stopped_on, @until::date)";
        Assert.Equal(figures.All, await SqlAsync(period, $"SELECT count(*)::int {Here}"));
        Assert.Equal(figures.Overdue, await SqlAsync(period, $"SELECT count(*)::int {Here} WHERE {Late}"));
        Assert.Equal(figures.OverdueTasks.Sum(task => task.DaysLate), await SqlAsync(period, $"SELECT sum(coalesce(t.clock_stopped_on, @until::date) - t.due_on)::int {Here} WHERE {Late}"));
        Assert.Equal(figures.Assigned, await HistoryAsync("Assign"));
        Assert.Equal(figures.Returned, await HistoryAsync("Return"));
        Assert.Equal(figures.CompletedLate, await HistoryAsync("Approve", "AND t.state = 'Completed' AND t.completion_requested_on > t.due_on"));
        Assert.Equal(figures.CompletedInTime, await HistoryAsync("Approve", "AND t.state = 'Completed' AND NOT coalesce(t.completion_requested_on > t.due_on, false)"));
        Assert.Equal(figures.ExtensionsAsked, await HistoryAsync("RequestExtension"));
        Assert.Equal(figures.ExtensionsGranted, await SqlAsync(period, $"SELECT count(DISTINCT t.id)::int {Here} JOIN extensions e ON e.task_id = t.id WHERE e.is_granted AND e.decided_at {Period}"));
        foreach (var state in figures.States)
        {
            Assert.Equal(state.Count, await SqlAsync(period, $"SELECT count(*)::int {Here} WHERE t.state = '{state.State}'"));
        }

        foreach (var row in figures.Departments)
        {
            var own = $"EXISTS (SELECT FROM responsibilities r WHERE r.task_id = t.id AND (r.department_id = {row.Id} OR r.department_id IN (SELECT group_id FROM group_members WHERE member_id = {row.Id})))";
            Assert.Equal((row.Name, row.Open), (row.Name, await SqlAsync(period, $"SELECT count(*)::int {Here} WHERE t.state IN ('Draft', 'Assigned', 'InProgress', 'InReview') AND {own}")));
            Assert.Equal((row.Name, row.Overdue), (row.Name, await SqlAsync(period, $"SELECT count(*)::int {Here} WHERE {Late} AND {own}")));
            Assert.Equal((row.Name, row.Completed), (row.Name, await HistoryAsync("Approve", $"AND t.state = 'Completed' AND {own}")));
            Assert.Equal((row.Name, row.Returned), (row.Name, await HistoryAsync("Return", $"AND {own}")));
        }

        Task<int> HistoryAsync(string act, string and = "") =>
            SqlAsync(period, $"SELECT count(DISTINCT t.id)::int {Here} JOIN task_history h ON h.task_id = t.id WHERE h.act = '{act}' AND h.at {Period} {and}");
    }

    private async Task<int> SqlAsync(BulletinPeriod period, string sql)
    {
        await using var db = life.Db();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in new (string, object)[] { ("place", life.CityId), ("from", $"{period.From:yyyy-MM-dd}"), ("until", $"{period.Until:yyyy-MM-dd}") })
        {
            command.Parameters.Add(new Npgsql.NpgsqlParameter(name, value));
        }

        return await command.ExecuteScalarAsync() is int count ? count : 0;
    }

    private async Task<BulletinFigures> CountAsync(BulletinPeriod period)
    {
        await using var db = life.Db();
        return await BulletinFiguresQuery.LoadAsync(db, life.Supervisor, life.CityId, period);
    }

    private async Task<IReadOnlyList<long>> LateAsync()
    {
        await using var db = life.Db();
        return [.. (await TaskLedgerQuery.PageAsync(db, life.Supervisor, new TaskFilter { Light = TimeLight.Red, States = [TaskState.Assigned], PageSize = 100 }, life.Today)).Items.Select(row => row.Id)];
    }

    // Some before the period begins, and in it one of each thing that is counted.
    private async Task<BulletinPeriod> TasksAsync()
    {
        var lead = await life.StaffAsync(life.Lead);
        await life.AssignedAsync();
        var soon = await AssignedAsync(life.Today.AddDays(10));
        life.Clock.Forward(5);
        var from = life.Today;
        var (inTime, late, returned, extended) = (await life.AssignedAsync(), await AssignedAsync(life.Today.AddDays(2)), await life.AssignedAsync(), await life.AssignedAsync());
        await life.DraftAsync();
        await life.DoAsync(TaskAct.RequestExtension, lead, extended);
        await life.DoAsync(TaskAct.DecideExtension, life.Supervisor, extended);
        life.Clock.Forward(3);
        foreach (var id in new[] { inTime, late, returned })
        {
            await life.DoAsync(TaskAct.ReportProgress, lead, id);
            await life.DoAsync(TaskAct.RequestCompletion, lead, id);
            await life.DoAsync(id == returned ? TaskAct.Return : TaskAct.Approve, life.Supervisor, id);
        }

        life.Clock.Forward(8);
        Assert.True((await life.ViewAsync(soon)).Row.LightOn(life.Today).Light == TimeLight.Red);
        return new BulletinPeriod(from, life.Today);
    }

    private async Task<long> AssignedAsync(DateOnly due)
    {
        var id = await life.DraftAsync(due);
        await life.Actions.AssignAsync(life.Supervisor, id, new AssignForm { Responsibilities = [LifeFixture.Unit(life.Lead, Role.Lead), LifeFixture.Unit(life.Support, Role.Support)] });
        return id;
    }
}
