using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Import;

public sealed record RecentImport(int Id, string FileName, DateTimeOffset ImportedAt, string? ImportedBy, IReadOnlyList<RecentDocument> Documents);

public sealed record RecentDocument(int Id, string Title, int Tasks);

/// <summary>The files that were imported last, with those of their documents that the person may read.</summary>
public static class RecentImportsQuery
{
    private const int Shown = 10;

    public static async Task<IReadOnlyList<RecentImport>> LatestAsync(TrackerDb db, Actor actor, CancellationToken cancellation = default)
    {
        var documents = db.Documents.ReadableBy(actor);
        return await db.SourceFiles.AsNoTracking()
            .Where(file => documents.Any(d => d.SourceFileId == file.Id))
            .OrderByDescending(file => file.ImportedAt).ThenByDescending(file => file.Id)
            .Take(Shown)
            .Select(file => new RecentImport(
                file.Id, file.FileName, file.ImportedAt, file.ImportedBy,
                documents.Where(d => d.SourceFileId == file.Id).OrderBy(d => d.FirstLine).Select(d => new RecentDocument(d.Id, d.Title, d.Tasks.Count)).ToList()))
            .ToListAsync(cancellation);
    }

    public static async Task<IReadOnlyList<RecentDocument>> DocumentsAsync(TrackerDb db, Actor actor, int sourceFileId, CancellationToken cancellation) =>
        await db.Documents.ReadableBy(actor).Where(d => d.SourceFileId == sourceFileId).OrderBy(d => d.FirstLine)
            .Select(d => new RecentDocument(d.Id, d.Title, d.Tasks.Count)).ToListAsync(cancellation);
}
