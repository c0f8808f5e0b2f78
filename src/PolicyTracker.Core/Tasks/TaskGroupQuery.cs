using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Core.Tasks;

/// <summary>分组: by what the tasks of the ledger are put together.</summary>
public enum TaskGrouping
{
    /// <summary>按单位: a task counts with each of its departments, and with the members of its groups.</summary>
    Department,

    /// <summary>按文件.</summary>
    Document,

    /// <summary>按期限的月份.</summary>
    Month,
}

/// <summary>A group with its subtotals.</summary>
/// <param name="Name">Null where the tasks have no such thing: no matched department, no document, no deadline.</param>
/// <param name="Place">The department's jurisdiction; null for the others.</param>
/// <param name="Filter">Finds the tasks of the group; null where no filter does.</param>
public sealed record TaskGroup(string? Name, string? Place, TaskFilter? Filter, int Count, int Open, int Late, int Completed);

/// <summary>One page of groups.</summary>
public sealed record TaskGroups(IReadOnlyList<TaskGroup> Items, int Page, int PageSize, bool HasMore);

/// <summary>The groups of a filtered ledger, counted by one query of the database.</summary>
public static class TaskGroupQuery
{
    private static readonly TaskState[] Timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    public static async Task<TaskGroups> PageAsync(
        TrackerDb db, Actor actor, TaskFilter filter, TaskGrouping grouping, DateOnly today, CancellationToken cancellation = default)
    {
        var known = KnownTasks.On(db, filter.AsOf);
        var day = filter.DayOf(today);
        var matching = TaskLedgerQuery.Matching(db, actor, filter, today, await ThresholdBook.OnAsync(db, filter.DayOf(today), cancellation));
        var found = await (grouping switch
        {
            TaskGrouping.Department when known.AsOf is not null => ByDepartmentThen(known, actor, matching, filter, day).ToListAsync(cancellation),
            TaskGrouping.Department => ByDepartment(known, actor, matching, filter, day).ToListAsync(cancellation),
            TaskGrouping.Document when known.AsOf is not null => ByDocumentThen(db, matching, filter, day).ToListAsync(cancellation),
            TaskGrouping.Document => ByDocument(db, matching, filter, day).ToListAsync(cancellation),
            TaskGrouping.Month => ByMonthAsync(known, matching, filter, day, cancellation),
        });
        var hasMore = found.Count > filter.PageSize;
        var rest = hasMore ? null : grouping switch
        {
            TaskGrouping.Department when filter.Department is null => WithoutDepartment(known, matching, filter),
            TaskGrouping.Document when known.AsOf is null && filter.Document is null => matching.Where(task => task.DocumentId == null),
            _ => null,
        };
        if (rest is not null)
        {
            found.AddRange(await Nameless(rest, day).ToListAsync(cancellation));
        }

        var plain = filter with { Page = 1, ExactTotal = null };
        return new TaskGroups([.. found.Take(hasMore ? filter.PageSize : found.Count).Select(group => Shown(group, grouping, plain))], filter.Page, filter.PageSize, hasMore);
    }

    // First the departments of the page, whose order does not depend on the figures, and then the tasks of these few: of a million
    // tasks few are counted.
    private static IQueryable<Named> ByDepartment(KnownTasks known, Actor actor, IQueryable<PolicyTask> matching, TaskFilter filter, DateOnly today)
    {
        var (db, parts) = (known.Db, Parts(known, filter));
        var named = matching.Join(parts, task => task.Id, r => r.TaskId, (_, r) => r.DepartmentId);
        var page = Paged(
            Departments(db, actor, filter)
                .Where(d => named.Any(id => id == d.Id) || known.GroupMembers.Any(member => member.MemberId == d.Id && named.Any(id => id == member.GroupId)))
                .OrderBy(d => d.Jurisdiction!.Path).ThenBy(d => d.OrganRank).ThenBy(d => d.Id),
            filter);
        var counts = Figures(today);
        return from department in page
               from figures in matching
                   .Where(task => parts.Where(r => r.DepartmentId == department.Id).Select(r => r.TaskId)
                       .Union(known.GroupMembers.Where(member => member.MemberId == department.Id)
                           .Join(parts, member => (int?)member.GroupId, r => r.DepartmentId, (_, r) => r.TaskId))
                       .Contains(task.Id))
                   .Select(task => new Keyed { Key = department.Id, State = task.State, DueOn = task.DueOn, StoppedOn = task.ClockStoppedOn })
                   .GroupBy(task => task.Key)
                   .Select(counts)
               orderby department.Jurisdiction!.Path, department.OrganRank, department.Id
               select new Named { Counted = figures, Name = department.Name, Place = department.Jurisdiction!.Name };
    }

