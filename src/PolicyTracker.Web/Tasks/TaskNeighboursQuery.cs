using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Tasks;

/// <summary>The tasks before and after one in its document, of those that this person may read.</summary>
public sealed record TaskNeighbours(long? Before, long? After)
{
    public static async Task<TaskNeighbours> OfAsync(KnownTasks known, Actor actor, long id, CancellationToken cancellation = default)
    {
        var place = await known.Tasks.Where(task => task.Id == id).Select(task => new { task.DocumentId, task.Ordinal }).SingleAsync(cancellation);
        if (place.DocumentId is not { } document)
        {
            return new TaskNeighbours(null, null);
        }

        var others = known.OfDocuments(known.ReadableBy(actor), document);
        return new TaskNeighbours(
            await others.Where(task => task.Ordinal < place.Ordinal).OrderByDescending(task => task.Ordinal).Select(task => (long?)task.Id).FirstOrDefaultAsync(cancellation),
            await others.Where(task => task.Ordinal > place.Ordinal).OrderBy(task => task.Ordinal).Select(task => (long?)task.Id).FirstOrDefaultAsync(cancellation));
    }
}
