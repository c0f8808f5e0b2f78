using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Api;

namespace PolicyTracker.Tests.Web.Api;

public sealed class TaskFilterReaderTests
{
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
    [InlineData("?page=0")]
    [InlineData("?page-size=5000")]
    public void What_makes_no_sense_is_said_and_the_rest_still_holds(string query)
    {
        var (filter, problems) = Read(query + "&q=养老");
        Assert.Single(problems);
        Assert.Equal("养老", filter.Q);
    }

    private static (TaskFilter Filter, IReadOnlyList<string> Problems) Read(string query) =>
        TaskFilterReader.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
