using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Documents;

namespace PolicyTracker.Tests.Web.Documents;

public sealed class CitedPlaceTests
{
    private static readonly OutlineEntry[] Outline =
    [
        new(10, 0, false, "一、总体要求"), new(12, 1, false, "(一)指导思想"), new(20, 0, false, "二、重点任务"), new(21, 1, false, "(一)改造管网"),
        new(40, 0, true, "附件:任务分工方案"), new(41, 0, false, "一、分工"),
    ];

    [Theory]
    [InlineData(9, "")]
    [InlineData(10, "一")]
    [InlineData(13, "一、(一)")]
    [InlineData(20, "二")]
    [InlineData(40, "")]
    [InlineData(42, "一")]
    public void Line_stands_below_the_headings_above_it(int line, string place) => Assert.Equal(place, CitedPlace.Of(Outline, line, []));

    [Fact]
    public void Task_below_a_heading_adds_its_number_and_one_that_is_the_heading_does_not()
    {
        Assert.Equal("二、(一)3", CitedPlace.Of(Outline, 23, [Task("3.", 23)]));
        Assert.Equal("二、(一)", CitedPlace.Of(Outline, 22, [Task("(一)", 21)]));
        Assert.Equal("二、(一)", CitedPlace.Of(Outline, 23, [Task("1.", 23), Task("2.", 23)]));
    }

    private static MarginTask Task(string number, int line) => new(1, number, "任务", line, line, new TaskClock(TaskState.Draft, null, null, null, null), null, 1, []);
}
