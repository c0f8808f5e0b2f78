using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Documents by completion, the newest first.</summary>
internal static class CockpitDocuments
{
    public static async Task<(IReadOnlyList<DocumentFigures> Rows, int Total)> LoadAsync(
        TrackerDb db, IQueryable<PolicyTask> tasks, CockpitFilter asked, DateOnly today, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var counts = await tasks.Where(task => task.DocumentId != null).GroupBy(task => task.DocumentId!.Value)
            .Select(group => new { group.Key, All = group.Count(), Completed = group.Count(task => task.State == TaskState.Completed) })
            .ToDictionaryAsync(group => group.Key, cancellation);
        var ids = counts.Keys.ToList();
        var shown = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id))
            .OrderByDescending(d => d.IssuedOn ?? d.PublishedOn ?? DateOnly.MinValue).ThenByDescending(d => d.Id)
            .Take(asked.MostRows)
            .Select(d => new { d.Id, d.Title })
            .ToListAsync(cancellation);
        var some = shown.Select(d => (int?)d.Id).ToList();
        var late = await tasks.ShowingLight(TimeLight.Red, today, thresholds).Where(task => some.Contains(task.DocumentId))
            .GroupBy(task => task.DocumentId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return ([.. shown.Select(d => Row(d.Id, d.Title))], counts.Count);

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
