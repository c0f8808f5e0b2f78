using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Accounts;

/// <summary>How a person likes the portal to look; there is a row as soon as something differs from the usual.</summary>
public sealed class AccountPreferences
{
    public int AccountId { get; init; }

    /// <summary>The columns of the ledger where no view says others; null: the usual ones.</summary>
    public LedgerLayout? Layout { get; set; }

    /// <summary>The view that the ledger opens with.</summary>
    public int? DefaultViewId { get; set; }

    /// <summary>长者模式: larger type, stronger contrast.</summary>
    public bool IsLarge { get; set; }

    /// <summary>Those of the person, tracked, to be changed and saved.</summary>
    internal static async Task<AccountPreferences> OfAsync(TrackerDb db, Actor actor, CancellationToken cancellation)
    {
        var account = actor.AccountId ?? throw new ForbiddenException("只有登录的人员可以保存设置。");
        var known = await db.AccountPreferences.SingleOrDefaultAsync(each => each.AccountId == account, cancellation);
        return known ?? db.AccountPreferences.Add(new AccountPreferences { AccountId = account }).Entity;
    }
}
