using PolicyTracker.Core.Accounts;
using static PolicyTracker.Core.Tasks.TaskState;

namespace PolicyTracker.Core.Tasks;

/// <summary>Who does an act.</summary>
public enum Doer
{
    /// <summary>督查人员, in the own jurisdiction and below.</summary>
    Supervisor,

    /// <summary>督查人员, or the portal's clock.</summary>
    SupervisorOrClock,

    /// <summary>承办人员 of any unit on the task.</summary>
    UnitOnTask,

    /// <summary>承办人员 of a unit that leads; where none leads, of any responsible one.</summary>
    AnsweringUnit,
}

/// <param name="From">The states from which it is possible.</param>
/// <param name="To">The state that it leads to; null: the state stays, or <paramref name="Note"/> says what becomes of it.</param>
public sealed record ActRule(TaskAct Act, Doer Who, TaskState[] From, TaskState? To, string Note = "");

/// <summary>
/// 任务的一生: which act is possible from which state, and for whom. The guards of <see cref="PolicyTask"/> and the rights in
/// <see cref="TaskActions"/> ask here; docs/life-of-a-task.md shows the same table, and a test holds the two together.
/// </summary>
public static class LifeOfATask
{
    private static readonly TaskState[] OpenButDraft = [Assigned, InProgress, InReview];
    private static readonly TaskState[] UnderWay = [Assigned, InProgress];

    public static readonly IReadOnlyList<ActRule> Rules =
    [
        new(TaskAct.Assign, Doer.Supervisor, [Draft], Assigned),
        new(TaskAct.Acknowledge, Doer.UnitOnTask, UnderWay, InProgress, "配合单位签收不改变状态"),
        new(TaskAct.Decline, Doer.UnitOnTask, UnderWay, null, "等待督查人员答复"),
        new(TaskAct.Insist, Doer.Supervisor, UnderWay, null),
        new(TaskAct.ReportProgress, Doer.UnitOnTask, UnderWay, InProgress, "配合单位反馈不改变状态"),
        new(TaskAct.RequestCompletion, Doer.AnsweringUnit, [InProgress], InReview),
        new(TaskAct.Approve, Doer.Supervisor, [InReview], Completed, "按申请之日分按期办结、逾期办结"),
        new(TaskAct.Return, Doer.Supervisor, [InReview], InProgress),
        new(TaskAct.RequestExtension, Doer.AnsweringUnit, UnderWay, null),
        new(TaskAct.DecideExtension, Doer.Supervisor, UnderWay, null),
        new(TaskAct.Remind, Doer.SupervisorOrClock, TaskStates.Open, null),
        new(TaskAct.VerifyProgress, Doer.Supervisor, OpenButDraft, null),
        new(TaskAct.Judge, Doer.Supervisor, OpenButDraft, null),
        new(TaskAct.Change, Doer.Supervisor, TaskStates.Open, null),
        new(TaskAct.Suspend, Doer.Supervisor, TaskStates.Open, Suspended),
        new(TaskAct.Resume, Doer.Supervisor, [Suspended], null, "回到中止前的状态"),
        new(TaskAct.Withdraw, Doer.Supervisor, [.. TaskStates.Open, Suspended], Withdrawn),
        new(TaskAct.Reopen, Doer.Supervisor, [Completed], InProgress),
    ];

    private static readonly Dictionary<TaskAct, ActRule> ByAct = Rules.ToDictionary(rule => rule.Act);

    public static ActRule RuleOf(TaskAct act) => ByAct[act];

    public static bool IsPossible(TaskAct act, TaskState state) => RuleOf(act).From.Contains(state);

    /// <summary>The roles that may do it at all; whether for this very task, <see cref="MayDo"/> says.</summary>
    public static bool IsFor(this Doer who, Actor actor) => who switch
    {
        Doer.Supervisor => actor.Is(AccountRole.Supervisor),
        Doer.SupervisorOrClock => actor.Is(AccountRole.Supervisor) || actor == Actor.Portal,
        Doer.UnitOnTask or Doer.AnsweringUnit => actor.Is(AccountRole.Staff) && actor.DepartmentId is not null,
    };

    /// <summary>Is it this person's part in this task, whatever the state?</summary>
    public static bool MayDo(TaskAct act, Actor actor, ActorsPart part) => RuleOf(act).Who is var who && who.IsFor(actor) && who switch
    {
        Doer.Supervisor or Doer.SupervisorOrClock => part.IsInJurisdiction,
        Doer.UnitOnTask => part.IsOnTask,
        Doer.AnsweringUnit => part.Answers,
    };

    /// <summary>What a person can do to a task now, for the buttons of its page. The acts themselves check again.</summary>
    public static IReadOnlyList<TaskAct> Possible(TaskState state, Actor actor, ActorsPart part) =>
        [.. Rules.Where(rule => rule.From.Contains(state) && MayDo(rule.Act, actor, part)).Select(rule => rule.Act)];

    /// <summary>Why an act is not possible from this state, and what is.</summary>
    public static string WhyNot(TaskAct act, TaskState state)
    {
        var possible = Rules.Where(rule => rule.From.Contains(state)).Select(rule => rule.Act.Word()).ToList();
        return $"任务{state.Word()}，不能{act.Word()}：{act.Word()}要在任务{string.Join('、', RuleOf(act).From.Select(from => from.Word()))}时进行。"
            + (possible.Count == 0 ? "任务已经终止，不能再办理；需要时请重新立项。" : $"现在可以：{string.Join('、', possible)}。");
    }

    public static string Word(this Doer who) => who switch
    {
        Doer.Supervisor => "督查人员",
        Doer.SupervisorOrClock => "督查人员或系统定时",
        Doer.UnitOnTask => "任务所列单位的承办人员",
        Doer.AnsweringUnit => "牵头单位（没有牵头的，责任单位）的承办人员",
    };
}

/// <summary>What a task is to a person.</summary>
/// <param name="IsInJurisdiction">It belongs to the person's jurisdiction or one below.</param>
/// <param name="IsOnTask">The own department, or a group that contains it, is on it.</param>
/// <param name="Answers">… and leads it, or is responsible where none leads.</param>
public sealed record ActorsPart(bool IsInJurisdiction, bool IsOnTask, bool Answers);
