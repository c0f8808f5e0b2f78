using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Audit;

/// <summary>核验结果.</summary>
/// <param name="Count">How many entries were found right, from the first on.</param>
/// <param name="BrokenAt">The first entry that is not right; null when all are.</param>
/// <param name="Why">What is wrong with it, in Chinese; empty when nothing is.</param>
public sealed record AuditVerdict(long Count, AuditHead? Last, long? BrokenAt, string Why)
{
    public bool IsIntact => BrokenAt is null;

    public override string ToString() =>
        !IsIntact ? $"审计记录不完整：第{BrokenAt}条{Why}（此前{Count}条无误）"
        : Last is null ? "审计记录完整：共0条"
        : $"审计记录完整：共{Count}条，最后一条是第{Last.Sequence}条，时间 {Last.At.InOffice():yyyy-MM-dd HH:mm:ss}";
}

/// <summary>
/// 核验: walks the chain from its beginning, or from the last checkpoint, to its end, and then asks whether the end is where the
/// head outside the database says that it was.
/// </summary>
public sealed class AuditVerification(IDbContextFactory<TrackerDb> databases, AuditFolder folder)
{
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellation = default)
    {
        // Before the rows: what is added meanwhile may be behind the head, never before it.
        var head = folder.Head();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        if (folder.Seal() is not { } seal)
        {
            return await db.AuditEntries.AnyAsync(cancellation)
                ? new(0, null, 1, "无法核验：数据文件夹里没有密钥（audit/key）。请用 --data 指明原来的数据文件夹。")
                : new(0, null, null, "");
        }

        var checkpoint = await db.AuditCheckpoints.AsNoTracking().OrderByDescending(c => c.Sequence).FirstOrDefaultAsync(cancellation);
        if (checkpoint is not null && !AuditSeal.Same(seal.Of(checkpoint), checkpoint.Signature))
        {
            return new(0, null, checkpoint.Sequence, "的清理点签名不对，被改动过，或者不是用本系统的密钥签的");
        }

        var walk = new Walk(seal, head, checkpoint?.Sequence ?? 0, checkpoint?.EntryMac ?? AuditSeal.Beginning);
        try
        {
            await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (walk.Check(entry) is { } wrong)
                {
                    return wrong;
                }
            }
        }
        catch (Exception unreadable) when (unreadable is InvalidCastException or OverflowException or ArgumentException)
        {
            // A value that no entry of ours has, such as a null or an infinite time.
            return walk.Unreadable();
        }

        return walk.End();
    }

    private sealed class Walk(AuditSeal seal, AuditHead? head, long start, byte[] beginning)
    {
        private long count;
        private long sequence = start;
        private byte[] mac = beginning;
        private AuditHead? last;

        public AuditVerdict? Check(AuditEntry entry)
        {
            if (entry.Sequence <= sequence)
            {
                return Broken(entry.Sequence, $"不该在这里，是插入的{Named(entry)}");
            }

            if (entry.Sequence > sequence + 1)
            {
                return Broken(sequence + 1, entry.Sequence == sequence + 2 ? "被删除" : $"至第{entry.Sequence - 1}条被删除");
            }

            if (!AuditSeal.Same(entry.PreviousMac, mac) || !AuditSeal.Same(seal.Of(entry), entry.Mac))
            {
                return Broken(entry.Sequence, $"与封签不符，被改动、调换或重新计算过{Named(entry)}");
            }

            if (entry.Sequence == head?.Sequence && !AuditSeal.Same(entry.Mac, head.Mac))
            {
                return Broken(entry.Sequence, $"不是封存的那一条{Named(entry)}");
            }

            (count, sequence, mac) = (count + 1, entry.Sequence, entry.Mac);
            last = new AuditHead(entry.Sequence, entry.Mac, entry.At);
            return null;
        }

        public AuditVerdict Unreadable() => Broken(sequence + 1, "无法读取，被改动过");

        public AuditVerdict End() =>
            head is null ? Broken(sequence, "之后是否还有记录无从知道：数据文件夹里的封存记录（audit/head）不见了")
            : head.Sequence > sequence ? Broken(sequence + 1, head.Sequence == sequence + 1 ? "被删除（末尾被截断）" : $"至第{head.Sequence}条被删除（末尾被截断）")
            : new(count, last, null, "");

        private AuditVerdict Broken(long at, string why) => new(count, last, at, why);

        private static string Named(AuditEntry entry) => $"：{entry.At.InOffice():yyyy-MM-dd HH:mm:ss} {entry.AccountName} {AuditAction.Word(entry.Action)}";
    }
}
