using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>How a task stood at the end of a day, and whose it was.</summary>
public sealed record StandingTask
{
    private static readonly TaskState[] Timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    public required long Id { get; init; }

    public required int JurisdictionId { get; init; }

    public int? DocumentId { get; init; }

    public required TaskState State { get; init; }

    public DateOnly? DueOn { get; init; }

    public DeadlineCycle? Cycle { get; init; }

    public DateOnly? ClockStoppedOn { get; init; }

    public int? ClaimedPercent { get; init; }

    public int? VerifiedPercent { get; init; }

    /// <summary>As <see cref="Waiting.Returned"/>.</summary>
    public bool IsReturned { get; init; }

    public required int[] Leads { get; init; }

    public required int[] Responsible { get; init; }

    public required int[] Supports { get; init; }

    /// <summary>The rule of the red light; a task that recurs and has no day of its own is never behind its next one.</summary>
    public bool IsOverdueOn(DateOnly day) => Timed.Contains(State) && DueOn < (ClockStoppedOn ?? day);

    /// <summary>To be read one by one: there may be a million.</summary>
    /// <param name="tasks">As they are now.</param>
    public static async IAsyncEnumerable<StandingTask> On(
        TrackerDb db, IQueryable<PolicyTask> tasks, DateOnly day, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // As PastSql: what went on in a new version of its notice since is as the version of that day prints it.
        var end = OfficeTime.StartOf(day.AddDays(1));
        var printings = await db.EarlierPrintings.AsNoTracking().Where(printing => printing.Document!.ImportedAt >= end)
            .OrderBy(printing => printing.Document!.ImportedAt).ThenBy(printing => printing.Id)
            .Select(printing => new { printing.TaskId, printing.EarlierId, printing.Printed }).ToListAsync(cancellation);
        var printed = printings.GroupBy(printing => printing.TaskId).ToDictionary(task => task.Key, task => task.First());
        await foreach (var task in Read(db, tasks, day).WithCancellation(cancellation))
        {
            yield return printed.TryGetValue(task.Id, out var then) ? task with { DocumentId = then.EarlierId, Cycle = then.Printed.Cycle } : task;
        }
    }

    private static IAsyncEnumerable<StandingTask> Read(TrackerDb db, IQueryable<PolicyTask> tasks, DateOnly day)
    {
        var history = KnownTasks.On(db, day).History.Where(act => act.Act == TaskAct.Return || act.Act == TaskAct.Reopen);
        return db.TaskIntervals.AsNoTracking().KnownOn(day)
            .Join(tasks, interval => interval.TaskId, task => task.Id, (interval, task) => new StandingTask
            {
                Id = task.Id,
                JurisdictionId = task.JurisdictionId,
                DocumentId = task.DocumentId,
                State = interval.State,
                DueOn = interval.DueOn,
                Cycle = task.Cycle,
                ClockStoppedOn = interval.ClockStoppedOn,
                ClaimedPercent = interval.ClaimedPercent,
                VerifiedPercent = interval.VerifiedPercent,
                // Nobody counts returns down: of most tasks no act need be looked at.
                IsReturned = interval.State == TaskState.InProgress && task.ReturnCount > 0
                    && history.Where(act => act.TaskId == task.Id).OrderByDescending(act => act.Id).Select(act => act.Act).FirstOrDefault() == TaskAct.Return,
                Leads = interval.Leads,
                Responsible = interval.Responsible,
                Supports = interval.Supports,
            })
            .AsAsyncEnumerable();
    }
}
