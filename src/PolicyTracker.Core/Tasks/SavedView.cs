using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Tasks;

/// <summary>视图: a filter with its order, its groups and its columns, under a name. What it shows depends on who opens it.</summary>
public sealed class SavedView
{
    public const int MaxName = 30;

    public int Id { get; init; }

    /// <summary>Whose it is: nobody else changes it.</summary>
    public int AccountId { get; init; }

    public Account? Account { get; init; }

    public required string Name { get; set; }

    /// <summary>Seen by everybody of <see cref="JurisdictionId"/> and below; else by its owner alone.</summary>
    public bool IsShared { get; set; }

    /// <summary>The owner's when it was saved.</summary>
    public int JurisdictionId { get; set; }

    public Jurisdiction? Jurisdiction { get; init; }

    public required TaskFilter Filter { get; set; }

    public TaskGrouping? Grouping { get; set; }

    public required LedgerLayout Layout { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

public static class SavedViews
{
    /// <summary>Own ones, and those that somebody shared with the jurisdiction of this person or one above it.</summary>
    public static IQueryable<SavedView> VisibleTo(this IQueryable<SavedView> views, Actor actor) => views.Where(view =>
        view.AccountId == actor.AccountId || (view.IsShared && actor.JurisdictionPath.StartsWith(view.Jurisdiction!.Path)));

    /// <summary>督查、领导、管理: who answers for a jurisdiction says how all of it may look at the ledger.</summary>
    public static bool MayShare(Actor actor) => actor.Is(AccountRole.Supervisor) || actor.Is(AccountRole.Leader) || actor.Is(AccountRole.Administrator);
}
