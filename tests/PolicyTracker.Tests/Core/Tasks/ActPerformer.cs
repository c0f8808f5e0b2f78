using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

/// <summary>Performs any act through TaskActions with a form that leaves nothing to complain about.</summary>
internal static class ActPerformer
{
    public static Task DoAsync(this LifeFixture life, TaskAct act, Actor actor, long id) => act switch
    {
        TaskAct.Assign => life.Actions.AssignAsync(actor, id, new AssignForm { Responsibilities = [LifeFixture.Unit(life.Lead, Role.Lead), LifeFixture.Unit(life.Support, Role.Support)] }),
        TaskAct.Acknowledge => life.Actions.AcknowledgeAsync(actor, id, new RemarkForm()),
        TaskAct.Decline => life.Actions.DeclineAsync(actor, id, Reason("不是我局职责")),
        TaskAct.Insist => life.Actions.InsistAsync(actor, id, Words("职责在你局")),
        TaskAct.ReportProgress => life.Actions.ReportProgressAsync(actor, id, new ProgressForm { Percent = 40, Words = "已开工" }),
        TaskAct.RequestCompletion => life.Actions.RequestCompletionAsync(actor, id, Words("全部完成")),
        TaskAct.Approve => life.Actions.ApproveAsync(actor, id, new RemarkForm()),
        TaskAct.Return => life.Actions.ReturnAsync(actor, id, Reason("缺少验收材料")),
        TaskAct.RequestExtension => life.Actions.RequestExtensionAsync(actor, id, new ExtensionRequestForm { DueOn = life.Today.AddDays(200), Reason = "汛期停工" }),
        TaskAct.DecideExtension => life.Actions.DecideExtensionAsync(actor, id, new ExtensionDecisionForm { Grant = true }),
        TaskAct.Remind => life.Actions.RemindAsync(actor, id, new RemarkForm { Words = "请抓紧" }),
        TaskAct.VerifyProgress => life.Actions.VerifyProgressAsync(actor, id, new VerifyProgressForm { Percent = 30, Words = "现场核实" }),
        TaskAct.Judge => life.Actions.JudgeAsync(actor, id, new JudgeForm { Judgement = Judgement.AtRisk, Words = "进度偏慢" }),
        TaskAct.Change => life.Actions.ChangeAsync(actor, id, new ChangeForm { DueOn = life.Today.AddDays(77), Reason = "会议决定" }),
        TaskAct.Suspend => life.Actions.SuspendAsync(actor, id, Reason("等待上级批复")),
        TaskAct.Resume => life.Actions.ResumeAsync(actor, id, new RemarkForm()),
        TaskAct.Withdraw => life.Actions.WithdrawAsync(actor, id, Reason("政策已废止")),
        TaskAct.Reopen => life.Actions.ReopenAsync(actor, id, Reason("审计发现未完成")),
        TaskAct.Import or TaskAct.Register or TaskAct.MatchUnit or TaskAct.MoveUnit => throw new ArgumentOutOfRangeException(nameof(act), act, "Makes a task, or comes from the register; nobody does it to one task."),
    };

    private static ReasonForm Reason(string reason) => new() { Reason = reason };

    private static WordsForm Words(string words) => new() { Words = words };
}
