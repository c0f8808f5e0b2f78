using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Accounts;

/// <summary><c>Authorization: Bearer pt_…</c>: the rights of the token's account while the token is neither expired nor revoked.</summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    IDbContextFactory<TrackerDb> databases, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Token";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || header.Parameter is null)
        {
            return AuthenticateResult.Fail("Not a bearer token.");
        }

        var (hash, now) = (ApiToken.HashOf(header.Parameter), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(Context.RequestAborted);
        var account = await db.ApiTokens
            .Where(token => token.Hash == hash && token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now))
            .Join(db.Users, token => token.AccountId, user => user.Id, (_, user) => user)
            .Where(user => user.DisabledAt == null)
            .Select(user => new { user.Id, user.UserName })
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (account is null)
        {
            return AuthenticateResult.Fail("Unknown, expired or revoked token.");
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Name, account.UserName!)], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
