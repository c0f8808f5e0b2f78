using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Import.Desk;

/// <summary>确认: all or nothing, with what was put right; new versions; undo of a whole import.</summary>
public sealed class ConfirmingTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Confirmed_draft_becomes_what_was_put_right_and_says_so_before()
    {
        var session = await desk.OpenAsync(Notices.Plan("确认"));
        var task = session.Notice.Documents[0].Tasks[2];
        await session.StepAsync(desk.Administrator, "加单位", [new SetUnits(task.Key, [new DraftUnit(0, "市委宣传部", Role.Lead)])]);
        await desk.AcceptAllAsync(session);
        var summary = await desk.Confirmation.SummaryAsync(session);
        Assert.Equal((1, 3), (summary.Documents.Count, summary.Tasks));
        Assert.Contains("市委宣传部", summary.NewNames);
        var document = (await desk.Confirmation.ConfirmAsync(desk.Administrator, session.Id, session.Revision))[0];
        await using var db = desk.Db();
        Assert.Equal("市委宣传部", await db.Responsibilities.Where(r => r.Task!.DocumentId == document.Id && r.Task.Ordinal == 3).Select(r => r.Department!.Name).SingleAsync());
        var draft = await db.ImportDrafts.Include(d => d.File).SingleAsync(d => d.Id == session.Id);
        Assert.Equal((DraftState.Confirmed, 0), (draft.State, draft.File!.Content.Length));
        Assert.NotEqual(0, await db.SourceFiles.Where(f => f.Id == draft.SourceFileId).Select(f => f.Content.Length).SingleAsync());
    }

    [Fact]
    public async Task Draft_with_doubts_is_not_confirmed_and_a_stale_one_neither()
    {
        var session = await desk.OpenAsync(Notices.Plan("未核对").Replace("大理市", "楚雄市", StringComparison.Ordinal).Replace("市水务局、", "市水务居、", StringComparison.Ordinal));
        Assert.NotEmpty(session.Doubts);
        await Assert.ThrowsAsync<RuleException>(() => desk.Confirmation.ConfirmAsync(desk.Administrator, session.Id, session.Revision));
        var seen = session.Revision;
        await desk.AcceptAllAsync(session);
        await Assert.ThrowsAsync<StaleException>(() => desk.Confirmation.ConfirmAsync(desk.Administrator, session.Id, seen));
    }

    [Fact]
    public async Task Work_that_another_notice_hands_out_too_is_shown_and_never_merged()
    {
        var first = await desk.OpenAsync(Notices.Plan("同事甲"));
        await desk.AcceptAllAsync(first);
        var there = await desk.Confirmation.ConfirmAsync(desk.Administrator, first.Id, first.Revision);
        var second = await desk.OpenAsync(Notices.Plan("同事乙"));
        await using var db = desk.Db();
        var tasks = await db.Tasks.Where(t => t.DocumentId == there[0].Id).Select(t => t.Id).ToListAsync();
        var shown = second.Doubts.Where(doubt => doubt.Kind == DoubtKind.Duplicate).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, doubt => Assert.Contains(doubt.TaskThere!.Value, tasks));
        await second.StepAsync(desk.Administrator, "不是任务", [new RemoveTask(shown[0].Task!.Value)]);
        Assert.DoesNotContain(second.Doubts, doubt => doubt.Key == shown[0].Key);
        await desk.AcceptAllAsync(second);
        var added = await desk.Confirmation.ConfirmAsync(desk.Administrator, second.Id, second.Revision);
        Assert.Equal((3, 2), (await db.Tasks.CountAsync(t => t.DocumentId == there[0].Id), await db.Tasks.CountAsync(t => t.DocumentId == added[0].Id)));
    }

    [Fact]
    public async Task Work_that_only_begins_alike_is_not_shown()
    {
        var first = await desk.OpenAsync(Notices.Plan("甲文"));
        await desk.AcceptAllAsync(first);
        await desk.Confirmation.ConfirmAsync(desk.Administrator, first.Id, first.Revision);
        var title = first.Notice.Documents[0].Tasks[0].Title;
        var other = await desk.OpenAsync(Notices.Plan("乙文").Replace(title, title + "以外的另一件事情，两者毫不相干，办理的内容、对象和办法全都不同，也没有共同的期限与要求", StringComparison.Ordinal));
        var task = other.Notice.Documents[0].Tasks[0];
        Assert.DoesNotContain(other.Doubts, doubt => doubt.Kind == DoubtKind.Duplicate && doubt.Task == task.Key);
    }

    [Fact]
    public async Task Work_is_found_again_by_its_text_whatever_its_title_and_not_by_a_title_over_another_text()
    {
        const string Title = "(一)改造老旧管网。完成城区老旧供水管网改造,消除爆管隐患。";
        const string Text = "对建成二十年以上的支线逐段排查,先换铸铁管,再换水泥管,每季度公布已换里程,确保高峰时段末梢水压不低于规定。";
        var first = await desk.OpenAsync(Notices.Plan("题目甲").Replace(Title, "(一)改造老旧管网。" + Text, StringComparison.Ordinal));
        var there = await desk.ConfirmAsync(first);
        var rewritten = await desk.OpenAsync(Notices.Plan("题目乙").Replace(Title, "(一)推进城镇供给侧设施更新。" + Text, StringComparison.Ordinal));
        await using var db = desk.Db();
        var known = await db.Tasks.Where(t => t.DocumentId == there && t.Ordinal == 1).Select(t => t.Id).SingleAsync();
        Assert.Equal(known, Assert.Single(Same(rewritten)).TaskThere);
        var other = await desk.OpenAsync(Notices.Plan("题目丙").Replace(
            Title, "(一)改造老旧管网。由运营单位承担费用,住户自愿报名,签订协议以后分批进场,完工由街道办事处组织居民代表签字。", StringComparison.Ordinal));
        Assert.Empty(Same(other));

        static IEnumerable<Doubt> Same(DraftSession session) =>
            session.Doubts.Where(doubt => doubt.Kind == DoubtKind.Duplicate && doubt.Task == session.Notice.Documents[0].Tasks[0].Key);
    }

    [Fact]
    public async Task Confirming_that_is_cut_off_leaves_nothing_and_the_draft_as_it_was()
    {
        var session = await desk.OpenAsync(Notices.Plan("断电"));
        await desk.AcceptAllAsync(session);
        await using (var fault = new NpgsqlConnection(TestCluster.AsOwner(desk.Db().Database.GetConnectionString()!)))
        {
            await fault.OpenAsync();
            await RunAsync(fault, """
                CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
                CREATE TRIGGER cut_off BEFORE INSERT ON task_intervals FOR EACH ROW EXECUTE FUNCTION cut_off();
                """);
            await Assert.ThrowsAnyAsync<Exception>(() => desk.Confirmation.ConfirmAsync(desk.Administrator, session.Id, session.Revision));
            await RunAsync(fault, "DROP TRIGGER cut_off ON task_intervals; DROP FUNCTION cut_off()");
        }

        await using var db = desk.Db();
        Assert.False(await db.SourceFiles.AnyAsync(file => file.Lines.Any(line => line.Contains("断电"))));
        Assert.Equal(DraftState.Open, await db.ImportDrafts.Where(d => d.Id == session.Id).Select(d => d.State).SingleAsync());
        Assert.Equal(3, (await desk.Confirmation.ConfirmAsync(desk.Administrator, session.Id, session.Revision))[0].Tasks);
    }

    [Fact]
    public async Task Name_that_waits_leaves_its_task_without_a_unit_and_one_that_is_decided_has_it()
    {
        var session = await desk.OpenAsync(Notices.Plan("等待").Replace("市水务局、市财政局", "市水务居、市财务局", StringComparison.Ordinal));
        await desk.AcceptAllAsync(session);
        await session.StepAsync(desk.Administrator, "认定", [new DecideName(session.Notice.Documents[0].Key, "市财务局", new NameChoice(NameFate.New))]);
        var id = (await desk.Confirmation.ConfirmAsync(desk.Administrator, session.Id, session.Revision))[0].Id;
        await using var db = desk.Db();
        var units = await db.Responsibilities.Where(r => r.Task!.DocumentId == id && r.Task.Ordinal == 1).OrderBy(r => r.Position).Select(r => new { r.PrintedName, Department = r.Department!.Name }).ToListAsync();
        Assert.Equal([("市水务居", null), ("市财务局", "市财务局")], units.Select(unit => (unit.PrintedName, (string?)unit.Department)));
    }

    [Fact]
    public async Task New_version_keeps_progress_tells_what_changed_and_leaves_what_is_gone_to_be_withdrawn()
    {
        var first = Notices.Plan("版本");
        var old = await desk.ConfirmAsync(await desk.OpenAsync(first));
        await using var db = desk.Db();
        var pipes = await db.Tasks.Include(t => t.Responsibilities).SingleAsync(t => t.DocumentId == old && t.Ordinal == 1);
        var staff = await desk.PersonAsync("水务承办", AccountRole.Staff, pipes.Responsibilities.OrderBy(r => r.Position).First().DepartmentId);
        await desk.Get<TaskActions>().ReportProgressAsync(staff, pipes.Id, new() { Percent = 40, Words = "已开工" });
        var water = await db.Tasks.Where(t => t.DocumentId == old && t.Ordinal == 2).Select(t => t.Id).SingleAsync();
        var publicity = await db.Tasks.Where(t => t.DocumentId == old && t.Ordinal == 3).Select(t => t.Id).SingleAsync();

        var second = first
            .Replace("每周公布结果。(市水务局牵头", "每日公布结果。(市水务局牵头", StringComparison.Ordinal)
            .Replace("(三)加强宣传引导。充分利用各类媒体宣传节约用水。", "(三)完善应急预案。修订停水应急预案,组织一次演练。(责任单位:市应急局)", StringComparison.Ordinal);
        var session = await desk.OpenAsync(second);
        Assert.Contains(session.Doubts, doubt => doubt.Kind == DoubtKind.Version);
        var plan = (await desk.Confirmation.SummaryAsync(session)).Documents[0].Plan!;
        Assert.Equal([pipes.Id], plan.Kept.Select(p => p.Earlier.Id));
        Assert.Equal([water], plan.Changed.Select(p => p.Earlier.Id));
        Assert.Equal([publicity], plan.Removed.Select(p => p.Id));
        Assert.Single(plan.Added);
        var now = await desk.ConfirmAsync(session);

        await using var after = desk.Db();
        var kept = await after.Tasks.Include(t => t.History).SingleAsync(t => t.Id == pipes.Id);
        Assert.Equal((now, 20, TaskState.InProgress), (kept.DocumentId, kept.ClaimedPercent, kept.State));
        Assert.DoesNotContain(kept.History, act => act.Act == TaskAct.Revise);
        var changed = await after.Tasks.Include(t => t.History).SingleAsync(t => t.Id == water);
        Assert.Equal(now, changed.DocumentId);
        Assert.Contains("每日公布", changed.Text, StringComparison.Ordinal);
        Assert.Contains("文字", Assert.Single(changed.History, act => act.Act == TaskAct.Revise).Words, StringComparison.Ordinal);
        Assert.Equal(old, await after.Tasks.Where(t => t.Id == publicity).Select(t => t.DocumentId).SingleAsync());
        Assert.Equal(3, await after.Tasks.CountAsync(t => t.DocumentId == now));
        Assert.True(await after.DocumentRelations.AnyAsync(r => r.LaterId == now && r.EarlierId == old && r.Kind == DocumentRelationKind.NewVersion));
    }

    [Fact]
    public async Task Notice_that_annuls_another_is_linked_to_it()
    {
        var old = await desk.ConfirmAsync(await desk.OpenAsync(Notices.Plan("旧")));
        var text = Notices.Plan("新") + $"\n本方案自印发之日起施行,《大理市冬季供水保障工作方案》({Notices.NumberOf("旧")})同时废止。";
        var session = await desk.OpenAsync(text);
        Assert.Equal(old, Assert.Single(session.Standing[session.Notice.Documents[0]].Annulled).Id);
        var now = await desk.ConfirmAsync(session);
        await using var db = desk.Db();
        Assert.True(await db.DocumentRelations.AnyAsync(r => r.LaterId == now && r.EarlierId == old && r.Kind == DocumentRelationKind.Annuls));
    }

    [Fact]
    public async Task Import_is_taken_back_whole_while_nobody_has_worked_on_it_and_its_draft_is_open_again()
    {
        var session = await desk.OpenAsync(Notices.Plan("撤销"));
        await session.StepAsync(desk.Administrator, "改标题", [new SetField(session.Notice.Documents[0].Key, DraftField.Title, "改过的标题")]);
        var id = await desk.ConfirmAsync(session);
        await using var db = desk.Db();
        var file = await db.Documents.Where(d => d.Id == id).Select(d => d.SourceFileId).SingleAsync();
        Assert.Equal(session.Id, await desk.Undo.UndoAsync(desk.Administrator, file));
        Assert.False(await db.Documents.AnyAsync(d => d.Id == id));
        Assert.False(await db.Tasks.AnyAsync(t => t.DocumentId == id));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Action == AuditAction.DocumentImported && e.SubjectId == $"{id}"));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Action == AuditAction.ImportUndone && e.SubjectId == $"{id}"));
        var again = await desk.OpenAsync(session.Id);
        Assert.Equal("改过的标题", again.Notice.Documents[0].Title);
        Assert.Equal(3, (await desk.Confirmation.ConfirmAsync(desk.Administrator, again.Id, again.Revision))[0].Tasks);
    }

    [Fact]
    public async Task Import_that_somebody_has_worked_on_stays()
    {
        var id = await desk.ConfirmAsync(await desk.OpenAsync(Notices.Plan("办过")));
        await using var db = desk.Db();
        var task = await db.Tasks.Where(t => t.DocumentId == id).OrderBy(t => t.Ordinal).FirstAsync();
        var supervisor = await desk.PersonAsync("督查员", AccountRole.Supervisor);
        await desk.Get<TaskActions>().VerifyProgressAsync(supervisor, task.Id, new() { Percent = 10, Words = "现场查看" });
        var file = await db.Documents.Where(d => d.Id == id).Select(d => d.SourceFileId).SingleAsync();
        Assert.Contains("1项任务", (await Assert.ThrowsAsync<RuleException>(() => desk.Undo.UndoAsync(desk.Administrator, file))).Message, StringComparison.Ordinal);
        Assert.True(await db.Documents.AnyAsync(d => d.Id == id));
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.Undo.UndoAsync(supervisor, file));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
