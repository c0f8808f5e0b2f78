using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Reports.Papers;

/// <summary>A bulletin as a paper, for whoever may read it; each is audited.</summary>
public sealed class BulletinPapers(IDbContextFactory<TrackerDb> databases, AuditLog log)
{
    /// <exception cref="NotFoundException">No such bulletin, or not for this person.</exception>
    public async Task<PaperFile> WriteAsync(Actor actor, int id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var bulletin = await BulletinQuery.FindAsync(db, actor, id, cancellation) ?? throw new NotFoundException("没有这期通报，或者它不在您的查看范围之内。");
        var fileName = $"{bulletin.Jurisdiction}督查通报{bulletin.Year}年第{bulletin.Content.Number}期{(bulletin.State == BulletinState.Issued ? "" : $"（{bulletin.State.Word()}）")}.docx";
        await log.WriteAsync(new AuditDraft(AuditAction.PaperWritten, "bulletin", $"{id}", fileName, Who: AuditPerson.Of(actor)));
        return new PaperFile(BulletinPaper.Write(bulletin), fileName);
    }
}
