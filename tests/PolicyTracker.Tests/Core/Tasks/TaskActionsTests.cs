using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Tasks;

public sealed class TaskActionsTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private static readonly Actor Supervisor = TrackerFixture.Person(AccountRole.Supervisor);

    private TaskActions Actions => tracker.Get<TaskActions>();

    [Fact]
    public async Task Verified_progress_stands_in_the_history_with_name_time_and_words()
    {
        var id = await TaskAsync("改造老旧管网");
        await Actions.VerifyProgressAsync(Supervisor, id, new() { Percent = 40, Words = " 已改造12公里 " });
        await using var db = tracker.Db();
        var view = await TaskPageQuery.FindAsync(db, Supervisor, id, new DateOnly(2031, 6, 1));
        Assert.Equal(40, view!.Row.VerifiedPercent);
        var newest = view.History[0];
        Assert.Equal((TaskAct.VerifyProgress, "测试人员", 40, "已改造12公里"), (newest.Act, newest.ActorName, newest.Percent, newest.Words));
        Assert.True(DateTimeOffset.UtcNow - newest.At < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Second_supervisor_to_save_is_told()
    {
        var id = await TaskAsync("改造老旧管网");
        uint seen;
        await using (var db = tracker.Db())
        {
            seen = (await TaskPageQuery.FindAsync(db, Supervisor, id, new DateOnly(2031, 6, 1)))!.Row.Version;
        }

        await Actions.VerifyProgressAsync(Supervisor, id, new() { Percent = 50, Words = "先到", Version = seen });
        await Assert.ThrowsAsync<StaleException>(() => Actions.VerifyProgressAsync(Supervisor, id, new() { Percent = 60, Words = "后到", Version = seen }));
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_told()
    {
        var id = await TaskAsync("改造老旧管网");
        var both = await Task.WhenAll(Enumerable.Range(1, 12).Select(async percent =>
        {
            try
            {
                await Actions.VerifyProgressAsync(Supervisor, id, new() { Percent = percent, Words = $"同时{percent}" });
                return 1;
            }
            catch (StaleException)
            {
                return 0;
            }
        }));
        await using var db = tracker.Db();
        Assert.Equal(both.Sum(), await db.History.CountAsync(h => h.TaskId == id && h.Words.StartsWith("同时")));
    }

    [Theory]
    [InlineData(AccountRole.Staff)]
    [InlineData(AccountRole.Leader)]
    [InlineData(AccountRole.Administrator)]
    [InlineData(AccountRole.Auditor)]
    public async Task Only_supervisors_verify(string role)
    {
        var id = await TaskAsync("改造老旧管网");
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.VerifyProgressAsync(TrackerFixture.Person(role), id, new() { Percent = 1, Words = "无权" }));
    }

    [Fact]
    public async Task Supervisor_of_another_jurisdiction_does_not_find_the_task()
    {
        var id = await TaskAsync("改造老旧管网");
        var elsewhere = TrackerFixture.Person(AccountRole.Supervisor, $"/1/{Jurisdiction.PendingId}/");
        await Assert.ThrowsAsync<NotFoundException>(() => Actions.VerifyProgressAsync(elsewhere, id, new() { Percent = 1, Words = "外地" }));
        await using var db = tracker.Db();
        Assert.Null(await TaskPageQuery.FindAsync(db, elsewhere, id, new DateOnly(2031, 6, 1)));
    }

    [Fact]
    public async Task Draft_is_not_verified_before_it_is_assigned()
    {
        var id = await TaskAsync("加强宣传引导");
        var refused = await Assert.ThrowsAsync<RuleException>(() => Actions.VerifyProgressAsync(Supervisor, id, new() { Percent = 1, Words = "尚早" }));
        Assert.Contains("交办", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "有")]
    [InlineData(-1, "有")]
    [InlineData(101, "有")]
    [InlineData(50, " ")]
    public async Task Bad_input_is_refused_in_words(int? percent, string words)
    {
        var id = await TaskAsync("改造老旧管网");
        var refused = await Assert.ThrowsAsync<ValidationException>(() => Actions.VerifyProgressAsync(Supervisor, id, new() { Percent = percent, Words = words }));
        Assert.All(refused.Errors, error => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", error.ErrorMessage));
    }

    private async Task<long> TaskAsync(string title)
    {
        await tracker.ImportAsync(Notices.Plan("行动"));
        await using var db = tracker.Db();
        return await db.Tasks.Where(task => task.Title.StartsWith(title)).Select(task => task.Id).SingleAsync();
    }
}
