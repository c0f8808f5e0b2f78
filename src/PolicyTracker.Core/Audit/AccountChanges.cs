using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Audit;

/// <summary>What a changed row of an account means; never a hash, a stamp or a secret.</summary>
internal static class AccountChanges
{
    public static IEnumerable<Func<AuditDraft>> Of(Account account, EntityEntry entry)
    {
        if (entry.State == EntityState.Added)
        {
            return [() => Draft(AuditAction.AccountCreated, account, $"{account.UserName}，{account.DisplayName}")];
        }

        // Told now: when the save is through, nobody knows what it changed.
        return [.. Changes(account, entry).Select(AuditedChanges.Now)];
    }

    public static Func<AuditDraft> Right(IdentityUserRole<int> right, EntityState state, TrackerDb db)
    {
        var role = db.Roles.Local.FirstOrDefault(known => known.Id == right.RoleId)?.Name;
        var word = role is null ? $"角色{right.RoleId}" : AccountRole.Word(role);
        return AuditedChanges.Now(new(
            state == EntityState.Deleted ? AuditAction.RoleWithdrawn : AuditAction.RoleGranted, "account", AuditedChanges.Id(right.UserId), word));
    }

    private static IEnumerable<AuditDraft> Changes(Account account, EntityEntry entry)
    {
        bool Is(string property) => Differs(entry.Property(property));
        if (Is(nameof(Account.DisplayName)) || Is(nameof(Account.JurisdictionId)) || Is(nameof(Account.DepartmentId)) || Is(nameof(Account.Email)))
        {
            yield return Draft(AuditAction.AccountChanged, account, string.Join('；', Facts(entry)));
        }

        if (Is(nameof(Account.DisabledAt)))
        {
            yield return Draft(account.DisabledAt is null ? AuditAction.AccountEnabled : AuditAction.AccountDisabled, account);
        }

        if (Is(nameof(Account.LockoutEnd)))
        {
            yield return Draft(account.LockoutEnd is null ? AuditAction.AccountUnlocked : AuditAction.AccountLocked, account);
        }

        if (Is(nameof(Account.PasswordHash)))
        {
            yield return Draft(AuditAction.PasswordChanged, account, account.MustChangePassword ? "重置，下次登录须更换" : "");
        }
        else if (Is(nameof(Account.SecurityStamp)))
        {
            yield return Draft(AuditAction.SignedOutEverywhere, account);
        }
    }

    private static IEnumerable<string> Facts(EntityEntry entry)
    {
        foreach (var (property, word) in new[] { (nameof(Account.DisplayName), "姓名"), (nameof(Account.JurisdictionId), "辖区编号"), (nameof(Account.DepartmentId), "单位编号"), (nameof(Account.Email), "邮箱") })
        {
            if (entry.Property(property) is { } changed && Differs(changed))
            {
                yield return $"{word}：{changed.OriginalValue ?? "无"}→{changed.CurrentValue ?? "无"}";
            }
        }
    }

    // Identity marks every column as modified.
    private static bool Differs(PropertyEntry property) => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue);

    private static AuditDraft Draft(string action, Account account, string words = "") =>
        new(action, "account", AuditedChanges.Id(account.Id), words.Length > 0 ? words : account.UserName ?? "");
}
