using Microsoft.EntityFrameworkCore;

namespace PolicyTracker.Core.Tasks;

/// <summary>A task of a past day is shown as the version of that day prints it (<see cref="PastSql"/>), unless that version was taken back.</summary>
internal static class PastPrinting
{
    public static async Task<bool> IsLostAsync(KnownTasks known, long id, CancellationToken cancellation)
    {
        if (known.End is not { } end)
        {
            return false;
        }

        var next = await known.Db.History.Where(act => act.TaskId == id && act.Act == TaskAct.Revise && act.At >= end).OrderBy(act => act.At).ThenBy(act => act.Id)
            .Select(act => act.Words).FirstOrDefaultAsync(cancellation);
        // What a version printed goes with it.
        return next == EarlierPrinting.TakenBack;
    }
}
