using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>A row of the 台账.</summary>
/// <param name="DocumentId">Null, as the title, for a task that was registered by hand; <paramref name="SourceWords"/> then say where it comes from.</param>
public sealed record TaskRow(
    long Id,
    string? Number,
    string Title,
    int? DocumentId,
    string? DocumentTitle,
    string? DocumentNumber,
    IReadOnlyList<string> Path,
    int FirstLine,
    SourceKind? SourceKind,
    string? SourceWords,
    int JurisdictionId,
    string Jurisdiction,
    TaskClock Clock,
    string? DeadlineRaw,
    TaskPlan Plan,
    Judgement? Judgement,
    DateOnly? JudgedOn,
    DateOnly? CompletedOn,
    uint Version,
    IReadOnlyList<ResponsibilityRow> Responsibilities)
{
    /// <summary>What its signals are judged by; set by the queries for the day that they were asked for.</summary>
    public SignalThresholds Thresholds { get; init; } = SignalThresholds.Default;

    /// <summary>责任领导 as printed.</summary>
    public IReadOnlyList<string> Leaders { get; init; } = [];

    public TaskState State => Clock.State;

    public DateOnly? DueOn => Clock.DueOn;

    public DeadlineKind? DeadlineKind => Clock.Kind;

    public DateOnly? ClockStoppedOn => Clock.StoppedOn;

    /// <summary>逾期办结, judged as <see cref="PolicyTask.IsCompletedLate"/>: a completed task's clock stands at the day of the request.</summary>
    public bool IsCompletedLate => State == TaskState.Completed && ClockStoppedOn > DueOn;

    /// <summary>核实进度.</summary>
    public int? VerifiedPercent => Plan.Verified;

    /// <summary>反馈进度.</summary>
    public int? ClaimedPercent => Plan.Claimed;

    public LightSignal LightOn(DateOnly today) => LightSignal.Of(Clock, today, Thresholds);

    public GapSignal GapOn(DateOnly today) => GapSignal.Of(Plan, today, Thresholds);
}

public sealed record ResponsibilityRow(int? DepartmentId, string Name, string PrintedName, Role Role, DepartmentKind? Kind, string? Note);

/// <summary>Rows as the ledger, the page of a task and the API show them.</summary>
public static class TaskRows
{
    public static IQueryable<TaskRow> SelectRows(this IQueryable<PolicyTask> tasks) =>
        tasks.Select(task => new TaskRow(
            task.Id, task.Number, task.Title, task.DocumentId, task.Document!.Title, task.Document.DocumentNumber, task.Path, task.FirstLine,
            task.SourceKind, task.SourceWords, task.JurisdictionId, task.Jurisdiction!.Name,
            new TaskClock(task.State, task.DueOn, task.DeadlineKind, task.Cycle, task.ClockStoppedOn),
            task.DeadlineRaw,
            new TaskPlan(task.State, task.StartsOn, task.AssignedOn, task.IsAssignedByNotice, task.DueOn, task.ClockStoppedOn, task.VerifiedPercent, task.ClaimedPercent),
            task.Judgement, task.JudgedOn, task.CompletedOn, task.Version,
            task.Responsibilities.OrderBy(r => r.Position)
                .Select(r => new ResponsibilityRow(
                    r.DepartmentId, r.Department == null ? r.PrintedName : r.Department.Name, r.PrintedName, r.Role,
                    r.Department == null ? null : r.Department.Kind, r.Note))
                .ToList())
        { Leaders = task.Leaders });

    /// <summary>The units of tasks, each in its order, as a row of the task tells them.</summary>
    public static async Task<ILookup<long, ResponsibilityRow>> UnitsAsync(this IQueryable<Responsibility> parts, CancellationToken cancellation)
    {
        var found = await parts.OrderBy(r => r.Position)
            .Select(r => new
            {
                r.TaskId,
                Row = new ResponsibilityRow(
                    r.DepartmentId, r.Department == null ? r.PrintedName : r.Department.Name, r.PrintedName, r.Role,
                    r.Department == null ? null : r.Department.Kind, r.Note),
            })
            .ToListAsync(cancellation);
        return found.ToLookup(unit => unit.TaskId, unit => unit.Row);
    }
}