    // No index leads from a department to the tasks that it had on a past day: all are counted at once.
    private static IQueryable<Named> ByDepartmentThen(KnownTasks known, Actor actor, IQueryable<PolicyTask> matching, TaskFilter filter, DateOnly day)
    {
        var parts = Parts(known, filter).Where(r => r.DepartmentId != null).Select(r => new { DepartmentId = r.DepartmentId!.Value, r.TaskId });
        var keyed = parts
            .Union(known.GroupMembers.Join(parts, member => member.GroupId, part => part.DepartmentId, (member, part) => new { DepartmentId = member.MemberId, part.TaskId }))
            .Join(matching, part => part.TaskId, task => task.Id, (part, task) => new Keyed { Key = part.DepartmentId, State = task.State, DueOn = task.DueOn, StoppedOn = task.ClockStoppedOn });
        return Paged(
            from counted in keyed.GroupBy(task => task.Key).Select(Figures(day))
            join department in Departments(known.Db, actor, filter) on counted.Key equals (int?)department.Id
            orderby department.Jurisdiction!.Path, department.OrganRank, department.Id
            select new Named { Counted = counted, Name = department.Name, Place = department.Jurisdiction!.Name },
            filter);
    }

    // Those that the filter can ask for.
    private static IQueryable<Department> Departments(TrackerDb db, Actor actor, TaskFilter filter)
    {
        var own = actor.DepartmentId;
        return db.Departments.Where(d => (d.Jurisdiction!.Path.StartsWith(actor.JurisdictionPath) || d.Id == own) && (filter.Department == null || d.Id == filter.Department));
    }

    private static IQueryable<PolicyTask> WithoutDepartment(KnownTasks known, IQueryable<PolicyTask> matching, TaskFilter filter)
    {
        var parts = Parts(known, filter);
        return matching.Where(task => !parts.Any(r => r.TaskId == task.Id && r.DepartmentId != null));
    }

    private static IQueryable<Named> Nameless(IQueryable<PolicyTask> tasks, DateOnly today) => tasks
        .Select(task => new Keyed { Key = null, State = task.State, DueOn = task.DueOn, StoppedOn = task.ClockStoppedOn })
        .GroupBy(task => task.Key).Select(Figures(today)).Select(counted => new Named { Counted = counted, Name = null, Place = null });

    private static IQueryable<Responsibility> Parts(KnownTasks known, TaskFilter filter) =>
        filter.Role is { } role ? known.Responsibilities.Where(r => r.Role == role) : known.Responsibilities;

    // As with departments: first those of the page.
    private static IQueryable<Named> ByDocument(TrackerDb db, IQueryable<PolicyTask> matching, TaskFilter filter, DateOnly today)
    {
        var page = Paged(
            db.Documents.Where(d => matching.Any(task => task.DocumentId == d.Id))
                .OrderByDescending(d => d.IssuedOn ?? d.PublishedOn ?? DateOnly.MinValue).ThenBy(d => d.Id),
            filter);
        var counts = Figures(today);
        return from document in page
               from figures in matching
                   .Where(task => task.DocumentId == document.Id)
                   .Select(task => new Keyed { Key = document.Id, State = task.State, DueOn = task.DueOn, StoppedOn = task.ClockStoppedOn })
                   .GroupBy(task => task.Key)
                   .Select(counts)
               orderby document.IssuedOn ?? document.PublishedOn ?? DateOnly.MinValue descending, document.Id
               select new Named { Counted = figures, Name = document.Title, Place = document.DocumentNumber };
    }

