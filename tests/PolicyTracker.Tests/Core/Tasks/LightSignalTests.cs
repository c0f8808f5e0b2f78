using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

public sealed class LightSignalTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private static readonly DateOnly Today = new(2031, 10, 1);

    [Theory]
    [InlineData(TaskState.InProgress, 31, TimeLight.Green, "正常", 31)]
    [InlineData(TaskState.InProgress, 30, TimeLight.Yellow, "临期", 30)]
    [InlineData(TaskState.Assigned, 0, TimeLight.Yellow, "临期", 0)]
    [InlineData(TaskState.InReview, -1, TimeLight.Red, "逾期", 1)]
    [InlineData(TaskState.Draft, -1, TimeLight.Grey, "待交办", null)]
    [InlineData(TaskState.Completed, -1, TimeLight.Grey, "已办结", null)]
    [InlineData(TaskState.Suspended, -1, TimeLight.Grey, "已中止", null)]
    [InlineData(TaskState.Withdrawn, -1, TimeLight.Grey, "已终止", null)]
    public void Light_follows_state_and_days_left(TaskState state, int daysLeft, TimeLight light, string word, int? days)
    {
        var signal = Of(new(state, Today.AddDays(daysLeft), DeadlineKind.By, null, null));
        Assert.Equal((light, word, days), (signal.Light, signal.Word, signal.Days));
    }

    [Theory]
    [InlineData(DeadlineKind.Ongoing, "长期")]
    [InlineData(DeadlineKind.Recurring, "定期")]
    [InlineData(DeadlineKind.Open, "无时限")]
    [InlineData(null, "无时限")]
    public void Without_a_day_the_light_is_grey_and_says_why(DeadlineKind? kind, string word) =>
        Assert.Equal(word, Of(new(TaskState.InProgress, null, kind, null, null)).Word);

    [Fact]
    public void Clock_stands_while_it_is_stopped() =>
        Assert.Equal(TimeLight.Green, Of(new(TaskState.InReview, Today.AddDays(-1), DeadlineKind.By, null, Today.AddDays(-60))).Light);

    [Theory]
    [InlineData(-5, "按期办结")]
    [InlineData(0, "按期办结")]
    [InlineData(1, "逾期办结")]
    public void Completed_in_time_is_judged_by_the_day_of_the_request(int askedAfterDue, string words) =>
        Assert.StartsWith(words, Of(new(TaskState.Completed, Today, DeadlineKind.By, null, Today.AddDays(askedAfterDue))).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData(DeadlineCycle.Year, "2031-12-31", TimeLight.Green)]
    [InlineData(DeadlineCycle.HalfYear, "2031-12-31", TimeLight.Green)]
    [InlineData(DeadlineCycle.Quarter, "2031-12-31", TimeLight.Green)]
    [InlineData(DeadlineCycle.Month, "2031-10-31", TimeLight.Yellow)]
    public void Recurring_task_counts_to_its_next_date(DeadlineCycle cycle, string next, TimeLight light)
    {
        Assert.Equal(next, $"{cycle.NextDate(Today):yyyy-MM-dd}");
        Assert.Equal(light, Of(new(TaskState.InProgress, null, DeadlineKind.Recurring, cycle, null)).Light);
    }

    [Theory]
    [InlineData("每年", DeadlineCycle.Year)]
    [InlineData("每年年底前", DeadlineCycle.Year)]
    [InlineData("每半年", DeadlineCycle.HalfYear)]
    [InlineData("每季度末", DeadlineCycle.Quarter)]
    [InlineData("每月底前", DeadlineCycle.Month)]
    [InlineData("每月25日前", null)]
    [InlineData("每年6月底前", null)]
    [InlineData("每周", null)]
    public void Cycle_is_read_only_where_the_end_of_the_period_is_meant(string printed, DeadlineCycle? cycle) =>
        Assert.Equal(cycle, DeadlineCycles.Of(DeadlineKind.Recurring, printed));

    [Fact]
    public async Task Database_judges_every_task_as_the_model_does()
    {
        await tracker.ImportAsync(Notices.Plan("灯"));
        await using var db = tracker.Db();
        var jurisdiction = await db.Tasks.Select(t => t.JurisdictionId).FirstAsync();
        foreach (var yellowDays in new int?[] { null, 45 })
        {
            if (yellowDays is { } days)
            {
                db.SignalSettings.Add(new SignalSetting { JurisdictionId = jurisdiction, HoldsFrom = Today, YellowDays = days, GapYellow = 10, GapRed = 30 });
                await db.SaveChangesAsync();
            }

            var thresholds = await ThresholdBook.OnAsync(db, Today);
            foreach (var clock in Clocks())
            {
                await SetAllAsync(db, clock);
                var expected = LightSignal.Of(clock, Today, thresholds.Of(jurisdiction)).Light;
                foreach (var light in Enum.GetValues<TimeLight>())
                {
                    Assert.True((light == expected) == await db.Tasks.ShowingLight(light, Today, thresholds).AnyAsync(), $"{clock} {light}");
                }
            }
        }

        await db.SignalSettings.ExecuteDeleteAsync();
    }

    [Fact]
    public async Task Nearest_setting_counts_and_a_past_day_is_judged_by_that_of_its_day()
    {
        await tracker.ImportAsync(Notices.Plan("阈值"));
        await using var db = tracker.Db();
        var here = await db.Jurisdictions.SingleAsync(j => j.Name == "大理市");
        db.SignalSettings.AddRange(
            Setting(Jurisdiction.RootId, "2031-01-01", 40), Setting(here.ParentId!.Value, "2031-02-01", 20), Setting(here.Id, "2031-03-01", 10), Setting(here.Id, "2031-09-01", 15));
        await db.SaveChangesAsync();
        var days = new List<int>();
        foreach (var day in new[] { "2030-12-31", "2031-01-01", "2031-02-10", "2031-03-01", "2031-10-01" })
        {
            days.Add((await ThresholdBook.OnAsync(db, DateOnly.Parse(day, null))).Of(here.Id).YellowDays);
        }

        Assert.Equal([30, 40, 20, 10, 15], days);
        Assert.Equal(40, (await ThresholdBook.OnAsync(db, Today)).Of(Jurisdiction.PendingId).YellowDays);
        await db.SignalSettings.ExecuteDeleteAsync();
    }

    private static LightSignal Of(TaskClock clock) => LightSignal.Of(clock, Today, SignalThresholds.Default);

    private static SignalSetting Setting(int jurisdiction, string from, int days) =>
        new() { JurisdictionId = jurisdiction, HoldsFrom = DateOnly.Parse(from, null), YellowDays = days, GapYellow = 10, GapRed = 30 };

    private static IEnumerable<TaskClock> Clocks() =>
        from state in new[] { TaskState.Draft, TaskState.InProgress, TaskState.InReview, TaskState.Suspended }
        from due in new int?[] { null, -1, 0, 30, 31, 45, 46 }
        from cycle in due is null ? [null, .. Enum.GetValues<DeadlineCycle>().Cast<DeadlineCycle?>()] : new DeadlineCycle?[] { null }
        from stopped in new int?[] { null, -40, -100 }
        select new TaskClock(state, due is { } days ? Today.AddDays(days) : null, DeadlineKind.By, cycle, stopped is { } ago ? Today.AddDays(ago) : null);

    private static Task<int> SetAllAsync(TrackerDb db, TaskClock clock) =>
        db.Tasks.ExecuteUpdateAsync(set => set
            .SetProperty(t => t.State, clock.State).SetProperty(t => t.DueOn, clock.DueOn).SetProperty(t => t.Cycle, clock.Cycle).SetProperty(t => t.ClockStoppedOn, clock.StoppedOn));
}
