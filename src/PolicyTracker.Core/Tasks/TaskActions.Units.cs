using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Core.Tasks;

/// <summary>What 承办人员 do, each for the own department.</summary>
public sealed partial class TaskActions
{
    public Task AcknowledgeAsync(Actor actor, long taskId, RemarkForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Acknowledge, actor, taskId, form, new RemarkValidator(), (task, by) => task.Acknowledge(Typed(form.Words) ?? "", by), cancellation);

    public Task DeclineAsync(Actor actor, long taskId, ReasonForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.Decline, actor, taskId, form, new ReasonValidator("不予承接的理由"), (task, by) => task.Decline(form.Reason!.Trim(), by), cancellation);

    public Task ReportProgressAsync(Actor actor, long taskId, ProgressForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.ReportProgress, actor, taskId, form, new ProgressValidator(),
            (task, by) => task.ReportProgress(form.Percent!.Value, form.Words!.Trim(), Typed(form.Problems), Typed(form.NextStep), by), cancellation);

    public Task RequestCompletionAsync(Actor actor, long taskId, WordsForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.RequestCompletion, actor, taskId, form, new WordsValidator("完成情况"), (task, by) => task.RequestCompletion(form.Words!.Trim(), by), cancellation);

    public Task RequestExtensionAsync(Actor actor, long taskId, ExtensionRequestForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.RequestExtension, actor, taskId, form, new ExtensionRequestValidator(),
            (task, by) => task.RequestExtension(form.DueOn!.Value, form.Reason!.Trim(), by), cancellation);
}
