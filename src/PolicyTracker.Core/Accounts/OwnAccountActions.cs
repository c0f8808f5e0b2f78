using System.Net.Mail;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Accounts;

/// <summary>What every person does with the own account.</summary>
public sealed class OwnAccountActions(IDbContextFactory<TrackerDb> databases, PasswordRules passwords, IOptions<IdentityOptions> identity, TimeProvider time)
{
    /// <summary>Every other place where the account is signed in is signed out.</summary>
    public async Task ChangePasswordAsync(Actor by, ChangePasswordForm form, CancellationToken cancellation = default)
    {
        await new ChangePasswordValidator().ValidateAndThrowAsync(form, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        var account = await db.Users.SingleAsync(a => a.Id == by.AccountId, cancellation);
        if (!passwords.Fits(account, form.Current!))
        {
            CountFailure(account);
            db.Audit.Note(new(AuditAction.PasswordChanged, "account", $"{account.Id}", "现在的密码不对", AuditOutcome.Failed));
            await db.SaveChangesAsync(cancellation);
            throw Invalid(nameof(form.Current), "现在的密码不对。");
        }

        if (await passwords.ProblemAsync(db, account, form.Password!, cancellation) is { } problem)
        {
            throw Invalid(nameof(form.Password), problem);
        }

        passwords.Set(db, account, form.Password!, mustChange: false);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Where messages are mailed to; blank: nowhere.</summary>
    public async Task SetEmailAsync(Actor by, string? address, CancellationToken cancellation = default)
    {
        var typed = address?.Trim() ?? "";
        if (typed.Length > 254 || (typed.Length > 0 && !(MailAddress.TryCreate(typed, out var read) && read.Address == typed)))
        {
            throw Invalid("Email", "邮箱地址应写成 name@example.org 这样。");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        var account = await db.Users.SingleAsync(a => a.Id == by.AccountId, cancellation);
        account.Email = typed.Length > 0 ? typed : null;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>长者模式, wherever the person signs in.</summary>
    public async Task SetLargeAsync(Actor by, bool isLarge, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        (await AccountPreferences.OfAsync(db, by, cancellation)).IsLarge = isLarge;
        await db.SaveChangesAsync(cancellation);
    }

    public async Task SignOutEverywhereAsync(Actor by, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        var account = await db.Users.SingleAsync(a => a.Id == by.AccountId, cancellation);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await db.SaveChangesAsync(cancellation);
    }

    // A machine that was left signed in is no place to guess the password at: the same limit as for signing in.
    private void CountFailure(Account account)
    {
        var lockout = identity.Value.Lockout;
        if (++account.AccessFailedCount >= lockout.MaxFailedAccessAttempts)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = time.GetUtcNow() + lockout.DefaultLockoutTimeSpan;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
        }
    }

    private static ValidationException Invalid(string field, string message) => new([new ValidationFailure(field, message)]);
}
