namespace PolicyTracker.Core.Tasks;

/// <summary>What can be done to a task; <see cref="LifeOfATask"/> says by whom and when.</summary>
public enum TaskAct
{
    /// <summary>导入.</summary>
    Import,

    /// <summary>立项.</summary>
    Register,

    /// <summary>交办.</summary>
    Assign,

    /// <summary>签收.</summary>
    Acknowledge,

    /// <summary>不予承接.</summary>
    Decline,

    /// <summary>维持交办: the supervisor's answer to a unit that declined.</summary>
    Insist,

    /// <summary>反馈进展.</summary>
    ReportProgress,

    /// <summary>申请办结.</summary>
    RequestCompletion,

    /// <summary>审核通过.</summary>
    Approve,

    /// <summary>退回.</summary>
    Return,

    /// <summary>申请延期.</summary>
    RequestExtension,

    /// <summary>审批延期.</summary>
    DecideExtension,

    /// <summary>催办.</summary>
    Remind,

    /// <summary>核实进度.</summary>
    VerifyProgress,

    /// <summary>研判.</summary>
    Judge,

    /// <summary>调整单位或期限.</summary>
    Change,

    /// <summary>中止.</summary>
    Suspend,

    /// <summary>恢复.</summary>
    Resume,

    /// <summary>终止.</summary>
    Withdraw,

    /// <summary>重新办理.</summary>
    Reopen,

    /// <summary>认定单位: the register says what a printed name means.</summary>
    MatchUnit,

    /// <summary>单位变更: the task follows its unit through a reorganisation or a merger.</summary>
    MoveUnit,
}

public static class TaskActs
{
    public static string Word(this TaskAct act) => act switch
    {
        TaskAct.Import => "导入",
        TaskAct.Register => "立项",
        TaskAct.Assign => "交办",
        TaskAct.Acknowledge => "签收",
        TaskAct.Decline => "不予承接",
        TaskAct.Insist => "维持交办",
        TaskAct.ReportProgress => "反馈进展",
        TaskAct.RequestCompletion => "申请办结",
        TaskAct.Approve => "审核通过",
        TaskAct.Return => "退回",
        TaskAct.RequestExtension => "申请延期",
        TaskAct.DecideExtension => "审批延期",
        TaskAct.Remind => "催办",
        TaskAct.VerifyProgress => "核实进度",
        TaskAct.Judge => "研判",
        TaskAct.Change => "调整单位或期限",
        TaskAct.Suspend => "中止",
        TaskAct.Resume => "恢复",
        TaskAct.Withdraw => "终止",
        TaskAct.Reopen => "重新办理",
        TaskAct.MatchUnit => "认定单位",
        TaskAct.MoveUnit => "单位变更",
    };
}
