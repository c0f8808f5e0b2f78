using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Accounts;

/// <summary>Bearer tokens of the API: made by their person or from the shell, revoked also by an administrator.</summary>
public sealed class TokenActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <returns>The secret, to be shown once.</returns>
    public async Task<string> CreateAsync(Actor by, int accountId, TokenForm form, CancellationToken cancellation = default)
    {
        if (by.AccountId is not null && by.AccountId != accountId)
        {
            throw new ForbiddenException("令牌只能由本人新建。");
        }

        await new TokenValidator().ValidateAndThrowAsync(form, cancellation);
        await using var db = await OpenAsync(by, cancellation);
        if (!await db.Users.AnyAsync(a => a.Id == accountId && a.DisabledAt == null, cancellation))
        {
            throw new NotFoundException("没有这个账号，或者它已经停用。");
        }

        var (secret, row) = ApiToken.Create(accountId, time.GetUtcNow(), form.Days, form.Name!.Trim());
        db.ApiTokens.Add(row);
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    public async Task RevokeAsync(Actor by, int tokenId, CancellationToken cancellation = default)
    {
        await using var db = await OpenAsync(by, cancellation);
        var managed = db.Users.ManagedBy(by).Select(a => a.Id);
        var token = await db.ApiTokens.SingleOrDefaultAsync(
                t => t.Id == tokenId && (t.AccountId == by.AccountId || (by.Is(AccountRole.Administrator) && managed.Contains(t.AccountId))), cancellation)
            ?? throw new NotFoundException("没有这个令牌。");
        if (token.RevokedAt is not null)
        {
            throw new RuleException("令牌已经吊销。");
        }

        token.RevokedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<TrackerDb> OpenAsync(Actor by, CancellationToken cancellation)
    {
        var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = by.AccountId is null ? null : AuditPerson.Of(by);
        return db;
    }
}
