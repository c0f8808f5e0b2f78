using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Accounts;

public sealed record TokenRow(int Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>The tokens of an account, those in use first.</summary>
public static class TokenListQuery
{
    public static Task<List<TokenRow>> OfAsync(TrackerDb db, int accountId, CancellationToken cancellation) =>
        db.ApiTokens
            .Where(t => t.AccountId == accountId)
            .OrderBy(t => t.RevokedAt != null).ThenByDescending(t => t.CreatedAt)
            .Select(t => new TokenRow(t.Id, t.Name, t.CreatedAt, t.ExpiresAt, t.RevokedAt))
            .ToListAsync(cancellation);
}
