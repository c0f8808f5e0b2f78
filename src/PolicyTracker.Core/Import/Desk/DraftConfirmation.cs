using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>确认导入: a checked draft becomes documents and tasks, all of it or nothing, in one transaction.</summary>
public sealed class DraftConfirmation(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>What would happen, for the person to see first.</summary>
    public async Task<DraftSummary> SummaryAsync(DraftSession session, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await DraftSummary.OfAsync(db, session.Notice, session.Standing, cancellation);
    }

    /// <param name="revision">Of the draft as the person saw it.</param>
    public async Task<IReadOnlyList<ImportedDocument>> ConfirmAsync(Actor by, int id, int revision, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, cancellation);
        var draft = await db.ImportDrafts.VisibleTo(by).Include(d => d.File).SingleOrDefaultAsync(d => d.Id == id, cancellation)
            ?? throw new NotFoundException("没有这份草稿，或者它不在您的范围之内。");
        if (draft.Revision != revision || draft.State != DraftState.Open)
        {
            throw new StaleException($"这份草稿{(draft.State == DraftState.Open ? "刚刚被别人改动过" : draft.State.Word())}，没有导入。请看过最新情况再确认。");
        }

        if (await db.SourceFiles.AnyAsync(known => known.Sha256 == draft.Sha256, cancellation))
        {
            throw new RuleException("同一个文件已经从别处导入，没有重复导入。可以放弃这份草稿。");
        }

        var notice = await CheckedAsync(db, draft, cancellation);
        var file = FileOf(draft, by);
        draft.Confirm(file);
        draft.WorkOn(by, time.GetUtcNow());
        try
        {
            await new ImportCommit(db, by, time.GetUtcNow()).SaveAsync(notice, file, null, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A correction came in between, or somebody acted on a task that was about to move to the new version.
            throw new StaleException("导入期间有人改动了草稿或者有关的任务，没有导入。请看过最新情况再确认。");
        }

        return await ImportCommit.ImportedAsync(db, draft.Sha256, cancellation);
    }

    // Asked anew: the register may have moved since the page was drawn.
    private static async Task<DraftNotice> CheckedAsync(TrackerDb db, ImportDraft draft, CancellationToken cancellation)
    {
        var notice = draft.Holding.Aggregate(StoredJson.Read<DraftNotice>(draft.File!.Reading!), (state, step) => state.Apply(step));
        var standing = await DraftStanding.OfAsync(db, notice, draft.File.Lines, cancellation);
        var doubts = DoubtList.Of(notice, standing);
        return doubts.Count == 0
            ? notice
            : throw new RuleException($"还有{doubts.Count}处没有核对，例如：{doubts[0].Message}核对完以后再确认导入。");
    }

    private SourceFile FileOf(ImportDraft draft, Actor by) => new()
    {
        FileName = draft.FileName,
        Sha256 = draft.Sha256,
        Content = draft.File!.Content,
        Lines = draft.File.Lines,
        ImportedAt = time.GetUtcNow(),
        ImportedBy = by.Name,
    };
}
