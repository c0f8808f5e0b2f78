using PolicyTracker.Core;
using PolicyTracker.Core.Audit;

namespace PolicyTracker.Tests.Core.Audit;

public sealed class AuditPruningTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Young_entries_are_not_pruned()
    {
        await using var book = await PastAsync();
        var refused = await Assert.ThrowsAsync<RuleException>(() => book.Get<AuditPruning>().PruneAsync(new DateOnly(2026, 1, 11)));
        Assert.Contains("180天", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_goes_on_from_the_checkpoint()
    {
        await using var book = await PastAsync();
        Assert.Equal(3, await book.Get<AuditPruning>().PruneAsync(new DateOnly(2026, 1, 8)));
        var verdict = await book.VerifyAsync();
        Assert.Equal("", verdict.Why);
        Assert.Equal((4, 7), (verdict.Count, verdict.Last!.Sequence)); // 4, 5, 6 and the pruning itself
        await book.WriteAsync(2);
        Assert.Equal(6, (await book.VerifyAsync()).Count);
    }

    [Theory]
    [InlineData("DELETE FROM audit_checkpoints", 1)]
    [InlineData("UPDATE audit_checkpoints SET sequence = 4", 4)]
    [InlineData("UPDATE audit_checkpoints SET pruned = 2", 3)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 4; UPDATE audit_checkpoints SET sequence = 4", 4)]
    public async Task Checkpoint_or_what_follows_it_cannot_be_altered(string sql, long at)
    {
        await using var book = await PastAsync();
        await book.Get<AuditPruning>().PruneAsync(new DateOnly(2026, 1, 8));
        await book.TamperAsync(sql);
        Assert.Equal(at, (await book.VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task Broken_log_is_not_pruned()
    {
        await using var book = await PastAsync();
        await book.TamperAsync("UPDATE audit_entries SET words = '' WHERE sequence = 2");
        await Assert.ThrowsAsync<RuleException>(() => book.Get<AuditPruning>().PruneAsync(new DateOnly(2026, 1, 8)));
    }

    [Fact]
    public async Task Last_entry_stays_however_old_it_is()
    {
        await using var book = await PastAsync();
        book.SetClock(Start.AddYears(2));
        Assert.Equal(5, await book.Get<AuditPruning>().PruneAsync(new DateOnly(2027, 1, 1)));
        Assert.Equal("", (await book.VerifyAsync()).Why);
    }

    /// <summary>Six entries of the days from 5 to 10 January, seen 180 days after the 10th.</summary>
    private static async Task<AuditBook> PastAsync()
    {
        var book = await AuditBook.OpenAsync(asOwner: true);
        for (var day = 0; day < 6; day++)
        {
            book.SetClock(Start.AddDays(day));
            await book.WriteAsync(1);
        }

        book.SetClock(Start.AddDays(5 + AuditPruning.KeptDays));
        return book;
    }
}
