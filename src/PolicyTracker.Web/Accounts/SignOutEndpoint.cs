using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Web.Audit;

namespace PolicyTracker.Web.Accounts;

public static class SignOutEndpoint
{
    public static void MapSignOut(this WebApplication app) =>
        app.MapPost("/sign-out", async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn, AuditLog audit) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            await audit.WriteAsync(new AuditDraft(AuditAction.SignOut, Who: context.User.AuditPerson()));
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });
}
