using PolicyTracker.Web.Deadlines;

namespace PolicyTracker.Tests.Web.Deadlines;

public sealed class CalendarPeriodTests
{
    [Fact]
    public void Weeks_begin_on_monday_and_hold_every_day_once()
    {
        var weeks = new CalendarPeriod(2026, 11).Weeks().ToList();
        Assert.Equal(6, weeks.Count);
        Assert.All(weeks, week => Assert.Equal(7, week.Length));
        Assert.Equal(new DateOnly(2026, 11, 1), weeks[0][6]);
        Assert.Equal(new DateOnly(2026, 11, 30), weeks[5][0]);
        Assert.Equal(Enumerable.Range(1, 30), weeks.SelectMany(week => week).OfType<DateOnly>().Select(day => day.Day));
        Assert.Equal(4, new CalendarPeriod(2027, 2).Weeks().Count());
    }

    [Theory]
    [InlineData("2026-11", null, "2026年11月", "2026年10月", "2026年12月")]
    [InlineData("2026-12", null, "2026年12月", "2026年11月", "2027年1月")]
    [InlineData(null, "2026", "2026年", "2025年", "2027年")]
    [InlineData("2100-12", null, "2100年12月", "2100年11月", null)]
    [InlineData(null, "1990", "1990年", null, "1991年")]
    public void Period_is_read_and_steps_within_the_years_that_are_shown(string? month, string? year, string words, string? before, string? after)
    {
        var period = CalendarPeriod.Read(month, year);
        Assert.Equal((words, before, after), (period?.Words, period?.Previous?.Words, period?.Next?.Words));
        Assert.Equal(month ?? year, period?.Written);
    }

    [Theory]
    [InlineData("2026-13", null)]
    [InlineData("2026-1", null)]
    [InlineData("1989-12", null)]
    [InlineData(null, "2101")]
    [InlineData(null, "99999999999")]
    [InlineData("一月", "今年")]
    public void What_is_no_period_is_none(string? month, string? year) => Assert.Null(CalendarPeriod.Read(month, year));
}
