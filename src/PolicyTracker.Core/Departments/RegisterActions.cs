using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Departments;

/// <summary>
/// What an administrator does to the register in the own jurisdiction and below: right, rule and one transaction. What waiting names
/// mean stands in RegisterActions.Names.cs, names and kinds in RegisterActions.Departments.cs, mergers in RegisterActions.Merging.cs.
/// </summary>
public sealed partial class RegisterActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    private async Task<RegisterWork> BeginAsync(Actor actor, CancellationToken cancellation)
    {
        RequireAdministrator(actor);
        return await RegisterWork.BeginAsync(databases, actor, time.GetUtcNow(), cancellation);
    }

    public static void RequireAdministrator(Actor actor)
    {
        if (!actor.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以修改单位名录。");
        }
    }
}

/// <summary>One change of the register in its transaction.</summary>
internal sealed class RegisterWork : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private RegisterWork(TrackerDb db, IDbContextTransaction transaction, ActBy by) => (Db, this.transaction, By) = (db, transaction, by);

    public TrackerDb Db { get; }

    public ActBy By { get; }

    public Actor Actor => By.Person;

    public static async Task<RegisterWork> BeginAsync(IDbContextFactory<TrackerDb> databases, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var db = await databases.CreateDbContextAsync(cancellation);
        try
        {
            db.Audit.Who = AuditPerson.Of(actor);
            var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await RegisterLock.TakeAsync(db, cancellation);
            return new RegisterWork(db, transaction, new ActBy(actor, now));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async Task<Jurisdiction> PlaceAsync(int id, CancellationToken cancellation) => Managed(
        await Db.Jurisdictions.SingleOrDefaultAsync(j => j.Id == id, cancellation) ?? throw new NotFoundException("没有这个辖区。"));

    public async Task<Department> DepartmentAsync(int id, CancellationToken cancellation)
    {
        var found = await Db.Departments.Include(d => d.Jurisdiction).Include(d => d.Aliases).Include(d => d.Members).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == id, cancellation) ?? throw new NotFoundException("没有这个单位。");
        Managed(found.Jurisdiction!);
        return found;
    }

    /// <summary>These tasks with all that an act needs.</summary>
    public Task<List<PolicyTask>> TasksAsync(IQueryable<PolicyTask> tasks, CancellationToken cancellation) => tasks
        .Include(t => t.Jurisdiction)
        .Include(t => t.Document)
        .Include(t => t.Responsibilities).ThenInclude(r => r.Department).ThenInclude(d => d!.Members)
        .Include(t => t.Standings)
        .Include(t => t.Intervals.Where(interval => interval.UntilAt == null))
        .AsSplitQuery()
        .OrderBy(t => t.Id)
        .ToListAsync(cancellation);

    public async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException("有任务或单位刚刚被别人更新过，什么也没有改动。请看过最新情况后再提交。");
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new StaleException("名录里刚刚有了同样的名称，什么也没有改动。请看过最新情况后再提交。");
        }
    }

    /// <summary>Saves acts on tasks: with the messages to those who hear of them.</summary>
    public async Task SaveActsAsync(CancellationToken cancellation)
    {
        await Recipients.TellAsync(Db, cancellation);
        await SaveAsync(cancellation);
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await SaveActsAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Db.DisposeAsync();
    }

    private Jurisdiction Managed(Jurisdiction place) =>
        Actor.Reads(place.Path) ? place : throw new ForbiddenException($"{place.Name}不在您的管理范围之内。");
}
