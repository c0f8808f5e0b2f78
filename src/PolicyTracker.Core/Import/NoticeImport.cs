using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Core.Import;

/// <summary>导入: reads a notice file and stores its documents and tasks, all or nothing.</summary>
public sealed class NoticeImport(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int MaxBytes = SourceLimits.MostBytes;

    // One import at a time: two that meet the same new department would both make it.
    private const long LockKey = 0x696D706F7274;

    /// <param name="internalConfirmed">Somebody was asked about a text marked 工作秘密 or 内部 and said that it may be stored here.</param>
    public async Task<ImportResult> ImportAsync(
        string fileName, byte[] bytes, Actor by, IProgress<ImportStep>? progress = null, bool internalConfirmed = false, CancellationToken cancellation = default)
    {
        if (!by.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以导入文件。");
        }

        progress?.Report(ImportStep.Reading);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        if (await AlreadyThereAsync(db, sha256, fileName, cancellation) is { } there)
        {
            return there;
        }

        if (bytes.Length > MaxBytes)
        {
            return ImportResult.Refuse(fileName, $"文件超过{MaxBytes / 1024 / 1024}MB，未导入。请拆分后再导入。");
        }

        var reading = SourceReader.Read(bytes, fileName);
        if (reading.Text is null)
        {
            return ImportResult.Refuse(fileName, reading.Refusal!);
        }

        if (Secrecy(fileName, reading.Text, internalConfirmed) is { } stop)
        {
            return stop;
        }

        var notice = NoticeParser.Parse(reading.Text);
        return notice.Documents.All(IsNoNotice)
            ? ImportResult.Refuse(fileName, "没有从文件中读到任何通知。请确认文件内容是否完整，或换成文字版后再导入。")
            : await CommitAsync(db, notice, bytes, sha256, by, progress, cancellation);
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

    // Its organ has no place, so that no jurisdiction is made: only numbers of rows are used up.
    private static readonly string Rehearsal = "关于印发试行工作方案的通知\n一、主要任务\n" + string.Concat(Enumerable.Repeat("""
        （一）建立台账。逐项登记，覆盖率达到90%以上。（牵头单位：市发展改革委；责任单位：市财政局，各县（区）人民政府；完成时限：2031年6月底前）
        （二）定期通报。（市政府办公室负责，长期坚持）

        """, 20));

    // Any text has a first line; a notice has at least a number, an organ that issued it, or work that it hands out.
    private static bool IsNoNotice(ParsedDocument document) =>
        document.DocNumber is null && document.Issuer is null && document.Tasks.Count == 0;

    // The name of a secret file is not repeated, so that no log and no list can keep it.
    private static ImportResult? Secrecy(string fileName, SourceText text, bool internalConfirmed) => SecrecyMark.Find(text) switch
    {
        { Level: SecrecyLevel.StateSecret } found => ImportResult.Refuse(
            ImportResult.HiddenName, $"文件第{found.Line}行标有密级“{found.Mark}”。本系统不得存放涉密文件，没有保存任何内容，请按保密规定处理。"),
        { Level: SecrecyLevel.AskFirst } found when !internalConfirmed => new ImportResult(
            ImportOutcome.AskFirst, fileName, $"文件第{found.Line}行标有“{found.Mark}”，还没有保存任何内容。请确认它可以存放在本系统，再继续导入。", []),
        _ => null,
    };

    private async Task<ImportResult> CommitAsync(
        TrackerDb db, ParsedNotice notice, byte[] bytes, string sha256, Actor by, IProgress<ImportStep>? progress, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await SaveAsync(db, notice, bytes, sha256, by, progress, cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    // Within the transaction that its caller has begun and ends.
    private async Task<ImportResult> SaveAsync(
        TrackerDb db, ParsedNotice notice, byte[] bytes, string sha256, Actor by, IProgress<ImportStep>? progress, CancellationToken cancellation)
    {
        progress?.Report(ImportStep.Matching);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
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
        var register = new DepartmentRegister(db);
        var documents = new List<PolicyDocument>();
        foreach (var read in notice.Documents)
        {
            documents.Add(await DocumentAsync(register, read, file, by, now, cancellation));
        }

        progress?.Report(ImportStep.Saving);
        db.Documents.AddRange(documents);
        await Recipients.TellAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
        // What is known from now on: the departments have their numbers only after the first save.
        documents.ForEach(document => document.Tasks.ForEach(task => task.OpenInterval()));
        await db.SaveChangesAsync(cancellation);
        return Done(notice.Source.FileName, await ImportedAsync(db, sha256, cancellation));
    }

    private static ImportResult Done(string fileName, IReadOnlyList<ImportedDocument> documents) => new(
        ImportOutcome.Imported, fileName,
        $"已导入{documents.Count}份文件，共{documents.Sum(d => d.Tasks)}项任务，其中{documents.Sum(d => d.Assigned)}项已明确责任单位。", documents);

    private static async Task<PolicyDocument> DocumentAsync(
        DepartmentRegister register, ParsedDocument read, SourceFile file, Actor by, DateTimeOffset now, CancellationToken cancellation)
    {
        var jurisdiction = await register.JurisdictionOfAsync(read.Issuer, cancellation);
        if (!by.Reads(jurisdiction.Path))
        {
            throw new ForbiddenException($"《{read.Title}》属于{jurisdiction.Name}，不在您的辖区之内，未导入。");
        }

        var document = new PolicyDocument
        {
            SourceFile = file,
            JurisdictionId = jurisdiction.Id,
            Title = read.Title,
            DocumentNumber = read.DocNumber,
            IssuingAuthority = read.Issuer,
            Addressees = read.Addressees,
            IndexNumber = read.IndexNumber,
            IssuedOn = read.IssuedOn,
            PublishedOn = read.PublishedOn,
            FirstLine = read.Lines.First,
            LastLine = read.Lines.Last,
            ImportedAt = now,
        };
        foreach (var task in read.Tasks)
        {
            var responsibilities = new List<Responsibility>();
            foreach (var printed in task.Departments)
            {
                var department = await register.FindOrAddAsync(printed.Name, printed.Kind, jurisdiction, cancellation);
                responsibilities.Add(new Responsibility
                {
                    Position = responsibilities.Count,
                    Role = printed.Role,
                    PrintedName = printed.Name,
                    Note = printed.Note,
                    Department = department,
                });
            }

            document.Tasks.Add(PolicyTask.FromNotice(task, document.Tasks.Count + 1, jurisdiction.Id, responsibilities, read.IssuedOn ?? read.PublishedOn, by, now));
        }

        return document;
    }

    private static async Task<ImportResult?> AlreadyThereAsync(TrackerDb db, string sha256, string fileName, CancellationToken cancellation)
    {
        var there = await ImportedAsync(db, sha256, cancellation);
        return there.Count == 0
            ? null
            : new ImportResult(ImportOutcome.AlreadyThere, fileName, "这个文件以前已经导入过，没有作任何改动。", there);
    }

    private static Task<List<ImportedDocument>> ImportedAsync(TrackerDb db, string sha256, CancellationToken cancellation) =>
        db.Documents
            .Where(document => document.SourceFile!.Sha256 == sha256)
            .OrderBy(document => document.FirstLine)
            .Select(document => new ImportedDocument(
                document.Id, document.Title, document.Jurisdiction!.Name,
                document.Tasks.Count, document.Tasks.Count(task => task.State != TaskState.Draft)))
            .ToListAsync(cancellation);
}
