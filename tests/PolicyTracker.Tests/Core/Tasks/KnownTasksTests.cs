using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>查看日期: ledger, groups, cockpit and lists of a past day.</summary>
public sealed class KnownTasksTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Every_list_and_figure_of_a_past_day_is_what_it_was_on_that_day_for_each_role()
    {
        var (people, told) = (await life.PeopleAsync(), new List<IReadOnlyList<string>>());
        var days = await life.LiveAsync(async () => told.Add(await TellAsync(people, life.Today, null)));
        foreach (var (day, then) in days.Zip(told))
        {
            Assert.Equal(string.Join('\n', then), string.Join('\n', await TellAsync(people, day, day)));
        }

        Assert.Equal(days.Count, told.Select(lines => string.Join('\n', lines)).Distinct().Count());
    }

    [Fact]
    public async Task Before_anything_came_in_nothing_is_known()
    {
        await life.AssignedAsync();
        await using var db = life.Db();
        var filter = new TaskFilter { AsOf = new DateOnly(2031, 5, 31) };
        Assert.Empty((await TaskLedgerQuery.PageAsync(db, life.Supervisor, filter, life.Today)).Items);
        Assert.Empty((await TaskGroupQuery.PageAsync(db, life.Supervisor, filter, TaskGrouping.Department, life.Today)).Items);
        Assert.Equal(0, (await CockpitQuery.LoadAsync(db, life.Supervisor, new CockpitFilter(null) { AsOf = filter.AsOf }, life.Today)).All.Count);
    }

    [Fact]
    public async Task Figures_of_the_cockpit_are_the_ledgers_counts_behind_their_links_and_those_of_plain_sql_over_the_intervals()
    {
        var people = await life.PeopleAsync();
        foreach (var day in await life.LiveAsync(() => Task.CompletedTask))
        {
            foreach (var actor in people)
            {
                await using var db = life.Db();
                var view = await CockpitQuery.LoadAsync(db, actor, new CockpitFilter(null, CockpitOrder.Late, 100) { AsOf = day }, life.Today);
                foreach (var figure in view.Figures)
                {
                    Assert.Equal(day, figure.Filter.AsOf);
                    Assert.Equal((figure.Label, figure.Count), (figure.Label, await TaskLedgerQuery.CountAsync(db, actor, figure.Filter, life.Today)));
                }

                await new PlainCockpit(db, actor, day).AssertAsync(view);
            }
        }
    }

    [Fact]
    public async Task Name_that_was_matched_since_stands_as_it_was_printed()
    {
        var id = await life.DraftAsync();
        var day = life.Today;
        await using var db = life.Db();
        var printed = new Responsibility { TaskId = id, Position = 0, Role = Role.Support, PrintedName = "市水利委" };
        db.Add(printed);
        await db.SaveChangesAsync();
        life.Clock.Forward(3);
        printed.DepartmentId = life.Other.Id;
        db.Add(new NameDecided
        {
            JurisdictionId = life.CityId,
            PrintedName = "市水利委",
            DepartmentId = life.Other.Id,
            ResponsibilityIds = [printed.Id],
            DecidedBy = "管理员",
            DecidedAt = life.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        var row = (await TaskLedgerQuery.PageAsync(db, life.Supervisor, new TaskFilter { AsOf = day, PageSize = 2000 }, life.Today)).Items.Single(task => task.Id == id);
        Assert.Equal([(null, "市水利委", Role.Support)], row.Responsibilities.Select(unit => (unit.DepartmentId, unit.Name, unit.Role)));
        Assert.Equal(0, await TaskLedgerQuery.CountAsync(db, life.Supervisor, new TaskFilter { AsOf = day, Department = life.Other.Id, Q = "市水利委" }, life.Today));
        // No act wrote it into an interval, as one would have.
        db.Remove(printed);
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Who_may_not_read_a_task_now_does_not_read_what_it_was()
    {
        var day = life.Today;
        await life.AssignedAsync();
        life.Clock.Forward(1);
        var elsewhere = life.Supervisor with { JurisdictionId = 999_999, JurisdictionPath = "/1/999999/" };
        await using var db = life.Db();
        Assert.Equal(0, await TaskLedgerQuery.CountAsync(db, elsewhere, new TaskFilter { AsOf = day }, life.Today));
        Assert.True(await TaskLedgerQuery.CountAsync(db, life.Supervisor, new TaskFilter { AsOf = day }, life.Today) > 0);
    }

    // Everything that the portal tells of a day, a line each.
    private async Task<IReadOnlyList<string>> TellAsync(IReadOnlyList<Actor> people, DateOnly day, DateOnly? asOf)
    {
        await using var db = life.Db();
        var lines = new List<string>();
        foreach (var actor in people)
        {
            // A filter asks the same of whoever reads the whole jurisdiction.
            foreach (var asked in actor.Is(AccountRole.Supervisor) || actor.Is(AccountRole.Staff) ? life.Filters(day) : [new TaskFilter()])
            {
                var page = await TaskLedgerQuery.PageAsync(db, actor, asked with { AsOf = asOf }, life.Today);
                lines.Add($"{actor.Name} {StoredJson.Write(asked)}: {page.Total}\n{string.Join('\n', page.Items.Select(row => Line(row, day)))}");
            }

            foreach (var grouping in Enum.GetValues<TaskGrouping>())
            {
                var groups = await TaskGroupQuery.PageAsync(db, actor, new TaskFilter { AsOf = asOf }, grouping, life.Today);
                lines.AddRange(groups.Items.Select(group => $"{grouping} {group.Name}: {group.Count} {group.Open} {group.Late} {group.Completed}"));
            }

            var cockpit = await CockpitQuery.LoadAsync(db, actor, new CockpitFilter(null, MostRows: 100) { AsOf = asOf }, life.Today);
            lines.AddRange(cockpit.Figures.Select(figure => $"{figure.Label}: {figure.Count}"));
            var documents = await DocumentListQuery.PageAsync(db, actor, new DocumentFilter { AsOf = asOf }, life.Today);
            lines.AddRange(documents.Items.Select(row => $"《{row.Title}》 {row.Tasks} {row.Assigned} {row.Completed} {row.Late}"));
            var departments = await DepartmentListQuery.PageAsync(db, actor, new DepartmentFilter { AsOf = asOf }, life.Today);
            lines.AddRange(departments.Items.Where(row => row.All > 0).Select(row => $"{row.Name} {row.Open} {row.DueSoon} {row.Late} {row.All}"));
        }

        return lines;
    }

    private static string Line(TaskRow row, DateOnly day) => string.Join(' ', new object?[]
    {
        row.Id, row.State, row.DueOn, row.ClockStoppedOn, row.ClaimedPercent, row.VerifiedPercent, row.Judgement, row.JudgedOn, row.CompletedOn,
        row.LightOn(day).Explanation, row.GapOn(day).Explanation, string.Join('、', row.Responsibilities.OrderBy(unit => unit.Role).Select(unit => $"{unit.Role} {unit.Name}")),
    });
}
