using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Inbox;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>
/// Every act on a task: permission, rule, history and one save. Pages and API call the same. What units do stands in
/// TaskActions.Units.cs, what supervisors do in TaskActions.Supervision.cs.
/// </summary>
public sealed partial class TaskActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>Throws where the person may not do this to this task, or may not know of it; says nothing about the state.</summary>
    public async Task RequireRightAsync(TaskAct act, Actor actor, long taskId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await AdmitAsync(db, act, actor, taskId, cancellation);
    }

    // Rights first, then the form, then what was seen, then the rule: who may not act learns nothing else.
    private async Task ActAsync<TForm>(
        TaskAct act, Actor actor, long taskId, TForm form, IValidator<TForm> validator, Func<ActingOn, Task> verb, CancellationToken cancellation)
        where TForm : ActForm
    {
        await using var lease = await OpenAsync(cancellation);
        var db = lease.Db;
        var task = await AdmitAsync(db, act, actor, taskId, cancellation);
        await validator.ValidateAndThrowAsync(form, cancellation);
        if (form.Version is { } seen && seen != task.Version)
        {
            throw Stale();
        }

        await verb(new ActingOn(db, task, await ByAsync(db, act, actor, cancellation)));
        await SaveAsync(db, cancellation);
    }

    private Task ActAsync<TForm>(
        TaskAct act, Actor actor, long taskId, TForm form, IValidator<TForm> validator, Action<PolicyTask, ActBy> verb, CancellationToken cancellation)
        where TForm : ActForm =>
        ActAsync(act, actor, taskId, form, validator, on =>
        {
            verb(on.Task, on.By);
            return Task.CompletedTask;
        }, cancellation);

    private sealed record ActingOn(TrackerDb Db, PolicyTask Task, ActBy By);

    private static async Task<PolicyTask> AdmitAsync(TrackerDb db, TaskAct act, Actor actor, long taskId, CancellationToken cancellation)
    {
        var who = LifeOfATask.RuleOf(act).Who;
        if (!who.IsFor(actor))
        {
            throw new ForbiddenException($"只有{who.Word()}可以{act.Word()}。");
        }

        var task = await LoadAsync(db, actor, taskId, cancellation);
        if (task is null)
        {
            AuditOrigin.Current?.Refuse(new AuditDraft(AuditAction.Forbidden, "task", $"{taskId}", $"不能{act.Word()}：任务不在查看范围内", AuditOutcome.Refused));
            throw new NotFoundException("没有这项任务，或者它不在您的查看范围之内。");
        }

        return LifeOfATask.MayDo(act, actor, task.PartOf(actor)) ? task : throw new ForbiddenException(who switch
        {
            Doer.Supervisor or Doer.SupervisorOrClock => "这项任务不在您的辖区之内，只能查看。",
            Doer.UnitOnTask => "您的单位不在这项任务的单位之中，只能查看。",
            Doer.AnsweringUnit => $"{act.Word()}要由牵头单位提出，没有牵头单位的由责任单位提出。您的单位可以反馈进展。",
        });
    }

    private static Task<PolicyTask?> LoadAsync(TrackerDb db, Actor actor, long taskId, CancellationToken cancellation) =>
        db.Tasks.ReadableBy(actor)
            .Include(t => t.Jurisdiction)
            .Include(t => t.Responsibilities).ThenInclude(r => r.Department).ThenInclude(d => d!.Members)
            .Include(t => t.Standings)
            .Include(t => t.Extensions)
            .Include(t => t.Intervals.Where(interval => interval.UntilAt == null))
            .AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Id == taskId, cancellation);

    private async Task<ActBy> ByAsync(TrackerDb db, TaskAct act, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (LifeOfATask.RuleOf(act).Who is Doer.Supervisor or Doer.SupervisorOrClock)
        {
            return new ActBy(actor, now);
        }

        var name = await db.Departments.Where(d => d.Id == actor.DepartmentId).Select(d => d.Name).SingleAsync(cancellation);
        return new ActBy(actor, now, new ActingUnit(actor.DepartmentId!.Value, name));
    }

    // Of two who act at once the later meets the row's new xmin, or a row that the other has just put in.
    private static async Task SaveAsync(TrackerDb db, CancellationToken cancellation)
    {
        await Recipients.TellAsync(db, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Stale();
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        })
        {
            throw Stale();
        }
    }

    private static StaleException Stale() => new("这项任务刚刚被别人更新过。您填写的内容还在，请看过最新情况后再提交。");

    /// <summary>Null where nothing but blanks was typed.</summary>
    private static string? Typed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
