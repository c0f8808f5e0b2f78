using System.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Serilog.Context;

namespace PolicyTracker.Web.Logging;

/// <summary>One line per request. Neither the query (search words, tokens of links) nor any header is written.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Both are read now: re-execution for an error page changes the path, and the error page is not what was asked for.
        var started = Stopwatch.GetTimestamp();
        var path = context.Request.Path.ToUriComponent();
        using var reference = LogContext.PushProperty("Reference", ReferenceNumber.Current());
        try
        {
            await next(context);
            Write(context, path, started);
        }
        catch (Exception failure)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            Write(context, path, started, failure);
            throw;
        }
    }

    private void Write(HttpContext context, string path, long started, Exception? failure = null)
    {
        var status = context.Response.StatusCode;
        // A probe that is told "not ready" is routine too: who asks every second must not fill the log.
        var level = failure is null && IsRoutine(context, path) ? LogLevel.Debug
            : failure is not null || status >= 500 ? LogLevel.Error
            : LogLevel.Information;
        if (!log.IsEnabled(level))
        {
            return;
        }

        log.Log(level, failure, "{Method} {Path} {Status} {Elapsed:0.0} ms {User}",
            context.Request.Method, path, status, Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            context.User.Identity?.Name ?? "-");
    }

    private static bool IsRoutine(HttpContext context, string path) =>
        path is "/healthz"
        || path.StartsWith("/_blazor", StringComparison.Ordinal)
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}

public static class RequestLogSetup
{
    /// <summary>First in the pipeline, so that the time is the whole time.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();
}
