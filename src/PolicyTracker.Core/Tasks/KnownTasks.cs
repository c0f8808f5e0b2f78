using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Search;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>
/// What lists and figures are made from: the tasks with who answers for them, as they are now or, 查看日期, as they were known at
/// the end of a past day. Both have one shape, so that every rule about them is written once.
/// </summary>
/// <param name="AsOf">Null: now.</param>
/// <param name="GroupMembers">Who stands behind a group.</param>
/// <param name="History">No entries of later days.</param>
/// <param name="Words">By which the tasks are found.</param>
/// <param name="Printings">What the version of a past day prints of the tasks that have gone on in a new one since; none now.</param>
public sealed record KnownTasks(
    TrackerDb Db, DateOnly? AsOf, IQueryable<PolicyTask> Tasks, IQueryable<Responsibility> Responsibilities, IQueryable<GroupMember> GroupMembers,
    IQueryable<HistoryEntry> History, IQueryable<TaskWords> Words, IQueryable<EarlierPrinting> Printings)
{
    /// <summary>The first moment that is not known of any more; null: now.</summary>
    public DateTimeOffset? End => AsOf is { } day ? OfficeTime.StartOf(day.AddDays(1)) : null;

    public static KnownTasks On(TrackerDb db, DateOnly? asOf) => asOf is { } day
        ? OnPast(db, day)
        : new(db, null, db.Tasks, db.Responsibilities, db.GroupMembers, db.History, db.TaskWords, db.EarlierPrintings.Where(_ => false));

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
        if (AsOf is null)
        {
            return tasks.Where(task => documents.Contains(task.DocumentId!.Value));
        }

        var theirs = InDocuments(Db.Documents.Where(document => documents.Contains(document.Id)).Select(document => (int?)document.Id));
        return tasks.Where(task => theirs.Contains(task.Id));
    }

    // Told by indexes, which the document of a past day is not.
    internal IQueryable<long> InDocuments(IQueryable<int?> documents)
    {
        var now = Db.Tasks.Where(task => documents.Contains(task.DocumentId));
        return AsOf is null
            ? now.Select(task => task.Id)
            : now.Where(task => !Printings.Any(then => then.TaskId == task.Id)).Select(task => task.Id)
                .Union(Printings.Where(then => documents.Contains(then.EarlierId)).Select(then => then.TaskId));
    }

    /// <summary>Those that may be led by a name, told by an index; the name itself is to be looked at.</summary>
    internal IQueryable<long> MayBeLedBy(string leader) => Db.Tasks.Where(task => task.LeaderWords!.Matches(SearchFunctions.Query(leader))).Select(task => task.Id)
        .Union(Printings.Select(then => then.TaskId));

    private static KnownTasks OnPast(TrackerDb db, DateOnly day)
    {
        var nextDay = OfficeTime.StartOf(day.AddDays(1));
        return new(
            db, day,
            db.Tasks.FromSqlRaw(PastSql.Tasks(db.Model), nextDay),
            db.Responsibilities.FromSqlRaw(PastSql.Responsibilities, nextDay),
            db.GroupMembers.FromSqlRaw(PastSql.GroupMembers, nextDay),
            db.History.Where(entry => entry.At < nextDay),
            db.TaskWords.FromSqlRaw(PastSql.Words, nextDay),
            db.EarlierPrintings.FromSqlRaw(PastSql.Printings, nextDay));
    }
}
