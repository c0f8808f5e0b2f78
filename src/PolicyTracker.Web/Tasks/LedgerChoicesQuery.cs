using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tasks;

/// <param name="Depth">How far below the first one, for indenting.</param>
public sealed record JurisdictionChoice(int Id, string Name, string Path, int Depth);

public sealed record DocumentChoice(int Id, string Title);

public sealed record DepartmentChoice(int Id, string Name, string Jurisdiction);

/// <summary>What the ledger's filter offers: only what this person may read, narrowed to the chosen jurisdiction.</summary>
public sealed record LedgerChoices(
    IReadOnlyList<JurisdictionChoice> Jurisdictions, IReadOnlyList<DocumentChoice> Documents, IReadOnlyList<DepartmentChoice> Departments)
{
    /// <summary>There are more than are worth a list.</summary>
    public bool HasMoreDocuments => Documents.Count > LedgerChoicesQuery.MostDocuments;

    public bool HasMoreDepartments => Departments.Count > LedgerChoicesQuery.MostDepartments;

    public string? JurisdictionName(int id) => Jurisdictions.FirstOrDefault(choice => choice.Id == id)?.Name;

    public string? DocumentTitle(int id) => Documents.FirstOrDefault(choice => choice.Id == id)?.Title;

    public DepartmentChoice? Department(int id) => Departments.FirstOrDefault(choice => choice.Id == id);
}

public static class LedgerChoicesQuery
{
    public const int MostDocuments = 200;

    public const int MostDepartments = 500;

    public static async Task<LedgerChoices> LoadAsync(TrackerDb db, Actor actor, TaskFilter filter, CancellationToken cancellation = default)
    {
        var jurisdictions = await JurisdictionsAsync(db, actor, cancellation);
        // One that is not on offer narrows nothing: the ledger is empty then and says so.
        var within = jurisdictions.FirstOrDefault(choice => choice.Id == filter.Jurisdiction)?.Path ?? "/";
        return new LedgerChoices(
            jurisdictions,
            await DocumentsAsync(db, actor, filter, within, cancellation),
            await DepartmentsAsync(db, actor, filter, within, cancellation));
    }

    /// <summary>Only what the filter itself names, for its words.</summary>
    public static async Task<LedgerChoices> NamedAsync(TrackerDb db, Actor actor, TaskFilter filter, CancellationToken cancellation = default)
    {
        var places = await db.Jurisdictions.Where(j => j.Id == filter.Jurisdiction && j.Path.StartsWith(actor.JurisdictionPath))
            .Select(j => new JurisdictionChoice(j.Id, j.Name, j.Path, 0)).ToListAsync(cancellation);
        var documents = await Choices(db.Documents.ReadableBy(actor).Where(document => document.Id == filter.Document)).ToListAsync(cancellation);
        var departments = await Choices(Departments(db, actor, actor.DepartmentId).Where(department => department.Id == filter.Department)).ToListAsync(cancellation);
        return new LedgerChoices(places, [.. documents.Select(document => document with { Title = NoticeTitle.Short(document.Title) })], departments);
    }

    // Those that have documents, themselves or below.
    private static async Task<List<JurisdictionChoice>> JurisdictionsAsync(TrackerDb db, Actor actor, CancellationToken cancellation)
    {
        var paths = await db.Documents.ReadableBy(actor).Select(document => document.Jurisdiction!.Path).Distinct().ToListAsync(cancellation);
        var above = paths.SelectMany(path => path.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse).Distinct().ToList();
        var found = await db.Jurisdictions
            .Where(j => above.Contains(j.Id))
            .OrderBy(j => j.Path)
            .Select(j => new { j.Id, j.Name, j.Path })
            .ToListAsync(cancellation);
        var top = found.Count == 0 ? 0 : found.Min(j => Levels(j.Path));
        return [.. found.Select(j => new JurisdictionChoice(j.Id, j.Name, j.Path, Levels(j.Path) - top))];
    }

    private static int Levels(string path) => path.Count(c => c == '/');

    // What is chosen stays on offer, so that the form does not drop it when another field is changed.
    private static async Task<List<DocumentChoice>> DocumentsAsync(TrackerDb db, Actor actor, TaskFilter filter, string within, CancellationToken cancellation)
    {
        var readable = db.Documents.ReadableBy(actor);
        var found = await Choices(readable.Where(document => document.Jurisdiction!.Path.StartsWith(within))
            .OrderByDescending(document => document.IssuedOn ?? document.PublishedOn ?? DateOnly.MinValue).ThenBy(document => document.Id)
            .Take(MostDocuments + 1)).ToListAsync(cancellation);
        if (filter.Document is { } chosen && !found.Exists(choice => choice.Id == chosen))
        {
            found.InsertRange(0, await Choices(readable.Where(document => document.Id == chosen)).ToListAsync(cancellation));
        }

        return [.. found.Select(document => document with { Title = NoticeTitle.Short(document.Title) })];
    }

    private static IQueryable<DocumentChoice> Choices(IQueryable<PolicyDocument> documents) =>
        documents.Select(document => new DocumentChoice(document.Id, document.Title));

    private static async Task<List<DepartmentChoice>> DepartmentsAsync(TrackerDb db, Actor actor, TaskFilter filter, string within, CancellationToken cancellation)
    {
        var readable = Departments(db, actor, actor.DepartmentId);
        var found = await Choices(readable.Where(department => department.Jurisdiction!.Path.StartsWith(within))
            .OrderBy(department => department.Jurisdiction!.Path).ThenBy(department => department.OrganRank)
            .ThenBy(department => EF.Functions.Collate(department.Name, "zh-x-icu"))
            .Take(MostDepartments + 1)).ToListAsync(cancellation);
        if (filter.Department is { } chosen && !found.Exists(choice => choice.Id == chosen))
        {
            found.InsertRange(0, await Choices(readable.Where(department => department.Id == chosen)).ToListAsync(cancellation));
        }

        return found;
    }

    private static IQueryable<DepartmentChoice> Choices(IQueryable<Department> departments) =>
        departments.Select(department => new DepartmentChoice(department.Id, department.Name, department.Jurisdiction!.Name));

    private static IQueryable<Department> Departments(TrackerDb db, Actor actor, int? own) =>
        db.Departments.Where(department => department.MergedIntoId == null && (department.Jurisdiction!.Path.StartsWith(actor.JurisdictionPath) || department.Id == own));
}
