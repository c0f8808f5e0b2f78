using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Tasks.Acts;

/// <summary>How an act is asked for on the page.</summary>
/// <param name="Words">The label of its words; null where there are none.</param>
/// <param name="Reason">The label of its reason; null where there is none.</param>
/// <param name="Hint">What the person should know before doing it.</param>
/// <param name="Done">What is said afterwards.</param>
public sealed record ActWords(string Done, string? Words = null, bool WordsNeeded = false, string? Reason = null, string? Hint = null)
{
    /// <summary>Shown apart from the others and in another colour: these end or halt a task.</summary>
    public static bool IsGrave(TaskAct act) => act is TaskAct.Suspend or TaskAct.Withdraw or TaskAct.Decline;

    public static ActWords Of(TaskAct act) => act switch
    {
        TaskAct.Assign => new("已交办。", "交办意见", Hint: "至少有一个牵头单位或责任单位。交办以后由各单位签收。"),
        TaskAct.Acknowledge => new("已签收。", "说明", Hint: "签收表示本单位知道这项任务并开始办理。"),
        TaskAct.Decline => new("已提出不予承接，等待督查人员答复。", Reason: "不予承接的理由", Hint: "督查人员会调整单位，或者维持交办。答复之前任务仍在本单位名下。"),
        TaskAct.Insist => new("已维持交办。", "维持交办的理由", WordsNeeded: true),
        TaskAct.ReportProgress => new("已填报进展。", "进展情况", WordsNeeded: true),
        TaskAct.RequestCompletion => new("已申请办结，等待审核。", "完成情况", WordsNeeded: true, Hint: "提交以后时限停止计算，等待督查人员审核。"),
        TaskAct.Approve => new("已审核通过，任务办结。", "审核意见"),
        TaskAct.Return => new("已退回。", Reason: "退回的理由", Hint: "任务回到办理中，单位补充以后再申请办结。退回次数会留在记录中。"),
        TaskAct.RequestExtension => new("已申请延期，等待审批。", Reason: "延期的理由", Hint: "批准以前仍按原期限计算。"),
        TaskAct.DecideExtension => new("已审批延期。", "审批意见"),
        TaskAct.Remind => new("已催办，各单位会收到消息。", "催办的话"),
        TaskAct.VerifyProgress => new("已核实进度。", "核实的情况", WordsNeeded: true),
        TaskAct.Judge => new("已研判。", "研判的依据", WordsNeeded: true),
        TaskAct.Change => new("已调整。", Reason: "调整的理由", Hint: "文件印出的单位和期限仍会保留在原文和记录中。"),
        TaskAct.Suspend => new("已中止。", Reason: "中止的理由", Hint: "中止期间时限停止计算，恢复以后回到现在的状态。"),
        TaskAct.Resume => new("已恢复办理。", "说明"),
        TaskAct.Withdraw => new("已终止。", Reason: "终止的理由", Hint: "终止以后不能再办理，记录全部保留。"),
        TaskAct.Reopen => new("已重新办理。", Reason: "重新办理的理由", Hint: "任务回到办理中。"),
        TaskAct.Import or TaskAct.Register or TaskAct.MatchUnit or TaskAct.MoveUnit => throw new ArgumentOutOfRangeException(nameof(act), act, "不在任务的页面上进行。"),
    };
}
