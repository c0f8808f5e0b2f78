namespace PolicyTracker.Core.Tasks;

/// <summary>核实对照: what the units claim of a task that they have, against what the supervisor verified.</summary>
public enum Verification
{
    /// <summary>尚无反馈.</summary>
    Unreported,

    /// <summary>反馈待核实: never verified.</summary>
    Unverified,

    /// <summary>反馈偏高: more than ten points above what was verified.</summary>
    Over,

    /// <summary>基本相符.</summary>
    Agrees,

    /// <summary>反馈偏低.</summary>
    Under,
}

public static class Verifications
{
    /// <summary>Up to so many points the two figures agree.</summary>
    public const int Tolerance = 10;

    private static readonly TaskState[] HandedOut = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    public static string Word(this Verification verification) => verification switch
    {
        Verification.Unreported => "尚无反馈",
        Verification.Unverified => "反馈待核实",
        Verification.Over => "反馈高于核实",
        Verification.Agrees => "基本相符",
        Verification.Under => "反馈低于核实",
    };

    /// <summary>Null where no unit has the task, or where it is closed.</summary>
    public static Verification? Of(TaskState state, int? claimed, int? verified) => (HandedOut.Contains(state), claimed, verified) switch
    {
        (false, _, _) => null,
        (true, null, _) => Verification.Unreported,
        (true, _, null) => Verification.Unverified,
        (true, { } said, { } seen) => said > seen + Tolerance ? Verification.Over : seen > said + Tolerance ? Verification.Under : Verification.Agrees,
    };

    /// <summary>The same rule in SQL.</summary>
    public static IQueryable<PolicyTask> Standing(this IQueryable<PolicyTask> tasks, Verification verification)
    {
        var open = tasks.Where(task => HandedOut.Contains(task.State));
        var both = open.Where(task => task.ClaimedPercent != null && task.VerifiedPercent != null);
        return verification switch
        {
            Verification.Unreported => open.Where(task => task.ClaimedPercent == null),
            Verification.Unverified => open.Where(task => task.ClaimedPercent != null && task.VerifiedPercent == null),
            Verification.Over => both.Where(task => task.ClaimedPercent > task.VerifiedPercent + Tolerance),
            Verification.Agrees => both.Where(task => task.ClaimedPercent <= task.VerifiedPercent + Tolerance && task.VerifiedPercent <= task.ClaimedPercent + Tolerance),
            Verification.Under => both.Where(task => task.VerifiedPercent > task.ClaimedPercent + Tolerance),
        };
    }
}
