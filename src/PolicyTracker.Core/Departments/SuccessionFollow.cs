using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Departments;

/// <summary>How everything follows on the day.</summary>
internal static class SuccessionFollow
{
    public static async Task ApplyAsync(RegisterWork work, Succession succession, CancellationToken cancellation)
    {
        // The first takes over the printed name's row: that is where the people go.
        var moves = succession.Parts.OrderByDescending(part => part.TakesStaff).ThenBy(part => part.SuccessorId).GroupBy(part => part.Predecessor!)
            .Select(parts => (From: parts.Key, Home: parts.First().SuccessorId, To: parts.Where(part => part.TakesTasks).Select(part => part.Successor!).ToList())).ToList();
        foreach (var (from, home, to) in moves)
        {
            await RegisterActions.MoveMembershipsAsync(work, from.Id, to, cancellation);
            foreach (var account in await work.Db.Users.Where(a => a.DepartmentId == from.Id).ToListAsync(cancellation))
            {
                account.DepartmentId = home;
            }

            from.EndedOn = succession.TakesEffectOn;
        }

        // The people first: they are the ones who are told of the tasks.
        await work.SaveAsync(cancellation);
        foreach (var (from, _, to) in moves)
        {
            await MoveTasksAsync(work, succession, from, to, cancellation);
        }

        succession.AppliedAt = work.By.At;
    }

    // Closed tasks keep the old name.
    private static async Task MoveTasksAsync(RegisterWork work, Succession succession, Department from, List<Department> to, CancellationToken cancellation)
    {
        TaskState[] following = [.. TaskStates.Open, TaskState.Suspended];
        var tasks = await work.TasksAsync(
            work.Db.Tasks.Where(t => following.Contains(t.State)
                && (t.Responsibilities.Any(r => r.DepartmentId == from.Id) || t.Standings.Any(s => s.DepartmentId == from.Id))), cancellation);
        tasks.ForEach(task => task.MoveUnit(from, to, Words(succession, from, to), work.By));
    }

    /// <summary>A closed task keeps the old names; when it is opened again, it follows like the others did.</summary>
    public static async Task OpenedAsync(TrackerDb db, PolicyTask task, ActBy by, CancellationToken cancellation)
    {
        while (task.Responsibilities.Select(part => part.Department).OfType<Department>().FirstOrDefault(department => department.EndedOn is not null) is { } ended)
        {
            var parts = await db.SuccessionParts.Include(p => p.Succession).Include(p => p.Successor).ThenInclude(d => d!.Members)
                .Where(p => p.PredecessorId == ended.Id && p.TakesTasks && p.Succession!.AppliedAt != null)
                .OrderByDescending(p => p.TakesStaff).ThenBy(p => p.SuccessorId).ToListAsync(cancellation);
            List<Department> to = [.. parts.Select(part => part.Successor!)];
            task.MoveUnit(ended, to, Words(parts[0].Succession!, ended, to), by);
        }
    }

    private static string Words(Succession succession, Department from, List<Department> to) =>
        $"机构改革：{from.Name} → {string.Join('、', to.Select(department => department.Name))}（{succession.Words}）";
}
