using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>
/// What lists and figures are made from: the tasks with who answers for them, as they are now or, 查看日期, as they were known at
/// the end of a past day. Both have one shape, so that every rule about them is written once.
/// </summary>
/// <param name="AsOf">Null: now.</param>
/// <param name="GroupMembers">Who stands behind a group.</param>
/// <param name="History">No entries of later days.</param>
public sealed record KnownTasks(
    TrackerDb Db, DateOnly? AsOf, IQueryable<PolicyTask> Tasks, IQueryable<Responsibility> Responsibilities, IQueryable<GroupMember> GroupMembers,
    IQueryable<HistoryEntry> History)
{
    /// <summary>The first moment that is not known of any more; null: now.</summary>
    public DateTimeOffset? End => AsOf is { } day ? OfficeTime.StartOf(day.AddDays(1)) : null;

    public static KnownTasks On(TrackerDb db, DateOnly? asOf) => asOf is { } day ? OnPast(db, day) : new(db, null, db.Tasks, db.Responsibilities, db.GroupMembers, db.History);

    /// <summary>Who may read a task now may read what it was.</summary>
    public IQueryable<PolicyTask> ReadableBy(Actor actor)
    {
        if (AsOf is null || actor.JurisdictionId == Jurisdiction.RootId)
        {
            return Tasks.ReadableBy(actor);
        }

        var readable = Db.Tasks.ReadableBy(actor).Select(task => task.Id);
        return Tasks.Where(task => readable.Contains(task.Id));
    }

    /// <summary>Those of documents: on a past day those that had not gone on in a new version yet.</summary>
    public IQueryable<PolicyTask> OfDocuments(IQueryable<PolicyTask> tasks, params IReadOnlyList<int> documents)
    {
        var theirs = tasks.Where(task => documents.Contains(task.DocumentId!.Value));
        if (AsOf is null)
        {
            return theirs;
        }

        // Told by indexes, which what a past day prints is not.
        var ever = Db.Tasks.Where(task => documents.Contains(task.DocumentId!.Value)).Select(task => task.Id)
            .Union(Db.EarlierPrintings.Where(printing => documents.Contains(printing.EarlierId)).Select(printing => printing.TaskId));
        return theirs.Where(task => ever.Contains(task.Id));
    }

    private static KnownTasks OnPast(TrackerDb db, DateOnly day)
    {
        var nextDay = OfficeTime.StartOf(day.AddDays(1));
        return new(
            db, day,
            db.Tasks.FromSqlRaw(PastSql.Tasks(db.Model), nextDay),
            db.Responsibilities.FromSqlRaw(PastSql.Responsibilities, nextDay),
            db.GroupMembers.FromSqlRaw(PastSql.GroupMembers, nextDay),
            db.History.Where(entry => entry.At < nextDay));
    }
}
