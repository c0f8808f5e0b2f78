using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Import.Desk;

namespace PolicyTracker.Tests.Core.Import.Desk;

/// <summary>接收: what becomes a draft, what leaves nothing, and who reads it.</summary>
public sealed class BringingInTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task File_waits_as_a_draft_and_nothing_counts_before_it_is_confirmed()
    {
        await using var db = desk.Db();
        var before = (await db.Documents.CountAsync(), await db.Departments.CountAsync(), await db.Jurisdictions.CountAsync());
        var session = await desk.OpenAsync(Notices.Plan("草稿"));
        Assert.Equal(3, session.Notice.Tasks.Count());
        Assert.Equal(before, (await db.Documents.CountAsync(), await db.Departments.CountAsync(), await db.Jurisdictions.CountAsync()));
        var row = await db.ImportDrafts.SingleAsync(d => d.Id == session.Id);
        Assert.Equal((DraftState.Open, "管理员甲", 3, session.Doubts.Count), (row.State, row.BroughtBy, row.TaskCount, row.DoubtCount));
    }

    [Theory]
    [InlineData("机密★10年")]
    [InlineData("绝密")]
    public async Task Secret_file_leaves_nothing_not_even_its_name(string mark)
    {
        var result = await desk.BringInAsync($"{mark}\n{Notices.Plan(mark)}", "绝不能出现.txt");
        Assert.Equal((ImportOutcome.Refused, ImportResult.HiddenName), (result.Outcome, result.FileName));
        await using var db = desk.Db();
        Assert.False(await db.ImportDrafts.AnyAsync(d => d.FileName.Contains("绝不能")));
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Words!.Contains("绝不能")));
    }

    [Fact]
    public async Task Internal_file_is_stored_only_after_the_answer()
    {
        var text = $"内部资料\n{Notices.Plan("内部草稿")}";
        Assert.Equal(ImportOutcome.AskFirst, (await desk.BringInAsync(text, "内部草稿.txt")).Outcome);
        await using var db = desk.Db();
        Assert.False(await db.ImportDrafts.AnyAsync(d => d.FileName == "内部草稿.txt"));
        Assert.Equal(ImportOutcome.Drafted, (await desk.BringInAsync(text, "内部草稿.txt", internalConfirmed: true)).Outcome);
    }

    [Fact]
    public async Task Same_file_twice_is_one_draft_and_the_second_is_told_where()
    {
        var text = Notices.Plan("两次");
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.BringInAsync(text)));
        var made = Assert.Single(results, result => result.Outcome == ImportOutcome.Drafted);
        Assert.All(results, result => Assert.Equal(made.DraftId, result.DraftId));
    }

    [Fact]
    public async Task File_that_was_imported_says_so_and_makes_no_draft()
    {
        var session = await desk.OpenAsync(Notices.Plan("已有"));
        var document = await desk.ConfirmAsync(session);
        var again = await desk.BringInAsync(Notices.Plan("已有"), "改名.txt");
        Assert.Equal((ImportOutcome.AlreadyThere, document), (again.Outcome, again.Documents[0].Id));
    }

    [Fact]
    public async Task Discarded_draft_keeps_no_content_and_its_file_can_come_again()
    {
        var session = await desk.OpenAsync(Notices.Plan("放弃"));
        await desk.Actions.DiscardAsync(desk.Colleague, session.Id);
        await using var db = desk.Db();
        var file = await db.DraftFiles.SingleAsync(f => f.DraftId == session.Id);
        Assert.Equal((0, 0, null), (file.Content.Length, file.Lines.Length, file.Reading));
        await Assert.ThrowsAsync<RuleException>(() => desk.Actions.DiscardAsync(desk.Administrator, session.Id));
        Assert.Equal(ImportOutcome.Drafted, (await desk.BringInAsync(Notices.Plan("放弃"))).Outcome);
    }

    [Fact]
    public async Task Draft_that_a_killed_reader_held_is_taken_up_by_the_next()
    {
        var brought = await desk.BringInAsync(Notices.Plan("中断"));
        await using (var dying = desk.Db())
        {
            await using var transaction = await dying.Database.BeginTransactionAsync();
            await dying.Database.ExecuteSqlAsync($"SELECT 1 FROM import_drafts WHERE id = {brought.DraftId} FOR UPDATE");
            await desk.ReadAllAsync();
            await using var looking = desk.Db();
            Assert.Equal(DraftState.Reading, await looking.ImportDrafts.Where(d => d.Id == brought.DraftId).Select(d => d.State).SingleAsync());
        }

        await desk.ReadAllAsync();
        await using var db = desk.Db();
        Assert.Equal(DraftState.Open, await db.ImportDrafts.Where(d => d.Id == brought.DraftId).Select(d => d.State).SingleAsync());
    }

    [Fact]
    public async Task Text_without_a_notice_fails_with_the_reason_and_does_not_stop_the_next()
    {
        var nothing = await desk.BringInAsync("今天天气很好。\n明天也是。");
        var good = await desk.BringInAsync(Notices.Plan("排在后面"));
        await desk.ReadAllAsync();
        await using var db = desk.Db();
        var failed = await db.ImportDrafts.SingleAsync(d => d.Id == nothing.DraftId);
        Assert.Equal((DraftState.Failed, NoticeIntake.NoNotice), (failed.State, failed.Message));
        Assert.Equal(DraftState.Open, await db.ImportDrafts.Where(d => d.Id == good.DraftId).Select(d => d.State).SingleAsync());
    }

    [Fact]
    public async Task Only_administrators_bring_in_and_see_drafts()
    {
        var supervisor = TrackerFixture.Person(AccountRole.Supervisor);
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.Actions.BringInAsync(supervisor, "x.txt", [1]));
        var session = await desk.OpenAsync(Notices.Plan("权限"));
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.OpenAsync(session.Id, supervisor));
        await Assert.ThrowsAsync<ForbiddenException>(() => session.UndoAsync(supervisor));
        var elsewhere = TrackerFixture.Person(AccountRole.Administrator, "/1/2/");
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Actions.DiscardAsync(elsewhere, session.Id));
    }

    [Fact]
    public void Zip_gives_its_files_with_their_chinese_names()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var zip = Zip(Encoding.GetEncoding("GB18030"), ("通知/关于供水的通知.txt", "一"u8.ToArray()), ("__MACOSX/x", "x"u8.ToArray()));
        Assert.True(NoticeArchive.IsArchive(zip));
        Assert.Equal("关于供水的通知.txt", Assert.Single(NoticeArchive.Read(zip)).Name);
    }

    [Fact]
    public void Zip_within_a_zip_is_not_followed()
    {
        var inner = Zip(Encoding.UTF8, ("a.txt", "一"u8.ToArray()));
        var file = Assert.Single(NoticeArchive.Read(Zip(Encoding.UTF8, ("里层.zip", inner))));
        Assert.Null(file.Content);
        Assert.Contains("还有压缩包", file.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_that_swells_or_holds_too_many_files_is_refused()
    {
        var bomb = Zip(Encoding.UTF8, ("零.txt", new byte[30 * 1024 * 1024]));
        Assert.Contains("异常庞大", Assert.Throws<RuleException>(() => NoticeArchive.Read(bomb)).Message, StringComparison.Ordinal);
        var many = Zip(Encoding.UTF8, [.. Enumerable.Range(0, NoticeArchive.MostFiles + 1).Select(i => ($"{i}.txt", "一"u8.ToArray()))]);
        Assert.Contains("一次最多", Assert.Throws<RuleException>(() => NoticeArchive.Read(many)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_document_is_no_archive() =>
        Assert.False(NoticeArchive.IsArchive(Zip(Encoding.UTF8, ("[Content_Types].xml", "<x/>"u8.ToArray()))));

    private static byte[] Zip(Encoding names, params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
