using Microsoft.AspNetCore.Authorization;
using PolicyTracker.Core.Audit;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Errors;
using PolicyTracker.Web.Layout;

namespace PolicyTracker.Web.Accounts;

/// <summary>Who has to change the password can do nothing else before, by page or by token.</summary>
public static class PasswordGate
{
    public const string ChangePage = "/account/password";

    public static IApplicationBuilder UsePasswordGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.User.HasClaim(claim => claim.Type == PersonClaims.PasswordDue) || IsOpen(context))
        {
            await next(context);
        }
        else if (ErrorHandling.IsForPrograms(context.Request.Path))
        {
            AuditOrigin.Current?.Refuse(new AuditDraft(AuditAction.Forbidden, Words: "还没有更换密码", Outcome: AuditOutcome.Refused));
            await ApiProblem.Of(StatusCodes.Status403Forbidden, $"请先更换密码，再使用其他功能（{ChangePage}）。").ExecuteAsync(context);
        }
        else
        {
            context.Response.Redirect(ChangePage);
        }
    });

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || context.Request.Path.StartsWithSegments(ChangePage)
        || context.Request.Path.StartsWithSegments("/sign-out")
        || context.Request.Path.StartsWithSegments(IdleTime.KeepAlive);
}
