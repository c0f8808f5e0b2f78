using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>
/// 核对: one person at one draft. Holds what the draft says now; each step is saved at once upon the revision that was seen, so
/// that of two people the later is told and a closed browser loses nothing.
/// </summary>
public sealed class DraftSession
{
    private readonly IDbContextFactory<TrackerDb> databases;
    private readonly TimeProvider time;
    private readonly DraftNotice reading;
    private int revision;

    private DraftSession(IDbContextFactory<TrackerDb> databases, TimeProvider time, ImportDraft draft, DraftNotice reading)
    {
        (this.databases, this.time, this.reading) = (databases, time, reading);
        (Id, FileName, Lines, Notice, Standing) = (draft.Id, draft.FileName, draft.File!.Lines, reading, new DraftStanding(new Dictionary<int, DocumentStanding>()));
    }

    public int Id { get; }

    public string FileName { get; }

    /// <summary>The printed text: line n is <c>Lines[n - 1]</c>.</summary>
    public IReadOnlyList<string> Lines { get; }

    public DraftNotice Notice { get; private set; }

    public DraftStanding Standing { get; private set; }

    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    /// <summary>Steps that hold, the last of them last.</summary>
    public IReadOnlyList<DraftStep> Steps { get; private set; } = [];

    public bool CanUndo => Steps.Count > 0;

    public bool CanRedo { get; private set; }

    public int Revision => revision;

    /// <summary>Somebody else who had it open within the last minutes; null when nobody has.</summary>
    public string? Other { get; private set; }

    /// <summary>Opens a draft that is being checked; null when there is none, or it is not the person's to see.</summary>
    public static async Task<DraftSession?> OpenAsync(
        IDbContextFactory<TrackerDb> databases, TimeProvider time, Actor by, int id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.ImportDrafts.VisibleTo(by).AsNoTracking().Include(d => d.File)
            .SingleOrDefaultAsync(d => d.Id == id && d.State == DraftState.Open, cancellation);
        if (draft is null)
        {
            return null;
        }

        var session = new DraftSession(databases, time, draft, StoredJson.Read<DraftNotice>(draft.File!.Reading!));
        await session.TakeOverAsync(db, draft, cancellation);
        session.Other = draft.WorkedById != by.AccountId && draft.WorkedAt > time.GetUtcNow() - Presence ? draft.WorkedBy : null;
        if (session.Other is null)
        {
            await db.ImportDrafts.Where(d => d.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.WorkedBy, by.Name).SetProperty(d => d.WorkedById, by.AccountId).SetProperty(d => d.WorkedAt, time.GetUtcNow()), cancellation);
        }

        return session;
    }

    // Longer than one needs to look something up, shorter than lunch.
    private static readonly TimeSpan Presence = TimeSpan.FromMinutes(10);

    /// <summary>Takes a correction; the doubts that it answers are done with, and those that <paramref name="settles"/> names.</summary>
    public async Task StepAsync(Actor by, string words, IReadOnlyList<DraftEdit> edits, IEnumerable<string>? settles = null, CancellationToken cancellation = default)
    {
        var answered = Doubts.Where(doubt => edits.Any(doubt.IsAnsweredBy)).Select(doubt => doubt.Key).Concat(settles ?? []).Distinct(StringComparer.Ordinal);
        var step = new DraftStep(by.Name, time.GetUtcNow(), edits, [.. answered]) { Words = words };
        // A step that no longer fits is told before anything is written.
        Notice.Apply(step);
        await ChangeAsync(by, draft => draft.Take(step), cancellation);
    }

    public Task UndoAsync(Actor by, CancellationToken cancellation = default) => ChangeAsync(by, draft => draft.Undo(), cancellation);

    public Task RedoAsync(Actor by, CancellationToken cancellation = default) => ChangeAsync(by, draft => draft.Redo(), cancellation);

    /// <summary>What others have done meanwhile.</summary>
    public async Task ReloadAsync(Actor by, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await FindAsync(db.ImportDrafts.AsNoTracking(), by, cancellation);
        await TakeOverAsync(db, draft, cancellation);
    }

    private async Task ChangeAsync(Actor by, Action<ImportDraft> change, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        var draft = await FindAsync(db.ImportDrafts, by, cancellation);
        if (draft.Revision != revision)
        {
            throw Stale(draft.WorkedBy);
        }

        change(draft);
        var (notice, standing, doubts) = await LookAsync(db, draft, cancellation);
        draft.Count(notice.Tasks.Count(), doubts.Count);
        draft.WorkOn(by, time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Stale(null);
        }

        Take(draft, notice, standing, doubts);
        Other = null;
    }

    private async Task<ImportDraft> FindAsync(IQueryable<ImportDraft> drafts, Actor by, CancellationToken cancellation)
    {
        var draft = await drafts.VisibleTo(by).SingleOrDefaultAsync(d => d.Id == Id, cancellation) ?? throw new NotFoundException("没有这份草稿，或者它不在您的范围之内。");
        return draft.State == DraftState.Open ? draft : throw new StaleException($"这份草稿{draft.State.Word()}（{draft.WorkedBy}），不能再修改。");
    }

    private async Task TakeOverAsync(TrackerDb db, ImportDraft draft, CancellationToken cancellation)
    {
        var (notice, standing, doubts) = await LookAsync(db, draft, cancellation);
        Take(draft, notice, standing, doubts);
    }

    private async Task<(DraftNotice Notice, DraftStanding Standing, IReadOnlyList<Doubt> Doubts)> LookAsync(TrackerDb db, ImportDraft draft, CancellationToken cancellation)
    {
        var notice = draft.Holding.Aggregate(reading, (state, step) => state.Apply(step));
        var standing = await DraftStanding.OfAsync(db, notice, Lines, Standing, cancellation);
        return (notice, standing, DoubtList.Of(notice, standing));
    }

    private void Take(ImportDraft draft, DraftNotice notice, DraftStanding standing, IReadOnlyList<Doubt> doubts)
    {
        (Notice, Standing, Doubts) = (notice, standing, doubts);
        (Steps, CanRedo, revision) = ([.. draft.Holding], draft.Undone > 0, draft.Revision);
    }

    private static StaleException Stale(string? who) =>
        new($"{who ?? "别人"}刚刚改过这份草稿，您的修改还没有保存。下面已是最新内容，您填写的还在，请看过以后再保存一次。");
}
