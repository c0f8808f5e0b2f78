using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Layout;

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
        var found = await db.ApiTokens
            .Where(token => token.Hash == hash)
            .Join(db.Users, token => token.AccountId, user => user.Id, (token, user) => new { token.Id, token.RevokedAt, token.ExpiresAt, Account = user })
            .SingleOrDefaultAsync(Context.RequestAborted);
        var why = found is null ? "没有这个令牌"
            : found.RevokedAt is not null ? "令牌已吊销"
            : found.ExpiresAt <= now ? "令牌已过期"
            : found.Account.DisabledAt is not null ? "账号已停用"
            : null;
        if (why is not null)
        {
            var person = found is null ? null : new AuditPerson(found.Account.Id, found.Account.DisplayName);
            AuditOrigin.Current?.Refuse(new AuditDraft(AuditAction.TokenRejected, Words: why, Outcome: AuditOutcome.Refused, Who: person));
            return AuthenticateResult.Fail("Unknown, expired or revoked token.");
        }

        var account = found!.Account;
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
                new(ClaimTypes.Name, account.UserName!),
                new(PersonClaims.DisplayName, account.DisplayName),
            ],
            Scheme);
        // Somebody else may hold the password that the token was made with. That a password has grown old is no reason here.
        if (account.MustChangePassword)
        {
            identity.AddClaim(new Claim(PersonClaims.PasswordDue, ""));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
