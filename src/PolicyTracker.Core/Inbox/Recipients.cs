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
            or TaskAct.Judge or TaskAct.Change or TaskAct.Suspend or TaskAct.Resume or TaskAct.Withdraw or TaskAct.Reopen or TaskAct.MatchUnit or TaskAct.MoveUnit or TaskAct.Revise => Told.Units,
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
        var supervisors = acts.Exists(act => act.Told == Told.Supervisors) ? await PeopleInCharge.OfAsync(db, AccountRole.Supervisor, cancellation) : PeopleInCharge.Nobody;
        foreach (var (task, entry, told) in acts)
        {
            var accounts = told == Told.Units ? UnitsOf(task).SelectMany(unit => staff[unit]) : supervisors.Nearest(await PathAsync(db, task, cancellation));
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

    private static async Task<string> PathAsync(TrackerDb db, PolicyTask task, CancellationToken cancellation) =>
        task.Jurisdiction?.Path
            ?? await db.Jurisdictions.Where(place => place.Id == task.JurisdictionId).Select(place => place.Path).SingleAsync(cancellation);
}
