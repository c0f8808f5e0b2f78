using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Import;

/// <summary>The tasks of an earlier version go on in the new one, with all that was done on them; what is no longer printed stays with the old.</summary>
internal sealed class VersionKeeping(TrackerDb db, int earlierId)
{
    private readonly Dictionary<int, (PolicyTask Task, GoesOn Pair, bool IsChanged)> byDraft = [];

    /// <summary>Null where the draft's document is no new version.</summary>
    public static async Task<VersionKeeping?> OfAsync(TrackerDb db, DraftDocument document, EarlierDocument? earlier, CancellationToken cancellation)
    {
        if (earlier is null)
        {
            return null;
        }

        var plan = await DraftSummary.PlanAsync(db, earlier.Id, document, cancellation);
        var tasks = await db.Tasks.Where(task => task.DocumentId == earlier.Id)
            .Include(t => t.Responsibilities).ThenInclude(r => r.Department).ThenInclude(d => d!.Members)
            .Include(t => t.Standings)
            .Include(t => t.Extensions)
            .Include(t => t.Intervals.Where(interval => interval.UntilAt == null))
            .AsSplitQuery().ToDictionaryAsync(task => task.Id, cancellation);
        var keeping = new VersionKeeping(db, earlier.Id);
        foreach (var (pair, isChanged) in plan.Kept.Select(pair => (pair, false)).Concat(plan.Changed.Select(pair => (pair, true))))
        {
            keeping.byDraft.Add(pair.Now.Key, (tasks[pair.Earlier.Id], pair, isChanged));
        }

        return keeping;
    }

    /// <summary>The task that goes on, already moved; null for one that is new in this version.</summary>
    public PolicyTask? GoOn(DraftTask now, PolicyDocument document, int ordinal, IReadOnlyList<Responsibility> units, ActBy by)
    {
        if (!byDraft.TryGetValue(now.Key, out var found))
        {
            return null;
        }

        var (task, pair, isChanged) = found;
        db.EarlierPrintings.Add(EarlierPrinting.Of(task, document, earlierId, isChanged));
        if (isChanged)
        {
            task.GoOnIn(document, ordinal, now.AsRead(), VersionPlan.HasOtherUnits(pair) ? units : null, $"文件有新版本，{VersionPlan.ChangesOf(pair)}有变化。", by);
        }
        else
        {
            task.GoOnIn(document, ordinal, now.AsRead());
        }

        return task;
    }
}
