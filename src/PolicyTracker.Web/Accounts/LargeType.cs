using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Hosting;

namespace PolicyTracker.Web.Accounts;

/// <summary>长者模式: larger type and stronger contrast on every page, kept for the account and switched in the bar on top.</summary>
public static class LargeType
{
    public const string Path = "/account/large";

    private static readonly object Key = new();

    public static bool IsOn(HttpContext? context) => context?.Items.ContainsKey(Key) == true;

    /// <summary>Asks for it once a page, before anything of the page is rendered.</summary>
    public static IApplicationBuilder UseLargeType(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var isPage = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (isPage && context.User.AccountId() is { } account && context.RequestServices.GetRequiredService<Readiness>().IsReady)
        {
            await using var db = await context.RequestServices.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync(context.RequestAborted);
            if (await db.AccountPreferences.AnyAsync(preferences => preferences.AccountId == account && preferences.IsLarge, context.RequestAborted))
            {
                context.Items[Key] = true;
            }
        }

        await next(context);
    });

    public static void MapLargeType(this IEndpointRouteBuilder app) => app.MapPost(Path, SwitchAsync);

    private static async Task<IResult> SwitchAsync(
        [FromForm] bool on, [FromForm] string? back, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, OwnAccountActions actions, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await actions.SetLargeAsync(actor, on, cancellation);
        // Only a place of this portal: "//host" is somebody else's.
        return Results.LocalRedirect(back is ['/', not ('/' or '\\'), ..] ? back : "/");
    }
}
