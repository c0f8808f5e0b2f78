using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Tasks;

namespace PolicyTracker.Web.Reports;

/// <summary>Tables to be kept: a short one at once, a long one from 我的下载.</summary>
public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet(ExportAddress.Path, ExportAsync);
        app.MapGet("/tasks/{id:long}/papers/{kind}", PaperAsync);
        app.MapGet("/ledger-import/template", TemplateAsync);
        app.MapGet("/downloads/{id:long}", FetchAsync);
        app.MapPost("/downloads/{id:long}/cancel", CancelAsync);
    }

    private static async Task<IResult> ExportAsync(
        HttpRequest request, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, LedgerExports exports, TimeProvider time,
        CancellationToken cancellation)
    {
        if (ExportAddress.Format(request.Query) is not { } format)
        {
            return Results.BadRequest();
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        var scope = ExportAddress.Scope(request.Query, time.Today());
        if (scope.Filter.AsOf is not null && format == ExportFormat.Docx)
        {
            FlashCookie.Leave(request.HttpContext, LedgerExports.OfThePast);
            return Results.LocalRedirect(LedgerAddress.Of(scope.Filter));
        }

        if (await exports.CountAsync(actor, scope, cancellation) > LedgerExports.MostAtOnce)
        {
            return Results.LocalRedirect(ExportAddress.Queue(format, request.Query));
        }

        var words = await WordsAsync(databases, actor, scope, cancellation);
        var (content, fileName) = await exports.WriteNowAsync(actor, scope, format, words, cancellation);
        return Results.Stream(content, format.ContentType(), fileName);
    }

    /// <summary>Where a paper about a task is fetched.</summary>
    public static string Paper(long task, PaperKind kind) => $"/tasks/{task}/papers/{kind}";

    private static async Task<IResult> PaperAsync(
        long id, PaperKind kind, HttpContext context, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, TaskPapers papers, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        try
        {
            var paper = await papers.WriteAsync(actor, id, kind, cancellation);
            return Results.File(paper.Content, PaperFile.ContentType, paper.FileName);
        }
        catch (ForbiddenException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
        catch (RuleException refused)
        {
            FlashCookie.Leave(context, refused.Message);
            return Results.LocalRedirect($"/tasks/{id}");
        }
    }

    /// <summary>What goes out, as a person reads it.</summary>
    public static async Task<string> WordsAsync(IDbContextFactory<TrackerDb> databases, Actor actor, ExportScope scope, CancellationToken cancellation)
    {
        if (scope.Ids.Count > 0)
        {
            return $"勾选的{scope.Ids.Count}项任务";
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var choices = await LedgerChoicesQuery.NamedAsync(db, actor, scope.Filter, cancellation);
        return LedgerFilterWords.InWords(LedgerFilterWords.Of(scope.Filter, choices));
    }

    // The head of the table with nothing below it.
    private static async Task<IResult> TemplateAsync(
        ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, LedgerExports exports, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        return actor.Is(AccountRole.Supervisor)
            ? Results.Stream(await exports.TemplateAsync(actor, cancellation), ExportFormat.Xlsx.ContentType(), "台账模板.xlsx")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> FetchAsync(
        long id, HttpContext context, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, LedgerExports exports, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        try
        {
            var (content, job) = await exports.FetchAsync(actor, id, cancellation);
            return Results.Stream(content, job.Format.ContentType(), job.FileName);
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
        catch (RuleException refused)
        {
            FlashCookie.Leave(context, refused.Message);
            return Results.LocalRedirect(DownloadsPage.Path);
        }
    }

    // The form's field is there so that the antiforgery token is asked for.
    private static async Task<IResult> CancelAsync(
        long id, [FromForm] string? words, HttpContext context, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, LedgerExports exports,
        CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        try
        {
            await exports.CancelAsync(actor, id, cancellation);
            FlashCookie.Leave(context, "已取消导出。");
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
        catch (RuleException refused)
        {
            FlashCookie.Leave(context, refused.Message);
        }

        return Results.LocalRedirect(DownloadsPage.Path);
    }
}
