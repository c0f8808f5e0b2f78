using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
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
        var signal = LightSignal.Of(state, Today.AddDays(daysLeft), DeadlineKind.By, null, Today);
        Assert.Equal((light, word, days), (signal.Light, signal.Word, signal.Days));
    }

    [Theory]
    [InlineData(DeadlineKind.Ongoing, "长期")]
    [InlineData(DeadlineKind.Open, "无时限")]
    [InlineData(null, "无时限")]
    public void Without_a_day_the_light_is_grey_and_says_why(DeadlineKind? kind, string word) =>
        Assert.Equal(word, LightSignal.Of(TaskState.InProgress, null, kind, null, Today).Word);

    [Fact]
    public void Clock_stands_while_it_is_stopped() =>
        Assert.Equal(TimeLight.Green, LightSignal.Of(TaskState.InReview, Today.AddDays(-1), DeadlineKind.By, Today.AddDays(-60), Today).Light);

    [Fact]
    public async Task Database_judges_every_task_as_the_model_does()
    {
        await tracker.ImportAsync(Notices.Plan("灯"));
        await using var db = tracker.Db();
        foreach (var (state, due, stopped) in Cases())
        {
            await SetAllAsync(db, state, due, stopped);
            var expected = LightSignal.Of(state, due, DeadlineKind.By, stopped, Today).Light;
            foreach (var light in Enum.GetValues<TimeLight>())
            {
                Assert.Equal(light == expected, await db.Tasks.ShowingLight(light, Today).AnyAsync());
            }
        }
    }

    private static IEnumerable<(TaskState State, DateOnly? Due, DateOnly? Stopped)> Cases() =>
        from state in Enum.GetValues<TaskState>()
        from due in new int?[] { null, -1, 0, 30, 31 }
        from stopped in new int?[] { null, -40 }
        select (state, due is { } days ? Today.AddDays(days) : (DateOnly?)null, stopped is { } ago ? Today.AddDays(ago) : (DateOnly?)null);

    private static Task<int> SetAllAsync(TrackerDb db, TaskState state, DateOnly? due, DateOnly? stopped) =>
        db.Tasks.ExecuteUpdateAsync(set => set
            .SetProperty(t => t.State, state).SetProperty(t => t.DueOn, due).SetProperty(t => t.ClockStoppedOn, stopped));
}
