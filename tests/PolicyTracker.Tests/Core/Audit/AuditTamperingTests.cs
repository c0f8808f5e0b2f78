using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Audit;

namespace PolicyTracker.Tests.Core.Audit;

/// <summary>What superuser SQL can do to the log, and that it is found, with the entry named.</summary>
public sealed class AuditTamperingTests
{
    [Theory]
    [InlineData("at = at + interval '1 microsecond'")]
    [InlineData("at = 'infinity'")]
    [InlineData("account_id = 99")]
    [InlineData("account_id = NULL")]
    [InlineData("account_name = '别人'")]
    [InlineData("remote_address = '10.0.0.9'")]
    [InlineData("action = 'sign-out'")]
    [InlineData("subject_kind = NULL")]
    [InlineData("subject_id = '99'")]
    [InlineData("words = ''")]
    [InlineData("words = words || ' '")]
    [InlineData("outcome = 'Failed'")]
    [InlineData("outcome = 'done'")]
    [InlineData("previous_mac = sha256('x')")]
    [InlineData("mac = sha256('x')")]
    [InlineData("subject_id = '', words = subject_id || words")] // the same characters, moved over the border of two fields
    public async Task Altered_column_is_found_and_the_entry_is_named(string change)
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(7);
        await book.TamperAsync($"UPDATE audit_entries SET {change} WHERE sequence = 4");
        await AssertBrokenAsync(book, 4);
    }

    [Theory]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 7", 7)]
    [InlineData("DELETE FROM audit_entries WHERE sequence > 4", 5)]
    [InlineData("DELETE FROM audit_entries WHERE sequence BETWEEN 3 AND 5", 3)]
    [InlineData("TRUNCATE audit_entries", 1)]
    public async Task Removed_entry_is_found_and_named(string sql, long at)
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(7);
        await book.TamperAsync(sql);
        await AssertBrokenAsync(book, at);
    }

    [Fact]
    public async Task Removed_entry_whose_place_was_closed_up_is_found()
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(7);
        await book.TamperAsync("DELETE FROM audit_entries WHERE sequence = 4; UPDATE audit_entries SET sequence = -sequence WHERE sequence > 4; UPDATE audit_entries SET sequence = -sequence - 1 WHERE sequence < 0");
        await AssertBrokenAsync(book, 4);
    }

    [Theory]
    [InlineData(8, 8)] // added at the end
    [InlineData(4, 4)] // a second one of the same number
    [InlineData(0, 0)]
    public async Task Entry_that_was_put_in_is_found_and_named(long sequence, long at)
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(7);
        await book.TamperAsync("ALTER TABLE audit_entries DROP CONSTRAINT pk_audit_entries");
        await book.TamperAsync($"""
            INSERT INTO audit_entries
            SELECT {sequence}, at, 99, '别人', remote_address, action, subject_kind, subject_id, words, outcome, mac, sha256('x') FROM audit_entries WHERE sequence = 7
            """);
        await AssertBrokenAsync(book, at);
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(7);
        await book.TamperAsync("UPDATE audit_entries SET sequence = -sequence WHERE sequence IN (3, 5); UPDATE audit_entries SET sequence = 8 + sequence WHERE sequence < 0");
        await AssertBrokenAsync(book, 3);
    }

    [Fact]
    public async Task Chain_that_was_computed_anew_with_another_key_is_found_at_its_first_entry()
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(7);
        await book.TamperAsync("TRUNCATE audit_entries");
        var other = Directory.CreateTempSubdirectory("policytracker-audit-").FullName;
        await using (var forger = book.Beside(other))
        {
            await forger.WriteAsync(9);
            Assert.True((await forger.VerifyAsync()).IsIntact);
        }

        await AssertBrokenAsync(book, 1);
    }

    [Fact]
    public async Task Log_that_was_emptied_and_grew_past_its_old_length_is_still_found()
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(3);
        await book.TamperAsync("TRUNCATE audit_entries");
        await book.WriteAsync(9);
        await AssertBrokenAsync(book, 3);
    }

    [Fact]
    public async Task Tail_that_was_cut_and_grew_again_is_still_found()
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(7);
        await book.TamperAsync("DELETE FROM audit_entries WHERE sequence > 4");
        await book.WriteAsync(7);
        await AssertBrokenAsync(book, 7);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("key")]
    public async Task Log_without_its_key_or_its_head_is_not_called_whole(string file)
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(3);
        File.Delete(Path.Combine(book.Folder, "audit", file));
        await using var next = book.Beside();
        Assert.False((await next.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Head_that_stayed_behind_in_a_crash_is_no_break()
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(3);
        var head = Path.Combine(book.Folder, "audit", "head");
        var before = await File.ReadAllTextAsync(head);
        await book.WriteAsync(2);
        await File.WriteAllTextAsync(head, before);
        Assert.Equal(5, (await book.VerifyAsync()).Count);
        await book.WriteAsync(1);
        Assert.StartsWith("6 ", await File.ReadAllTextAsync(head), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_with_another_data_folder_does_not_write_into_the_log()
    {
        await using var book = await AuditBook.OpenAsync();
        await book.WriteAsync(2);
        var other = Directory.CreateTempSubdirectory("policytracker-audit-").FullName;
        await using var stranger = book.Beside(other);
        var refused = await Assert.ThrowsAsync<PolicyTracker.Core.RuleException>(() => stranger.WriteAsync(1));
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await book.VerifyAsync()).Count);
    }

    private static async Task AssertBrokenAsync(AuditBook book, long at)
    {
        var verdict = await book.VerifyAsync();
        Assert.Equal(at, verdict.BrokenAt);
        Assert.Contains($"第{at}条", verdict.ToString(), StringComparison.Ordinal);
    }
}
