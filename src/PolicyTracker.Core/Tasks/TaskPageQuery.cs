using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Core.Tasks;

/// <summary>One task with its printed lines and its history, newest first.</summary>
/// <param name="Source">The lines of the file from <see cref="TaskRow.FirstLine"/> to <paramref name="LastLine"/>; none without a document.</param>
/// <param name="PrintedDueOn">The deadline as printed or registered, also after it was changed.</param>
/// <param name="ClaimedWords">How the claimed percent is made up.</param>
/// <param name="Units">Each unit that acts for itself: those on the list, and of an expanded group its members.</param>
/// <param name="Possible">What the person can do now.</param>
public sealed record TaskView(
    TaskRow Row, string Text, int LastLine, IReadOnlyList<string> Source, IReadOnlyList<DateOnly> Milestones, IReadOnlyList<string> Leaders,
    DateOnly? StartsOn, DateOnly? PrintedDueOn, DateOnly? VerifiedOn, string? IssuingAuthority, DateOnly? IssuedOn,
    DateOnly? CompletionRequestedOn, int ReturnCount, int RemindCount, DateOnly? RemindedOn, string? JudgementWords,
    string ClaimedWords, IReadOnlyList<UnitStanding> Units, IReadOnlyList<ReportRow> Reports, IReadOnlyList<ExtensionRow> Extensions,
    IReadOnlyList<HistoryRow> History, IReadOnlyList<TaskAct> Possible)
{
    /// <summary>The request that waits for the supervisor; null when none does.</summary>
    public ExtensionRow? AskedExtension => Extensions.FirstOrDefault(extension => extension.IsGranted is null);

    /// <summary>Of a past day: the version of the notice that held on it was taken back since; the printed words are those that hold instead.</summary>
    public bool IsPrintingLost { get; init; }
}

/// <summary>What one unit has done about a task.</summary>
/// <param name="Through">The group that contains it; null for a unit that is itself on the list.</param>
public sealed record UnitStanding(
    int DepartmentId, string Name, Parsing.Role Role, string? Through, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy,
    int? ClaimedPercent, DateOnly? ClaimedOn, DateTimeOffset? DeclinedAt, string? DeclineReason);

public sealed record ReportRow(DateTimeOffset At, int DepartmentId, string Department, string ActorName, int Percent, string Words, string? Problems, string? NextStep);

public sealed record ExtensionRow(
    string Department, DateTimeOffset AskedAt, string AskedBy, DateOnly OldDueOn, DateOnly NewDueOn, string Reason,
    bool? IsGranted, DateTimeOffset? DecidedAt, string? DecidedBy, string? DecisionWords);

public sealed record HistoryRow(
    DateTimeOffset At, TaskAct Act, TaskState From, TaskState To, string ActorName, int? DepartmentId, string? Department, int? Percent, string Words, ActChanges? Changes,
    IReadOnlyList<EvidenceRow> Files);

/// <param name="Size">In bytes.</param>
public sealed record EvidenceRow(long Id, string Name, int Version, long Size);

public static class TaskPageQuery
{
    /// <summary>Null when there is no such task or the person may not read it.</summary>
    public static Task<TaskView?> FindAsync(TrackerDb db, Actor actor, long id, DateOnly today, CancellationToken cancellation = default) =>
        FindAsync(KnownTasks.On(db, null), actor, id, today, cancellation);

    /// <summary>The same, or of a past day, on which nothing can be done any more; then null also where the task came later.</summary>
    /// <param name="day">That of <paramref name="known"/>, or today.</param>
    public static async Task<TaskView?> FindAsync(KnownTasks known, Actor actor, long id, DateOnly day, CancellationToken cancellation = default)
    {
        var db = known.Db;
        var row = await known.ReadableBy(actor).AsNoTracking().Where(task => task.Id == id).SelectRows().SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            return null;
        }

