using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Documents by completion, the newest first.</summary>
internal static class CockpitDocuments
{
    public static async Task<(IReadOnlyList<DocumentFigures> Rows, int Total)> LoadAsync(
        TrackerDb db, IQueryable<PolicyTask> tasks, CockpitCounts? kept, CockpitFilter asked, DateOnly today, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var ids = kept is null ? null : (await kept.ByDocumentAsync(cancellation)).Keys.ToList();
        var known = ids is null ? db.Documents.Where(d => tasks.Any(task => task.DocumentId == d.Id)) : db.Documents.Where(d => ids.Contains(d.Id));
        var total = ids?.Count ?? await known.CountAsync(cancellation);
        var shown = await known
            .OrderByDescending(d => d.IssuedOn ?? d.PublishedOn ?? DateOnly.MinValue).ThenByDescending(d => d.Id)
            .Take(asked.MostRows)
            .Select(d => new { d.Id, d.Title })
            .ToListAsync(cancellation);
        // Of the few that are shown alone.
        var some = shown.Select(d => (int?)d.Id).ToList();
        var counts = await tasks.Where(task => some.Contains(task.DocumentId)).GroupBy(task => task.DocumentId!.Value)
            .Select(group => new { group.Key, All = group.Count(), Completed = group.Count(task => task.State == TaskState.Completed) })
            .ToDictionaryAsync(group => group.Key, cancellation);
        var late = await tasks.ShowingLight(TimeLight.Red, today, thresholds).Where(task => some.Contains(task.DocumentId))
            .GroupBy(task => task.DocumentId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return ([.. shown.Select(d => Row(d.Id, d.Title))], total);

        DocumentFigures Row(int id, string title)
        {
            var own = new TaskFilter { Jurisdiction = asked.Jurisdiction, AsOf = asked.AsOf, Document = id };
            return new DocumentFigures(
                id, title,
                new Figure($"《{title}》全部", own, counts[id].All),
                new Figure($"《{title}》已办结", own with { States = [TaskState.Completed] }, counts[id].Completed),
                new Figure($"《{title}》逾期", own with { Light = TimeLight.Red }, late.GetValueOrDefault(id)));
        }
    }
}
