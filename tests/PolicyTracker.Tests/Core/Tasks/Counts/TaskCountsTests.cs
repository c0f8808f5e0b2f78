using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks.Counts;

/// <summary>计数: the kept counters equal a plain count after whatever was done.</summary>
public sealed class TaskCountsTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task A_long_series_of_random_acts_leaves_every_counter_right()
    {
        var (random, tasks) = (new Random(20261122), new List<long>());
        Actor[] people = [life.Supervisor, await life.StaffAsync(life.Lead), await life.StaffAsync(life.Responsible), await life.StaffAsync(life.Support), await life.StaffAsync(life.Member)];
        TaskAct[] acts = [.. Enum.GetValues<TaskAct>().Except([TaskAct.Import, TaskAct.Register, TaskAct.MatchUnit, TaskAct.MoveUnit, TaskAct.Revise])];
        for (var i = 0; i < 12; i++)
        {
            tasks.Add(i % 3 == 0 ? await life.DraftAsync(life.Today.AddDays(i)) : await life.AssignedAsync(LifeFixture.Unit(i % 2 == 0 ? life.Lead : life.Group, Role.Lead), LifeFixture.Unit(life.Member, Role.Support)));
        }

        await AssertRightAsync();
        for (var i = 0; i < 400; i++)
        {
            // Most are refused by the rules; that some are not, the history says.
            await Record.ExceptionAsync(() => life.DoAsync(acts[random.Next(acts.Length)], people[random.Next(people.Length)], tasks[random.Next(tasks.Count)]));
            if (i % 40 == 0)
            {
                await AssertRightAsync();
            }

            if (i % 150 == 75)
            {
                await FoldAsync();
            }
        }

        await AssertRightAsync();
        await using var db = life.Db();
        Assert.True(await db.History.Where(entry => tasks.Contains(entry.TaskId)).Select(entry => entry.Act).Distinct().CountAsync() > 10);
    }

    [Fact]
    public async Task Imports_their_undoing_and_what_is_done_to_the_register_leave_every_counter_right()
    {
        var admin = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var result = await life.Get<NoticeImport>().ImportAsync("通知.txt", Encoding.UTF8.GetBytes("""
            关于印发计数工作方案的通知
            一、主要任务
            （一）建立台账。（牵头单位：市水务局；责任单位：市财政局、市统计局；完成时限：2031年12月底前）
            （二）定期通报。（市统计局、市水利局，各区人民政府负责，长期坚持）
            （三）开展检查。（牵头单位：市水利局，配合单位：市统计局，2031年9月底前完成）
            """), admin);
        Assert.Equal(ImportOutcome.Imported, result.Outcome);
        await AssertRightAsync();
        var document = result.Documents[0].Id;
        await life.Get<JurisdictionActions>().MoveDocumentAsync(admin, document, life.CityId);
        await AssertRightAsync();
        await using var db = life.Db();
        var named = await db.Responsibilities.Where(r => r.Task!.DocumentId == document && r.DepartmentId != null).Select(r => new { r.PrintedName, Id = r.DepartmentId!.Value }).ToListAsync();
        var (statistics, waters) = (named.First(one => one.PrintedName == "市统计局").Id, named.First(one => one.PrintedName == "市水利局").Id);
        await life.Get<RegisterActions>().MergeAsync(admin, waters, statistics);
        await AssertRightAsync();
        await life.Get<GroupActions>().SetMembersAsync(admin, life.Group.Id, ["东区人民政府", "市体育局"], addUnknown: false);
        await AssertRightAsync();
        await life.Get<GroupActions>().SetMembersAsync(admin, life.Group.Id, ["东区人民政府"], addUnknown: false);
        await AssertRightAsync();
        var again = await life.Get<NoticeImport>().ImportAsync("又一份.txt", Encoding.UTF8.GetBytes("""
            测试市人民政府办公室关于印发撤销工作方案的通知
            （一）建立清单。（市水务局牵头，市体育局配合，2031年12月底前完成）
            """), admin);
        await AssertRightAsync();
        var file = await db.Documents.Where(d => d.Id == again.Documents[0].Id).Select(d => d.SourceFileId).SingleAsync();
        await life.Get<ImportUndo>().UndoAsync(admin, file);
        await AssertRightAsync();
    }

    [Fact]
    public async Task Fifty_people_who_act_at_once_neither_block_each_other_nor_miscount()
    {
        var tasks = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            tasks.Add(await life.AssignedAsync());
        }

        var lead = await life.StaffAsync(life.Lead);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => Record.ExceptionAsync(() => n % 5 == 0
            ? FoldAsync()
            : life.DoAsync(n % 2 == 0 ? TaskAct.Remind : TaskAct.ReportProgress, n % 2 == 0 ? life.Supervisor : lead, tasks[n % tasks.Count])))));
        Assert.All(outcomes, outcome => Assert.True(outcome is null or RuleException, outcome?.ToString()));
        await AssertRightAsync();
        await FoldAsync();
        await AssertRightAsync();
    }

    [Fact]
    public async Task Rows_written_past_the_application_count_too()
    {
        var id = await life.AssignedAsync();
        await using var db = life.Db();
        await db.Database.ExecuteSqlAsync($"UPDATE tasks SET state = 'Completed', due_on = NULL WHERE id = {id}");
        await AssertRightAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE responsibilities SET department_id = {life.Other.Id} WHERE task_id = {id} AND position = 0");
        await AssertRightAsync();
        await db.Database.ExecuteSqlAsync($"DELETE FROM tasks WHERE id = {id}");
        await AssertRightAsync();
    }

    [Fact]
    public async Task What_everything_changes_is_put_together_when_a_thousand_rows_have_come()
    {
        await using var db = life.Db();
        await life.AssignedAsync();
        await FoldAsync();
        Assert.InRange(await FreshAsync(), 1, 999);
        await db.Database.ExecuteSqlAsync($"INSERT INTO task_counts SELECT 'Everywhere', 1, 1, 'Draft', NULL, NULL, NULL, n % 2 * 2 - 1, false FROM generate_series(1, 1000) AS n");
        await FoldAsync();
        Assert.Equal(0, await FreshAsync());
        await AssertRightAsync();

        async Task<int> FreshAsync()
        {
            Assert.False(await db.TaskCounts.AnyAsync(count => count.Kind != CountKind.Everywhere && !count.IsFolded));
            return await db.TaskCounts.CountAsync(count => count.Kind == CountKind.Everywhere && !count.IsFolded);
        }
    }

    [Fact]
    public async Task Where_the_counters_cover_a_filter_they_say_what_the_ledger_counts_with_thresholds_of_its_own_too()
    {
        await life.AssignedAsync();
        await life.DraftAsync(life.Today.AddDays(12));
        await using var db = life.Db();
        foreach (var own in new[] { false, true })
        {
            if (own)
            {
                db.SignalSettings.Add(new SignalSetting { JurisdictionId = life.CityId, HoldsFrom = life.Today, YellowDays = 110, GapYellow = 10, GapRed = 30 });
                await db.SaveChangesAsync();
            }

            foreach (var actor in new[] { life.Supervisor, await life.StaffAsync(life.Member), await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId) })
            {
                await AssertSameAsync(db, actor);
            }
        }
    }

    private async Task AssertSameAsync(TrackerDb db, Actor actor)
    {
        var filters =
            from scope in new[] { new TaskFilter(), new TaskFilter { Jurisdiction = life.CityId }, new TaskFilter { Department = life.Member.Id }, new TaskFilter { Department = life.Lead.Id } }
            from states in new TaskState[][] { [], [TaskState.Completed], TaskStates.Open }
            from light in new TimeLight?[] { null, TimeLight.Red, TimeLight.Yellow, TimeLight.Green, TimeLight.Grey }
            from due in new DateOnly?[] { null, life.Today.AddDays(20) }
            select scope with { States = states, Light = light, DueFrom = due };
        foreach (var filter in filters)
        {
            foreach (var today in new[] { life.Today, life.Today.AddDays(90) })
            {
                var kept = await TaskCounts.CountAsync(db, actor, filter, today, await ThresholdBook.OnAsync(db, today));
                Assert.Equal((filter, today, await TaskLedgerQuery.CountAsync(db, actor, filter, today)), (filter, today, kept));
            }
        }
    }

    private async Task FoldAsync()
    {
        await using var db = life.Db();
        await TaskCounts.FoldAsync(db, default);
    }

    private async Task AssertRightAsync()
    {
        await using var db = life.Db();
        var wrong = await db.Database.SqlQuery<string>($"""
            WITH kept AS (
                SELECT kind, subject_id, jurisdiction_id, state, due_on, cycle, clock_stopped_on, sum(tasks)::integer AS tasks FROM task_counts GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(tasks) <> 0)
            SELECT 'kept ' || k::text AS "Value" FROM (SELECT * FROM kept EXCEPT ALL SELECT * FROM counted_tasks()) AS k
            UNION ALL
            SELECT 'counted ' || k::text FROM (SELECT * FROM counted_tasks() EXCEPT ALL SELECT * FROM kept) AS k
            """).ToListAsync();
        Assert.Empty(wrong);
    }
}
