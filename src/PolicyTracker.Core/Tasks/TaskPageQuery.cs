using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
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
    DateTimeOffset At, TaskAct Act, TaskState From, TaskState To, string ActorName, int? DepartmentId, string? Department, int? Percent, string Words, ActChanges? Changes);

public static class TaskPageQuery
{
    /// <summary>Null when there is no such task or the person may not read it.</summary>
    public static async Task<TaskView?> FindAsync(TrackerDb db, Actor actor, long id, DateOnly today, CancellationToken cancellation = default)
    {
        var row = await db.Tasks.AsNoTracking().ReadableBy(actor).Where(task => task.Id == id).SelectRows().SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            return null;
        }

        var thresholds = await ThresholdBook.OnAsync(db, today, cancellation);
        var task = await db.Tasks.AsNoTrackingWithIdentityResolution()
            .Include(t => t.Jurisdiction)
            .Include(t => t.Responsibilities.OrderBy(r => r.Position)).ThenInclude(r => r.Department).ThenInclude(d => d!.Members).ThenInclude(m => m.Member)
            .Include(t => t.Standings)
            .AsSplitQuery()
            .SingleAsync(t => t.Id == id, cancellation);
        var document = await db.Documents.Where(d => d.Id == row.DocumentId)
            .Select(d => new { d.IssuingAuthority, d.IssuedOn, d.SourceFile!.Lines }).SingleOrDefaultAsync(cancellation);
        return new TaskView(
            row with { Thresholds = thresholds.Of(row.JurisdictionId) }, task.Text, task.LastLine,
            document?.Lines[(row.FirstLine - 1)..task.LastLine] ?? [], task.Milestones, task.Leaders,
            task.StartsOn, task.PrintedDueOn, task.VerifiedOn, document?.IssuingAuthority, document?.IssuedOn,
            task.CompletionRequestedOn, task.ReturnCount, task.RemindCount, task.RemindedOn, task.JudgementWords,
            ClaimedProgress.Of(task).Words, Units(task), await ReportsAsync(db, id, cancellation), await ExtensionsAsync(db, id, cancellation),
            await HistoryAsync(db, id, cancellation), LifeOfATask.Possible(task.State, actor, task.PartOf(actor)));
    }

    private static List<UnitStanding> Units(PolicyTask task) => [.. task.Responsibilities.Where(r => r.Department is not null).SelectMany(r =>
        r.Department!.Members.Count == 0
            ? [Standing(task, r.Department.Id, r.Department.Name, r.Role, null)]
            : r.Department.Members.OrderBy(m => m.Member!.OrganRank).Select(m => Standing(task, m.MemberId, m.Member!.Name, r.Role, r.Department.Name)))];

    private static UnitStanding Standing(PolicyTask task, int id, string name, Parsing.Role role, string? through)
    {
        var known = task.Standings.Find(standing => standing.DepartmentId == id);
        return new UnitStanding(
            id, name, role, through, known?.AcknowledgedAt, known?.AcknowledgedBy, known?.ClaimedPercent, known?.ClaimedOn, known?.DeclinedAt, known?.DeclineReason);
    }

    private static Task<List<ReportRow>> ReportsAsync(TrackerDb db, long id, CancellationToken cancellation) =>
        db.ProgressReports.Where(r => r.TaskId == id).OrderByDescending(r => r.At).ThenByDescending(r => r.Id)
            .Select(r => new ReportRow(r.At, r.DepartmentId, r.Department!.Name, r.ActorName, r.Percent, r.Words, r.Problems, r.NextStep))
            .ToListAsync(cancellation);

    private static Task<List<ExtensionRow>> ExtensionsAsync(TrackerDb db, long id, CancellationToken cancellation) =>
        db.Extensions.Where(e => e.TaskId == id).OrderByDescending(e => e.AskedAt).ThenByDescending(e => e.Id)
            .Select(e => new ExtensionRow(
                e.Department!.Name, e.AskedAt, e.AskedBy, e.OldDueOn, e.NewDueOn, e.Reason, e.IsGranted, e.DecidedAt, e.DecidedBy, e.DecisionWords))
            .ToListAsync(cancellation);

    private static Task<List<HistoryRow>> HistoryAsync(TrackerDb db, long id, CancellationToken cancellation) =>
        db.History.Where(h => h.TaskId == id).OrderByDescending(h => h.At).ThenByDescending(h => h.Id)
            .Select(h => new HistoryRow(h.At, h.Act, h.FromState, h.ToState, h.ActorName, h.DepartmentId, h.DepartmentName, h.Percent, h.Words, h.Changes))
            .ToListAsync(cancellation);
}
