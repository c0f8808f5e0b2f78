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
    public string? JurisdictionName(int id) => Jurisdictions.FirstOrDefault(choice => choice.Id == id)?.Name;

    public string? DocumentTitle(int id) => Documents.FirstOrDefault(choice => choice.Id == id)?.Title;

    public DepartmentChoice? Department(int id) => Departments.FirstOrDefault(choice => choice.Id == id);
}

public static class LedgerChoicesQuery
{
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

    // Those that have documents, themselves or below.
    private static async Task<List<JurisdictionChoice>> JurisdictionsAsync(TrackerDb db, Actor actor, CancellationToken cancellation)
    {
        var readable = db.Documents.ReadableBy(actor);
        var found = await db.Jurisdictions
            .Where(j => readable.Any(document => document.Jurisdiction!.Path.StartsWith(j.Path)))
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
        var found = await db.Documents.ReadableBy(actor)
            .Where(document => document.Jurisdiction!.Path.StartsWith(within) || document.Id == filter.Document)
            .OrderByDescending(document => document.IssuedOn ?? document.PublishedOn ?? DateOnly.MinValue).ThenBy(document => document.Id)
            .Select(document => new { document.Id, document.Title })
            .ToListAsync(cancellation);
        return [.. found.Select(document => new DocumentChoice(document.Id, NoticeTitle.Short(document.Title)))];
    }

    private static Task<List<DepartmentChoice>> DepartmentsAsync(TrackerDb db, Actor actor, TaskFilter filter, string within, CancellationToken cancellation)
    {
        var own = actor.DepartmentId;
        return Departments(db, actor, own)
            .Where(department => department.Jurisdiction!.Path.StartsWith(within) || department.Id == filter.Department)
            .OrderBy(department => department.Jurisdiction!.Path).ThenBy(department => department.OrganRank)
            .ThenBy(department => EF.Functions.Collate(department.Name, "zh-x-icu"))
            .Select(department => new DepartmentChoice(department.Id, department.Name, department.Jurisdiction!.Name))
            .ToListAsync(cancellation);
    }

    private static IQueryable<Department> Departments(TrackerDb db, Actor actor, int? own) =>
        db.Departments.Where(department => department.MergedIntoId == null && (department.Jurisdiction!.Path.StartsWith(actor.JurisdictionPath) || department.Id == own));
}
