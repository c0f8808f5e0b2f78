using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Accounts;

/// <summary>The person who asks or acts, with the rights that the database gives at this moment.</summary>
/// <param name="AccountId">Null for the portal itself.</param>
/// <param name="JurisdictionPath">Everything whose jurisdiction's path starts with it may be read.</param>
public sealed record Actor(
    int? AccountId,
    string Name,
    IReadOnlyList<string> Roles,
    int JurisdictionId,
    string JurisdictionPath,
    int? DepartmentId)
{
    /// <summary>The portal itself, e.g. while it seeds.</summary>
    public static readonly Actor Portal = new(null, "系统", [AccountRole.Administrator], Departments.Jurisdiction.RootId, "/", null);

    /// <summary>The own department and the groups that contain it: a member sees the group's tasks as its own.</summary>
    public IReadOnlyList<int> DepartmentIds { get; init; } = DepartmentId is { } own ? [own] : [];

    /// <summary>Besides those, for reading: departments upon which the own one followed, with the closed tasks that kept their name.</summary>
    public IReadOnlyList<int> FormerDepartmentIds { get; init; } = [];

    /// <summary>Whose tasks and documents the person reads, whatever their jurisdiction.</summary>
    public IReadOnlyList<int> ReadDepartmentIds => FormerDepartmentIds.Count == 0 ? DepartmentIds : [.. DepartmentIds, .. FormerDepartmentIds];

    public bool ReadsAll => JurisdictionId == Departments.Jurisdiction.RootId;

    /// <summary>Who reads the jurisdiction and nothing elsewhere.</summary>
    public Actor WithoutDepartments() => this with { DepartmentIds = [], FormerDepartmentIds = [] };

    public bool Is(string role) => Roles.Contains(role, StringComparer.Ordinal);

    public bool Reads(string jurisdictionPath) => jurisdictionPath.StartsWith(JurisdictionPath, StringComparison.Ordinal);

    /// <summary>Null when the account is not there or disabled.</summary>
    public static async Task<Actor?> LoadAsync(TrackerDb db, int accountId, CancellationToken cancellation = default)
    {
        var found = await db.Users
            .Where(account => account.Id == accountId && account.DisabledAt == null)
            .Select(account => new
            {
                account.DisplayName,
                account.JurisdictionId,
                account.Jurisdiction!.Path,
                account.DepartmentId,
                Groups = db.GroupMembers.Where(member => member.MemberId == account.DepartmentId).Select(member => member.GroupId).ToList(),
                Roles = db.UserRoles.Where(ur => ur.UserId == account.Id).Join(db.Roles, ur => ur.RoleId, r => r.Id, (_, r) => r.Name!).ToList(),
            })
            .SingleOrDefaultAsync(cancellation);
        return found is null
            ? null
            : new Actor(accountId, found.DisplayName, found.Roles, found.JurisdictionId, found.Path, found.DepartmentId)
            {
                DepartmentIds = found.DepartmentId is { } own ? [own, .. found.Groups] : [],
                FormerDepartmentIds = found.DepartmentId is { } present ? await BeforeAsync(db, present, cancellation) : [],
            };
    }

    // 卫计局 before 卫计委 before 卫健委: as far back as the register goes.
    private static Task<List<int>> BeforeAsync(TrackerDb db, int departmentId, CancellationToken cancellation) =>
        db.Database.SqlQuery<int>($"""
            WITH RECURSIVE before AS (
                SELECT p.predecessor_id AS id FROM succession_parts p JOIN successions s ON s.id = p.succession_id AND s.applied_at IS NOT NULL WHERE p.successor_id = {departmentId}
                UNION
                SELECT p.predecessor_id FROM before b JOIN succession_parts p ON p.successor_id = b.id JOIN successions s ON s.id = p.succession_id AND s.applied_at IS NOT NULL)
            SELECT id AS "Value" FROM before
            """).ToListAsync(cancellation);
}

/// <summary>What an actor may read: the jurisdiction and below, and every task that the own department, or a group containing it, is on.</summary>
public static class Reading
{
    public static IQueryable<PolicyTask> ReadableBy(this IQueryable<PolicyTask> tasks, Actor actor)
    {
        if (actor.JurisdictionId == Departments.Jurisdiction.RootId)
        {
            return tasks;
        }

        var (path, departments) = (actor.JurisdictionPath, actor.ReadDepartmentIds);
        var within = tasks.Where(task => task.Jurisdiction!.Path.StartsWith(path));
        if (departments.Count == 0)
        {
            return within;
        }

        // A union and not an "or": each part has its index.
        var own = tasks.SelectMany(task => task.Responsibilities).Where(r => r.DepartmentId != null && departments.Contains(r.DepartmentId.Value));
        var readable = within.Select(task => task.Id).Union(own.Select(r => r.TaskId));
        return tasks.Where(task => readable.Contains(task.Id));
    }

    /// <summary>Those of other jurisdictions: what is read of them is the own department's.</summary>
    public static IQueryable<PolicyTask> ReadableElsewhereBy(this IQueryable<PolicyTask> tasks, Actor actor)
    {
        var (path, departments) = (actor.JurisdictionPath, actor.ReadDepartmentIds);
        var own = tasks.SelectMany(task => task.Responsibilities).Where(r => r.DepartmentId != null && departments.Contains(r.DepartmentId.Value)).Select(r => r.TaskId);
        return tasks.Where(task => own.Contains(task.Id) && !task.Jurisdiction!.Path.StartsWith(path));
    }

    /// <summary>Documents of the jurisdiction and below, and those with a task that the own department is on.</summary>
    public static IQueryable<Documents.PolicyDocument> ReadableBy(this IQueryable<Documents.PolicyDocument> documents, Actor actor)
    {
        if (actor.JurisdictionId == Departments.Jurisdiction.RootId)
        {
            return documents;
        }

        var (path, departments) = (actor.JurisdictionPath, actor.ReadDepartmentIds);
        return departments.Count == 0
            ? documents.Where(document => document.Jurisdiction!.Path.StartsWith(path))
            : documents.Where(document => document.Jurisdiction!.Path.StartsWith(path)
                || document.Tasks.Any(task => task.Responsibilities.Any(r => r.DepartmentId != null && departments.Contains(r.DepartmentId.Value))));
    }

    /// <summary>Accounts that an administrator manages: those of the own jurisdiction and below.</summary>
    public static IQueryable<Account> ManagedBy(this IQueryable<Account> accounts, Actor actor)
    {
        var path = actor.JurisdictionPath;
        return accounts.Where(account => account.Jurisdiction!.Path.StartsWith(path));
    }

    public static IQueryable<Departments.Department> ReadableBy(this IQueryable<Departments.Department> departments, Actor actor)
    {
        var path = actor.JurisdictionPath;
        return departments.Where(department => department.Jurisdiction!.Path.StartsWith(path));
    }
}
