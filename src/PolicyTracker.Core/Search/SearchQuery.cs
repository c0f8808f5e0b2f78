using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Search;

/// <summary>What one box finds.</summary>
public enum SearchKind
{
    Task,
    Document,
    Department,
    Report,
}

/// <param name="Id">Of the task, document or department; of a report that of its task.</param>
/// <param name="Body">The text in which the words may occur, beside the title.</param>
/// <param name="Where">Where it belongs: a document, a jurisdiction, who reported when.</param>
public sealed record SearchHit(long Id, string Title, string Body, string Where);

/// <param name="Counts">Of every kind; more than <see cref="SearchQuery.MostHits"/> are not counted further.</param>
public sealed record SearchView(IReadOnlyDictionary<SearchKind, int> Counts, SearchKind Kind, PageOf<SearchHit> Hits)
{
    public bool IsCapped(SearchKind kind) => Counts[kind] > SearchQuery.MostHits;
}

/// <summary>Titles, texts, numbers, departments by all their names, and reports, as far as the person may read them.</summary>
public static class SearchQuery
{
    /// <summary>So many are ranked.</summary>
    public const int MostHits = 1_000;

    /// <param name="kind">Null: the first in which there is anything.</param>
    public static async Task<SearchView> FindAsync(TrackerDb db, Actor actor, string asked, SearchKind? kind, int page, int pageSize, CancellationToken cancellation = default)
    {
        var counts = new Dictionary<SearchKind, int>
        {
            [SearchKind.Task] = await Tasks(db, actor, asked).Take(MostHits + 1).CountAsync(cancellation),
            [SearchKind.Document] = await Documents(db, actor, asked).Take(MostHits + 1).CountAsync(cancellation),
            [SearchKind.Department] = await Departments(db, actor, asked).Take(MostHits + 1).CountAsync(cancellation),
            [SearchKind.Report] = await Reports(db, actor, asked).Take(MostHits + 1).CountAsync(cancellation),
        };
        var shown = kind ?? Enum.GetValues<SearchKind>().FirstOrDefault(found => counts[found] > 0);
        var hits = await HitsAsync(db, actor, asked, shown, (page - 1) * pageSize, pageSize, cancellation);
        return new SearchView(counts, shown, new PageOf<SearchHit>(hits, Math.Min(counts[shown], MostHits), page, pageSize));
    }

    private static IQueryable<TaskWords> Tasks(TrackerDb db, Actor actor, string asked)
    {
        var readable = db.Tasks.ReadableBy(actor);
        return db.TaskWords.Where(words => words.Words.Matches(SearchFunctions.Query(asked)) && readable.Any(task => task.Id == words.TaskId));
    }

    private static IQueryable<DocumentWords> Documents(TrackerDb db, Actor actor, string asked)
    {
        var readable = db.Documents.ReadableBy(actor);
        return db.DocumentWords.Where(words => words.Words.Matches(SearchFunctions.Query(asked)) && readable.Any(document => document.Id == words.DocumentId));
    }

    private static IQueryable<DepartmentWords> Departments(TrackerDb db, Actor actor, string asked)
    {
        var (path, own) = (actor.JurisdictionPath, actor.DepartmentId);
        var found = db.DepartmentWords.Where(words => words.Words.Matches(SearchFunctions.Query(asked))).Select(words => words.DepartmentId)
            .Union(db.DepartmentAliases.Spelled(asked).Select(alias => alias.DepartmentId));
        return db.DepartmentWords.Where(words => found.Contains(words.DepartmentId)
            && (words.Department!.Jurisdiction!.Path.StartsWith(path) || words.DepartmentId == own));
    }

    private static IQueryable<ReportWords> Reports(TrackerDb db, Actor actor, string asked)
    {
        var readable = db.Tasks.ReadableBy(actor);
        return db.ReportWords.Where(words => words.Words.Matches(SearchFunctions.Query(asked)) && readable.Any(task => task.Id == words.Report!.TaskId));
    }

    // The first thousand that the index gives are ranked, however many there are.
    private static Task<List<SearchHit>> HitsAsync(TrackerDb db, Actor actor, string asked, SearchKind kind, int skip, int take, CancellationToken cancellation) => (kind switch
    {
        SearchKind.Task => Tasks(db, actor, asked).Take(MostHits)
            .OrderByDescending(words => words.Words.Rank(SearchFunctions.Query(asked))).ThenByDescending(words => words.TaskId)
            .Skip(skip).Take(take)
            .Select(words => new SearchHit(
                words.TaskId, words.Task!.Number + words.Task.Title, words.Task.Text,
                words.Task.Document == null ? words.Task.SourceWords ?? "" : words.Task.Document.Title)),
        SearchKind.Document => Documents(db, actor, asked).Take(MostHits)
            .OrderByDescending(words => words.Words.Rank(SearchFunctions.Query(asked))).ThenByDescending(words => words.DocumentId)
            .Skip(skip).Take(take)
            .Select(words => new SearchHit(
                words.DocumentId, words.Document!.Title, (words.Document.DocumentNumber ?? "") + "　" + (words.Document.IssuingAuthority ?? ""), words.Document.Jurisdiction!.Name)),
        SearchKind.Department => Departments(db, actor, asked).Take(MostHits)
            .OrderByDescending(words => words.Words.Rank(SearchFunctions.Query(asked))).ThenBy(words => words.Department!.OrganRank).ThenBy(words => words.DepartmentId)
            .Skip(skip).Take(take)
            .Select(words => new SearchHit(
                words.DepartmentId, words.Department!.Name,
                string.Join("、", words.Department.Aliases.Where(alias => alias.Name != words.Department.Name).Select(alias => alias.Name).ToList()), words.Department.Jurisdiction!.Name)),
        SearchKind.Report => Reports(db, actor, asked).Take(MostHits)
            .OrderByDescending(words => words.Words.Rank(SearchFunctions.Query(asked))).ThenByDescending(words => words.ReportId)
            .Skip(skip).Take(take)
            .Select(words => new SearchHit(
                words.Report!.TaskId, db.Tasks.First(task => task.Id == words.Report.TaskId).Title,
                words.Report.Words + "　" + (words.Report.Problems ?? "") + "　" + (words.Report.NextStep ?? ""), words.Report.Department!.Name)),
    }).AsNoTracking().ToListAsync(cancellation);
}
