using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Audit;

/// <summary>清理: removes old entries, as the owner of the tables, and leaves a signed checkpoint from which verification goes on.</summary>
public sealed class AuditPruning(IDbContextFactory<TrackerDb> databases, AuditVerification verification, AuditFolder folder, TimeProvider time)
{
    /// <summary>The law asks for six months at least (网络安全法第二十三条).</summary>
    public const int KeptDays = 180;

    /// <param name="before">Entries of days before this one, by the office's calendar, are removed.</param>
    /// <returns>How many were removed.</returns>
    public async Task<long> PruneAsync(DateOnly before, CancellationToken cancellation = default)
    {
        var latest = time.Today().AddDays(-KeptDays);
        if (before > latest)
        {
            throw new RuleException($"审计记录至少保留{KeptDays}天，最多只能清理{latest:yyyy-MM-dd}以前的记录。");
        }

        // What is broken is evidence: it is not cleared away.
        var verdict = await verification.VerifyAsync(cancellation);
        if (!verdict.IsIntact || verdict.Last is not { } last)
        {
            throw new RuleException(verdict.IsIntact ? "没有可以清理的审计记录。" : $"没有清理。{verdict}");
        }

        await folder.AdvanceAsync(last);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await UpToAsync(db, before, last.Sequence, cancellation) is not { } end)
        {
            return 0;
        }

        var removed = await db.AuditEntries.LongCountAsync(e => e.Sequence <= end.Sequence, cancellation);
        db.AuditCheckpoints.Add(Signed(end, removed));
        db.Audit.Note(new(AuditAction.AuditPruned, Words: string.Create(CultureInfo.InvariantCulture, $"{before:yyyy-MM-dd}以前的{removed}条，到第{end.Sequence}条为止")));
        await db.SaveChangesAsync(cancellation);
        await db.AuditEntries.Where(e => e.Sequence <= end.Sequence).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return removed;
    }

    // The last entry stays in any case, so that the chain always has an end to go on from.
    private static async Task<AuditEntry?> UpToAsync(TrackerDb db, DateOnly before, long last, CancellationToken cancellation)
    {
        var midnight = OfficeTime.StartOf(before);
        var kept = await db.AuditEntries.Where(e => e.At >= midnight || e.Sequence == last).MinAsync(e => e.Sequence, cancellation);
        return await db.AuditEntries.AsNoTracking().Where(e => e.Sequence < kept).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);
    }

    private AuditCheckpoint Signed(AuditEntry end, long removed)
    {
        var seal = folder.Seal()!;
        var now = AuditSeal.WholeMicroseconds(time.GetUtcNow());
        return Checkpoint(seal.Of(Checkpoint([])));

        AuditCheckpoint Checkpoint(byte[] signature) => new()
        {
            Sequence = end.Sequence,
            EntryMac = end.Mac,
            PrunedAt = now,
            Pruned = removed,
            Signature = signature,
        };
    }
}
