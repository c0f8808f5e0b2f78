using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Documents;

/// <summary>A document with how many tasks it holds.</summary>
public sealed record DocumentRow(
    int Id, string Title, string? DocumentNumber, string? IssuingAuthority, DateOnly? IssuedOn, DateOnly? PublishedOn,
    int JurisdictionId, string Jurisdiction, string FileName, int Tasks, int Assigned, int Completed, int Late, DateTimeOffset ImportedAt);

public sealed record DocumentFilter
{
    /// <summary>This jurisdiction and all below it.</summary>
    public int? Jurisdiction { get; init; }

    /// <summary>Part of title, number or issuing authority.</summary>
    public string? Q { get; init; }

    /// <summary>查看日期: with what was known at the end of this past day; null: now.</summary>
    public DateOnly? AsOf { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;
}

/// <summary>Documents, the newest first.</summary>
public static class DocumentListQuery
{
    public static async Task<PageOf<DocumentRow>> PageAsync(
        TrackerDb db, Actor actor, DocumentFilter filter, DateOnly today, CancellationToken cancellation = default)
    {
        var documents = Matching(db, actor, filter);
        var total = await documents.CountAsync(cancellation);
        var items = await documents
            .OrderByDescending(d => d.IssuedOn ?? d.PublishedOn ?? DateOnly.MinValue).ThenBy(d => d.Id)
            .Skip((filter.Page - 1) * filter.PageSize)
            .Take(filter.PageSize)
            .Select(d => new DocumentRow(
                d.Id, d.Title, d.DocumentNumber, d.IssuingAuthority, d.IssuedOn, d.PublishedOn,
                d.JurisdictionId, d.Jurisdiction!.Name, d.SourceFile!.FileName, 0, 0, 0, 0, d.ImportedAt))
            .ToListAsync(cancellation);
        return new PageOf<DocumentRow>(await CountedAsync(KnownTasks.On(db, filter.AsOf), actor, items, filter.AsOf ?? today, cancellation), total, filter.Page, filter.PageSize);
    }

    // As the ledger behind each figure shows them: of a document from elsewhere only the own department's.
    private static async Task<IReadOnlyList<DocumentRow>> CountedAsync(
        KnownTasks known, Actor actor, IReadOnlyList<DocumentRow> rows, DateOnly day, CancellationToken cancellation)
    {
        var tasks = known.OfDocuments(known.ReadableBy(actor), [.. rows.Select(row => row.Id)]);
        var counts = await tasks.GroupBy(task => task.DocumentId!.Value)
            .Select(group => new
            {
                group.Key,
                All = group.Count(),
                Assigned = group.Count(task => task.State != TaskState.Draft),
                Completed = group.Count(task => task.State == TaskState.Completed),
            })
            .ToDictionaryAsync(group => group.Key, cancellation);
        var late = await tasks.ShowingLight(TimeLight.Red, day, await ThresholdBook.OnAsync(known.Db, day, cancellation))
            .GroupBy(task => task.DocumentId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return
        [
            .. rows.Select(row => counts.TryGetValue(row.Id, out var count)
                ? row with { Tasks = count.All, Assigned = count.Assigned, Completed = count.Completed, Late = late.GetValueOrDefault(row.Id) }
                : row),
        ];
    }

    private static IQueryable<PolicyDocument> Matching(TrackerDb db, Actor actor, DocumentFilter filter)
    {
        var documents = db.Documents.AsNoTracking().ReadableBy(actor);
        if (filter.Jurisdiction is { } jurisdiction)
        {
            documents = documents.Where(d => d.Jurisdiction!.Path.StartsWith(db.Jurisdictions.Where(j => j.Id == jurisdiction).Select(j => j.Path).First()));
        }

        if (filter.AsOf is { } day)
        {
            var nextDay = OfficeTime.StartOf(day.AddDays(1));
            documents = documents.Where(d => d.ImportedAt < nextDay);
        }

        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var words = filter.Q.Trim();
            documents = documents.Where(d => d.Title.Contains(words) || d.DocumentNumber!.Contains(words) || d.IssuingAuthority!.Contains(words));
        }

        return documents;
    }
}
