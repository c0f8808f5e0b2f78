using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Accounts;

/// <summary>The signed-in person with the rights of this moment, for pages and circuits; read anew each time it is asked for.</summary>
public sealed class CurrentActor(IDbContextFactory<TrackerDb> databases, AuthenticationStateProvider authentication)
{
    public async Task<Actor> RequireAsync(CancellationToken cancellation = default)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return await RequireAsync(state.User, databases, cancellation);
    }

    public static async Task<Actor> RequireAsync(ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (person.AccountId() is { } id ? await Actor.LoadAsync(db, id, cancellation) : null)
            ?? throw new ForbiddenException("您的账号已停用或已退出，请重新登录。");
    }
}
