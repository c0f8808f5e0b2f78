using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Accounts;

public static class SignOutEndpoint
{
    public static void MapSignOut(this WebApplication app) =>
        app.MapPost("/sign-out", async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });
}
