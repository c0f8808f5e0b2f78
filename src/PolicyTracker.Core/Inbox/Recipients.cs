using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Inbox;

/// <summary>Who is told of an act: the units of the task, or the supervisors who are to answer.</summary>
public static class Recipients
{
    private enum Told
    {
        Nobody,
        Units,
        Supervisors,
    }

    private static Told Of(TaskAct act) => act switch
    {
        TaskAct.Import or TaskAct.Assign or TaskAct.Insist or TaskAct.Approve or TaskAct.Return or TaskAct.DecideExtension or TaskAct.Remind
            or TaskAct.Judge or TaskAct.Change or TaskAct.Suspend or TaskAct.Resume or TaskAct.Withdraw or TaskAct.Reopen or TaskAct.MatchUnit or TaskAct.MoveUnit => Told.Units,
        TaskAct.Decline or TaskAct.RequestCompletion or TaskAct.RequestExtension => Told.Supervisors,
        // Found in the work of the day, where it does not interrupt.
        TaskAct.Register or TaskAct.Acknowledge or TaskAct.ReportProgress or TaskAct.VerifyProgress => Told.Nobody,
    };

    /// <summary>
    /// Puts a message for each person who is to hear of an act that waits in this context to be saved, into the same save: a person is
    /// told once of what has happened, and of nothing else.
    /// </summary>
    public static async Task TellAsync(TrackerDb db, CancellationToken cancellation)
    {
        var acts = db.ChangeTracker.Entries<PolicyTask>()
            .SelectMany(task => task.Entity.History, (task, entry) => (Task: task.Entity, Entry: entry, Told: Of(entry.Act)))
            .Where(act => act.Told != Told.Nobody && db.Entry(act.Entry).State is EntityState.Added or EntityState.Detached)
            .ToList();
        if (acts.Count == 0)
        {
            return;
        }

        var staff = await StaffAsync(db, [.. acts.Where(act => act.Told == Told.Units).SelectMany(act => UnitsOf(act.Task)).Distinct()], cancellation);
        var supervisors = acts.Exists(act => act.Told == Told.Supervisors) ? await SupervisorsAsync(db, cancellation) : [];
        foreach (var (task, entry, told) in acts)
        {
            var accounts = told == Told.Units ? UnitsOf(task).SelectMany(unit => staff[unit]) : await NearestAsync(db, supervisors, task, cancellation);
            db.InboxMessages.AddRange(accounts.Distinct()
                .Where(account => account != entry.AccountId)
                .Select(account => new InboxMessage { AccountId = account, Entry = entry }));
        }
    }

    private static IEnumerable<int> UnitsOf(PolicyTask task) => task.Responsibilities
        .Select(responsibility => responsibility.Department)
        .OfType<Departments.Department>()
        .SelectMany(department => department.Members.Select(member => member.MemberId).Prepend(department.Id));

    private static async Task<ILookup<int, int>> StaffAsync(TrackerDb db, List<int> units, CancellationToken cancellation) =>
        (await db.Users
            .Where(account => account.DisabledAt == null && account.DepartmentId != null && units.Contains(account.DepartmentId.Value))
            .Select(account => new { account.Id, Unit = account.DepartmentId!.Value })
            .ToListAsync(cancellation))
        .ToLookup(account => account.Unit, account => account.Id);

    private static Task<List<Supervisor>> SupervisorsAsync(TrackerDb db, CancellationToken cancellation) =>
        db.Users
            .Where(account => account.DisabledAt == null
                && db.UserRoles.Any(held => held.UserId == account.Id && db.Roles.Any(role => role.Id == held.RoleId && role.Name == AccountRole.Supervisor)))
            .Select(account => new Supervisor(account.Id, account.Jurisdiction!.Path))
            .ToListAsync(cancellation);

    // Those of the own jurisdiction; where it has none, of the nearest above it that has.
    private static async Task<IEnumerable<int>> NearestAsync(TrackerDb db, List<Supervisor> supervisors, PolicyTask task, CancellationToken cancellation)
    {
        var path = task.Jurisdiction?.Path
            ?? await db.Jurisdictions.Where(place => place.Id == task.JurisdictionId).Select(place => place.Path).SingleAsync(cancellation);
        return supervisors
            .Where(supervisor => path.StartsWith(supervisor.Path, StringComparison.Ordinal))
            .GroupBy(supervisor => supervisor.Path.Length)
            .MaxBy(group => group.Key)?
            .Select(supervisor => supervisor.Id) ?? [];
    }

    private sealed record Supervisor(int Id, string Path);
}
