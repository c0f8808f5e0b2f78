namespace PolicyTracker.Core.Tasks;

/// <summary>
/// 单位办理情况 of a past day, told by the acts until then: a <see cref="DepartmentStanding"/> keeps the present alone. What a unit does
/// itself follows the verbs of <see cref="PolicyTask"/>; what else becomes of it is said by the act (<see cref="ActChanges.Work"/>).
/// </summary>
internal static class PastWork
{
    /// <param name="acts">The oldest first.</param>
    public static IReadOnlyDictionary<int, UnitsWork> After(IEnumerable<HistoryRow> acts)
    {
        var work = new Dictionary<int, UnitsWork>();
        foreach (var act in acts)
        {
            if (act.Changes?.Work is { } left)
            {
                work = left.ToDictionary(done => done.DepartmentId);
            }
            else if (act.Act == TaskAct.Insist)
            {
                work = work.Values.Select(Answered).ToDictionary(done => done.DepartmentId);
            }
            else if (act.DepartmentId is { } unit && act.Act is TaskAct.Acknowledge or TaskAct.Decline or TaskAct.ReportProgress)
            {
                work[unit] = Done(work.GetValueOrDefault(unit) ?? new UnitsWork(unit, null, null, null, null, null, null), act);
            }
        }

        return work;
    }

    private static UnitsWork Done(UnitsWork before, HistoryRow act)
    {
        if (act.Act == TaskAct.Decline)
        {
            return before with { DeclinedAt = act.At, DeclineReason = act.Words };
        }

        var taken = Answered(before) with { AcknowledgedAt = before.AcknowledgedAt ?? act.At, AcknowledgedBy = before.AcknowledgedBy ?? act.ActorName };
        return act.Act == TaskAct.ReportProgress ? taken with { ClaimedPercent = act.Percent, ClaimedOn = act.At.OfficeDay() } : taken;
    }

    private static UnitsWork Answered(UnitsWork before) => before with { DeclinedAt = null, DeclineReason = null };
}
