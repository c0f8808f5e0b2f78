using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Accounts;

/// <summary>Who makes no request for a while is signed out: the cookie ends, whatever the page's script (idle.js) does.</summary>
public static class IdleTime
{
    public const string KeepAlive = "/account/keep-alive";

    // A cookie is not written anew with every request of a busy minute.
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddIdleTime(this IServiceCollection services)
    {
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountPolicy>>((cookie, policy) =>
        {
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(policy.Value.IdleMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events.OnCheckSlidingExpiration = context =>
            {
                // What a page keeps listening to is no sign of a person.
                context.ShouldRenew = context.ElapsedTime > LeastAge && !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);
                return Task.CompletedTask;
            };
        });
        return services;
    }

    /// <summary>Asked by the script while a person types or reads on: the request itself is what keeps the session.</summary>
    public static void MapKeepAlive(this WebApplication app) => app.MapGet(KeepAlive, () => Results.NoContent());
}
