using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Documents;

namespace PolicyTracker.Tests.Web.Documents;

public sealed class TimelineScaleTests
{
    private static readonly DateOnly Today = new(2031, 6, 15);

    [Fact]
    public void Spans_whole_months_from_the_first_start_to_the_last_deadline_and_holds_today()
    {
        var scale = TimelineScale.Of(Of(Task(new(2031, 3, 4), new(2031, 10, 31), new DateOnly(2031, 11, 2)), Task(null, null)), Today);
        Assert.Equal((new DateOnly(2031, 3, 1), new DateOnly(2031, 11, 30)), (scale.First, scale.Last));
        Assert.Equal(("0%", "100%"), (scale.At(scale.First), scale.At(scale.Last)));
        Assert.Equal("50%", scale.Width(scale.First, scale.Last, 0.5));
        Assert.Equal("0%", scale.Width(scale.Last, scale.First));
        Assert.Equal(Today, new DateOnly(2031, 3, 1).AddDays((int)Math.Round(double.Parse(scale.At(Today)[..^1], null) / 100 * 274)));
    }

    [Fact]
    public void Document_without_dates_still_has_a_month() =>
        Assert.Equal((new DateOnly(2031, 6, 1), new DateOnly(2031, 6, 30)), Ends(TimelineScale.Of(Of(Task(null, null)) with { DatedOn = null }, Today)));

    [Theory]
    [InlineData("2031-01-01", "2031-06-30", new[] { "2031.1", "2031.2", "2031.3", "2031.4", "2031.5", "2031.6" })]
    [InlineData("2030-11-01", "2031-12-31", new[] { "2031.1", "2031.4", "2031.7", "2031.10" })]
    [InlineData("2026-02-01", "2031-12-31", new[] { "2027年", "2028年", "2029年", "2030年", "2031年" })]
    public void Ticks_stand_at_round_dates_and_are_few(string first, string last, string[] words) =>
        Assert.Equal(words, new TimelineScale(DateOnly.Parse(first, null), DateOnly.Parse(last, null)).Ticks().Select(tick => tick.Words));

    private static (DateOnly, DateOnly) Ends(TimelineScale scale) => (scale.First, scale.Last);

    private static Timeline Of(params TimelineTask[] tasks) => new("方案", new DateOnly(2031, 3, 4), tasks);

    private static TimelineTask Task(DateOnly? from, DateOnly? due, params DateOnly[] milestones) => new(
        1, null, "任务", new TaskPlan(TaskState.InProgress, from, null, false, due, null, 40, 50), new TaskClock(TaskState.InProgress, due, null, null, null), null, milestones, 1);
}
