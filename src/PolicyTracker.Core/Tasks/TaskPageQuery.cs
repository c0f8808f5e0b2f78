using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>One task with its printed lines and its history, newest first.</summary>
/// <param name="Source">The lines of the file from <see cref="TaskRow.FirstLine"/> to <paramref name="LastLine"/>.</param>
public sealed record TaskView(
    TaskRow Row, string Text, int LastLine, IReadOnlyList<string> Source, IReadOnlyList<DateOnly> Milestones, IReadOnlyList<string> Leaders,
    DateOnly? StartsOn, DateOnly? VerifiedOn, string? IssuingAuthority, DateOnly? IssuedOn, IReadOnlyList<HistoryRow> History);

public sealed record HistoryRow(DateTimeOffset At, TaskAct Act, TaskState From, TaskState To, string ActorName, int? Percent, string Words);

public static class TaskPageQuery
{
    /// <summary>Null when there is no such task or the person may not read it.</summary>
    public static async Task<TaskView?> FindAsync(TrackerDb db, Actor actor, long id, CancellationToken cancellation = default)
    {
        var row = await db.Tasks.AsNoTracking().ReadableBy(actor).Where(task => task.Id == id).SelectRows().SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            return null;
        }

        var rest = await db.Tasks
            .Where(task => task.Id == id)
            .Select(task => new
            {
                task.Text,
                task.LastLine,
                task.Milestones,
                task.Leaders,
                task.StartsOn,
                task.VerifiedOn,
                task.Document!.IssuingAuthority,
                task.Document.IssuedOn,
                task.Document.SourceFile!.Lines,
                History = task.History.OrderByDescending(h => h.At).ThenByDescending(h => h.Id)
                    .Select(h => new HistoryRow(h.At, h.Act, h.FromState, h.ToState, h.ActorName, h.Percent, h.Words)).ToList(),
            })
            .SingleAsync(cancellation);
        return new TaskView(
            row, rest.Text, rest.LastLine, rest.Lines[(row.FirstLine - 1)..rest.LastLine], rest.Milestones, rest.Leaders,
            rest.StartsOn, rest.VerifiedOn, rest.IssuingAuthority, rest.IssuedOn, rest.History);
    }
}
