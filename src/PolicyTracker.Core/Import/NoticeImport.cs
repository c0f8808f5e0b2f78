using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Core.Import;

/// <summary>导入: reads a notice file and stores its documents and tasks, all or nothing.</summary>
public sealed class NoticeImport(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int MaxBytes = SourceLimits.MostBytes;

    /// <param name="internalConfirmed">Somebody was asked about a text marked 工作秘密 or 内部 and said that it may be stored here.</param>
    public async Task<ImportResult> ImportAsync(
        string fileName, byte[] bytes, Actor by, IProgress<ImportStep>? progress = null, bool internalConfirmed = false, CancellationToken cancellation = default)
    {
        if (!by.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以导入文件。");
        }

        progress?.Report(ImportStep.Reading);
        var sha256 = NoticeIntake.Sha256(bytes);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        if (await db.IsDrillAsync(cancellation))
        {
            return ImportResult.Refuse(fileName, DrillMark.Refusal);
        }

        if (await AlreadyThereAsync(db, sha256, fileName, cancellation) is { } there)
        {
            return there;
        }

        var (text, stop) = NoticeIntake.Read(fileName, bytes, internalConfirmed);
        if (text is null)
        {
            return stop!;
        }

        var notice = NoticeParser.Parse(text);
        return NoticeIntake.HoldsNotice(notice)
            ? await CommitAsync(db, notice, bytes, sha256, by, progress, cancellation)
            : ImportResult.Refuse(fileName, NoticeIntake.NoNotice);
    }

    /// <summary>
    /// Takes a made-up notice all the way, several times, and undoes it, so that the first import of a day does not wait while the
    /// runtime compiles the reader, the model of the database and its queries.
    /// </summary>
    public async Task RehearseAsync(CancellationToken cancellation)
    {
        // The runtime compiles a method well only after some thirty calls; it does so in the background, between the rounds.
        for (var round = 0; round < Rounds; round++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var notice = NoticeParser.Parse(SourceReader.Read(Encoding.UTF8.GetBytes(Rehearsal), "预演.txt").Text!);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await SaveAsync(db, notice, [], "", Actor.Portal, null, cancellation);
            await transaction.RollbackAsync(cancellation);
        }
    }

    private const int Rounds = 4;

    // Only numbers of rows are used up. Its organ has a place, which is looked up and made; it names many, as a gazette does.
    private static readonly string[] Organs =
    [
        "市发展改革委", "市教育局", "市科技局", "市公安局", "市民政局", "市司法局", "市财政局", "市人力资源社会保障局", "市自然资源局", "市生态环境局",
        "市住房城乡建设局", "市交通运输局", "市水利局", "市农业农村局", "市商务局", "市文化广电旅游局", "市卫生健康委", "市应急管理局", "市审计局", "市统计局",
    ];

    private static readonly string Rehearsal = "北京市人民政府办公厅关于印发试行工作方案的通知\n一、主要任务\n" + string.Concat(Organs.Select((organ, i) => $"""
        （一）建立台账。逐项登记，覆盖率达到90%以上。（牵头单位：{organ}；责任单位：{Organs[(i + 7) % Organs.Length]}，各县（区）人民政府；完成时限：2031年6月底前）
        （二）定期通报。（市政府办公室负责，长期坚持）

        """));

    private async Task<ImportResult> CommitAsync(
        TrackerDb db, ParsedNotice notice, byte[] bytes, string sha256, Actor by, IProgress<ImportStep>? progress, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            var result = await SaveAsync(db, notice, bytes, sha256, by, progress, cancellation);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ImportResult.Refuse(notice.Source.FileName, "导入期间有人办理了旧版的任务，没有导入。请再导入一次。");
        }
    }

    // Within the transaction that its caller has begun and ends.
    private async Task<ImportResult> SaveAsync(
        TrackerDb db, ParsedNotice notice, byte[] bytes, string sha256, Actor by, IProgress<ImportStep>? progress, CancellationToken cancellation)
    {
        progress?.Report(ImportStep.Matching);
        await RegisterLock.TakeAsync(db, cancellation);
        if (await AlreadyThereAsync(db, sha256, notice.Source.FileName, cancellation) is { } there)
        {
            return there;
        }

        var now = time.GetUtcNow();
        var file = new SourceFile
        {
            FileName = notice.Source.FileName,
            Sha256 = sha256,
            Content = bytes,
            Lines = [.. notice.Source.Lines],
            Diagnostics = [.. notice.Diagnostics.Select(d => $"{d.Line}: {d.Message}")],
            ImportedAt = now,
            ImportedBy = by.Name,
        };
        await new ImportCommit(db, by, now).SaveAsync(DraftReading.Of(notice), file, () => progress?.Report(ImportStep.Saving), cancellation);
        return Done(notice.Source.FileName, await ImportCommit.ImportedAsync(db, sha256, cancellation));
    }

    private static ImportResult Done(string fileName, IReadOnlyList<ImportedDocument> documents) => new(
        ImportOutcome.Imported, fileName,
        $"已导入{documents.Count}份文件，共{documents.Sum(d => d.Tasks)}项任务，其中{documents.Sum(d => d.Assigned)}项已明确责任单位。{NewVersions(documents)}", documents);

    private static string NewVersions(IReadOnlyList<ImportedDocument> documents) => documents.Count(d => d.IsNewVersion) switch
    {
        0 => "",
        var versions => $"{versions}份与已有文件文号相同，作为新版本导入：{documents.Sum(d => d.GoingOn)}项任务接着办理，进展保留。",
    };

    private static async Task<ImportResult?> AlreadyThereAsync(TrackerDb db, string sha256, string fileName, CancellationToken cancellation)
    {
        var there = await ImportCommit.ImportedAsync(db, sha256, cancellation);
        return there.Count == 0
            ? null
            : new ImportResult(ImportOutcome.AlreadyThere, fileName, "这个文件以前已经导入过，没有作任何改动。", there);
    }
}
