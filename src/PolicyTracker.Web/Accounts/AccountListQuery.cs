using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Accounts;

/// <summary>What can stand in an account's way; the first that applies is shown.</summary>
public enum AccountState
{
    Disabled,
    Locked,
    MustChangePassword,
    Active,
}

public static class AccountStates
{
    public static string Word(this AccountState state) => state switch
    {
        AccountState.Disabled => "已停用",
        AccountState.Locked => "已锁定",
        AccountState.MustChangePassword => "待换密码",
        AccountState.Active => "正常",
    };
}

public sealed record AccountRow(
    int Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, int JurisdictionId, string Jurisdiction, int? DepartmentId, string? Department,
    DateTimeOffset? DisabledAt, DateTimeOffset? LockoutEnd, bool MustChangePassword, string? Version)
{
    public AccountState StateAt(DateTimeOffset now) =>
        DisabledAt is not null ? AccountState.Disabled
        : LockoutEnd > now ? AccountState.Locked
        : MustChangePassword ? AccountState.MustChangePassword
        : AccountState.Active;
}

public sealed record AccountFilter
{
    /// <summary>Part of the person's name or of the user name.</summary>
    public string? Q { get; init; }

    public string? Role { get; init; }

    /// <summary>This jurisdiction and all below it.</summary>
    public int? Jurisdiction { get; init; }

    /// <summary>Part of the department's name.</summary>
    public string? Department { get; init; }

    public AccountState? State { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;

    public int Chosen => new object?[] { Q, Role, Jurisdiction, Department, State }.Count(chosen => chosen is not null);
}

/// <summary>The accounts that an administrator manages.</summary>
public static class AccountListQuery
{
    public static async Task<PageOf<AccountRow>> PageAsync(TrackerDb db, Actor actor, AccountFilter filter, DateTimeOffset now, CancellationToken cancellation)
    {
        var matching = Matching(db, actor, filter, now);
        var total = await matching.CountAsync(cancellation);
        var items = await Rows(db, matching
            .OrderBy(a => a.Jurisdiction!.Path).ThenBy(a => a.DepartmentId != null).ThenBy(a => a.UserName)
            .Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize)).ToListAsync(cancellation);
        return new PageOf<AccountRow>(items, total, filter.Page, filter.PageSize);
    }

    /// <summary>Null when there is none or it is not managed by this administrator.</summary>
    public static Task<AccountRow?> FindAsync(TrackerDb db, Actor actor, int id, CancellationToken cancellation) =>
        Rows(db, Managed(db, actor).Where(a => a.Id == id)).SingleOrDefaultAsync(cancellation);

    private static IQueryable<Account> Managed(TrackerDb db, Actor actor) => actor.Is(AccountRole.Administrator)
        ? db.Users.AsNoTracking().ManagedBy(actor)
        : throw new ForbiddenException("只有管理员可以管理账号。");

    private static IQueryable<Account> Matching(TrackerDb db, Actor actor, AccountFilter filter, DateTimeOffset now)
    {
        var accounts = Managed(db, actor);
        if (filter.Q is { } words)
        {
            accounts = accounts.Where(a => a.DisplayName.Contains(words) || a.UserName!.Contains(words));
        }

        if (filter.Role is { } role)
        {
            accounts = accounts.Where(a => db.UserRoles.Any(right => right.UserId == a.Id && db.Roles.Any(r => r.Id == right.RoleId && r.Name == role)));
        }

        if (filter.Jurisdiction is { } jurisdiction)
        {
            accounts = accounts.Where(a => a.Jurisdiction!.Path.StartsWith(db.Jurisdictions.Where(j => j.Id == jurisdiction).Select(j => j.Path).First()));
        }

        if (filter.Department is { } department)
        {
            accounts = accounts.Where(a => a.Department!.Name.Contains(department));
        }

        return filter.State switch
        {
            AccountState.Disabled => accounts.Where(a => a.DisabledAt != null),
            AccountState.Locked => accounts.Where(a => a.DisabledAt == null && a.LockoutEnd > now),
            AccountState.MustChangePassword => accounts.Where(a => a.DisabledAt == null && (a.LockoutEnd == null || a.LockoutEnd <= now) && a.MustChangePassword),
            AccountState.Active => accounts.Where(a => a.DisabledAt == null && (a.LockoutEnd == null || a.LockoutEnd <= now) && !a.MustChangePassword),
            null => accounts,
        };
    }

    private static IQueryable<AccountRow> Rows(TrackerDb db, IQueryable<Account> accounts) => accounts.Select(a => new AccountRow(
        a.Id, a.UserName!, a.DisplayName,
        db.UserRoles.Where(right => right.UserId == a.Id).Join(db.Roles, right => right.RoleId, r => r.Id, (_, r) => r).OrderBy(r => r.Id).Select(r => r.Name!).ToList(),
        a.JurisdictionId, a.Jurisdiction!.Name, a.DepartmentId, a.Department!.Name, a.DisabledAt, a.LockoutEnd, a.MustChangePassword, a.ConcurrencyStamp));
}
