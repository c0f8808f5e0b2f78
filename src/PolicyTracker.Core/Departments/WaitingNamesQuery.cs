using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Departments;

/// <summary>A printed name that nobody knows, with the tasks that wait with it.</summary>
/// <param name="PrintedName">As it is printed first; other spellings of it count too.</param>
public sealed record WaitingName(
    int JurisdictionId, string Jurisdiction, string PrintedName, bool LooksLikeGroup, IReadOnlyList<WaitingTask> Tasks, IReadOnlyList<NameProposal> Proposals);

public sealed record WaitingTask(long Id, string? Number, string Title, TaskState State);

public sealed record NameProposal(int DepartmentId, string Name, string Reason, bool IsLikely);

/// <summary>待认定的单位名称, for administrators: those of the tasks of the own jurisdiction and below.</summary>
public static class WaitingNamesQuery
{
    /// <summary>How many names wait, spellings of one counted apart: it need only say that there are some.</summary>
    public static Task<int> CountAsync(TrackerDb db, Actor actor, CancellationToken cancellation = default) =>
        Waiting(db, actor, null).Select(part => new { part.Task!.JurisdictionId, part.PrintedName }).Distinct().CountAsync(cancellation);

    /// <summary>Jurisdiction by jurisdiction, those of most tasks first.</summary>
    public static async Task<IReadOnlyList<WaitingName>> ListAsync(TrackerDb db, Actor actor, int? jurisdiction, CancellationToken cancellation = default)
    {
        var parts = await Waiting(db, actor, jurisdiction)
            .OrderBy(part => part.Task!.Jurisdiction!.Path).ThenBy(part => part.TaskId)
            .Select(part => new { part.PrintedName, part.Task!.JurisdictionId, Task = new WaitingTask(part.TaskId, part.Task.Number, part.Task.Title, part.Task.State) })
            .ToListAsync(cancellation);
        var places = parts.Select(part => part.JurisdictionId).ToHashSet();
        var known = await db.Jurisdictions.Where(place => places.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancellation);
        var register = new DepartmentRegister(db);
        var names = new List<WaitingName>();
        foreach (var name in parts.GroupBy(part => (part.JurisdictionId, Key: DepartmentName.KeyOf(part.PrintedName))))
        {
            var (place, printed) = (known[name.Key.JurisdictionId], name.First().PrintedName);
            var proposals = await register.ProposeAsync(printed, place, cancellation);
            names.Add(new(
                place.Id, place.Name, printed, Parsing.OrganNames.IsClass(DepartmentName.Tidy(printed)), [.. name.Select(part => part.Task).DistinctBy(task => task.Id)],
                [.. proposals.Select(proposal => new NameProposal(proposal.Department.Id, proposal.Department.Name, proposal.Reason, proposal.IsLikely))]));
        }

        return [.. names.OrderBy(name => known[name.JurisdictionId].Path, StringComparer.Ordinal).ThenByDescending(name => name.Tasks.Count)];
    }

    private static IQueryable<Responsibility> Waiting(TrackerDb db, Actor actor, int? jurisdiction)
    {
        var path = actor.JurisdictionPath;
        var waiting = db.Responsibilities.AsNoTracking().Where(part => part.DepartmentId == null && part.Task!.Jurisdiction!.Path.StartsWith(path));
        return jurisdiction is { } id ? waiting.Where(part => part.Task!.JurisdictionId == id) : waiting;
    }
}
