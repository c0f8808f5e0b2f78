using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Drill;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Supervision;

/// <summary>
/// 定时催办: reminds the units of each task whose deadline draws near or has passed. Act, message and the note that it was done are one
/// save, so that a portal that dies in the middle has reminded of each task wholly or not at all, and another goes on.
/// </summary>
public sealed class DeadlineReminders(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    // One of several instances runs the clock.
    private const long LockKey = 0x72656D696E64;
    private const int BatchSize = 200;
    private const int MostTries = 5;

    /// <summary>Reminds of all that is due now and returns of how many tasks; 0 while another instance does so.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        await using var guard = await databases.CreateDbContextAsync(cancellation);
        await guard.Database.OpenConnectionAsync(cancellation);
        // Nobody works on made-up tasks, and there are very many of them.
        if (await guard.IsDrillAsync(cancellation))
        {
            return 0;
        }

        if (!await guard.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({LockKey}) AS \"Value\"").SingleAsync(cancellation))
        {
            return 0;
        }

        try
        {
            var reminded = 0;
            foreach (var plan in await PlanFor.AllAsync(guard, cancellation))
            {
                foreach (var window in plan.Plan.WindowsOn(time.Today()))
                {
                    reminded += await RunAsync(plan, window, cancellation);
                }
            }

            return reminded;
        }
        finally
        {
            await guard.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private async Task<int> RunAsync(PlanFor plan, ReminderWindow window, CancellationToken cancellation)
    {
        var (reminded, failures) = (0, 0);
        while (true)
        {
            try
            {
                var batch = await RemindNextAsync(plan, window, cancellation);
                (reminded, failures) = (reminded + batch, 0);
                if (batch < BatchSize)
                {
                    return reminded;
                }
            }
            catch (DbUpdateException) when (++failures < MostTries)
            {
                // Somebody acted on one of the tasks in the same moment: the batch is read anew.
            }
        }
    }

    private async Task<int> RemindNextAsync(PlanFor plan, ReminderWindow window, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var due = await DueAsync(db, plan, window, cancellation);
        var by = new ActBy(Actor.Portal, time.GetUtcNow());
        var tasks = await db.Tasks
            .Include(task => task.Jurisdiction)
            .Include(task => task.Responsibilities).ThenInclude(responsibility => responsibility.Department).ThenInclude(department => department!.Members)
            .Include(task => task.Intervals.Where(interval => interval.UntilAt == null))
            .Where(task => due.Contains(task.Id))
            .AsSplitQuery()
            .ToListAsync(cancellation);
        foreach (var task in tasks)
        {
            task.Remind(ReminderPlan.Words(task.DueOn!.Value, by.Today), by);
            db.DeadlineReminders.Add(new DeadlineReminder { TaskId = task.Id, DueOn = task.DueOn.Value, DaysBefore = window.DaysBefore, At = by.At });
        }

        await Recipients.TellAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
        return due.Count;
    }

    // A deadline that had passed when the task came in is nobody's surprise: the clock keeps silent about it.
    private static Task<List<long>> DueAsync(TrackerDb db, PlanFor plan, ReminderWindow window, CancellationToken cancellation)
    {
        int[] these = [.. plan.Jurisdictions ?? []];
        return db.Database.SqlQuery<long>($"""
            SELECT task.id AS "Value"
            FROM tasks AS task LEFT JOIN documents AS document ON document.id = task.document_id
            WHERE task.state IN ('Assigned', 'InProgress') AND task.due_on BETWEEN {window.From} AND {window.To}
              AND ({plan.Jurisdictions is null} AND NOT EXISTS (
                     SELECT FROM reminder_settings AS setting JOIN jurisdictions AS place ON place.id = setting.jurisdiction_id
                     JOIN jurisdictions AS own ON own.id = task.jurisdiction_id WHERE starts_with(own.path, place.path))
                   OR task.jurisdiction_id = ANY ({these}))
              AND NOT EXISTS (
                SELECT FROM deadline_reminders AS sent
                WHERE sent.task_id = task.id AND sent.due_on = task.due_on AND sent.days_before = {window.DaysBefore})
              AND task.due_on >= (COALESCE(document.imported_at, (SELECT min(entry.at) FROM task_history AS entry WHERE entry.task_id = task.id))
                AT TIME ZONE 'Asia/Shanghai')::date
            ORDER BY task.id LIMIT {BatchSize}
            """).ToListAsync(cancellation);
    }
}
