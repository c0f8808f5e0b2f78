using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Documents;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>查看日期 of one task, of a document's timeline and of the calendar; and the figures of the lists by plain SQL.</summary>
public sealed class PastTaskTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Task_timeline_and_calendar_of_a_past_day_tell_what_they_told_on_that_day()
    {
        Actor[] people = [await LeaderAsync(), await life.StaffAsync(life.Lead)];
        var told = new List<string>();
        var days = await life.LiveAsync(async () => told.Add(await TellAsync(people, life.Today, null)));
        foreach (var (day, then) in days.Zip(told))
        {
            Assert.Equal(then, await TellAsync(people, day, day));
        }

        Assert.Equal(days.Count, told.Distinct().Count());
    }

    [Fact]
    public async Task Nothing_can_be_done_to_a_past_task_and_before_its_time_there_is_none()
    {
        var id = await life.AssignedAsync();
        var day = life.Today;
        life.Clock.Forward(1);
        await using var db = life.Db();
        Assert.NotEmpty((await TaskPageQuery.FindAsync(db, life.Supervisor, id, life.Today))!.Possible);
        Assert.Empty((await TaskPageQuery.FindAsync(KnownTasks.On(db, day), life.Supervisor, id, day))!.Possible);
        Assert.Null(await TaskPageQuery.FindAsync(KnownTasks.On(db, day.AddDays(-1)), life.Supervisor, id, day.AddDays(-1)));
        var elsewhere = life.Supervisor with { JurisdictionId = 999_999, JurisdictionPath = "/1/999999/" };
        Assert.Null(await TaskPageQuery.FindAsync(KnownTasks.On(db, day), elsewhere, id, day));
    }

    [Fact]
    public async Task Work_of_a_unit_that_was_merged_since_is_its_own_before_and_the_others_after()
    {
        var (keep, gone) = (Department.Named("市园林局", DepartmentKind.Department, life.CityId), Department.Named("市园林绿化局", DepartmentKind.Department, life.CityId));
        await using var db = life.Db();
        db.AddRange(keep, gone);
        await db.SaveChangesAsync();
        var id = await life.AssignedAsync(LifeFixture.Unit(gone, Role.Lead));
        await life.DoAsync(TaskAct.ReportProgress, await life.StaffAsync(gone), id);
        var before = life.Today;
        life.Clock.Forward(3);
        await life.Get<RegisterActions>().MergeAsync(Actor.Portal, keep.Id, gone.Id);
        var after = life.Today;
        life.Clock.Forward(3);
        var told = (await TaskPageQuery.FindAsync(KnownTasks.On(db, before), life.Supervisor, id, before))!;
        Assert.Equal([("市园林绿化局", 40)], told.Units.Select(unit => (unit.Name, unit.ClaimedPercent)));
        Assert.Contains("市园林绿化局", told.ClaimedWords, StringComparison.Ordinal);
        var later = (await TaskPageQuery.FindAsync(KnownTasks.On(db, after), life.Supervisor, id, after))!;
        Assert.Equal([("市园林局", 40)], later.Units.Select(unit => (unit.Name, unit.ClaimedPercent)));
        Assert.Equal(StoredJson.Write(later.Units), StoredJson.Write((await life.ViewAsync(id)).Units));
    }

    [Fact]
    public async Task Work_of_a_member_that_was_reorganised_since_is_its_own_before_and_its_successors_after()
    {
        var (member, group) = (await MakeAsync("西区人民政府"), await GroupAsync("西部各区人民政府"));
        await life.Get<GroupActions>().SetMembersAsync(Actor.Portal, group.Id, [member.Name], addUnknown: false);
        var id = await life.AssignedAsync(LifeFixture.Unit(group, Role.Lead));
        await life.DoAsync(TaskAct.ReportProgress, await life.StaffAsync(member), id);
        var before = life.Today;
        life.Clock.Forward(3);
        await life.Get<SuccessionActions>().DecideAsync(
            Actor.Portal, new SuccessionForm(life.CityId, [member.Name], ["新城区人民政府"], life.Today, "区划调整", AddUnknown: true));
        var after = life.Today;
        life.Clock.Forward(3);
        Assert.Equal([("西区人民政府", group.Name, (int?)40)], (await OnAsync(id, before)).Units.Select(unit => (unit.Name, unit.Through, unit.ClaimedPercent)));
        Assert.Equal([("新城区人民政府", group.Name, (int?)40)], (await OnAsync(id, after)).Units.Select(unit => (unit.Name, unit.Through, unit.ClaimedPercent)));
        Assert.Equal(StoredJson.Write((await life.ViewAsync(id)).Units), StoredJson.Write((await OnAsync(id, after)).Units));
    }

    [Fact]
    public async Task Group_that_was_taken_away_and_put_back_begins_anew()
    {
        var id = await life.AssignedAsync(LifeFixture.Unit(life.Group, Role.Lead));
        await life.DoAsync(TaskAct.ReportProgress, await life.StaffAsync(life.Member), id);
        var before = life.Today;
        life.Clock.Forward(1);
        await HandAsync(id, life.Lead);
        life.Clock.Forward(1);
        await HandAsync(id, life.Group);
        var after = life.Today;
        life.Clock.Forward(1);
        Assert.Equal([40], (await OnAsync(id, before)).Units.Select(unit => unit.ClaimedPercent));
        Assert.Equal([null], (await OnAsync(id, after)).Units.Select(unit => unit.ClaimedPercent));
    }

    [Fact]
    public async Task Group_has_the_members_of_the_day()
    {
        var (first, second, group) = (await MakeAsync("南区人民政府"), await MakeAsync("北区人民政府"), await GroupAsync("南北各区人民政府"));
        var id = await life.AssignedAsync(LifeFixture.Unit(group, Role.Lead));
        var none = life.Today;
        life.Clock.Forward(1);
        await life.Get<GroupActions>().SetMembersAsync(Actor.Portal, group.Id, [first.Name], addUnknown: false);
        var before = life.Today;
        life.Clock.Forward(1);
        await life.Get<GroupActions>().SetMembersAsync(Actor.Portal, group.Id, [second.Name], addUnknown: false);
        var after = life.Today;
        life.Clock.Forward(1);
        foreach (var (day, there) in new[] { (none, group), (before, first), (after, second) })
        {
            Assert.Equal([there.Name], (await OnAsync(id, day)).Units.Select(unit => unit.Name));
            foreach (var department in new[] { first, second })
            {
                Assert.Equal(department == there ? [id] : [], await LedgerAsync(day, department));
                Assert.Equal(department == there ? 1 : 0, await ListedAsync(day, department));
            }
        }
    }

    [Fact]
    public async Task Figures_of_lists_and_calendar_of_a_past_day_are_those_of_plain_sql_over_the_intervals()
    {
        var leader = await LeaderAsync();
        await using var db = life.Db();
        foreach (var day in await life.LiveAsync(() => Task.CompletedTask))
        {
            var documents = await DocumentListQuery.PageAsync(db, leader, new DocumentFilter { AsOf = day, PageSize = 100 }, life.Today);
            foreach (var row in documents.Items)
            {
                Assert.Equal(
                    (await PlainAsync(db, day, $"t.document_id = {row.Id}"), await PlainAsync(db, day, $"t.document_id = {row.Id} AND i.state = 'Completed'"),
                        await PlainAsync(db, day, $"t.document_id = {row.Id} AND {Late(day)}")),
                    (row.Tasks, row.Completed, row.Late));
            }

            var departments = await DepartmentListQuery.PageAsync(db, leader, new DepartmentFilter { AsOf = day, PageSize = 100 }, life.Today);
            foreach (var row in departments.Items)
            {
                var on = $"(i.leads || i.responsible || i.supports) && ((SELECT array_agg(group_id) FROM group_members WHERE member_id = {row.Id}) || {row.Id})";
                Assert.Equal(
                    (row.Name, await PlainAsync(db, day, on), await PlainAsync(db, day, $"{on} AND {Open}"), await PlainAsync(db, day, $"{on} AND {Late(day)}")),
                    (row.Name, row.All, row.Open, row.Late));
            }

            var calendar = await DeadlineCounts.OfAsync(db, leader, Year(day, day), life.Today);
            foreach (var due in calendar.GroupBy(count => count.Day))
            {
                Assert.Equal(await PlainAsync(db, day, $"{Open} AND i.due_on = '{due.Key:yyyy-MM-dd}'"), due.Sum(count => count.Tasks));
            }

            Assert.Equal(await PlainAsync(db, day, $"{Open} AND extract(year FROM i.due_on) = 2031"), calendar.Sum(count => count.Tasks));
        }
    }

    private const string Open = "i.state IN ('Draft', 'Assigned', 'InProgress', 'InReview')";

    private static string Late(DateOnly day) => $"i.state IN ('Assigned', 'InProgress', 'InReview') AND i.due_on < coalesce(i.clock_stopped_on, '{day:yyyy-MM-dd}')";

    private async Task<TaskView> OnAsync(long id, DateOnly day)
    {
        await using var db = life.Db();
        return (await TaskPageQuery.FindAsync(KnownTasks.On(db, day), life.Supervisor, id, day))!;
    }

    private async Task<IEnumerable<long>> LedgerAsync(DateOnly day, Department department)
    {
        await using var db = life.Db();
        return (await TaskLedgerQuery.PageAsync(db, await LeaderAsync(), new TaskFilter { AsOf = day, Department = department.Id }, life.Today)).Items.Select(row => row.Id);
    }

    private async Task<int> ListedAsync(DateOnly day, Department department)
    {
        await using var db = life.Db();
        var rows = await DepartmentListQuery.PageAsync(db, await LeaderAsync(), new DepartmentFilter { AsOf = day, PageSize = 100 }, life.Today);
        return rows.Items.Single(row => row.Id == department.Id).All;
    }

    private Task HandAsync(long id, Department department) =>
        life.Actions.ChangeAsync(life.Supervisor, id, new ChangeForm { Responsibilities = [LifeFixture.Unit(department, Role.Lead)], Reason = "职责调整" });

    private Task<Department> GroupAsync(string name) => MakeAsync(name, DepartmentKind.Group);

    private async Task<Department> MakeAsync(string name, DepartmentKind kind = DepartmentKind.Department)
    {
        var department = Department.Named(name, kind, life.CityId);
        await using var db = life.Db();
        db.Add(department);
        await db.SaveChangesAsync();
        return department;
    }

    // Who reads all of it.
    private Task<Actor> LeaderAsync() => life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId);

    private static Task<int> PlainAsync(TrackerDb db, DateOnly day, string condition)
    {
        var plain = $$"""
            SELECT count(*)::integer AS "Value" FROM task_intervals AS i JOIN tasks AS t ON t.id = i.task_id
            WHERE i.from_at < {0} AND (i.until_at >= {0} OR i.until_at IS NULL) AND {{condition}}
            """;
        return db.Database.SqlQueryRaw<int>(plain, OfficeTime.StartOf(day.AddDays(1))).SingleAsync();
    }

    private static TaskFilter Year(DateOnly day, DateOnly? asOf) => new() { AsOf = asOf, DueFrom = new DateOnly(day.Year, 1, 1), DueTo = new DateOnly(day.Year, 12, 31) };

    // Every task, timeline and calendar that two people see, a line each.
    private async Task<string> TellAsync(IReadOnlyList<Actor> people, DateOnly day, DateOnly? asOf)
    {
        await using var db = life.Db();
        var known = KnownTasks.On(db, asOf);
        var lines = new List<string>();
        foreach (var actor in people)
        {
            foreach (var id in await known.ReadableBy(actor).OrderBy(task => task.Id).Select(task => task.Id).ToListAsync())
            {
                lines.Add(Line((await TaskPageQuery.FindAsync(known, actor, id, day))!, day));
            }

            foreach (var document in await db.Documents.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync())
            {
                lines.Add(StoredJson.Write(await TimelineQuery.FindAsync(known, actor, document, day, default)));
            }

            var counts = await DeadlineCounts.OfAsync(db, actor, Year(day, asOf), life.Today);
            lines.Add(StoredJson.Write(counts.OrderBy(count => count.Day).ThenBy(count => count.Light)));
        }

        return string.Join('\n', lines);
    }

    // All but what can be done now; units in the order of their parts.
    private static string Line(TaskView view, DateOnly day) => view.Row.LightOn(day).Explanation + view.Row.GapOn(day).Explanation + StoredJson.Write(view with
    {
        Possible = [],
        Row = view.Row with { Version = 0, Responsibilities = [.. view.Row.Responsibilities.OrderBy(unit => unit.Role)] },
        Units = [.. view.Units.OrderBy(unit => unit.Role)],
    });
}
