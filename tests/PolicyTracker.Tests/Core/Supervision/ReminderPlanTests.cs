using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Tests.Core.Supervision;

public sealed class ReminderPlanTests
{
    private static readonly DateOnly Today = new(2031, 3, 10);

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(2, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, ReminderPlan.Overdue)]
    [InlineData(-400, ReminderPlan.Overdue)]
    public void Each_deadline_lies_in_one_window_at_most(int daysLeft, int? expected)
    {
        var due = Today.AddDays(daysLeft);
        var windows = ReminderPlan.Default.WindowsOn(Today).Where(window => window.From <= due && due <= window.To).ToList();
        Assert.Equal(expected is { } days ? [days] : [], windows.Select(window => window.DaysBefore));
    }

    [Fact]
    public void Nothing_is_sent_after_the_deadline_where_that_is_switched_off() =>
        Assert.All(new ReminderPlan([3], WhenOverdue: false).WindowsOn(Today), window => Assert.Equal(3, window.DaysBefore));

    [Theory]
    [InlineData(7, "还有7天")]
    [InlineData(0, "今天（2031年3月10日）是完成时限")]
    [InlineData(-2, "已过2天")]
    public void Words_name_the_days(int daysLeft, string words) =>
        Assert.Contains(words, ReminderPlan.Words(Today.AddDays(daysLeft), Today), StringComparison.Ordinal);
}
