using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>
/// 撤销导入: takes a whole import back while nobody has worked on its tasks; what a new version has changed is again as it was before.
/// The audit log keeps that it was there; departments and jurisdictions that it made stay in the register; a draft that it came from
/// can be worked on again.
/// </summary>
public sealed class ImportUndo(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>Why it cannot be taken back; null when it can.</summary>
    public async Task<string?> WhyNotAsync(Actor by, int sourceFileId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await WhyNotAsync(db, by, sourceFileId, cancellation);
    }

    /// <summary>Returns the draft that is open again; null where the import had none.</summary>
    public async Task<int?> UndoAsync(Actor by, int sourceFileId, CancellationToken cancellation = default)
    {
        DraftActions.RequireMayImport(by);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, cancellation);
        // Until the end of the transaction nobody acts on these tasks: the act waits for the row and then does not find it.
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM tasks WHERE document_id IN (SELECT id FROM documents WHERE source_file_id = {sourceFileId}) FOR UPDATE", cancellation);
        if (await WhyNotAsync(db, by, sourceFileId, cancellation) is { } why)
        {
            throw new RuleException(why);
        }

        // What goes back to an earlier version is none of these tasks any more.
        await VersionUndo.PutBackAsync(db, sourceFileId, new ActBy(by, time.GetUtcNow()), cancellation);
        await Recipients.TellAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
        var file = await db.SourceFiles.SingleAsync(f => f.Id == sourceFileId, cancellation);
        var draft = await db.ImportDrafts.Include(d => d.File).SingleOrDefaultAsync(d => d.SourceFileId == sourceFileId, cancellation);
        draft?.Reopen(file.Content);
        await db.Tasks.Where(task => task.Document!.SourceFileId == sourceFileId).ExecuteDeleteAsync(cancellation);
        db.Documents.RemoveRange(await db.Documents.Where(d => d.SourceFileId == sourceFileId).ToListAsync(cancellation));
        db.SourceFiles.Remove(file);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return draft?.Id;
    }

    private static async Task<string?> WhyNotAsync(TrackerDb db, Actor by, int sourceFileId, CancellationToken cancellation)
    {
        var documents = db.Documents.Where(d => d.SourceFileId == sourceFileId);
        var path = by.JurisdictionPath;
        var all = await documents.CountAsync(cancellation);
        if (all == 0 || all != await documents.CountAsync(d => d.Jurisdiction!.Path.StartsWith(path), cancellation))
        {
            throw new NotFoundException("没有这次导入，或者它不在您的范围之内。");
        }

        var worked = await db.Tasks.CountAsync(
            task => task.Document!.SourceFileId == sourceFileId && task.History.Any(act => act.AccountId != null && act.Act != TaskAct.Revise && act.At > task.Document.ImportedAt), cancellation);
        if (worked > 0)
        {
            return $"导入以后已经有{worked}项任务有人办理过，不能整体撤销。不再要的任务，请督查人员逐项终止。";
        }

        var later = db.DocumentRelations.Where(r => documents.Any(d => d.Id == r.EarlierId));
        if (await later.AnyAsync(r => r.Kind == DocumentRelationKind.NewVersion, cancellation))
        {
            return "这里的文件后来又有新版本，任务已经转到新版。请先撤销新版本的导入，再撤销这一次。";
        }

        return await later.AnyAsync(cancellation)
            ? "后来的文件写明废止这里的文件，两者已经关联，不能整体撤销。"
            : await VersionUndo.WhyNotAsync(db, sourceFileId, cancellation);
    }
}
