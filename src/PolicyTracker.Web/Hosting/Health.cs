using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Hosting;

public static class Health
{
    /// <summary>Nothing but <c>/healthz</c> and assets is served before the portal is ready.</summary>
    public static IApplicationBuilder UseReadiness(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Readiness>().IsReady || context.Request.Path.StartsWithSegments("/healthz"))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync("<!doctype html><html lang=\"zh-CN\"><meta http-equiv=\"refresh\" content=\"2\"><title>正在启动</title><p>系统正在启动，请稍候，本页会自动刷新。</p>");
    });

    /// <summary>200 once migrated, seeded and the database answers; else 503.</summary>
    public static void MapHealth(this WebApplication app) =>
        app.MapGet("/healthz", async (Readiness readiness, IDbContextFactory<TrackerDb> databases, CancellationToken cancellation) =>
        {
            if (!readiness.IsReady)
            {
                return Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            await using var db = await databases.CreateDbContextAsync(cancellation);
            return await db.Database.CanConnectAsync(cancellation)
                ? Results.Text("ok")
                : Results.Text("database unreachable", statusCode: StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
}
