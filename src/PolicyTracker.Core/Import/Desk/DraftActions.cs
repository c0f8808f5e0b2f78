using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>Brings files in as drafts, and gives drafts up. What is done within a draft, <see cref="DraftSession"/> does.</summary>
public sealed class DraftActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>
    /// Stores a draft of the file unless it must not or need not be: a secret text leaves nothing, not even its name, and one
    /// marked 内部 nothing until somebody says that it may.
    /// </summary>
    public async Task<ImportResult> BringInAsync(Actor by, string fileName, byte[] bytes, bool internalConfirmed = false, CancellationToken cancellation = default)
    {
        RequireMayImport(by);
        var sha256 = NoticeIntake.Sha256(bytes);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        if (await db.IsDrillAsync(cancellation))
        {
            return ImportResult.Refuse(fileName, DrillMark.Refusal);
        }

        if (await ThereAsync(db, sha256, fileName, cancellation) is { } there)
        {
            return there;
        }

        var (text, stop) = NoticeIntake.Read(fileName, bytes, internalConfirmed);
        if (text is null)
        {
            return stop!;
        }

        var draft = new ImportDraft
        {
            JurisdictionId = by.JurisdictionId,
            FileName = fileName,
            Sha256 = sha256,
            BroughtBy = by.Name,
            BroughtAt = time.GetUtcNow(),
            File = new DraftFile { Content = bytes, Lines = [.. text.Lines.Select(line => line.Replace("\0", "", StringComparison.Ordinal))] },
        };
        db.ImportDrafts.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same file by somebody else this instant.
            db.ChangeTracker.Clear();
            return await ThereAsync(db, sha256, fileName, cancellation) ?? throw new RuleException("这个文件刚刚被别人处理过，请重新选择。");
        }

        return new ImportResult(ImportOutcome.Drafted, fileName, "已接收，服务器识别后即可核对。", []) { DraftId = draft.Id };
    }

    /// <summary>放弃, also while it is still being read.</summary>
    public async Task DiscardAsync(Actor by, int id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        var draft = await db.ImportDrafts.VisibleTo(by).Include(d => d.File).SingleOrDefaultAsync(d => d.Id == id, cancellation)
            ?? throw new NotFoundException("没有这份草稿，或者它不在您的范围之内。");
        draft.Discard();
        draft.WorkOn(by, time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException("这份草稿刚刚被别人改动过，没有放弃。请看过最新情况再决定。");
        }
    }

    internal static void RequireMayImport(Actor by)
    {
        if (!by.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以导入文件。");
        }
    }

    private static async Task<ImportResult?> ThereAsync(TrackerDb db, string sha256, string fileName, CancellationToken cancellation)
    {
        var imported = await ImportCommit.ImportedAsync(db, sha256, cancellation);
        if (imported.Count > 0)
        {
            return new ImportResult(ImportOutcome.AlreadyThere, fileName, "这个文件以前已经导入过，没有作任何改动。", imported);
        }

        var live = await db.ImportDrafts.Where(d => d.Sha256 == sha256 && (d.State == DraftState.Reading || d.State == DraftState.Open))
            .Select(d => new { d.Id, d.BroughtBy }).SingleOrDefaultAsync(cancellation);
        return live is null
            ? null
            : new ImportResult(ImportOutcome.AlreadyThere, fileName, $"同一个文件已由{live.BroughtBy}接收，正在核对，没有重复接收。", []) { DraftId = live.Id };
    }
}

public static class DraftRights
{
    /// <summary>Drafts that an administrator brought in whose jurisdiction is the own one or below; nothing for others.</summary>
    public static IQueryable<ImportDraft> VisibleTo(this IQueryable<ImportDraft> drafts, Actor actor)
    {
        DraftActions.RequireMayImport(actor);
        var path = actor.JurisdictionPath;
        return drafts.Where(draft => draft.Jurisdiction!.Path.StartsWith(path));
    }
}
