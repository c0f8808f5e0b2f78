using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Audit;
using PolicyTracker.Web.Layout;

namespace PolicyTracker.Web.Accounts;

/// <summary>
/// Asks the database at each request whether the cookie still holds: a disabled account, and one that was signed out everywhere, is
/// signed out; rights that were given or taken since are put into the cookie, so that pages and menus follow at the next click.
/// </summary>
public static class SessionCheck
{
    private static readonly string[] Refreshed = [ClaimTypes.Role, PersonClaims.DisplayName, PersonClaims.Department, PersonClaims.PasswordDue];

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            // A page brings a dozen of them, and they are everybody's.
            return;
        }

        var person = context.Principal!;
        var account = person.AccountId() is { } id ? await StateAsync(context.HttpContext, id) : null;
        var stampClaim = context.HttpContext.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        if (account is null || account.DisabledAt is not null || account.SecurityStamp != person.FindFirstValue(stampClaim))
        {
            await RejectAsync(context, account?.DisabledAt is null ? "已退出全部登录，或更换了密码" : "账号已停用");
            return;
        }

        var fresh = Fresh(person, account);
        if (!Claims(fresh).SetEquals(Claims(person)))
        {
            context.ReplacePrincipal(fresh);
            context.ShouldRenew = true;
        }
    }

    private sealed record AccountState(
        DateTimeOffset? DisabledAt, string? SecurityStamp, string DisplayName, string? Department, List<string> Roles, bool PasswordIsDue);

    private static async Task<AccountState?> StateAsync(HttpContext context, int id)
    {
        var services = context.RequestServices;
        var policy = services.GetRequiredService<IOptions<AccountPolicy>>().Value;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync(context.RequestAborted);
        var found = await db.Users.Where(a => a.Id == id).Select(a => new
        {
            a.DisabledAt,
            a.SecurityStamp,
            a.DisplayName,
            Department = a.Department!.Name,
            Roles = db.UserRoles.Where(right => right.UserId == id).Join(db.Roles, right => right.RoleId, role => role.Id, (_, role) => role.Name!).ToList(),
            a.MustChangePassword,
            a.PasswordChangedAt,
        }).SingleOrDefaultAsync(context.RequestAborted);
        return found is null ? null : new AccountState(
            found.DisabledAt, found.SecurityStamp, found.DisplayName, found.Department, found.Roles,
            policy.AsksForChange(found.MustChangePassword, found.PasswordChangedAt, now));
    }

    private static ClaimsPrincipal Fresh(ClaimsPrincipal person, AccountState account)
    {
        var identity = new ClaimsIdentity(
            person.Claims.Where(claim => !Refreshed.Contains(claim.Type)), person.Identity!.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims(account.Roles.Order(StringComparer.Ordinal).Select(role => new Claim(ClaimTypes.Role, role)));
        identity.AddClaim(new Claim(PersonClaims.DisplayName, account.DisplayName));
        if (account.Department is not null)
        {
            identity.AddClaim(new Claim(PersonClaims.Department, account.Department));
        }

        if (account.PasswordIsDue)
        {
            identity.AddClaim(new Claim(PersonClaims.PasswordDue, ""));
        }

        return new ClaimsPrincipal(identity);
    }

    private static HashSet<(string, string)> Claims(ClaimsPrincipal person) => [.. person.Claims.Select(claim => (claim.Type, claim.Value))];

    private static async Task RejectAsync(CookieValidatePrincipalContext context, string why)
    {
        var person = context.Principal!.AuditPerson();
        AuditOrigin.Current?.Refuse(new AuditDraft(AuditAction.SessionEnded, Words: why, Outcome: AuditOutcome.Refused, Who: person));
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
