using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Api;

namespace PolicyTracker.Tests.Web.Api;

public sealed class TaskFilterReaderTests
{
    private static readonly DateOnly Today = new(2031, 6, 1);

    [Fact]
    public void Past_day_is_kept_today_is_the_present_and_what_is_to_come_is_refused()
    {
        Assert.Equal(new DateOnly(2031, 5, 31), Read("?as-of=2031-05-31").Filter.AsOf);
        Assert.Equal((null, 0), (Read("?as-of=2031-06-01").Filter.AsOf, Read("?as-of=2031-06-01").Problems.Count));
        var (filter, problems) = Read("?as-of=2031-06-02");
        Assert.Null(filter.AsOf);
        Assert.Contains("不能晚于今天（2031年6月1日）", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Single(Read("?as-of=0001-01-01").Problems);
    }

    [Fact]
    public void Of_a_past_day_only_what_was_returned_is_known_to_wait()
    {
        Assert.Equal(Waiting.Returned, Read("?as-of=2031-05-31&waiting=returned").Filter.Waiting);
        var (filter, problems) = Read("?as-of=2031-05-31&waiting=acknowledge");
        Assert.Null(filter.Waiting);
        Assert.Contains("待签收", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_in_an_address_is_read()
    {
        var (filter, problems) = Read("?jurisdiction=4&document=2&department=9&role=lead&status=InProgress,inreview&light=red&due-from=2031-01-01&due-to=2031-12-31&leader=张&q=养老 服务&sort=-due&page=3&page-size=50");
        Assert.Empty(problems);
        Assert.Equal((4, 2, 9, Role.Lead), (filter.Jurisdiction, filter.Document, filter.Department, filter.Role));
        Assert.Equal([TaskState.InProgress, TaskState.InReview], filter.States);
        Assert.Equal((TimeLight.Red, new DateOnly(2031, 1, 1), new DateOnly(2031, 12, 31)), (filter.Light, filter.DueFrom, filter.DueTo));
        Assert.Equal(("张", "养老 服务", TaskOrder.Due, true, 3, 50), (filter.Leader, filter.Q, filter.Order, filter.Descending, filter.Page, filter.PageSize));
    }

    [Fact]
    public void Gap_is_a_colour_or_the_least_points_behind()
    {
        Assert.Equal(TimeLight.Red, Read("?gap=red").Filter.Gap);
        Assert.Equal(20, Read("?gap=20").Filter.GapPoints);
    }

    [Fact]
    public void Open_stands_for_all_open_states() => Assert.Equal(TaskStates.Open, Read("?status=open").Filter.States);

    [Fact]
    public void Empty_address_is_the_whole_ledger()
    {
        var (filter, problems) = Read("");
        Assert.Empty(problems);
        Assert.Equal((1, 20, TaskOrder.Document), (filter.Page, filter.PageSize, filter.Order));
        Assert.Empty(filter.States);
    }

    [Theory]
    [InlineData("?department=x")]
    [InlineData("?department=-1")]
    [InlineData("?status=3")]
    [InlineData("?role=boss")]
    [InlineData("?due-to=31.12.2031")]
    [InlineData("?sort=colour")]
    [InlineData("?gap=purple")]
    [InlineData("?gap=101")]
    [InlineData("?as-of=yesterday")]
    [InlineData("?page=0")]
    [InlineData("?page-size=5000")]
    public void What_makes_no_sense_is_said_and_the_rest_still_holds(string query)
    {
        var (filter, problems) = Read(query + "&q=养老");
        Assert.Single(problems);
        Assert.Equal("养老", filter.Q);
    }

    private static (TaskFilter Filter, IReadOnlyList<string> Problems) Read(string query) =>
        TaskFilterReader.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Today);
}
