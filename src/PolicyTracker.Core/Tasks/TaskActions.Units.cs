using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Evidence;

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
            on =>
            {
                on.Task.ReportProgress(form.Percent!.Value, form.Words!.Trim(), Typed(form.Problems), Typed(form.NextStep), on.By);
                return AttachAsync(on, form.Files, cancellation);
            }, cancellation);

    public Task RequestCompletionAsync(Actor actor, long taskId, WordsForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.RequestCompletion, actor, taskId, form, new WordsValidator("完成情况"),
            on =>
            {
                on.Task.RequestCompletion(form.Words!.Trim(), on.By);
                return AttachAsync(on, form.Files, cancellation);
            }, cancellation);

    public Task RequestExtensionAsync(Actor actor, long taskId, ExtensionRequestForm form, CancellationToken cancellation = default) =>
        ActAsync(TaskAct.RequestExtension, actor, taskId, form, new ExtensionRequestValidator(),
            (task, by) => task.RequestExtension(form.DueOn!.Value, form.Reason!.Trim(), by), cancellation);

    // Nothing is replaced: a name that is there already gets its next version.
    private static async Task AttachAsync(ActingOn on, IReadOnlyList<StoredEvidence> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            var last = await on.Db.EvidenceFiles.Where(known => known.TaskId == on.Task.Id && known.Name == file.Name).MaxAsync(known => (int?)known.Version, cancellation) ?? 0;
            var now = on.Db.EvidenceFiles.Local.Count(added => added.Name == file.Name);
            on.Db.EvidenceFiles.Add(new EvidenceFile
            {
                TaskId = on.Task.Id,
                Entry = on.Task.History[^1],
                Name = file.Name,
                Version = last + now + 1,
                Sha256 = file.Sha256,
                Size = file.Size,
            });
        }
    }
}
