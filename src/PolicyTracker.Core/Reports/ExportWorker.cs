using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Reports;

/// <summary>
/// Writes the queued exports, one after the other. Of several instances one does: it holds a lock of the database, which falls
/// away with it when it dies, and the next begins the unfinished job again.
/// </summary>
public sealed class ExportWorker(IDbContextFactory<TrackerDb> databases, ExportFolder folder, TimeProvider time, ILogger<ExportWorker> log)
{
    private const long LockKey = 0x6578706F7274;

    /// <summary>Writes all that is queued and removes what has waited too long; returns how many were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        await using var locked = await databases.CreateDbContextAsync(cancellation);
        await locked.Database.OpenConnectionAsync(cancellation);
        if (!await locked.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_lock({LockKey}) AS "Value" """).SingleAsync(cancellation))
        {
            return 0;
        }

        try
        {
            await CleanUpAsync(cancellation);
            var written = 0;
            while (await NextAsync(cancellation) is { } id)
            {
                await WriteAsync(id, cancellation);
                written++;
            }

            return written;
        }
        finally
        {
            await locked.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private async Task<long?> NextAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ExportJobs.Where(job => job.FinishedAt == null).OrderBy(job => job.Id).Select(job => (long?)job.Id).FirstOrDefaultAsync(cancellation);
    }

    private async Task WriteAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var job = await db.ExportJobs.SingleAsync(j => j.Id == id, cancellation);
        try
        {
            await WriteAsync(db, job, cancellation);
        }
        catch (ExportCancelledException)
        {
            job.Cancel(time.GetUtcNow());
        }
        catch (RuleException refused)
        {
            job.Fail(refused.Message, time.GetUtcNow());
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "Export {Job} failed", id);
            job.Fail("生成文件时出错，请重新导出；再不成功请告诉管理员。", time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task WriteAsync(TrackerDb db, ExportJob job, CancellationToken cancellation)
    {
        // With the rights of this moment, not of the moment when it was asked for.
        var actor = await Actor.LoadAsync(db, job.AccountId, cancellation) ?? throw new RuleException("账号已停用，没有导出。");
        await using var rows = await LedgerStream.OpenAsync(databases, actor, job.Scope, time.Today(), cancellation);
        job.Begin(rows.Total);
        await db.SaveChangesAsync(cancellation);
        var note = new LedgerNote(job.Words, time.GetUtcNow(), actor.Name, job.Scope.Filter.AsOf);
        var size = await folder.WriteAsync(job, target =>
            LedgerExports.WriteAsync(target, rows, job.Format, note, done => AdvanceAsync(db, job, done, cancellation), cancellation));
        job.Finish(size, time.GetUtcNow());
    }

    private static async Task AdvanceAsync(TrackerDb db, ExportJob job, int done, CancellationToken cancellation)
    {
        if (await db.ExportJobs.Where(j => j.Id == job.Id).Select(j => j.IsCancelAsked).SingleAsync(cancellation))
        {
            throw new ExportCancelledException();
        }

        job.Advance(done);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task CleanUpAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - LedgerExports.Kept;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var old = await db.ExportJobs.Where(job => job.FinishedAt < before).ToListAsync(cancellation);
        old.ForEach(folder.Delete);
        db.ExportJobs.RemoveRange(old);
        await db.SaveChangesAsync(cancellation);
        folder.DeletePassing(TimeSpan.FromDays(1));
    }

    private sealed class ExportCancelledException : Exception;
}
