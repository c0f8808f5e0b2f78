using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Tests.Core.Deadlines;

/// <summary>日历: every figure is what the ledger counts behind its link.</summary>
public sealed class DeadlineCountsTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private static readonly DateOnly Today = new(2031, 6, 10);

    [Fact]
    public async Task Each_day_and_light_counts_what_the_ledger_finds_for_whoever_asks()
    {
        var place = await FillAsync();
        await using var db = tracker.Db();
        var month = new TaskFilter { DueFrom = new(2031, 6, 1), DueTo = new(2031, 6, 30) };
        var everybody = TrackerFixture.Person(AccountRole.Leader);
        var inPlace = TrackerFixture.Person(AccountRole.Leader, place.Path);
        var elsewhere = TrackerFixture.Person(AccountRole.Leader, "/1/999/");
        foreach (var (actor, filter) in new[] { (everybody, month), (inPlace, month), (everybody, month with { Jurisdiction = place.Id }), (everybody, month with { Document = -1 }) })
        {
            var counts = await DeadlineCounts.OfAsync(db, actor, filter, Today);
            foreach (var count in counts)
            {
                var behind = filter with { States = TaskStates.Open, Light = count.Light, DueFrom = count.Day, DueTo = count.Day };
                Assert.Equal(await TaskLedgerQuery.CountAsync(db, actor, behind, Today), count.Tasks);
            }

            Assert.Equal(await TaskLedgerQuery.CountAsync(db, actor, filter with { States = TaskStates.Open }, Today), counts.Sum(count => count.Tasks));
        }

        var all = await DeadlineCounts.OfAsync(db, everybody, month, Today);
        Assert.Equal([TimeLight.Yellow, TimeLight.Red, TimeLight.Grey], all.Select(count => count.Light));
        Assert.Equal([(new DateOnly(2031, 6, 20), 2), (new DateOnly(2031, 6, 2), 2), (new DateOnly(2031, 6, 20), 1)], all.Select(count => (count.Day, count.Tasks)));
        Assert.Empty(await DeadlineCounts.OfAsync(db, elsewhere, month, Today));
    }

    // In two places: two late, two soon, one that nobody has; one completed and one of another month, which are not counted.
    private async Task<Jurisdiction> FillAsync()
    {
        var first = (await tracker.ImportAsync(Notices.Plan())).Documents[0];
        var second = (await tracker.ImportAsync(Notices.Plan("乙").Replace("大理市", "楚雄市", StringComparison.Ordinal))).Documents[0];
        var third = (await tracker.ImportAsync(Notices.Plan("丙").Replace("大理市", "楚雄市", StringComparison.Ordinal))).Documents[0];
        await using var db = tracker.Db();
        foreach (var (document, ordinal, day) in new[] { (first.Id, 1, 2), (second.Id, 1, 2), (first.Id, 2, 20), (second.Id, 2, 20), (first.Id, 3, 20), (third.Id, 1, 20) })
        {
            await db.Tasks.Where(t => t.DocumentId == document && t.Ordinal == ordinal)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.DueOn, new DateOnly(2031, 6, day)));
        }

        await db.Tasks.Where(t => t.DocumentId == third.Id && t.Ordinal == 1).ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TaskState.Completed));
        return await db.Jurisdictions.SingleAsync(j => j.Name == "楚雄市");
    }
}
