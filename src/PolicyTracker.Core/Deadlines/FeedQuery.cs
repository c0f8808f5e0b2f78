using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Deadlines;

/// <summary>A task on the day on which it falls due.</summary>
/// <param name="Source">Title and number of its notice, or where it comes from.</param>
/// <param name="Acts">Counts up with each act.</param>
public sealed record FeedTask(long Id, string Title, string Source, TaskClock Clock, DateTimeOffset UpdatedAt, int Acts);

public sealed record Feed(string Department, DateOnly Today, IReadOnlyList<FeedTask> Tasks);

/// <summary>What a secret address leads to.</summary>
public static class FeedQuery
{
    /// <summary>No more than these, those due first: a calendar program asks for all of it again and again.</summary>
    public const int MostTasks = 1_000;

    /// <summary>What is overdue for longer is no matter of a calendar.</summary>
    public const int MostYearsBack = 1;

    /// <summary>Null for an address that never was, or was revoked, and for a department that no longer stands.</summary>
    public static async Task<Feed?> FindAsync(TrackerDb db, string secret, DateOnly today, CancellationToken cancellation = default)
    {
        var hash = ApiToken.HashOf(secret);
        var department = await db.DepartmentFeeds
            .Where(feed => feed.Hash == hash && feed.RevokedAt == null && feed.Department!.MergedIntoId == null && feed.Department.EndedOn == null)
            .Select(feed => new { feed.DepartmentId, feed.Department!.Name })
            .SingleOrDefaultAsync(cancellation);
        return department is null ? null : new Feed(department.Name, today, await TasksAsync(db, department.DepartmentId, today, cancellation));
    }

    // As the ledger finds them, whoever would look: the groups that contain the department are its own.
    private static async Task<List<FeedTask>> TasksAsync(TrackerDb db, int departmentId, DateOnly today, CancellationToken cancellation)
    {
        var earliest = today.AddYears(-MostYearsBack);
        var open = TaskLedgerQuery.Matching(
            db, Actor.Portal, new TaskFilter { Department = departmentId, States = TaskStates.Open }, today, await ThresholdBook.OnAsync(db, today, cancellation));
        return await open.Where(task => task.DueOn >= earliest || (task.DueOn == null && task.Cycle != null))
            .OrderBy(task => task.DueOn == null).ThenBy(task => task.DueOn).ThenBy(task => task.Id)
            .Take(MostTasks)
            .Select(task => new FeedTask(
                task.Id, task.Title, task.Document == null ? task.SourceWords ?? "" : task.Document.Title + (task.Document.DocumentNumber ?? ""),
                new TaskClock(task.State, task.DueOn, task.DeadlineKind, task.Cycle, task.ClockStoppedOn), task.UpdatedAt, task.ActCount))
            .ToListAsync(cancellation);
    }
}
