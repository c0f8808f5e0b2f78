using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Departments;

/// <summary>A department with how many tasks it is on, in any role.</summary>
/// <param name="Open">Tasks not yet completed or ended.</param>
/// <param name="DueSoon">Of the open ones: yellow.</param>
/// <param name="Late">Of the open ones: red.</param>
public sealed record DepartmentRow(
    int Id, string Name, DepartmentKind Kind, int JurisdictionId, string Jurisdiction, IReadOnlyList<string> Aliases, DateOnly? EndedOn,
    int Open, int DueSoon, int Late, int All);

public sealed record DepartmentFilter
{
    /// <summary>This jurisdiction and all below it.</summary>
    public int? Jurisdiction { get; init; }

    /// <summary>Part of the name or of an alias.</summary>
    public string? Q { get; init; }

    /// <summary>查看日期: with what was known of their tasks at the end of this past day; null: now.</summary>
    public DateOnly? AsOf { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

/// <summary>Departments in the usual order of organs, jurisdiction by jurisdiction.</summary>
public static class DepartmentListQuery
{
    public static async Task<PageOf<DepartmentRow>> PageAsync(
        TrackerDb db, Actor actor, DepartmentFilter filter, DateOnly today, CancellationToken cancellation = default)
    {
        var departments = Matching(db, actor, filter);
        var total = await departments.CountAsync(cancellation);
        var page = await departments
            .OrderBy(d => d.JurisdictionId == Jurisdiction.PendingId).ThenBy(d => d.Jurisdiction!.Path).ThenBy(d => d.EndedOn != null).ThenBy(d => d.OrganRank).ThenBy(d => EF.Functions.Collate(d.Name, "zh-x-icu"))
            .Skip((filter.Page - 1) * filter.PageSize)
            .Take(filter.PageSize)
            .Select(d => new { d.Id, d.Name, d.Kind, d.JurisdictionId, Jurisdiction = d.Jurisdiction!.Name, d.EndedOn, Aliases = d.Aliases.Select(a => a.Name).ToList() })
            .ToListAsync(cancellation);
        var counts = await CountsAsync(db, actor, [.. page.Select(d => d.Id)], KnownTasks.On(db, filter.AsOf), filter.AsOf ?? today, cancellation);
        return new PageOf<DepartmentRow>(
            [.. page.Select(d => Row(d.Id, d.Name, d.Kind, d.JurisdictionId, d.Jurisdiction, d.Aliases, d.EndedOn, counts.GetValueOrDefault(d.Id)))],
            total, filter.Page, filter.PageSize);
    }

    private static DepartmentRow Row(
        int id, string name, DepartmentKind kind, int jurisdictionId, string jurisdiction, List<string> aliases, DateOnly? endedOn, (int Open, int DueSoon, int Late, int All) counts) =>
        new(id, name, kind, jurisdictionId, jurisdiction, [.. aliases.Where(alias => alias != name)], endedOn, counts.Open, counts.DueSoon, counts.Late, counts.All);

    private static IQueryable<Department> Matching(TrackerDb db, Actor actor, DepartmentFilter filter)
    {
        var departments = db.Departments.AsNoTracking().ReadableBy(actor).Where(d => d.MergedIntoId == null);
        if (filter.Jurisdiction is { } jurisdiction)
        {
            departments = departments.Where(d => d.Jurisdiction!.Path.StartsWith(db.Jurisdictions.Where(j => j.Id == jurisdiction).Select(j => j.Path).First()));
        }

        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var words = filter.Q.Trim();
            var spelled = db.DepartmentAliases.Spelled(words).Select(alias => alias.DepartmentId);
            departments = departments.Where(d => d.Aliases.Any(alias => alias.Name.Contains(words)) || d.Name.Contains(words) || spelled.Contains(d.Id));
        }

        return departments;
    }

    private static async Task<Dictionary<int, (int Open, int DueSoon, int Late, int All)>> CountsAsync(
        TrackerDb db, Actor actor, int[] ids, KnownTasks known, DateOnly today, CancellationToken cancellation)
    {
        var thresholds = await ThresholdBook.OnAsync(db, today, cancellation);
        if (known.AsOf is null && TaskCounts.Cover(actor))
        {
            var kept = TaskCounts.Of(db, actor, new TaskFilter(), CountKind.Department).Where(count => ids.Contains(count.SubjectId));
            return (await TaskCounts.CellsAsync(kept, thresholds, cancellation, bySubject: true)).ToLookup(cell => cell.SubjectId)
                .ToDictionary(cells => cells.Key, cells => (
                    Sum(cells, cell => cell.State.IsOpen()), Sum(cells, cell => cell.LightOn(today, thresholds) == TimeLight.Yellow),
                    Sum(cells, cell => cell.LightOn(today, thresholds) == TimeLight.Red), Sum(cells, _ => true)));
        }

        var readable = known.ReadableBy(actor);
        var (red, yellow) = (readable.ShowingLight(TimeLight.Red, today, thresholds), readable.ShowingLight(TimeLight.Yellow, today, thresholds));
        var all = await CountAsync(known, ids, readable, cancellation);
        var open = await CountAsync(known, ids, readable.Where(t => TaskStates.Open.Contains(t.State)), cancellation);
        var late = await CountAsync(known, ids, red, cancellation);
        var due = await CountAsync(known, ids, yellow, cancellation);
        return all.ToDictionary(
            pair => pair.Key,
            pair => (open.GetValueOrDefault(pair.Key), due.GetValueOrDefault(pair.Key), late.GetValueOrDefault(pair.Key), pair.Value));
    }

    private static int Sum(IEnumerable<TaskCell> cells, Func<TaskCell, bool> counts) => cells.Where(counts).Sum(cell => cell.Tasks);

    // A group's tasks are those of its members too, as in the ledger behind the figure.
    private static Task<Dictionary<int, int>> CountAsync(KnownTasks known, int[] ids, IQueryable<PolicyTask> tasks, CancellationToken cancellation)
    {
        var own = known.Responsibilities.Where(r => r.DepartmentId != null && ids.Contains(r.DepartmentId.Value))
            .Select(r => new { DepartmentId = r.DepartmentId!.Value, r.TaskId });
        var throughGroups = known.GroupMembers.Where(member => ids.Contains(member.MemberId))
            .Join(known.Responsibilities, member => (int?)member.GroupId, r => r.DepartmentId, (member, r) => new { DepartmentId = member.MemberId, r.TaskId });
        return own.Union(throughGroups)
            .Join(tasks, part => part.TaskId, t => t.Id, (part, _) => part.DepartmentId)
            .GroupBy(id => id)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }
}
