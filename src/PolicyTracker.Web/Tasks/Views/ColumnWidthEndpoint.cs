using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Tasks.Views;

/// <summary>Keeps the width to which a column was drawn; the form's token is asked for.</summary>
public static class ColumnWidthEndpoint
{
    public const string Path = "/tasks/columns/width";

    public static void MapColumnWidth(this IEndpointRouteBuilder app) => app.MapPost(Path, KeepAsync);

    /// <param name="column">Empty: that of the task itself.</param>
    /// <param name="view">The view whose columns are shown; empty: one's own.</param>
    private static async Task<IResult> KeepAsync(
        [FromForm] string? column, [FromForm] int width, [FromForm] string? view,
        ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, SavedViewActions actions, CancellationToken cancellation)
    {
        TaskColumn? drawn = Enum.TryParse<TaskColumn>(column, out var named) && Enum.IsDefined(named) ? named : null;
        if (drawn is null && !string.IsNullOrEmpty(column))
        {
            return Results.BadRequest();
        }

        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var preferences = await SavedViewQuery.LoadAsync(db, actor, cancellation);
        var shown = preferences.View(LedgerPlace.Number(view));
        try
        {
            await actions.SetLayoutAsync(actor, shown?.Id, (shown?.Layout ?? preferences.Layout).Widened(drawn, width), cancellation);
            return Results.NoContent();
        }
        catch (ForbiddenException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
