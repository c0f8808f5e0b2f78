using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Papers;

public enum PaperKind
{
    /// <summary>督办单: what is to be done, by whom and by when.</summary>
    SupervisionOrder,

    /// <summary>催办单: what has been done so far, and that it is waited for.</summary>
    Reminder,
}

public sealed record PaperFile(byte[] Content, string FileName)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

/// <summary>Papers about one task that a supervisor sends by the usual way, beside what the portal itself tells people. Each is audited.</summary>
public sealed class TaskPapers(IDbContextFactory<TrackerDb> databases, AuditLog log, TimeProvider time)
{
    /// <exception cref="ForbiddenException">Not a supervisor.</exception>
    /// <exception cref="NotFoundException">No such task, or not for this person.</exception>
    /// <exception cref="RuleException">Nobody is at work on it: there is nobody to send it to.</exception>
    public async Task<PaperFile> WriteAsync(Actor actor, long taskId, PaperKind kind, CancellationToken cancellation = default)
    {
        if (!actor.Is(AccountRole.Supervisor))
        {
            throw new ForbiddenException($"只有督查人员可以制作{kind.Word()}。");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var today = time.Today();
        var task = await TaskPageQuery.FindAsync(db, actor, taskId, today, cancellation) ?? throw new NotFoundException("没有这项任务，或者它不在您的辖区之内。");
        if (!IsFor(task.Row.State))
        {
            throw new RuleException(task.Row.State == TaskState.Draft
                ? $"任务还没有交办，请先交办，再制作{kind.Word()}。"
                : $"任务{task.Row.State.Word()}，不需要再制作{kind.Word()}。");
        }

        var fileName = $"{kind.Word()}-任务{taskId}-{today:yyyyMMdd}.docx";
        await log.WriteAsync(new AuditDraft(AuditAction.PaperWritten, "task", $"{taskId}", fileName, Who: AuditPerson.Of(actor)));
        return new PaperFile(
            kind switch
            {
                PaperKind.SupervisionOrder => SupervisionOrder.Write(task, today, actor.Name),
                PaperKind.Reminder => ReminderPaper.Write(task, today),
            },
            fileName);
    }

    /// <summary>Whether there is anything to urge.</summary>
    public static bool IsFor(TaskState state) => state.IsOpen() && state != TaskState.Draft;
}
