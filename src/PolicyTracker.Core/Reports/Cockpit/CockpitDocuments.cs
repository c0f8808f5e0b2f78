using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Documents by completion, the newest first.</summary>
internal static class CockpitDocuments
{
    public static async Task<(IReadOnlyList<DocumentFigures> Rows, int Total)> LoadAsync(
        TrackerDb db, CockpitCounts counts, CockpitFilter asked, CancellationToken cancellation)
    {
        var ids = await counts.DocumentsAsync(cancellation);
        var shown = await db.Documents.Where(d => ids.Contains(d.Id))
            .OrderByDescending(d => d.IssuedOn ?? d.PublishedOn ?? DateOnly.MinValue).ThenByDescending(d => d.Id)
            .Take(asked.MostRows)
            .Select(d => new { d.Id, d.Title })
            .ToListAsync(cancellation);
        // Of the few that are shown alone.
        var rows = await counts.ByDocumentAsync(shown.ConvertAll(d => d.Id), cancellation);
        return ([.. shown.Select(d => Row(d.Id, d.Title))], ids.Count);

        DocumentFigures Row(int id, string title)
        {
            var (own, row) = (new TaskFilter { Jurisdiction = asked.Jurisdiction, AsOf = asked.AsOf, Document = id }, rows[id]);
            return new DocumentFigures(
                id, title,
                new Figure($"《{title}》全部", own, row.All),
                new Figure($"《{title}》已办结", own with { States = [TaskState.Completed] }, row.Completed),
                new Figure($"《{title}》逾期", own with { Light = TimeLight.Red }, row.Late));
        }
    }
}
