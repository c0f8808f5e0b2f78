using PolicyTracker.Core.Accounts;
using static PolicyTracker.Core.Bulletins.BulletinState;

namespace PolicyTracker.Core.Bulletins;

/// <param name="Role">Who does it, in the own jurisdiction and below.</param>
/// <param name="To">The state that it leads to; null: the state stays.</param>
public sealed record BulletinRule(BulletinAct Act, string Role, BulletinState[] From, BulletinState? To);

/// <summary>
/// 通报的一生: a supervisor writes, a leader approves, a supervisor issues. The guards of <see cref="Bulletin"/>, the rights in
/// <see cref="BulletinActions"/> and the buttons of its page ask here.
/// </summary>
public static class LifeOfABulletin
{
    public static readonly IReadOnlyList<BulletinRule> Rules =
    [
        new(BulletinAct.Revise, AccountRole.Supervisor, [Draft], null),
        new(BulletinAct.Recount, AccountRole.Supervisor, [Draft], null),
        new(BulletinAct.Submit, AccountRole.Supervisor, [Draft], Submitted),
        new(BulletinAct.Approve, AccountRole.Leader, [Submitted], Approved),
        new(BulletinAct.Return, AccountRole.Leader, [Submitted, Approved], Draft),
        new(BulletinAct.Issue, AccountRole.Supervisor, [Approved], Issued),
        new(BulletinAct.Withdraw, AccountRole.Supervisor, [Draft, Issued], Withdrawn),
    ];

    public static BulletinRule RuleOf(BulletinAct act) => Rules.Single(rule => rule.Act == act);

    /// <summary>The acts for the buttons of a bulletin's page; whether the person reads its jurisdiction has been asked before.</summary>
    public static IReadOnlyList<BulletinAct> Possible(BulletinState state, Actor actor) =>
        [.. Rules.Where(rule => rule.From.Contains(state) && actor.Is(rule.Role)).Select(rule => rule.Act)];

    /// <summary>Why an act is not possible from this state, and what is.</summary>
    public static string WhyNot(BulletinAct act, BulletinState state)
    {
        var from = string.Join('、', RuleOf(act).From.Select(one => one.Word()));
        var possible = string.Join('，', Rules.Where(rule => rule.From.Contains(state)).GroupBy(rule => rule.Role)
            .Select(rules => $"{AccountRole.Word(rules.Key)}可以{string.Join('、', rules.Select(rule => rule.Act.Word()))}"));
        return $"通报{state.Word()}，不能{act.Word()}：{act.Word()}要在通报{from}时进行。"
            + (possible.Length == 0 ? "通报已经撤回，需要时请重新起草。" : $"现在{possible}。");
    }
}
