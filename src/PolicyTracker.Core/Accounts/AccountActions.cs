using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Accounts;

/// <summary>What an administrator does with accounts of the own jurisdiction and below; the shell does it as the portal itself.</summary>
public sealed class AccountActions(IDbContextFactory<TrackerDb> databases, PasswordRules passwords, ILookupNormalizer normalizer, TimeProvider time)
{
    // Of two administrators who disable each other at once the second sees what the first did.
    private const long LockKey = 0x6163636F756E;

    /// <summary>The password has to be changed at the first sign-in: whoever made the account knows it.</summary>
    public async Task<AccountMade> CreateAsync(Actor by, NewAccount form, CancellationToken cancellation = default)
    {
        RequireAdministrator(by);
        await new NewAccountValidator().ValidateAndThrowAsync(form, cancellation);
        await using var db = await OpenAsync(by, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RequirePlaceAsync(db, by, form.JurisdictionId, form.DepartmentId, cancellation);
        var account = new Account
        {
            UserName = form.UserName,
            NormalizedUserName = normalizer.NormalizeName(form.UserName),
            DisplayName = form.DisplayName.Trim(),
            JurisdictionId = form.JurisdictionId,
            DepartmentId = form.DepartmentId,
            LockoutEnabled = true,
        };
        var password = form.Password ?? PasswordRules.Generated();
        if (await passwords.ProblemAsync(db, account, password, cancellation) is { } problem)
        {
            throw Invalid(nameof(form.Password), problem);
        }

        passwords.Set(db, account, password, mustChange: true);
        db.Users.Add(account);
        await SaveNewAsync(db, form.UserName, cancellation);
        await SetRolesAsync(db, account.Id, form.Roles, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new AccountMade(account.Id, form.UserName, password);
    }

    /// <summary>Name, roles, jurisdiction and department; the rights hold from the person's next click on.</summary>
    public Task ChangeAsync(Actor by, int accountId, AccountForm form, CancellationToken cancellation = default) =>
        ActAsync(by, accountId, form.Version, async (db, account) =>
        {
            await new AccountFactsValidator().ValidateAndThrowAsync(form, cancellation);
            await RequirePlaceAsync(db, by, form.JurisdictionId, form.DepartmentId, cancellation);
            if (!form.Roles.Contains(AccountRole.Administrator) || form.JurisdictionId != account.JurisdictionId)
            {
                await RequireAnotherAdministratorAsync(db, account, cancellation);
            }

            account.DisplayName = form.DisplayName.Trim();
            account.JurisdictionId = form.JurisdictionId;
            account.DepartmentId = form.DepartmentId;
            await SetRolesAsync(db, account.Id, form.Roles, cancellation);
        }, cancellation);

    public Task DisableAsync(Actor by, int accountId, string? version = null, CancellationToken cancellation = default) =>
        ActAsync(by, accountId, version, async (db, account) =>
        {
            if (account.DisabledAt is not null)
            {
                throw new RuleException("账号已经停用。");
            }

            await RequireAnotherAdministratorAsync(db, account, cancellation);
            account.DisabledAt = time.GetUtcNow();
        }, cancellation);

    public Task EnableAsync(Actor by, int accountId, string? version = null, CancellationToken cancellation = default) =>
        ActAsync(by, accountId, version, (_, account) => Done(account.DisabledAt is null
            ? throw new RuleException("账号没有停用。")
            : account.DisabledAt = null), cancellation);

    /// <summary>Lets an account in again that was locked after wrong passwords.</summary>
    public Task UnlockAsync(Actor by, int accountId, string? version = null, CancellationToken cancellation = default) =>
        ActAsync(by, accountId, version, (_, account) => Done(Unlock(account)), cancellation);

    /// <summary>A new generated password, to be shown once; the account is unlocked and signed out everywhere.</summary>
    public async Task<string> ResetPasswordAsync(Actor by, int accountId, string? version = null, CancellationToken cancellation = default)
    {
        var password = PasswordRules.Generated();
        await ActAsync(by, accountId, version, (db, account) =>
        {
            Unlock(account);
            passwords.Set(db, account, password, mustChange: true);
            return Task.CompletedTask;
        }, cancellation);
        return password;
    }

    public Task SignOutEverywhereAsync(Actor by, int accountId, string? version = null, CancellationToken cancellation = default) =>
        ActAsync(by, accountId, version, (_, account) => Done(account.SecurityStamp = Guid.NewGuid().ToString("N")), cancellation);

    private async Task ActAsync(Actor by, int accountId, string? version, Func<TrackerDb, Account, Task> act, CancellationToken cancellation)
    {
        RequireAdministrator(by);
        await using var db = await OpenAsync(by, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
        var account = await db.Users.ManagedBy(by).SingleOrDefaultAsync(a => a.Id == accountId, cancellation)
            ?? throw new NotFoundException("没有这个账号，或者它不在您的管理范围之内。");
        if (version is not null && version != account.ConcurrencyStamp)
        {
            throw Stale();
        }

        await act(db, account);
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Stale();
        }

        await transaction.CommitAsync(cancellation);
    }

    private async Task<TrackerDb> OpenAsync(Actor by, CancellationToken cancellation)
    {
        var db = await databases.CreateDbContextAsync(cancellation);
        // The shell acts as the portal itself; who sits at it is told by the origin.
        db.Audit.Who = by.AccountId is null ? null : AuditPerson.Of(by);
        return db;
    }

    private static void RequireAdministrator(Actor by)
    {
        if (!by.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以管理账号。");
        }
    }

    private static async Task RequirePlaceAsync(TrackerDb db, Actor by, int jurisdictionId, int? departmentId, CancellationToken cancellation)
    {
        var path = await db.Jurisdictions.Where(j => j.Id == jurisdictionId).Select(j => j.Path).SingleOrDefaultAsync(cancellation)
            ?? throw Invalid(nameof(NewAccount.JurisdictionId), "没有这个辖区。");
        if (!by.Reads(path))
        {
            throw new ForbiddenException("这个辖区不在您的管理范围之内。");
        }

        if (departmentId is { } gone && await db.Departments.AnyAsync(d => d.Id == gone && (d.MergedIntoId != null || d.EndedOn != null), cancellation))
        {
            throw Invalid(nameof(NewAccount.DepartmentId), "这个单位已经改组或并入别的单位，请选择现在的单位。");
        }

        if (departmentId is { } department && !await db.Departments.AnyAsync(d => d.Id == department && d.JurisdictionId == jurisdictionId, cancellation))
        {
            throw Invalid(nameof(NewAccount.DepartmentId), "这个辖区没有这个单位。");
        }
    }

    // Somebody must be left who can manage the accounts of this one's place.
    private static async Task RequireAnotherAdministratorAsync(TrackerDb db, Account account, CancellationToken cancellation)
    {
        var administrators = db.Users.Where(a => a.DisabledAt == null
            && db.UserRoles.Any(r => r.UserId == a.Id && db.Roles.Any(role => role.Id == r.RoleId && role.Name == AccountRole.Administrator)));
        var path = await db.Jurisdictions.Where(j => j.Id == account.JurisdictionId).Select(j => j.Path).SingleAsync(cancellation);
        if (await administrators.AnyAsync(a => a.Id == account.Id, cancellation)
            && !await administrators.AnyAsync(a => a.Id != account.Id && path.StartsWith(a.Jurisdiction!.Path), cancellation))
        {
            throw new RuleException("这是最后一个能管理本辖区账号的管理员，不能停用、调走或收回管理员角色。请先指定另一位管理员。");
        }
    }

    private static async Task SetRolesAsync(TrackerDb db, int accountId, IReadOnlyList<string> wanted, CancellationToken cancellation)
    {
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellation);
        var has = await db.UserRoles.Where(right => right.UserId == accountId).ToListAsync(cancellation);
        var wants = wanted.Select(role => roles[role]).ToHashSet();
        db.UserRoles.RemoveRange(has.Where(right => !wants.Contains(right.RoleId)));
        db.UserRoles.AddRange(wants.Except(has.Select(right => right.RoleId)).Select(role => new IdentityUserRole<int> { UserId = accountId, RoleId = role }));
    }

    private static async Task SaveNewAsync(TrackerDb db, string userName, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw Invalid(nameof(NewAccount.UserName), $"用户名“{userName}”已被使用。");
        }
    }

    private static Account Unlock(Account account)
    {
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return account;
    }

    private static Task Done(object? _) => Task.CompletedTask;

    private static ValidationException Invalid(string field, string message) => new([new ValidationFailure(field, message)]);

    private static StaleException Stale() => new("这个账号刚刚被别人更新过。您填写的内容还在，请看过最新情况后再提交。");
}
