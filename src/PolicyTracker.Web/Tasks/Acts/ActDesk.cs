using FluentValidation;
using FluentValidation.Results;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Evidence;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Tasks.Acts;

/// <summary>Carries out the act that a form was sent for.</summary>
public static class ActDesk
{
    /// <summary>The acts that have an object now: nobody decides on an extension that nobody asked for.</summary>
    public static IReadOnlyList<TaskAct> Sensible(TaskView view) => [.. view.Possible.Where(act => act switch
    {
        TaskAct.DecideExtension => view.AskedExtension is not null,
        TaskAct.RequestExtension => view.AskedExtension is null && view.Row.DueOn is not null,
        TaskAct.Insist => view.Units.Any(unit => unit.DeclinedAt is not null),
        _ => true,
    })];

    /// <summary>What the person most likely came for.</summary>
    public static TaskAct? Likely(TaskView view, Actor actor)
    {
        var possible = Sensible(view);
        var isNew = view.Units.Any(unit => unit.DepartmentId == actor.DepartmentId && unit.AcknowledgedAt is null);
        TaskAct[] wanted =
        [
            .. isNew ? [TaskAct.Acknowledge] : Array.Empty<TaskAct>(),
            TaskAct.ReportProgress, TaskAct.Assign, TaskAct.DecideExtension, TaskAct.Insist, TaskAct.Approve, TaskAct.VerifyProgress, TaskAct.Resume, TaskAct.Reopen,
        ];
        return wanted.Where(possible.Contains).Select(act => (TaskAct?)act).FirstOrDefault();
    }

    public static Task PerformAsync(
        TaskActions actions, TaskAct act, Actor actor, long id, ActInput input, IReadOnlyList<StoredEvidence> files, IReadOnlyList<UnitName> units,
        CancellationToken cancellation)
    {
        RequireReadable(act, input, units);
        return act switch
        {
            TaskAct.Assign => actions.AssignAsync(actor, id, input.Assignment(units), cancellation),
            TaskAct.Acknowledge => actions.AcknowledgeAsync(actor, id, input.Acknowledgement(), cancellation),
            TaskAct.Decline => actions.DeclineAsync(actor, id, input.WithReason(), cancellation),
            TaskAct.Insist => actions.InsistAsync(actor, id, input.InWords([]), cancellation),
            TaskAct.ReportProgress => actions.ReportProgressAsync(actor, id, input.Progress(files), cancellation),
            TaskAct.RequestCompletion => actions.RequestCompletionAsync(actor, id, input.InWords(files), cancellation),
            TaskAct.Approve => actions.ApproveAsync(actor, id, input.Remark(), cancellation),
            TaskAct.Return => actions.ReturnAsync(actor, id, input.WithReason(), cancellation),
            TaskAct.RequestExtension => actions.RequestExtensionAsync(actor, id, input.ExtensionRequest(), cancellation),
            TaskAct.DecideExtension => actions.DecideExtensionAsync(actor, id, input.ExtensionDecision(), cancellation),
            TaskAct.Remind => actions.RemindAsync(actor, id, input.Remark(), cancellation),
            TaskAct.VerifyProgress => actions.VerifyProgressAsync(actor, id, input.Verification(), cancellation),
            TaskAct.Judge => actions.JudgeAsync(actor, id, input.Judged(), cancellation),
            TaskAct.Change => actions.ChangeAsync(actor, id, input.Change(units), cancellation),
            TaskAct.Suspend => actions.SuspendAsync(actor, id, input.WithReason(), cancellation),
            TaskAct.Resume => actions.ResumeAsync(actor, id, input.Remark(), cancellation),
            TaskAct.Withdraw => actions.WithdrawAsync(actor, id, input.WithReason(), cancellation),
            TaskAct.Reopen => actions.ReopenAsync(actor, id, input.WithReason(), cancellation),
            TaskAct.Import or TaskAct.Register or TaskAct.MatchUnit or TaskAct.MoveUnit or TaskAct.Revise => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    // What was typed and cannot be read must not pass for what was not typed.
    private static void RequireReadable(TaskAct act, ActInput input, IReadOnlyList<UnitName> units)
    {
        var problems = new List<ValidationFailure>();
        if (act is TaskAct.Assign or TaskAct.Change && input.UnknownUnits(units) is { Count: > 0 } unknown)
        {
            problems.Add(new("Responsibilities", $"单位名录中没有“{string.Join("”“", unknown)}”，请从提示中选择。"));
        }

        if (act is TaskAct.Assign or TaskAct.Change or TaskAct.RequestExtension && input.HasUnreadableDate)
        {
            problems.Add(new("DueOn", "期限应写成 2031-06-30 这样的日期。"));
        }

        if (problems.Count > 0)
        {
            throw new ValidationException(problems);
        }
    }
}
