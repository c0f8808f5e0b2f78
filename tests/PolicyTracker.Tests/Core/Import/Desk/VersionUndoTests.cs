using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Import.Desk;

/// <summary>撤销 of an import that brought a new version: all is as it was before, or the page says why it cannot be.</summary>
public sealed class VersionUndoTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string City = "大理市";

    [Fact]
    public async Task Version_that_is_taken_back_leaves_everything_as_it_was_before_and_the_history_says_so()
    {
        var old = await OldAsync("还原");
        var before = await EverythingAsync();
        var (session, now) = await NewVersionAsync("还原", old);
        Assert.NotEqual(before, await EverythingAsync());
        await using var db = desk.Db();
        var pipes = await db.Tasks.Where(t => t.DocumentId == now && t.Ordinal == 1).Select(t => t.Id).SingleAsync();

        Assert.Equal(session, await desk.Undo.UndoAsync(desk.Administrator, await FileOfAsync(now)));
        Assert.Equal(before, await EverythingAsync());
        var acts = await db.History.Where(act => act.TaskId == pipes).OrderBy(act => act.Id).ToListAsync();
        Assert.Equal([TaskAct.Import, TaskAct.Acknowledge, TaskAct.ReportProgress, TaskAct.Revise, TaskAct.Revise], acts.Select(act => act.Act));
        Assert.Contains("撤销", acts[^1].Words, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2031, 11, 30), new DateOnly(2031, 10, 31)), (acts[^1].Changes!.DueOn!.Before, acts[^1].Changes!.DueOn!.After));
        Assert.Contains(acts[^1].Changes!.Units!.After, unit => unit.Name == "市财政局");
        Assert.Equal(2, await db.InboxMessages.CountAsync(message => message.Entry!.Act == TaskAct.Revise && message.Entry.TaskId == pipes
            && db.Users.Any(account => account.Id == message.AccountId && account.DisplayName == "还原水务")));

        // It comes in again, with the same plan, and goes again.
        var again = await desk.ConfirmAsync(await desk.OpenAsync(session!.Value));
        Assert.Equal(again, await db.Tasks.Where(t => t.Id == pipes).Select(t => t.DocumentId).SingleAsync());
        await desk.Undo.UndoAsync(desk.Administrator, await FileOfAsync(again));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task Version_on_whose_tasks_somebody_has_worked_since_stays()
    {
        var old = await OldAsync("办理");
        var (_, now) = await NewVersionAsync("办理", old);
        var supervisor = await desk.PersonAsync("办理督查", AccountRole.Supervisor);
        await using var db = desk.Db();
        var task = await db.Tasks.Where(t => t.DocumentId == now && t.Ordinal == 2).Select(t => t.Id).SingleAsync();
        await desk.Get<TaskActions>().RemindAsync(supervisor, task, new() { Words = "请抓紧" });
        await RefusedAsync(now, "1项任务有人办理过");
        Assert.Equal(now, await db.Tasks.Where(t => t.Id == task).Select(t => t.DocumentId).SingleAsync());
    }

    [Fact]
    public async Task Version_is_not_taken_back_under_a_later_one_and_the_older_ones_only_in_turn()
    {
        var old = await OldAsync("三版");
        var (_, second) = await NewVersionAsync("三版", old);
        var third = await desk.ConfirmAsync(await desk.OpenAsync(Second("三版").Replace("每周公布", "每日公布", StringComparison.Ordinal)));
        await RefusedAsync(second, "请先撤销新版本的导入");
        await desk.Undo.UndoAsync(desk.Administrator, await FileOfAsync(third));
        await desk.Undo.UndoAsync(desk.Administrator, await FileOfAsync(second));
        await using var db = desk.Db();
        Assert.Equal(3, await db.Tasks.CountAsync(t => t.DocumentId == old));
    }

    [Fact]
    public async Task Version_stays_once_what_it_no_longer_prints_is_withdrawn()
    {
        var old = await OldAsync("终止");
        var (_, now) = await NewVersionAsync("终止", old);
        await using var db = desk.Db();
        var left = await db.Tasks.SingleAsync(t => t.DocumentId == old);
        await desk.Get<TaskActions>().WithdrawAsync(await desk.PersonAsync("终止督查", AccountRole.Supervisor), left.Id, new() { Reason = "新版不再印出" });
        await RefusedAsync(now, "已有1项终止");
    }

    [Fact]
    public async Task Version_stays_once_a_unit_that_it_took_off_is_merged()
    {
        // In another city than the other tests, which find its office by that name.
        var old = await OldAsync("合并", "楚雄市");
        var (_, now) = await NewVersionAsync("合并", old, "楚雄市");
        await using var db = desk.Db();
        var finance = await db.Departments.SingleAsync(d => d.Name == "市财政局" && d.Jurisdiction!.Name == "楚雄市");
        var office = Department.Named("市财务局", DepartmentKind.Department, finance.JurisdictionId);
        db.Departments.Add(office);
        await db.SaveChangesAsync();
        await desk.Get<RegisterActions>().MergeAsync(desk.Administrator, office.Id, finance.Id);
        await RefusedAsync(now, "“市财政局”在新版本导入以后已合并");
    }

    [Fact]
    public async Task Version_that_came_before_the_earlier_printing_was_kept_stays()
    {
        var old = await OldAsync("升级");
        var (_, now) = await NewVersionAsync("升级", old);
        await using var db = desk.Db();
        await db.EarlierPrintings.Where(p => p.DocumentId == now).ExecuteDeleteAsync();
        await RefusedAsync(now, "2项任务没有留下旧版的原样");
    }

    private async Task RefusedAsync(int document, string why)
    {
        var file = await FileOfAsync(document);
        Assert.Contains(why, await desk.Undo.WhyNotAsync(desk.Administrator, file), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => desk.Undo.UndoAsync(desk.Administrator, file));
    }

    // Its first task is under way: one unit has reported, the other, which the new version takes off, has taken note.
    private async Task<int> OldAsync(string mark, string city = City)
    {
        var old = await desk.ConfirmAsync(await desk.OpenAsync(First(mark, city)));
        await using var db = desk.Db();
        var task = await db.Tasks.Include(t => t.Responsibilities).SingleAsync(t => t.DocumentId == old && t.Ordinal == 1);
        var units = task.Responsibilities.OrderBy(r => r.Position).Select(r => r.DepartmentId).ToList();
        await desk.Get<TaskActions>().AcknowledgeAsync(await desk.PersonAsync($"{mark}财政", AccountRole.Staff, units[1]), task.Id, new());
        await desk.Get<TaskActions>().ReportProgressAsync(await desk.PersonAsync($"{mark}水务", AccountRole.Staff, units[0]), task.Id, new() { Percent = 40, Words = "已开工" });
        return old;
    }

    // One task changed in words, units and deadline, one kept but in another place, one removed, one added.
    private async Task<(int? Draft, int Document)> NewVersionAsync(string mark, int old, string city = City)
    {
        var session = await desk.OpenAsync(Second(mark, city));
        var plan = (await desk.Confirmation.SummaryAsync(session)).Documents[0].Plan!;
        Assert.Equal((1, 1, 1, 1), (plan.Kept.Count, plan.Changed.Count, plan.Removed.Count, plan.Added.Count));
        var now = await desk.ConfirmAsync(session);
        await using var db = desk.Db();
        Assert.Equal((1, 3), (await db.Tasks.CountAsync(t => t.DocumentId == old), await db.Tasks.CountAsync(t => t.DocumentId == now)));
        return (session.Id, now);
    }

    private static string First(string mark, string city) => Notices.Plan(mark).Replace(City, city, StringComparison.Ordinal);

    private static string Second(string mark, string city = City) => First(mark, city)
        .Replace("消除爆管隐患。(责任单位:市水务局、市财政局;完成时限:2031年10月底前)", "消除爆管和渗漏隐患。(责任单位:市水务局、市应急局;完成时限:2031年11月底前)", StringComparison.Ordinal)
        .Replace("一、重点任务", "本方案自印发之日起执行。\n一、重点任务", StringComparison.Ordinal)
        .Replace("(三)加强宣传引导。充分利用各类媒体宣传节约用水。", "(三)完善应急预案。修订停水应急预案,组织一次演练。(责任单位:市应急局)", StringComparison.Ordinal);

    private async Task<int> FileOfAsync(int document)
    {
        await using var db = desk.Db();
        return await db.Documents.Where(d => d.Id == document).Select(d => d.SourceFileId).SingleAsync();
    }

    // All that a notice makes, with its numbers; but not the numbers of rows that are made anew, nor how often a row was written.
    private async Task<string> EverythingAsync()
    {
        await using var db = desk.Db();
        return await db.Database.SqlQuery<string>($"""
            SELECT string_agg(line, E'\n' ORDER BY line) AS "Value" FROM (
                SELECT 'task ' || (to_jsonb(t) - 'updated_at' - 'act_count')::text AS line FROM tasks AS t
                UNION ALL SELECT 'unit ' || (to_jsonb(r) - 'id')::text FROM responsibilities AS r
                UNION ALL SELECT 'standing ' || (to_jsonb(s) - 'id')::text FROM department_standings AS s
                UNION ALL SELECT 'known ' || (to_jsonb(i) - 'id' - 'from_at')::text FROM task_intervals AS i WHERE until_at IS NULL
                UNION ALL SELECT 'words ' || w.task_id || w.words::text FROM task_words AS w
                UNION ALL SELECT 'report ' || to_jsonb(p)::text FROM progress_reports AS p
                UNION ALL SELECT 'document ' || to_jsonb(d)::text FROM documents AS d
                UNION ALL SELECT 'relation ' || to_jsonb(d)::text FROM document_relations AS d
                UNION ALL SELECT 'file ' || f.id || f.sha256 FROM source_files AS f
                UNION ALL SELECT 'kept ' || p.task_id FROM earlier_printings AS p) AS lines
            """).SingleAsync();
    }
}
