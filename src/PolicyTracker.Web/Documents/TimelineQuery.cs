using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Documents;

/// <summary>A document's tasks against their plan.</summary>
/// <param name="DatedOn">The day of the document; null where it prints none.</param>
public sealed record Timeline(string Title, DateOnly? DatedOn, IReadOnlyList<TimelineTask> Tasks);

/// <param name="Milestones">Days named in its text, ascending.</param>
public sealed record TimelineTask(
    long Id, string? Number, string Title, TaskPlan Plan, TaskClock Clock, string? DeadlineRaw, IReadOnlyList<DateOnly> Milestones, int JurisdictionId)
{
    public SignalThresholds Thresholds { get; init; } = SignalThresholds.Default;

    public DateOnly? DueOn => Plan.DueOn;

    public LightSignal LightOn(DateOnly today) => LightSignal.Of(Clock, today, Thresholds);

    public GapSignal GapOn(DateOnly today) => GapSignal.Of(Plan, today, Thresholds);
}

public static class TimelineQuery
{
    /// <summary>In the printed order; null when there is no such document or the person may not read it.</summary>
    /// <param name="day">That of <paramref name="known"/>, or today.</param>
    public static async Task<Timeline?> FindAsync(KnownTasks known, Actor actor, int id, DateOnly day, CancellationToken cancellation)
    {
        var found = await known.Db.Documents.AsNoTracking().ReadableBy(actor).Where(d => d.Id == id)
            .Select(d => new { d.Title, DatedOn = d.IssuedOn ?? d.PublishedOn }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var thresholds = await ThresholdBook.OnAsync(known.Db, day, cancellation);
        var tasks = await known.OfDocuments(known.ReadableBy(actor), id).AsNoTracking().OrderBy(task => task.Ordinal)
            .Select(task => new TimelineTask(
                task.Id, task.Number, task.Title,
                new TaskPlan(task.State, task.StartsOn, task.AssignedOn, task.IsAssignedByNotice, task.DueOn, task.ClockStoppedOn, task.VerifiedPercent, task.ClaimedPercent),
                new TaskClock(task.State, task.DueOn, task.DeadlineKind, task.Cycle, task.ClockStoppedOn), task.DeadlineRaw, task.Milestones, task.JurisdictionId))
            .ToListAsync(cancellation);
        return new Timeline(found.Title, found.DatedOn, [.. tasks.Select(task => task with { Thresholds = thresholds.Of(task.JurisdictionId) })]);
    }
}
