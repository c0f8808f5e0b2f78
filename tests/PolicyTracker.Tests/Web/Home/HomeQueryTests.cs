using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core;
using PolicyTracker.Web.Home;

namespace PolicyTracker.Tests.Web.Home;

public sealed class HomeQueryTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    // Ten days before the one deadline of the notice, and ten days after it.
    [Theory]
    [InlineData("2031-10-21", "临期")]
    [InlineData("2031-11-10", "逾期")]
    public async Task Every_figure_counts_the_rows_that_its_link_shows(string day, string lit)
    {
        await tracker.ImportAsync(Notices.Plan());
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        await using var db = tracker.Db();
        var water = db.Departments.Single(d => d.Name == "市水务局");
        var staff = TrackerFixture.Person(AccountRole.Staff, PathOf(db, water.JurisdictionId)) with { DepartmentId = water.Id };
        foreach (var actor in new[] { staff, TrackerFixture.Person(AccountRole.Leader), TrackerFixture.Person(AccountRole.Supervisor), staff with { Roles = [AccountRole.Supervisor] } })
        {
            var view = await HomeQuery.LoadAsync(db, actor, today);
            var figures = view.Jurisdiction.Figures.Concat(view.Mine?.Figures ?? []).ToList();
            foreach (var figure in figures)
            {
                Assert.Equal((figure.Label, figure.Count), (figure.Label, (await TaskLedgerQuery.PageAsync(db, actor, figure.Filter, today)).Total));
            }

            foreach (var list in view.Lists)
            {
                Assert.Equal((list.Title, list.Rows.Total), (list.Title, (await TaskLedgerQuery.PageAsync(db, actor, list.Filter, today)).Total));
            }

            Assert.All(figures.Where(figure => figure.Label == lit), figure => Assert.Equal(1, figure.Count));
            Assert.Contains(view.Lists, list => list.Title == lit && list.Rows.Items.Single().Title.StartsWith("改造老旧管网", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Only_staff_have_figures_of_their_own()
    {
        await tracker.ImportAsync(Notices.Plan());
        await using var db = tracker.Db();
        var leader = await HomeQuery.LoadAsync(db, TrackerFixture.Person(AccountRole.Leader), TimeProvider.System.Today());
        Assert.Null(leader.Mine);
        Assert.Equal("全国", leader.Jurisdiction.Name);
        Assert.Contains(leader.Lists, list => list.Title == "待交办");
    }

    private static string PathOf(PolicyTracker.Core.Storage.TrackerDb db, int jurisdiction) => db.Jurisdictions.Single(j => j.Id == jurisdiction).Path;
}