    private static IQueryable<Named> ByDocumentThen(TrackerDb db, IQueryable<PolicyTask> matching, TaskFilter filter, DateOnly today)
    {
        var keyed = matching.Select(task => new Keyed { Key = task.DocumentId, State = task.State, DueOn = task.DueOn, StoppedOn = task.ClockStoppedOn });
        return Paged(
            from counted in keyed.GroupBy(task => task.Key).Select(Figures(today))
            join document in db.Documents on counted.Key equals (int?)document.Id into found
            from document in found.DefaultIfEmpty()
            orderby counted.Key == null, document.IssuedOn ?? document.PublishedOn ?? DateOnly.MinValue descending, counted.Key
            select new Named { Counted = counted, Name = document.Title, Place = document.DocumentNumber },
            filter);
    }

    private static async Task<List<Named>> ByMonthAsync(KnownTasks known, IQueryable<PolicyTask> matching, TaskFilter filter, DateOnly today, CancellationToken cancellation)
    {
        var months = await TaskMonths.CountAsync(matching, isPast: known.AsOf is not null, today, cancellation);
        return [.. Paged(months.AsQueryable(), filter).Select(month => new Named
        {
            Counted = new Counted { Key = month.Month, Count = month.Count, Open = month.Open, Late = month.Late, Completed = month.Completed },
        })];
    }

    // One more than is shown says whether there are more: how many there are in all would be counted by a second query.
    private static IQueryable<T> Paged<T>(IQueryable<T> groups, TaskFilter filter) =>
        groups.Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize + 1);

    // Late as the red light is: LightSignal.Of. A deadline that comes again is never red.
    private static Expression<Func<IGrouping<int?, Keyed>, Counted>> Figures(DateOnly today) => group => new Counted
    {
        Key = group.Key,
        Count = group.Count(),
        Open = group.Count(task => TaskStates.Open.Contains(task.State)),
        Late = group.Count(task => Timed.Contains(task.State) && task.DueOn < (task.StoppedOn ?? today)),
        Completed = group.Count(task => task.State == TaskState.Completed),
    };

    private static TaskGroup Shown(Named group, TaskGrouping grouping, TaskFilter filter)
    {
        var (key, counted) = (group.Counted.Key, group.Counted);
        var (name, narrowed) = (grouping, key) switch
        {
            (_, null) => (null, null),
            (TaskGrouping.Department, { } id) => (group.Name, filter with { Department = id }),
            (TaskGrouping.Document, { } id) => (group.Name, filter with { Document = id }),
            (TaskGrouping.Month, { } month) => ($"{month / 12}年{(month % 12) + 1}月", WithinMonth(filter, new DateOnly(month / 12, (month % 12) + 1, 1))),
        };
        return new TaskGroup(name, key is null ? null : group.Place, narrowed, counted.Count, counted.Open, counted.Late, counted.Completed);
    }

    private static TaskFilter WithinMonth(TaskFilter filter, DateOnly first)
    {
        var last = first.AddMonths(1).AddDays(-1);
        return filter with { DueFrom = filter.DueFrom > first ? filter.DueFrom : first, DueTo = filter.DueTo < last ? filter.DueTo : last };
    }

    private sealed class Keyed
    {
        public int? Key { get; init; }

        public TaskState State { get; init; }

        public DateOnly? DueOn { get; init; }

        public DateOnly? StoppedOn { get; init; }
    }

    private sealed class Counted
    {
        public int? Key { get; init; }

        public int Count { get; init; }

        public int Open { get; init; }

        public int Late { get; init; }

        public int Completed { get; init; }
    }

    private sealed class Named
    {
        public required Counted Counted { get; init; }

        public string? Name { get; init; }

        public string? Place { get; init; }
    }
}
