using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using PolicyTracker.Core.Audit;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Layout;

namespace PolicyTracker.Web.Audit;

/// <summary>Tells the audit log where each request comes from, and enters what was refused to it for lack of rights.</summary>
public static class AuditOriginSetup
{
    public static IApplicationBuilder UseAuditOrigin(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var origin = AuditOrigin.Begin(context.Connection.RemoteIpAddress?.ToString(), () => context.User.AuditPerson());
        // Read now: the page that explains a status is reached by changing the path.
        var address = $"{context.Request.Method} {context.Request.Path}";
        var isExplanation = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        try
        {
            await next(context);
        }
        finally
        {
            var refusals = origin.TakeRefusals();
            if (refusals.Count == 0 && !isExplanation && Refusal(context) is { } words)
            {
                refusals = [new AuditDraft(AuditAction.Forbidden, Words: words, Outcome: AuditOutcome.Refused)];
            }

            await WriteAsync(context, address, refusals);
        }
    });

    /// <summary>Who is named in the log for a request.</summary>
    public static AuditPerson AuditPerson(this ClaimsPrincipal person) => person.AccountId() is { } id
        ? new AuditPerson(id, person.FindFirstValue(PersonClaims.DisplayName) ?? person.Identity?.Name ?? "")
        : new AuditPerson(null, "未登录");

    // A page that no longer offers an act to a person answers its form with 400: the button was still there on the old page.
    private static string? Refusal(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status403Forbidden => "没有这一页的权限",
        StatusCodes.Status400BadRequest when context.User.AccountId() is not null && context.Request.HasFormContentType =>
            "提交的操作在这一页上已经没有：权限或状态已改变，或者页面已过期",
        _ => null,
    };

    private static async Task WriteAsync(HttpContext context, string address, IReadOnlyList<AuditDraft> refusals)
    {
        if (refusals.Count > 0)
        {
            var log = context.RequestServices.GetRequiredService<AuditLog>();
            await log.WriteAsync([.. refusals.Distinct().Select(refusal =>
                refusal.SubjectKind is null ? refusal with { SubjectKind = "address", SubjectId = address } : refusal)]);
        }
    }
}
