using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Evidence;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Tasks;

/// <summary>佐证材料: to be kept by whoever may read the task, never opened within the portal, where it could act as a page of it.</summary>
public static class EvidenceEndpoint
{
    public static void MapEvidence(this IEndpointRouteBuilder app) => app.MapGet("/files/{id:long}", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        long id, ClaimsPrincipal person, IDbContextFactory<TrackerDb> databases, EvidenceStore store, CancellationToken cancellation)
    {
        var actor = await CurrentActor.RequireAsync(person, databases, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var file = await db.EvidenceFiles
            .Where(found => found.Id == id && db.Tasks.ReadableBy(actor).Any(task => task.Id == found.TaskId))
            .SingleOrDefaultAsync(cancellation);
        return file is null
            ? Results.NotFound()
            : Results.File(store.Open(file.Sha256), "application/octet-stream", file.Name);
    }
}
