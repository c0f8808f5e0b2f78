using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>
/// Reads the drafts that wait for it, one after the other. The row is locked while it is read: of several instances each takes
/// another draft, and what a killed one held is free again at once.
/// </summary>
public sealed class DraftReader(IDbContextFactory<TrackerDb> databases, ILogger<DraftReader> log)
{
    private const string NextOne = "SELECT * FROM import_drafts WHERE state = 'Reading' ORDER BY brought_at, id LIMIT 1 FOR UPDATE SKIP LOCKED";

    /// <summary>False when none waits.</summary>
    public async Task<bool> ReadNextAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(Actor.Portal);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var draft = (await db.ImportDrafts.FromSqlRaw(NextOne).ToListAsync(cancellation)).SingleOrDefault();
        if (draft is null)
        {
            return false;
        }

        await db.Entry(draft).Reference(d => d.File).LoadAsync(cancellation);
        await ReadAsync(db, draft, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    // Whatever goes wrong with one file must not keep the others from being read.
    private async Task ReadAsync(TrackerDb db, ImportDraft draft, CancellationToken cancellation)
    {
        try
        {
            var parsed = NoticeParser.Parse(new SourceText(draft.FileName, draft.File!.Lines));
            if (!NoticeIntake.HoldsNotice(parsed))
            {
                draft.Fail(NoticeIntake.NoNotice);
                return;
            }

            var notice = DraftReading.Of(parsed);
            draft.File.Reading = StoredJson.Write(notice);
            var standing = await DraftStanding.OfAsync(db, notice, draft.File.Lines, cancellation);
            draft.Open(notice.Tasks.Count(), DoubtList.Of(notice, standing).Count);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not DbUpdateException and not Npgsql.NpgsqlException)
        {
            log.LogError(failure, "Draft {Draft} could not be read", draft.Id);
            draft.Fail("服务器识别这个文件时出错。请放弃后换一种格式（例如 .docx 或 .txt）再导入；仍然不行的，请告诉系统管理员。");
        }
    }
}
