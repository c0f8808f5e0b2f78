using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>Long exports, in the background.</summary>
public sealed class ExportWorkerTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private static readonly ExportScope All = new(new TaskFilter { Order = TaskOrder.Title, Descending = true }, []);

    private LedgerExports Exports => life.Get<LedgerExports>();

    private ExportWorker Worker => life.Get<ExportWorker>();

    [Fact]
    public async Task Long_table_is_written_in_batches_with_every_row_once_and_in_order()
    {
        await ManyAsync(1_300);
        var person = await life.PersonAsync(AccountRole.Leader);
        var id = await Exports.QueueAsync(person, All, ExportFormat.Xlsx, "全部任务");
        Assert.True(await Worker.RunAsync() > 0);
        var (content, job) = await Exports.FetchAsync(person, id);
        await using (content)
        {
            var rows = SheetReading.Ledger(content);
            await using var db = life.Db();
            var shown = await TaskLedgerQuery.PageAsync(db, person, All.Filter with { PageSize = 2000 }, life.Today);
            Assert.Equal(shown.Items.Select(row => $"{row.Id}"), rows.Select(row => row["任务编号"]));
            Assert.Equal((ExportState.Done, shown.Total, shown.Total, content.Length), (job.State, job.Total, job.Done, job.Size));
            Assert.True(shown.Total >= 1_300);
            Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == AuditAction.LedgerDownloaded && e.SubjectId == $"{id}"));
        }
    }

    [Fact]
    public async Task Nobody_else_can_fetch_or_cancel_it()
    {
        var id = await Exports.QueueAsync(await life.PersonAsync(AccountRole.Leader), All, ExportFormat.Csv, "全部任务");
        var other = await life.PersonAsync(AccountRole.Administrator);
        await Assert.ThrowsAsync<NotFoundException>(() => Exports.FetchAsync(other, id));
        await Assert.ThrowsAsync<NotFoundException>(() => Exports.CancelAsync(other, id));
        Assert.Empty(await Exports.OwnAsync(other));
        await Worker.RunAsync();
    }

    [Fact]
    public async Task What_an_instance_had_begun_when_it_died_is_begun_again()
    {
        var person = await life.PersonAsync(AccountRole.Leader);
        var id = await Exports.QueueAsync(person, All, ExportFormat.Csv, "全部任务");
        await using (var db = life.Db())
        {
            (await db.ExportJobs.SingleAsync(job => job.Id == id)).Begin(7);
            await db.SaveChangesAsync();
        }

        Assert.True(await Worker.RunAsync() > 0);
        var (content, job) = await Exports.FetchAsync(person, id);
        await content.DisposeAsync();
        Assert.Equal(ExportState.Done, job.State);
    }

    [Fact]
    public async Task While_one_instance_writes_another_leaves_it_alone()
    {
        await Exports.QueueAsync(await life.PersonAsync(AccountRole.Leader), All, ExportFormat.Csv, "全部任务");
        await using var db = life.Db();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(x'6578706F7274'::bigint)");
        Assert.Equal(0, await Worker.RunAsync());
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(x'6578706F7274'::bigint)");
        Assert.True(await Worker.RunAsync() > 0);
    }

    [Fact]
    public async Task Cancelled_one_ends_without_a_file()
    {
        var person = await life.PersonAsync(AccountRole.Leader);
        var waiting = await Exports.QueueAsync(person, All, ExportFormat.Xlsx, "全部任务");
        var running = await Exports.QueueAsync(person, All, ExportFormat.Xlsx, "全部任务");
        await Exports.CancelAsync(person, waiting);
        await using (var db = life.Db())
        {
            (await db.ExportJobs.SingleAsync(job => job.Id == running)).Begin(1);
            await db.SaveChangesAsync();
        }

        await ManyAsync(1);
        await Exports.CancelAsync(person, running);
        await Worker.RunAsync();
        Assert.All(await Exports.OwnAsync(person), job => Assert.Equal(ExportState.Cancelled, job.State));
        await Assert.ThrowsAsync<RuleException>(() => Exports.FetchAsync(person, running));
        await Assert.ThrowsAsync<RuleException>(() => Exports.CancelAsync(person, running));
    }

    [Fact]
    public async Task Account_that_was_disabled_meanwhile_gets_nothing()
    {
        var person = await life.PersonAsync(AccountRole.Leader);
        await Exports.QueueAsync(person, All, ExportFormat.Csv, "全部任务");
        await using (var db = life.Db())
        {
            await db.Users.Where(account => account.Id == person.AccountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.DisabledAt, DateTimeOffset.UtcNow));
        }

        await Worker.RunAsync();
        Assert.Equal((ExportState.Failed, "账号已停用，没有导出。"), Assert.Single(await Exports.OwnAsync(person)) is var job ? (job.State, job.Problem!) : default);
    }

    [Fact]
    public async Task Ledger_of_a_past_day_is_written_as_it_was_but_not_as_a_paper()
    {
        var person = await life.PersonAsync(AccountRole.Supervisor);
        await life.AssignedAsync();
        var day = life.Today;
        life.Clock.Forward(1);
        await life.AssignedAsync();
        var past = All with { Filter = new TaskFilter { AsOf = day } };
        await Exports.QueueAsync(person, past, ExportFormat.Csv, "全部任务");
        await Worker.RunAsync();
        var job = Assert.Single(await Exports.OwnAsync(person));
        Assert.Equal((ExportState.Done, $"工作任务台账-截至{day:yyyyMMdd}-只供查阅.csv"), (job.State, job.FileName));
        Assert.Equal(await Exports.CountAsync(person, past), job.Total);
        Assert.True(job.Total < await Exports.CountAsync(person, All));
        Assert.Equal(LedgerExports.OfThePast, (await Assert.ThrowsAsync<RuleException>(() => Exports.WriteNowAsync(person, past, ExportFormat.Docx, "全部任务"))).Message);
    }

    [Fact]
    public async Task One_person_cannot_queue_without_end()
    {
        var person = await life.PersonAsync(AccountRole.Leader);
        for (var i = 0; i < LedgerExports.MostUnfinished; i++)
        {
            await Exports.QueueAsync(person, All, ExportFormat.Csv, "全部任务");
        }

        await Assert.ThrowsAsync<RuleException>(() => Exports.QueueAsync(person, All, ExportFormat.Csv, "全部任务"));
        await Worker.RunAsync();
        await Exports.QueueAsync(person, All, ExportFormat.Csv, "全部任务");
    }

    [Fact]
    public async Task After_seven_days_it_is_gone()
    {
        var person = await life.PersonAsync(AccountRole.Leader);
        await Exports.QueueAsync(person, All, ExportFormat.Csv, "全部任务");
        await Worker.RunAsync();
        var before = life.Clock.Now;
        life.Clock.Forward(6);
        await Worker.RunAsync();
        Assert.Single(await Exports.OwnAsync(person));
        life.Clock.Forward(2);
        await Worker.RunAsync();
        life.Clock.Now = before;
        Assert.Empty(await Exports.OwnAsync(person));
    }

    // One task, many times over.
    private async Task ManyAsync(int count)
    {
        var id = await life.AssignedAsync();
        await using var db = life.Db();
        await using var source = NpgsqlDataSource.Create(db.Database.GetConnectionString()!);
        await CopiedRows.InsertAsync(source, "tasks", count, $"'id', {id} * 10000 + n, 'title', md5(n::text)", $"one.id = {id}");
    }
}
