using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Accounts;

public sealed record DemoAccount(string UserName, string DisplayName, string Place);

/// <summary>The demo accounts and, where it was made just now, their password.</summary>
/// <param name="Password">Null when the accounts were there already and no password was given.</param>
public sealed record DemoAccountsMade(IReadOnlyList<DemoAccount> Accounts, string? Password);

/// <summary>
/// Accounts for trying the portal, made only on the private database: one for each role at 全国, and one of the staff for the
/// busiest department of each jurisdiction.
/// </summary>
public sealed class DemoAccounts(IDbContextFactory<TrackerDb> databases, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer)
{
    private static readonly (string Role, string UserName)[] Central =
        [(AccountRole.Administrator, "admin"), (AccountRole.Supervisor, "supervisor"), (AccountRole.Auditor, "auditor"), (AccountRole.Leader, "leader")];

    /// <summary>Makes what is missing. A given password (PT_DEMO_PASSWORD) holds for all of them from now on.</summary>
    public async Task<DemoAccountsMade> EnsureAsync(string? givenPassword, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE", cancellation);
        var there = await db.Users.Where(account => account.IsDemo).ToListAsync(cancellation);
        var missing = (await WantedAsync(db, cancellation)).Where(wanted => there.All(account => account.UserName != wanted.Account.UserName)).ToList();
        var password = givenPassword ?? (there.Count == 0 ? Generated() : null);
        var hash = password is null ? there[0].PasswordHash! : hasher.HashPassword(there.FirstOrDefault() ?? missing[0].Account, password);
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellation);
        foreach (var (account, _) in missing)
        {
            account.PasswordHash = hash;
            db.Users.Add(account);
        }

        foreach (var account in there.Where(account => givenPassword is not null && !Fits(account, givenPassword)))
        {
            account.PasswordHash = hash;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
        }

        await db.SaveChangesAsync(cancellation);
        db.UserRoles.AddRange(missing.Select(wanted => new IdentityUserRole<int> { UserId = wanted.Account.Id, RoleId = roles[wanted.Role] }));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new DemoAccountsMade(await ListAsync(db, cancellation), password);
    }

    private bool Fits(Account account, string password) =>
        hasher.VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed;

    private static string Generated() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);

    private async Task<List<(Account Account, string Role)>> WantedAsync(TrackerDb db, CancellationToken cancellation)
    {
        var wanted = Central
            .Select(central => (Make(central.UserName, $"演示{AccountRole.Word(central.Role)}", Jurisdiction.RootId, null), central.Role))
            .ToList();
        foreach (var busiest in await BusiestAsync(db, cancellation))
        {
            wanted.Add((Make($"staff{busiest.JurisdictionId}", $"{busiest.Name}承办人", busiest.JurisdictionId, busiest.Id), AccountRole.Staff));
        }

        return wanted;
    }

    private Account Make(string userName, string displayName, int jurisdictionId, int? departmentId) => new()
    {
        UserName = userName,
        NormalizedUserName = normalizer.NormalizeName(userName),
        DisplayName = displayName,
        JurisdictionId = jurisdictionId,
        DepartmentId = departmentId,
        IsDemo = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    // A jurisdiction that already has a demo account keeps it, however the counts change.
    private static async Task<List<Department>> BusiestAsync(TrackerDb db, CancellationToken cancellation)
    {
        var counted = await db.Departments
            .Where(d => d.Kind == DepartmentKind.Department && d.MergedIntoId == null && d.EndedOn == null && !db.Users.Any(account => account.IsDemo && account.JurisdictionId == d.JurisdictionId && account.DepartmentId != null))
            .Select(d => new { Department = d, Tasks = db.Responsibilities.Count(r => r.DepartmentId == d.Id) })
            .ToListAsync(cancellation);
        return [.. counted
            .GroupBy(c => c.Department.JurisdictionId)
            .OrderBy(group => group.Key)
            .Select(group => group.OrderByDescending(c => c.Tasks).ThenBy(c => c.Department.Id).First().Department)];
    }

    private static Task<List<DemoAccount>> ListAsync(TrackerDb db, CancellationToken cancellation) =>
        db.Users
            .Where(account => account.IsDemo)
            .OrderBy(account => account.Id)
            .Select(account => new DemoAccount(
                account.UserName!, account.DisplayName,
                account.Jurisdiction!.Name + (account.Department == null ? "" : " " + account.Department.Name)))
            .ToListAsync(cancellation);
}
