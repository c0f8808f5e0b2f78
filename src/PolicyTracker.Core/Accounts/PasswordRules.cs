using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Accounts;

/// <summary>Which passwords are taken, and how an account gets a new one.</summary>
public sealed class PasswordRules(IPasswordHasher<Account> hasher, IOptions<AccountPolicy> policy, TimeProvider time)
{
    private const string Small = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>For a field's hint.</summary>
    public string InWords => $"至少{policy.Value.PasswordLength}位，小写字母、大写字母、数字、符号中至少{policy.Value.PasswordClasses}类；不能与最近{policy.Value.PasswordHistory}次用过的相同，不能包含用户名。";

    /// <summary>Of every class, without signs that look alike when they are read out.</summary>
    public static string Generated() => $"P7-{RandomNumberGenerator.GetString(Small + Digits, 13)}";

    /// <summary>Null when the password is taken.</summary>
    public async Task<string?> ProblemAsync(TrackerDb db, Account account, string password, CancellationToken cancellation) =>
        password.Length < policy.Value.PasswordLength ? $"密码至少{policy.Value.PasswordLength}位。"
        : Classes(password) < policy.Value.PasswordClasses ? $"密码应包含小写字母、大写字母、数字、符号中的至少{policy.Value.PasswordClasses}类。"
        : password.Contains(account.UserName!, StringComparison.OrdinalIgnoreCase) ? "密码不能包含用户名。"
        : await WasUsedAsync(db, account, password, cancellation) ? $"不能使用最近{policy.Value.PasswordHistory}次用过的密码。"
        : null;

    /// <summary>Sets it and remembers the one before; everybody who is signed in with the account is signed out.</summary>
    public void Set(TrackerDb db, Account account, string password, bool mustChange)
    {
        if (account is { Id: > 0, PasswordHash: { } former })
        {
            db.PasswordHistory.Add(new PasswordHistoryEntry { AccountId = account.Id, Hash = former, At = time.GetUtcNow() });
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        account.PasswordChangedAt = account.IsDemo ? null : time.GetUtcNow();
        account.MustChangePassword = mustChange && !account.IsDemo;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public bool Fits(Account account, string password) => Fits(account, account.PasswordHash, password);

    private bool Fits(Account account, string? hash, string password) =>
        hash is not null && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    private async Task<bool> WasUsedAsync(TrackerDb db, Account account, string password, CancellationToken cancellation)
    {
        var former = await db.PasswordHistory.AsNoTracking()
            .Where(p => p.AccountId == account.Id)
            .OrderByDescending(p => p.At)
            .Take(policy.Value.PasswordHistory - 1)
            .Select(p => p.Hash)
            .ToListAsync(cancellation);
        return former.Prepend(account.PasswordHash).Any(hash => Fits(account, hash, password));
    }

    private static int Classes(string password) =>
        new[] { char.IsAsciiLetterLower, char.IsAsciiLetterUpper, char.IsAsciiDigit, (Func<char, bool>)(c => !char.IsAsciiLetterOrDigit(c)) }
            .Count(password.Any);
}
