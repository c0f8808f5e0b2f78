using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PolicyTracker.Web.Logging;

namespace PolicyTracker.Web.Errors;

/// <summary>People get pages in Chinese with the next step; programs get ProblemDetails and their status untouched.</summary>
public static class ErrorHandling
{
    public static IServiceCollection AddErrorHandling(this IServiceCollection services) => services.AddExceptionHandler<ProblemForPrograms>();

    public static IApplicationBuilder UseErrorHandling(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            // What ProblemForPrograms has answered is logged all the same.
            SuppressDiagnosticsCallback = _ => false,
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        return app.Use(async (context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                // The page that explains the status of a form is shown, not submitted to.
                context.Request.Method = HttpMethods.Get;
            }
            else if (IsForPrograms(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentLength: null } refused)
            {
                // Blazor refuses a form whose token is stale with an empty page that calls itself HTML.
                refused.ContentType = null;
            }
        });
    }

    /// <summary>Addresses whose answers are read by programs.</summary>
    public static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api")
        || path.StartsWithSegments("/healthz")
        || path.StartsWithSegments("/openapi")
        || path.StartsWithSegments("/_blazor");

    private sealed class ProblemForPrograms : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            // The request's own path is that of the error page by now.
            if (!IsForPrograms(context.Features.GetRequiredFeature<IExceptionHandlerPathFeature>().Path))
            {
                return false;
            }

            var reference = ReferenceNumber.Current();
            await Results.Problem(new ProblemDetails
            {
                Status = StatusCodes.Status500InternalServerError,
                Title = "服务器处理这个请求时出错",
                Detail = $"请把参考号 {reference} 告诉管理员。",
                Extensions = { ["reference"] = reference },
            }).ExecuteAsync(context);
            return true;
        }
    }
}
