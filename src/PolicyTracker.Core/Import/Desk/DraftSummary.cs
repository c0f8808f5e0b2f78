using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>What confirming a draft would do.</summary>
/// <param name="Places">Jurisdictions that would be made.</param>
/// <param name="Told">Accounts that would get a message.</param>
public sealed record DraftSummary(
    IReadOnlyList<DocumentSummary> Documents, IReadOnlyList<string> Places, int KnownNames, IReadOnlyList<string> NewNames, IReadOnlyList<string> WaitingNames, int Told)
{
    public int Tasks => Documents.Sum(document => document.Tasks);

    public static async Task<DraftSummary> OfAsync(TrackerDb db, DraftNotice notice, DraftStanding standing, CancellationToken cancellation)
    {
        var documents = new List<DocumentSummary>();
        foreach (var document in notice.Documents)
        {
            var plan = standing[document].Earlier is { } earlier ? await PlanAsync(db, earlier.Id, document, cancellation) : null;
            documents.Add(new DocumentSummary(document.Title, standing[document].Place.Words, document.Tasks.Count, document.Tasks.Count(task => task.Units.Count == 0), plan));
        }

        var names = notice.Documents.SelectMany(document => standing[document].Names.Select(name => (name.Key, Fate: document.FateOf(name.Key, name.Value), name.Value))).ToList();
        var known = names.Where(name => name.Fate.Fate == NameFate.Known).Select(name => name.Fate.DepartmentId).OfType<int>().Distinct().ToList();
        return new DraftSummary(
            documents,
            [.. notice.Documents.Where(document => !standing[document].Place.Exists).Select(document => standing[document].Place.Words).Distinct()],
            known.Count, Named(names, NameFate.New), Named(names, NameFate.Waits), await ToldAsync(db, known, cancellation));
    }

    internal static async Task<VersionPlan> PlanAsync(TrackerDb db, int earlier, DraftDocument document, CancellationToken cancellation)
    {
        var tasks = await db.Tasks.Where(task => task.DocumentId == earlier).OrderBy(task => task.Ordinal)
            .Select(task => new
            {
                task.Id,
                task.Title,
                task.Text,
                task.DeadlineRaw,
                task.Leaders,
                IsByHand = task.History.Any(act => act.Act == TaskAct.Change || act.Act == TaskAct.Assign || act.Act == TaskAct.MoveUnit),
                Units = task.Responsibilities.OrderBy(unit => unit.Position).Select(unit => new { unit.Role, unit.PrintedName }).ToList(),
            })
            .ToListAsync(cancellation);
        return VersionPlan.Of(
            [.. tasks.Select(task => new EarlierTask(
                task.Id, task.Title, task.Text, task.DeadlineRaw, task.IsByHand ? null : string.Join('、', task.Units.Select(unit => $"{unit.Role}{unit.PrintedName}")),
                string.Join('、', task.Leaders)))],
            document.Tasks);
    }

    private static List<string> Named(List<(string Key, NameChoice Fate, NameStanding Value)> names, NameFate fate) =>
        [.. names.Where(name => name.Fate.Fate == fate).Select(name => name.Key).Distinct()];

    private static Task<int> ToldAsync(TrackerDb db, List<int> departments, CancellationToken cancellation) =>
        db.Users.CountAsync(account => account.DisabledAt == null && account.DepartmentId != null
            && (departments.Contains(account.DepartmentId.Value) || db.GroupMembers.Any(m => departments.Contains(m.GroupId) && m.MemberId == account.DepartmentId)), cancellation);
}

/// <param name="Unassigned">Tasks that name nobody, or nobody yet.</param>
/// <param name="Plan">Null where the document is not a new version.</param>
public sealed record DocumentSummary(string Title, string Place, int Tasks, int Unassigned, VersionPlan? Plan);
