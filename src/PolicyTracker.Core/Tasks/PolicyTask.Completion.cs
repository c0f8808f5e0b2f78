namespace PolicyTracker.Core.Tasks;

/// <summary>How a task ends, rests and goes on: 申请办结, 审核, 退回, 延期, 中止, 恢复, 终止, 重新办理.</summary>
public sealed partial class PolicyTask
{
    /// <summary>
    /// 逾期办结: approved, and asked for after the deadline. The day of the request counts, not that of the approval: the units
    /// had done their part by then, and how long the review takes is not theirs.
    /// </summary>
    public bool IsCompletedLate => State == TaskState.Completed && CompletionRequestedOn > DueOn;

    /// <summary>申请办结: the clock stands from this day on.</summary>
    public void RequestCompletion(string words, ActBy by)
    {
        Require(TaskAct.RequestCompletion);
        State = TaskState.InReview;
        CompletionRequestedOn = ClockStoppedOn = by.Today;
        Record(TaskAct.RequestCompletion, TaskState.InProgress, words, by);
    }

    public void Approve(string words, ActBy by)
    {
        Require(TaskAct.Approve);
        State = TaskState.Completed;
        CompletedOn = by.Today;
        Record(TaskAct.Approve, TaskState.InReview, words, by);
    }

    /// <summary>退回: counted; the clock runs again.</summary>
    public void Return(string reason, ActBy by)
    {
        Require(TaskAct.Return);
        State = TaskState.InProgress;
        CompletionRequestedOn = ClockStoppedOn = null;
        ReturnCount++;
        Record(TaskAct.Return, TaskState.InReview, reason, by);
    }

    /// <summary>申请延期: not later than on the last day, to a later date, one request at a time.</summary>
    public void RequestExtension(DateOnly to, string reason, ActBy by)
    {
        Require(TaskAct.RequestExtension);
        if (DueOn is not { } due)
        {
            throw new RuleException("这项任务没有完成期限，不需要延期。");
        }

        if (by.Today > due)
        {
            throw new RuleException($"期限{due:yyyy年M月d日}已过，不能再申请延期。可以反馈进展，或者请督查人员调整期限。");
        }

        if (to <= due)
        {
            throw new RuleException($"新的期限应晚于现在的期限{due:yyyy年M月d日}。");
        }

        if (Extensions.Exists(extension => extension.IsGranted is null))
        {
            throw new RuleException("已经有一个延期申请等待审批，请等待督查人员答复。");
        }

        Extensions.Add(new Extension { DepartmentId = by.OwnUnit.Id, AskedAt = by.At, AskedBy = by.Person.Name, OldDueOn = due, NewDueOn = to, Reason = reason });
        Record(TaskAct.RequestExtension, State, reason, by, changes: new ActChanges { AskedDueOn = to });
    }

    /// <summary>审批延期: where it is granted the deadline moves, and the old date is kept with the request.</summary>
    public void DecideExtension(bool grant, string words, ActBy by)
    {
        Require(TaskAct.DecideExtension);
        var asked = Extensions.Find(extension => extension.IsGranted is null)
            ?? throw new RuleException("没有等待审批的延期申请。需要改变期限的，请调整期限。");
        if (grant && asked.NewDueOn <= DueOn)
        {
            throw new RuleException($"期限已经调整为{DueOn:yyyy年M月d日}，不早于申请的{asked.NewDueOn:yyyy年M月d日}，请不予批准。");
        }

        asked.Decide(grant, words, by);
        var before = DueOn;
        DueOn = grant ? asked.NewDueOn : DueOn;
        Record(TaskAct.DecideExtension, State, words, by, changes: new ActChanges
        {
            AskedDueOn = asked.NewDueOn,
            Granted = grant,
            DueOn = grant ? new Change<DateOnly?>(before, DueOn) : null,
        });
    }

    /// <summary>中止: the clock stands at this day.</summary>
    public void Suspend(string reason, ActBy by)
    {
        Require(TaskAct.Suspend);
        var from = State;
        (SuspendedFrom, State, ClockStoppedOn) = (from, TaskState.Suspended, by.Today);
        Record(TaskAct.Suspend, from, reason, by);
    }

    /// <summary>恢复: back to where it was; a request for completion that waited keeps its day.</summary>
    public void Resume(string words, ActBy by)
    {
        Require(TaskAct.Resume);
        (State, SuspendedFrom, ClockStoppedOn) = (SuspendedFrom!.Value, null, CompletionRequestedOn);
        Record(TaskAct.Resume, TaskState.Suspended, words, by);
    }

    /// <summary>终止: nothing vanishes.</summary>
    public void Withdraw(string reason, ActBy by)
    {
        Require(TaskAct.Withdraw);
        var from = State;
        (State, ClockStoppedOn) = (TaskState.Withdrawn, by.Today);
        Record(TaskAct.Withdraw, from, reason, by);
    }

    /// <summary>重新办理 of a completed task: the clock runs again.</summary>
    public void Reopen(string reason, ActBy by)
    {
        Require(TaskAct.Reopen);
        State = TaskState.InProgress;
        CompletionRequestedOn = CompletedOn = ClockStoppedOn = null;
        Record(TaskAct.Reopen, TaskState.Completed, reason, by);
    }
}
