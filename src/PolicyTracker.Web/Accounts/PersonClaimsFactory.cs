using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Layout;

namespace PolicyTracker.Web.Accounts;

/// <summary>Adds to the cookie what the chrome shows of the person, so that no page has to ask the database for it.</summary>
public sealed class PersonClaimsFactory(
    UserManager<Account> users, RoleManager<IdentityRole<int>> roles, IOptions<IdentityOptions> options, IDbContextFactory<TrackerDb> databases)
    : UserClaimsPrincipalFactory<Account, IdentityRole<int>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonClaims.DisplayName, user.DisplayName));
        await using var db = await databases.CreateDbContextAsync();
        var department = await db.Departments.Where(d => d.Id == user.DepartmentId).Select(d => d.Name).SingleOrDefaultAsync();
        if (department is not null)
        {
            identity.AddClaim(new Claim(PersonClaims.Department, department));
        }

        return identity;
    }
}

public static class PrincipalExtensions
{
    /// <summary>Null when nobody is signed in.</summary>
    public static int? AccountId(this ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;
}
