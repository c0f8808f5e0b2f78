using System.Text;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Layout;

namespace PolicyTracker.Tests.Core.Drill;

/// <summary>演练数据: made-up tasks that obey every rule and pose as nothing real.</summary>
public sealed class DrillFillTests(DrillFixture drill) : IClassFixture<DrillFixture>
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Every_task_has_been_lived_by_the_rules_and_its_present_interval_says_what_it_says()
    {
        await using var db = drill.Db();
        var tasks = await db.Tasks
            .Include(t => t.Responsibilities.OrderBy(r => r.Position)).ThenInclude(r => r.Department).ThenInclude(d => d!.Members)
            .Include(t => t.Standings).Include(t => t.History.OrderBy(h => h.Id)).Include(t => t.Reports).Include(t => t.Extensions).Include(t => t.Intervals.OrderBy(i => i.Id))
            .AsSplitQuery().ToListAsync();
        Assert.Equal(DrillFixture.Tasks, tasks.Count);
        Assert.All(tasks, task =>
        {
            var known = Assert.Single(task.Intervals, interval => interval.UntilAt is null);
            Assert.True(TaskInterval.Of(task, known.FromAt).SaysTheSameAs(known), $"task {task.Id}");
            Assert.Equal(task.Intervals.Skip(1).Select(interval => (DateTimeOffset?)interval.FromAt), task.Intervals.SkipLast(1).Select(interval => interval.UntilAt));
            Assert.Equal((task.ActCount, task.State, task.UpdatedAt), (task.History.Count, task.History[^1].ToState, task.History[^1].At));
            Assert.Equal(task.History.Skip(1).Select(entry => entry.FromState), task.History.SkipLast(1).Select(entry => entry.ToState));
            Assert.Equal(ClaimedProgress.Of(task).Percent, task.ClaimedPercent);
        });
        // Every state, so that every page has something to show.
        Assert.Equal(Enum.GetValues<TaskState>(), tasks.Select(task => task.State).Distinct().Order());
        Assert.Contains(tasks, task => task.Extensions.Count > 0);
    }

    [Fact]
    public async Task The_same_number_of_tasks_gives_the_same_rows()
    {
        foreach (var table in new[] { "source_files", "documents", "tasks", "responsibilities", "department_standings", "task_history", "progress_reports", "extensions", "task_intervals", "task_words", "report_words", "departments" })
        {
            var sql = $"SELECT count(*) || ' ' || md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} AS t";
            Assert.Equal(await AskAsync(drill.First, sql), await AskAsync(drill.Second, sql));
        }
    }

    [Fact]
    public async Task Words_for_the_search_are_those_that_the_database_would_write()
    {
        Assert.Equal("0", await AskAsync(drill.First, "SELECT count(*)::text FROM tasks AS t JOIN task_words AS w ON w.task_id = t.id WHERE w.words <> search_words(concat(t.number, t.title), t.text)"));
        Assert.Equal("0", await AskAsync(drill.First, "SELECT count(*)::text FROM progress_reports AS r JOIN report_words AS w ON w.report_id = r.id WHERE w.words <> search_words('', concat_ws(' ', r.words, r.problems, r.next_step))"));
        Assert.Equal("0", await AskAsync(drill.First, "SELECT ((SELECT count(*) FROM task_words) - (SELECT count(*) FROM tasks))::text"));
        Assert.Equal("0", await AskAsync(drill.First, "SELECT ((SELECT count(*) FROM report_words) - (SELECT count(*) FROM progress_reports))::text"));
        await using var db = drill.Db();
        Assert.True((await SearchQuery.FindAsync(db, Actor.Portal, "养老", null, 1, 20)).Counts[SearchKind.Task] > 0);
    }

    [Fact]
    public async Task Nothing_is_missing_that_a_migrated_database_has()
    {
        var bare = TestCluster.AsOwner(await TestCluster.CreateDatabaseAsync("bare"));
        foreach (var sql in new[]
        {
            "SELECT string_agg(indexdef, E'\\n' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = 'public'",
            "SELECT string_agg(conrelid::regclass || ' ' || pg_get_constraintdef(oid), E'\\n' ORDER BY conrelid::regclass::text, conname) FROM pg_constraint WHERE contype = 'f' AND convalidated",
            "SELECT string_agg(tgname || ' ' || tgenabled::text, E'\\n' ORDER BY tgname) FROM pg_trigger WHERE NOT tgisinternal",
        })
        {
            Assert.Equal(await AskAsync(bare, sql), await AskAsync(drill.First, sql));
        }
    }

    [Fact]
    public async Task Pages_of_the_portal_find_what_they_need()
    {
        await using var db = drill.Db();
        var page = await TaskLedgerQuery.PageAsync(db, Actor.Portal, new TaskFilter(), Today);
        Assert.Equal((DrillFixture.Tasks, 20), (page.Total, page.Items.Count));
        var cockpit = await CockpitQuery.LoadAsync(db, Actor.Portal, new CockpitFilter(null), Today);
        Assert.Equal(DrillFixture.Tasks, cockpit.All.Count);
        var view = await TaskPageQuery.FindAsync(db, Actor.Portal, page.Items[0].Id, Today);
        Assert.Contains(page.Items[0].Title, Assert.Single(view!.Source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_chain_holds_and_says_that_the_tasks_are_made_up()
    {
        Assert.True((await drill.Get<AuditVerification>().VerifyAsync()).IsIntact);
        await using var db = drill.Db();
        Assert.Single(await db.AuditEntries.Where(entry => entry.Action == AuditAction.DrillFilled).ToListAsync());
    }

    [Fact]
    public async Task What_is_made_later_takes_the_next_number()
    {
        foreach (var table in new[] { "source_files", "documents", "tasks", "responsibilities", "department_standings", "task_history", "progress_reports", "extensions", "task_intervals" })
        {
            Assert.Equal("1", await AskAsync(drill.First, $"SELECT (nextval(pg_get_serial_sequence('{table}', 'id')) - max(id))::text FROM {table}"));
        }
    }

    [Fact]
    public async Task A_database_with_made_up_tasks_takes_no_notice()
    {
        var bytes = Encoding.UTF8.GetBytes("关于试行的通知\n（一）建立台账。（市财政局负责）\n");
        foreach (var result in new[]
        {
            await drill.Get<NoticeImport>().ImportAsync("a.txt", bytes, Actor.Portal),
            await drill.Get<DraftActions>().BringInAsync(Actor.Portal, "a.txt", bytes),
        })
        {
            Assert.Equal((ImportOutcome.Refused, DrillMark.Refusal), (result.Outcome, result.Message));
        }
    }

    [Fact]
    public async Task Every_page_says_that_the_tasks_are_made_up_and_no_page_of_a_real_portal_does()
    {
        Assert.Contains("演练数据", await BandAsync(drill.Get<IDbContextFactory<TrackerDb>>()), StringComparison.Ordinal);
        var (real, _) = await drill.OwnerAsync();
        Assert.Empty((await BandAsync(real.GetRequiredService<IDbContextFactory<TrackerDb>>())).Trim());
    }

    private static async Task<string> BandAsync(IDbContextFactory<TrackerDb> databases)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(databases)
            .AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<DrillBand>()).ToHtmlString());
    }

    [Fact]
    public async Task A_database_that_holds_anything_is_not_filled()
    {
        var again = await Assert.ThrowsAsync<RuleException>(() => drill.Get<DrillFill>().FillAsync(10, _ => { }));
        Assert.Contains("已经是演练库", again.Message, StringComparison.Ordinal);
        var (services, _) = await drill.OwnerAsync();
        await services.GetRequiredService<NoticeImport>().ImportAsync("a.txt", Encoding.UTF8.GetBytes("关于试行的通知\n（一）建立台账。（市财政局负责）\n"), Actor.Portal);
        var real = await Assert.ThrowsAsync<RuleException>(() => services.GetRequiredService<DrillFill>().FillAsync(10, _ => { }));
        Assert.Contains("已经有正式的文件", real.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
