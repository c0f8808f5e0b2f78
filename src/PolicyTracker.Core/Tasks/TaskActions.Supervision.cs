using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>What 督查人员 do in their jurisdiction and below.</summary>
public sealed partial class TaskActions
{
    /// <summary>立项 of a task without a document; returns its id.</summary>
    public async Task<long> RegisterAsync(Actor actor, RegisterForm form, CancellationToken cancellation = default)
    {
        RequireMayRegister(actor);
        await new RegisterValidator().ValidateAndThrowAsync(form, cancellation);
        await using var lease = await OpenAsync(cancellation);
        var db = lease.Db;
        var jurisdiction = form.Jurisdiction ?? actor.JurisdictionId;
        var path = await db.Jurisdictions.Where(j => j.Id == jurisdiction).Select(j => j.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !actor.Reads(path))
        {
            throw new ForbiddenException("只能在自己的辖区及以下立项。");
        }

        var task = PolicyTask.Register(form, jurisdiction, new ActBy(actor, time.GetUtcNow()));
        db.Tasks.Add(task);
        await db.SaveChangesAsync(cancellation);
        return task.Id;
    }

    public static void RequireMayRegister(Actor actor)
    {
        if (!actor.Is(AccountRole.Supervisor))
        {
            throw new ForbiddenException("只有督查人员可以立项。");
        }
    }

    public Task AssignAsync(Actor actor, long taskId, AssignForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Assign, actor, taskId, form, new AssignValidator(),
            async on => on.Task.Assign(await UnitsAsync(on, form.Responsibilities!, cancellation), form.Deadline, Typed(form.Words) ?? "", on.By), cancellation);

    public Task ChangeAsync(Actor actor, long taskId, ChangeForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Change, actor, taskId, form, new ChangeValidator(),
            async on => on.Task.Change(
                form.Responsibilities is { } chosen ? await UnitsAsync(on, chosen, cancellation) : null, form.Deadline, form.Reason!.Trim(), on.By), cancellation);

    public Task InsistAsync(Actor actor, long taskId, WordsForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Insist, actor, taskId, form, new WordsValidator("维持交办的理由"), (task, by) => task.Insist(form.Words!.Trim(), by), cancellation);

    public Task ApproveAsync(Actor actor, long taskId, RemarkForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Approve, actor, taskId, form, new RemarkValidator(), (task, by) => task.Approve(Typed(form.Words) ?? "", by), cancellation);

    public Task ReturnAsync(Actor actor, long taskId, ReasonForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Return, actor, taskId, form, new ReasonValidator("退回的理由"), (task, by) => task.Return(form.Reason!.Trim(), by), cancellation);

    public Task DecideExtensionAsync(Actor actor, long taskId, ExtensionDecisionForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.DecideExtension, actor, taskId, form, new ExtensionDecisionValidator(),
            (task, by) => task.DecideExtension(form.Grant!.Value, Typed(form.Words) ?? "", by), cancellation);

    public Task RemindAsync(Actor actor, long taskId, RemarkForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Remind, actor, taskId, form, new RemarkValidator(), (task, by) => task.Remind(Typed(form.Words) ?? "", by), cancellation);

    public Task VerifyProgressAsync(Actor actor, long taskId, VerifyProgressForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.VerifyProgress, actor, taskId, form, new VerifyProgressValidator(),
            (task, by) => task.VerifyProgress(form.Percent!.Value, form.Words!.Trim(), by), cancellation);

    public Task JudgeAsync(Actor actor, long taskId, JudgeForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Judge, actor, taskId, form, new JudgeValidator(), (task, by) => task.Judge(form.Judgement!.Value, form.Words!.Trim(), by), cancellation);

    public Task SuspendAsync(Actor actor, long taskId, ReasonForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Suspend, actor, taskId, form, new ReasonValidator("中止的理由"), (task, by) => task.Suspend(form.Reason!.Trim(), by), cancellation);

    public Task ResumeAsync(Actor actor, long taskId, RemarkForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Resume, actor, taskId, form, new RemarkValidator(), (task, by) => task.Resume(Typed(form.Words) ?? "", by), cancellation);

    public Task WithdrawAsync(Actor actor, long taskId, ReasonForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Withdraw, actor, taskId, form, new ReasonValidator("终止的理由"), (task, by) => task.Withdraw(form.Reason!.Trim(), by), cancellation);

    public Task ReopenAsync(Actor actor, long taskId, ReasonForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Reopen, actor, taskId, form, new ReasonValidator("重新办理的理由"),
            on =>
            {
                on.Task.Reopen(form.Reason!.Trim(), on.By);
                return SuccessionFollow.OpenedAsync(on.Db, on.Task, on.By, cancellation);
            }, cancellation);

    // 省发展改革委 can be on a city's task, and a county's organ too; those of another city cannot.
    private static async Task<List<Responsibility>> UnitsAsync(ActingOn on, List<UnitChoice> chosen, CancellationToken cancellation)
    {
        var ids = chosen.Select(unit => unit.Department!.Value).ToList();
        var path = on.Task.Jurisdiction!.Path;
        var found = await on.Db.Departments.Include(d => d.Members)
            .Where(d => ids.Contains(d.Id) && d.MergedIntoId == null && d.EndedOn == null && (d.Jurisdiction!.Path.StartsWith(path) || path.StartsWith(d.Jurisdiction.Path)))
            .ToDictionaryAsync(d => d.Id, cancellation);
        var missing = ids.Where(id => !found.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            throw new ValidationException([new ValidationFailure("Responsibilities", $"编号为{string.Join('、', missing)}的单位不存在、已经改组，或者不属于这项任务的辖区及其上下级。")]);
        }

        return [.. chosen.Select(unit => Part(found[unit.Department!.Value], unit))];
    }

    private static Responsibility Part(Department department, UnitChoice unit) =>
        new() { DepartmentId = department.Id, Department = department, PrintedName = department.Name, Role = unit.Role!.Value };
}
