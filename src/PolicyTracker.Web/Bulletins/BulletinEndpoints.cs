using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Bulletins;

/// <summary>A bulletin for the word processor.</summary>
public static class BulletinEndpoints
{
    public static void MapBulletins(this IEndpointRouteBuilder app) => app.MapGet(BulletinAddress.List + "/{id:int}/docx", PaperAsync);

    private static async Task<IResult> PaperAsync(
        int id, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, BulletinPapers papers, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        try
        {
            var paper = await papers.WriteAsync(actor, id, cancellation);
            return Results.File(paper.Content, PaperFile.ContentType, paper.FileName);
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
    }
}
