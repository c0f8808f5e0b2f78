namespace PolicyTracker.Core.Tasks;

/// <summary>What a task waits for; the first three wait for a department, the others for the supervisor.</summary>
public enum Waiting
{
    /// <summary>待签收: neither acknowledged nor declined.</summary>
    Acknowledge,

    /// <summary>待填报: acknowledged, and nothing reported since for thirty days or at all.</summary>
    Report,

    /// <summary>被退回, and not asked for again.</summary>
    Returned,

    /// <summary>待批延期.</summary>
    Extension,

    /// <summary>待答复: a unit declined.</summary>
    Decline,

    /// <summary>待核实: a unit has reported since the progress was last verified.</summary>
    Verify,
}

public static class TaskWaiting
{
    /// <summary>A report holds for so many days.</summary>
    public const int ReportDays = 30;

    private static readonly TaskState[] UnderWay = [TaskState.Assigned, TaskState.InProgress];

    public static string Word(this Waiting waiting) => waiting switch
    {
        Waiting.Acknowledge => "待签收",
        Waiting.Report => "待填报",
        Waiting.Returned => "被退回",
        Waiting.Extension => "待批延期",
        Waiting.Decline => "待答复",
        Waiting.Verify => "待核实",
    };

    /// <summary>What each unit had done by when is not kept: of a past day only this can be told.</summary>
    public static bool IsKnownOfThePast(this Waiting waiting) => waiting == Waiting.Returned;

    /// <param name="department">For whom the first three wait; null: for any unit of the task.</param>
    public static IQueryable<PolicyTask> WaitingFor(
        this IQueryable<PolicyTask> tasks, Waiting waiting, int? department, DateOnly today, IQueryable<HistoryEntry> history) => waiting switch
        {
            Waiting.Acknowledge => department is { } unit
                ? tasks.Where(task => UnderWay.Contains(task.State) && !task.Standings.Any(s => s.DepartmentId == unit && (s.AcknowledgedAt != null || s.DeclinedAt != null)))
                : tasks.Where(task => task.State == TaskState.Assigned),
            Waiting.Report => Reporting(tasks, department, today.AddDays(-ReportDays)),
            // A task that was returned once, then completed, and then reopened is not returned.
            Waiting.Returned => tasks.Where(task => task.State == TaskState.InProgress && task.ReturnCount > 0
                && history.Where(h => h.TaskId == task.Id && (h.Act == TaskAct.Return || h.Act == TaskAct.Reopen)).OrderByDescending(h => h.Id).First().Act == TaskAct.Return),
            Waiting.Extension => tasks.Where(task => UnderWay.Contains(task.State) && task.Extensions.Any(extension => extension.IsGranted == null)),
            Waiting.Decline => tasks.Where(task => UnderWay.Contains(task.State) && task.Standings.Any(s => s.DeclinedAt != null)),
            Waiting.Verify => tasks.Where(task => (UnderWay.Contains(task.State) || task.State == TaskState.InReview)
                && task.Standings.Any(s => s.ClaimedOn != null && (task.VerifiedOn == null || s.ClaimedOn > task.VerifiedOn))),
        };

    private static IQueryable<PolicyTask> Reporting(IQueryable<PolicyTask> tasks, int? department, DateOnly since) =>
        tasks.Where(task => UnderWay.Contains(task.State) && task.Standings.Any(s =>
            (department == null || s.DepartmentId == department) && s.AcknowledgedAt != null && (s.ClaimedOn == null || s.ClaimedOn < since)));
}
