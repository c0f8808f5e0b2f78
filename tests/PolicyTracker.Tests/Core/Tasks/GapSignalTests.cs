using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Tasks;

public sealed class GapSignalTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    // 200 days: half a point a day.
    private static readonly DateOnly Start = new(2031, 1, 1);
    private static readonly DateOnly Due = Start.AddDays(200);

    [Theory]
    [InlineData(100, 50, TimeLight.Green, 0)]
    [InlineData(100, 41, TimeLight.Green, 9)]
    [InlineData(100, 40, TimeLight.Yellow, 10)]
    [InlineData(100, 20, TimeLight.Yellow, 30)]
    [InlineData(101, 20, TimeLight.Red, 30)]
    [InlineData(100, 90, TimeLight.Green, -40)]
    [InlineData(500, 100, TimeLight.Green, 0)]
    [InlineData(-10, 0, TimeLight.Green, 0)]
    public void Plan_is_a_straight_line_from_start_to_deadline(int day, int verified, TimeLight light, int behind)
    {
        var signal = Of(Plan() with { Verified = verified }, day);
        Assert.Equal((light, behind), (signal.Light, signal.Behind));
    }

    [Fact]
    public void Verified_figure_counts_before_the_claimed_one_and_the_sentence_says_which()
    {
        Assert.Contains("核实进度10%", Of(Plan() with { Verified = 10, Claimed = 50 }, 100).Explanation, StringComparison.Ordinal);
        Assert.Contains("反馈进度50%（尚未核实）", Of(Plan() with { Claimed = 50 }, 100).Explanation, StringComparison.Ordinal);
        Assert.Contains("按0%计", Of(Plan(), 100).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_printed_start_the_plan_counts_from_the_day_of_the_notice_or_of_the_assignment()
    {
        Assert.Contains("文件写明的开始日期2031年1月1日", Of(Plan(), 100).Explanation, StringComparison.Ordinal);
        var assigned = Plan() with { StartsOn = null, AssignedOn = Start.AddDays(10) };
        Assert.Contains("交办日期2031年1月11日", Of(assigned, 100).Explanation, StringComparison.Ordinal);
        Assert.Contains("文件日期2031年1月11日", Of(assigned with { IsAssignedByNotice = true }, 100).Explanation, StringComparison.Ordinal);
        Assert.Equal(TimeLight.Grey, Of(assigned with { AssignedOn = null }, 100).Light);
    }

    [Fact]
    public void While_the_clock_stands_the_plan_does_not_run_on() =>
        Assert.Equal(TimeLight.Green, Of(Plan() with { State = TaskState.InReview, StoppedOn = Start.AddDays(100), Verified = 50 }, 190).Light);

    [Fact]
    public async Task Database_judges_every_task_as_the_model_does()
    {
        await tracker.ImportAsync(Notices.Plan("差"));
        await using var db = tracker.Db();
        var jurisdiction = await db.Tasks.Select(t => t.JurisdictionId).FirstAsync();
        foreach (var own in new[] { false, true })
        {
            if (own)
            {
                db.SignalSettings.Add(new SignalSetting { JurisdictionId = jurisdiction, HoldsFrom = Start, YellowDays = 30, GapYellow = 5, GapRed = 45 });
                await db.SaveChangesAsync();
            }

            foreach (var (plan, day) in Plans())
            {
                await SetAllAsync(db, plan);
                await AssertSameAsync(db, jurisdiction, plan, Start.AddDays(day));
            }
        }
    }

    private static async Task AssertSameAsync(TrackerDb db, int jurisdiction, TaskPlan plan, DateOnly today)
    {
        var thresholds = await ThresholdBook.OnAsync(db, today);
        var expected = GapSignal.Of(plan, today, thresholds.Of(jurisdiction));
        foreach (var light in Enum.GetValues<TimeLight>())
        {
            Assert.True((light == expected.Light) == await db.Tasks.ShowingGap(light, today, thresholds).AnyAsync(), $"{plan} {today} {light}");
        }

        foreach (var points in new[] { 1, 10, 50 })
        {
            Assert.True((expected.Behind >= points) == await db.Tasks.BehindBy(points, today).AnyAsync(), $"{plan} {today} {points}");
        }
    }

    private static TaskPlan Plan() => new(TaskState.InProgress, Start, null, false, Due, null, null, null);

    private static GapSignal Of(TaskPlan plan, int day) => GapSignal.Of(plan, Start.AddDays(day), SignalThresholds.Default);

    private static IEnumerable<(TaskPlan Plan, int Day)> Plans() =>
        from state in new[] { TaskState.Draft, TaskState.Assigned }
        from start in new DateOnly?[] { null, Start, Due }
        from figures in new (int?, int?)[] { (null, null), (40, null), (20, 90), (null, 41) }
        from stopped in new DateOnly?[] { null, Start.AddDays(60) }
        from day in new[] { -5, 100, 101, 130, 300 }
        select (new TaskPlan(state, start, Start.AddDays(20), false, Due, stopped, figures.Item1, figures.Item2), day);

    private static Task<int> SetAllAsync(TrackerDb db, TaskPlan plan) =>
        db.Tasks.ExecuteUpdateAsync(set => set
            .SetProperty(t => t.State, plan.State).SetProperty(t => t.StartsOn, plan.StartsOn).SetProperty(t => t.AssignedOn, plan.AssignedOn)
            .SetProperty(t => t.DueOn, plan.DueOn).SetProperty(t => t.ClockStoppedOn, plan.StoppedOn)
            .SetProperty(t => t.VerifiedPercent, plan.Verified).SetProperty(t => t.ClaimedPercent, plan.Claimed));
}