        var units = known.AsOf is null ? row.Responsibilities : [.. (await known.Responsibilities.Where(r => r.TaskId == id).UnitsAsync(cancellation))[id]];
        var thresholds = await ThresholdBook.OnAsync(db, day, cancellation);
        var task = await known.Tasks.AsNoTrackingWithIdentityResolution()
            .Include(t => t.Jurisdiction)
            .Include(t => t.Responsibilities)
            .Include(t => t.Standings)
            .AsSplitQuery()
            .SingleAsync(t => t.Id == id, cancellation);
        var document = await db.Documents.Where(d => d.Id == row.DocumentId)
            .Select(d => new { d.IssuingAuthority, d.IssuedOn, d.SourceFile!.Lines }).SingleOrDefaultAsync(cancellation);
        var history = await HistoryAsync(known, id, cancellation);
        var members = await MembersAsync(known, units, cancellation);
        var work = known.AsOf is null ? task.Standings.Select(standing => standing.AsItStands()).ToDictionary(done => done.DepartmentId) : PastWork.After(history.AsEnumerable().Reverse());
        return new TaskView(
            row with { Thresholds = thresholds.Of(row.JurisdictionId), Responsibilities = units }, task.Text, task.LastLine,
            document?.Lines[(row.FirstLine - 1)..task.LastLine] ?? [], task.Milestones, task.Leaders,
            task.StartsOn, task.PrintedDueOn, task.VerifiedOn, document?.IssuingAuthority, document?.IssuedOn,
            task.CompletionRequestedOn, task.ReturnCount, task.RemindCount, task.RemindedOn, task.JudgementWords,
            ClaimedWords(units, members, work), Standings(units, members, work), await ReportsAsync(known, id, cancellation), await ExtensionsAsync(known, id, cancellation),
            history, known.AsOf is null ? LifeOfATask.Possible(task.State, actor, task.PartOf(actor)) : [])
        {
            IsPrintingLost = await PastPrinting.IsLostAsync(known, id, cancellation),
        };
    }

    // Of a group that was expanded; of others none.
    private static async Task<ILookup<int, Department>> MembersAsync(KnownTasks known, IReadOnlyList<ResponsibilityRow> units, CancellationToken cancellation)
    {
        var ids = units.Select(unit => unit.DepartmentId).OfType<int>().ToList();
        var members = await known.GroupMembers.AsNoTracking().Where(m => ids.Contains(m.GroupId)).OrderBy(m => m.Member!.OrganRank).ThenBy(m => m.MemberId)
            .Select(m => new { m.GroupId, Member = m.Member! }).ToListAsync(cancellation);
        return members.ToLookup(m => m.GroupId, m => m.Member);
    }

    private static List<UnitStanding> Standings(IReadOnlyList<ResponsibilityRow> units, ILookup<int, Department> members, IReadOnlyDictionary<int, UnitsWork> work) =>
        [.. units.Where(unit => unit.DepartmentId is not null).SelectMany(unit => members.Contains(unit.DepartmentId!.Value)
            ? members[unit.DepartmentId.Value].Select(member => Standing(work, member.Id, member.Name, unit.Role, unit.Name))
            : [Standing(work, unit.DepartmentId.Value, unit.Name, unit.Role, null)])];

    private static UnitStanding Standing(IReadOnlyDictionary<int, UnitsWork> work, int id, string name, Parsing.Role role, string? through)
    {
        var done = work.GetValueOrDefault(id);
        return new UnitStanding(id, name, role, through, done?.AcknowledgedAt, done?.AcknowledgedBy, done?.ClaimedPercent, done?.ClaimedOn, done?.DeclinedAt, done?.DeclineReason);
    }

    private static string ClaimedWords(IReadOnlyList<ResponsibilityRow> units, ILookup<int, Department> members, IReadOnlyDictionary<int, UnitsWork> work) =>
        ClaimedProgress.Of(
            [.. units.Where(unit => unit.DepartmentId is not null)
                .Select(unit => new ClaimedProgress.Unit(unit.DepartmentId!.Value, unit.Name, unit.Role, [.. members[unit.DepartmentId.Value].Select(member => member.Id)]))],
            work.Values.Where(done => done.ClaimedPercent is not null).ToDictionary(done => done.DepartmentId, done => done.ClaimedPercent!.Value)).Words;

    private static Task<List<ReportRow>> ReportsAsync(KnownTasks known, long id, CancellationToken cancellation) =>
        known.Db.ProgressReports.Where(r => r.TaskId == id && (known.End == null || r.At < known.End)).OrderByDescending(r => r.At).ThenByDescending(r => r.Id)
            .Select(r => new ReportRow(r.At, r.DepartmentId, r.Department!.Name, r.ActorName, r.Percent, r.Words, r.Problems, r.NextStep))
            .ToListAsync(cancellation);

    // What was decided later was still waiting.
    private static async Task<List<ExtensionRow>> ExtensionsAsync(KnownTasks known, long id, CancellationToken cancellation)
    {
        var end = known.End ?? DateTimeOffset.MaxValue;
        var rows = await known.Db.Extensions.Where(e => e.TaskId == id).OrderByDescending(e => e.AskedAt).ThenByDescending(e => e.Id)
            .Select(e => new ExtensionRow(
                e.Department!.Name, e.AskedAt, e.AskedBy, e.OldDueOn, e.NewDueOn, e.Reason, e.IsGranted, e.DecidedAt, e.DecidedBy, e.DecisionWords))
            .ToListAsync(cancellation);
        return
        [
            .. rows.Where(row => row.AskedAt < end)
                .Select(row => row.DecidedAt < end ? row : row with { IsGranted = null, DecidedAt = null, DecidedBy = null, DecisionWords = null }),
        ];
    }

    private static Task<List<HistoryRow>> HistoryAsync(KnownTasks known, long id, CancellationToken cancellation) =>
        known.History.Where(h => h.TaskId == id).OrderByDescending(h => h.At).ThenByDescending(h => h.Id)
            .Select(h => new HistoryRow(h.At, h.Act, h.FromState, h.ToState, h.ActorName, h.DepartmentId, h.DepartmentName, h.Percent, h.Words, h.Changes,
                known.Db.EvidenceFiles.Where(file => file.EntryId == h.Id).OrderBy(file => file.Id).Select(file => new EvidenceRow(file.Id, file.Name, file.Version, file.Size)).ToList()))
            .ToListAsync(cancellation);
}
