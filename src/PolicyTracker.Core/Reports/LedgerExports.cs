using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Reports;

/// <summary>导出台账: what is short is written at once, what is long waits its turn. Each of them is audited before its first row.</summary>
public sealed class LedgerExports(IDbContextFactory<TrackerDb> databases, ExportFolder folder, AuditLog log, TimeProvider time)
{
    /// <summary>Rows that are worth waiting for on the page.</summary>
    public const int MostAtOnce = 5_000;

    /// <summary>How many of one person's may wait or run.</summary>
    public const int MostUnfinished = 3;

    /// <summary>How long a file waits to be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>What of a past day goes out.</summary>
    public const string OfThePast = "过去日期的台账可以导出 Excel、CSV 表格，只供查阅，不能填写以后再导入；Word 清单只有现在的。";

    /// <summary>The audit entry of an export.</summary>
    public static AuditDraft Entry(string fileName, string words) => new(AuditAction.LedgerExported, Words: $"{fileName}：{words}");

    /// <summary>How many rows it would have.</summary>
    public async Task<int> CountAsync(Actor actor, ExportScope scope, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await LedgerStream.CountAsync(db, actor, scope, time.Today(), cancellation);
    }

    /// <summary>A short table, written; the file is gone when the stream is closed.</summary>
    public async Task<(Stream Content, string FileName)> WriteNowAsync(
        Actor actor, ExportScope scope, ExportFormat format, string words, CancellationToken cancellation = default)
    {
        RequireOffered(scope, format);
        var fileName = FileName(scope, format);
        await log.WriteAsync(Entry(fileName, words) with { Who = AuditPerson.Of(actor) });
        var target = folder.Passing();
        try
        {
            await using var rows = await LedgerStream.OpenAsync(databases, actor, scope, time.Today(), cancellation);
            if (rows.Total > MostAtOnce)
            {
                throw new RuleException($"符合条件的任务已有{rows.Total}项，要在后台导出。请刷新台账后再试。");
            }

            await WriteAsync(target, rows, format, new LedgerNote(words, time.GetUtcNow(), actor.Name, scope.Filter.AsOf), _ => Task.CompletedTask, cancellation);
            target.Position = 0;
            return (target, fileName);
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    /// <summary>The table without a row, for tasks that are registered by it.</summary>
    public async Task<Stream> TemplateAsync(Actor actor, CancellationToken cancellation = default)
    {
        var target = folder.Passing();
        var note = new LedgerNote("空白模板：每行填写一项新任务", time.GetUtcNow(), actor.Name);
        await LedgerXlsx.WriteAsync(target, AsyncEnumerable.Empty<IReadOnlyList<LedgerRow>>(), note, _ => Task.CompletedTask, cancellation);
        target.Position = 0;
        return target;
    }

    /// <summary>Queues a long one; returns its number.</summary>
    public async Task<long> QueueAsync(Actor actor, ExportScope scope, ExportFormat format, string words, CancellationToken cancellation = default)
    {
        var account = actor.AccountId ?? throw new ForbiddenException("只有登录的人员可以导出。");
        RequireOffered(scope, format);
        if (format == ExportFormat.Docx)
        {
            // As a paper it would have hundreds of pages.
            throw new RuleException($"Word 清单最多{MostAtOnce:N0}项任务。请用筛选条件缩小范围，或者导出 Excel 表格。");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.ExportJobs.CountAsync(job => job.AccountId == account && job.FinishedAt == null, cancellation) >= MostUnfinished)
        {
            throw new RuleException($"您已有{MostUnfinished}个导出没有完成，请等它们完成或取消以后再导出。");
        }

        var queued = new ExportJob
        {
            AccountId = account,
            Format = format,
            FileName = FileName(scope, format),
            Scope = scope,
            Words = words,
            AskedAt = time.GetUtcNow(),
        };
        db.Audit.Who = AuditPerson.Of(actor);
        db.ExportJobs.Add(queued);
        await db.SaveChangesAsync(cancellation);
        return queued.Id;
    }

    public async Task CancelAsync(Actor actor, long id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        (await OwnAsync(db, actor, id, cancellation)).AskToCancel(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A finished file, for whoever asked for it and nobody else; that it is fetched is audited.</summary>
    public async Task<(Stream Content, ExportJob Job)> FetchAsync(Actor actor, long id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var job = await OwnAsync(db, actor, id, cancellation);
        if (job.State != ExportState.Done)
        {
            throw new RuleException($"这个导出{job.State.Word()}，还不能下载。");
        }

        var content = folder.Open(job) ?? throw new NotFoundException("文件已经不在了，请重新导出。");
        await log.WriteAsync(new AuditDraft(AuditAction.LedgerDownloaded, "export", $"{job.Id}", job.FileName, Who: AuditPerson.Of(actor)));
        return (content, job);
    }

    /// <summary>Own exports, the newest first.</summary>
    public async Task<IReadOnlyList<ExportJob>> OwnAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ExportJobs.AsNoTracking().Where(job => job.AccountId == actor.AccountId).OrderByDescending(job => job.Id).ToListAsync(cancellation);
    }

    internal static Task WriteAsync(
        Stream target, LedgerStream rows, ExportFormat format, LedgerNote note, Func<int, Task> written, CancellationToken cancellation) => format switch
        {
            ExportFormat.Xlsx => LedgerXlsx.WriteAsync(target, rows.BatchesAsync(cancellation), note, written, cancellation),
            ExportFormat.Csv => LedgerCsv.WriteAsync(target, rows.BatchesAsync(cancellation), note, written, cancellation),
            ExportFormat.Docx => TaskListPaper.WriteAsync(target, rows.BatchesAsync(cancellation), note, written, cancellation),
        };

    private static void RequireOffered(ExportScope scope, ExportFormat format)
    {
        if (scope.Filter.AsOf is not null && format == ExportFormat.Docx)
        {
            throw new RuleException(OfThePast);
        }
    }

    private static async Task<ExportJob> OwnAsync(TrackerDb db, Actor actor, long id, CancellationToken cancellation) =>
        await db.ExportJobs.SingleOrDefaultAsync(job => job.Id == id && job.AccountId == actor.AccountId, cancellation)
        ?? throw new NotFoundException("没有这个导出，或者它不是您的。");

    private string FileName(ExportScope scope, ExportFormat format) => scope.Filter.AsOf is { } day
        ? $"工作任务台账-截至{day:yyyyMMdd}-{LedgerTable.ForReading}{format.Ending()}"
        : $"工作任务台账-{time.Today():yyyyMMdd}{format.Ending()}";
}
