using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <param name="Owner">Null for one's own.</param>
public sealed record SavedViewRow(int Id, string Name, bool IsShared, string? Owner, string Jurisdiction, TaskFilter Filter, TaskGrouping? Grouping, LedgerLayout Layout)
{
    public bool IsOwn => Owner is null;

    public ViewContent Content => new(Filter, Grouping, Layout);
}

/// <summary>What a person has to look at the ledger with.</summary>
/// <param name="Views">Own ones first, by name.</param>
/// <param name="DefaultViewId">Null where there is none, or it is not shared any more.</param>
public sealed record LedgerPreferences(IReadOnlyList<SavedViewRow> Views, int? DefaultViewId, LedgerLayout Layout)
{
    public SavedViewRow? View(int? id) => Views.FirstOrDefault(view => view.Id == id);
}

public static class SavedViewQuery
{
    public static async Task<LedgerPreferences> LoadAsync(TrackerDb db, Actor actor, CancellationToken cancellation = default)
    {
        var views = await db.SavedViews.AsNoTracking().VisibleTo(actor)
            .OrderBy(view => view.AccountId != actor.AccountId).ThenBy(view => EF.Functions.Collate(view.Name, "zh-x-icu")).ThenBy(view => view.Id)
            .Select(view => new SavedViewRow(
                view.Id, view.Name, view.IsShared, view.AccountId == actor.AccountId ? null : view.Account!.DisplayName, view.Jurisdiction!.Name,
                view.Filter, view.Grouping, view.Layout))
            .ToListAsync(cancellation);
        var own = await db.AccountPreferences.AsNoTracking().SingleOrDefaultAsync(each => each.AccountId == actor.AccountId, cancellation);
        return new LedgerPreferences(views, views.Find(view => view.Id == own?.DefaultViewId)?.Id, own?.Layout ?? LedgerLayout.Usual);
    }
}
