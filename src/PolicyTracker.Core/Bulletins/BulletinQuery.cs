using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>What is asked of the list.</summary>
/// <param name="Jurisdiction">And all below it.</param>
public sealed record BulletinFilter(int? Jurisdiction = null, int? Year = null, BulletinState? State = null, int Page = 1, int PageSize = 20);

public sealed record BulletinRow(int Id, string Jurisdiction, int Year, int Number, string Title, DateOnly FromOn, DateOnly UntilOn, BulletinState State, DateOnly? IssuedOn)
{
    public BulletinPeriod Period => new(FromOn, UntilOn);
}

/// <summary>One bulletin with its acts, the newest first.</summary>
public sealed record BulletinView(
    int Id, int JurisdictionId, string Jurisdiction, int Year, BulletinContent Content, BulletinPeriod Period, BulletinFigures Figures, DateTimeOffset CountedAt,
    BulletinState State, DateOnly? IssuedOn, uint Version, IReadOnlyList<BulletinEntry> History, IReadOnlyList<BulletinAct> Possible)
{
    /// <summary>〔2031〕第3期.</summary>
    public string NumberInWords => $"〔{Year}〕第{Content.Number}期";

    /// <summary>Why it was returned or withdrawn, where that is how it stands now.</summary>
    public BulletinEntry? LastRefusal => History.FirstOrDefault(entry => entry.FromState != entry.ToState) is { Act: BulletinAct.Return or BulletinAct.Withdraw } entry ? entry : null;
}

/// <summary>How many bulletins wait for a person, and for what.</summary>
public sealed record BulletinWaiting(BulletinState State, int Count);

/// <summary>The bulletins that a person may read.</summary>
public static class BulletinQuery
{
    public static async Task<PageOf<BulletinRow>> PageAsync(TrackerDb db, Actor actor, BulletinFilter filter, CancellationToken cancellation = default)
    {
        var found = db.Bulletins.AsNoTracking().ReadableBy(actor);
        if (filter.Jurisdiction is { } top)
        {
            found = found.Where(one => one.Jurisdiction!.Path.StartsWith(db.Jurisdictions.Where(place => place.Id == top).Select(place => place.Path).First()));
        }

        found = found.Where(one => (filter.Year == null || one.Year == filter.Year) && (filter.State == null || one.State == filter.State));
        var rows = await found
            .OrderByDescending(one => one.Year).ThenBy(one => one.Jurisdiction!.Path).ThenByDescending(one => one.Number).ThenByDescending(one => one.Id)
            .Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize)
            .Select(one => new BulletinRow(one.Id, one.Jurisdiction!.Name, one.Year, one.Number, one.Title, one.FromOn, one.UntilOn, one.State, one.IssuedOn))
            .ToListAsync(cancellation);
        return new PageOf<BulletinRow>(rows, await found.CountAsync(cancellation), filter.Page, filter.PageSize);
    }

    /// <summary>The years that the list can be filtered by, the newest first.</summary>
    public static Task<List<int>> YearsAsync(TrackerDb db, Actor actor, CancellationToken cancellation = default) =>
        db.Bulletins.ReadableBy(actor).Select(one => one.Year).Distinct().OrderDescending().ToListAsync(cancellation);

    public static async Task<BulletinView?> FindAsync(TrackerDb db, Actor actor, int id, CancellationToken cancellation = default)
    {
        var found = await db.Bulletins.AsNoTracking().ReadableBy(actor).Include(one => one.Jurisdiction).Include(one => one.History)
            .SingleOrDefaultAsync(one => one.Id == id, cancellation);
        return found is null ? null : new BulletinView(
            found.Id, found.JurisdictionId, found.Jurisdiction!.Name, found.Year, found.Content, found.Period, found.Figures, found.CountedAt, found.State, found.IssuedOn,
            found.Version, [.. found.History.OrderByDescending(entry => entry.Id)], LifeOfABulletin.Possible(found.State, actor));
    }

    /// <summary>To a leader what is to be approved, to a supervisor what was approved and is to be issued; nothing to the others.</summary>
    public static async Task<BulletinWaiting?> WaitingAsync(TrackerDb db, Actor actor, CancellationToken cancellation = default)
    {
        BulletinState? state = actor.Is(AccountRole.Leader) ? BulletinState.Submitted : actor.Is(AccountRole.Supervisor) ? BulletinState.Approved : null;
        return state is { } awaited && await db.Bulletins.ReadableBy(actor).CountAsync(one => one.State == awaited, cancellation) is > 0 and var count
            ? new BulletinWaiting(awaited, count)
            : null;
    }
}
