using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Import;

/// <param name="WorkedBy">Who was the last to work on it; null: nobody yet.</param>
public sealed record DraftRow(
    int Id, string FileName, DraftState State, string? Message, int Doubts, int Tasks, string BroughtBy, DateTimeOffset BroughtAt, string? WorkedBy, DateTimeOffset? WorkedAt);

/// <summary>The drafts that wait for somebody, those with the oldest file first.</summary>
public static class DraftListQuery
{
    public static async Task<IReadOnlyList<DraftRow>> WaitingAsync(TrackerDb db, Actor actor, CancellationToken cancellation = default) =>
        await db.ImportDrafts.VisibleTo(actor).AsNoTracking()
            .Where(d => d.State == DraftState.Reading || d.State == DraftState.Open || d.State == DraftState.Failed)
            .OrderBy(d => d.BroughtAt).ThenBy(d => d.Id)
            .Select(d => new DraftRow(d.Id, d.FileName, d.State, d.Message, d.DoubtCount, d.TaskCount, d.BroughtBy, d.BroughtAt, d.WorkedBy, d.WorkedAt))
            .ToListAsync(cancellation);
}
