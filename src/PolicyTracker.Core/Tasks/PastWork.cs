namespace PolicyTracker.Core.Tasks;

/// <summary>
/// 单位办理情况 of a past day, told by the acts until then: a <see cref="DepartmentStanding"/> keeps the present alone. It follows the
/// verbs of <see cref="PolicyTask"/>.
/// </summary>
internal sealed class PastWork
{
    private readonly Dictionary<int, UnitsWork> work = [];

    /// <param name="acts">The oldest first.</param>
    public static IReadOnlyDictionary<int, UnitsWork> After(IEnumerable<HistoryRow> acts)
    {
        var past = new PastWork();
        foreach (var act in acts)
        {
            past.Follow(act);
        }

        return past.work;
    }

    private void Follow(HistoryRow entry)
    {
        if (entry.Act == TaskAct.Insist)
        {
            AnswerDeclines(work.Keys.ToList());
        }
        else if (entry.DepartmentId is { } unit && entry.Act is TaskAct.Acknowledge or TaskAct.Decline or TaskAct.ReportProgress)
        {
            work[unit] = Done(Of(unit), entry);
        }

        if (entry.Changes?.Units is { } units)
        {
            Hand(entry.Act, units.Before, units.After);
        }
    }

    private static UnitsWork Done(UnitsWork before, HistoryRow entry)
    {
        if (entry.Act == TaskAct.Decline)
        {
            return before with { DeclinedAt = entry.At, DeclineReason = entry.Words };
        }

        var taken = Answered(before) with { AcknowledgedAt = before.AcknowledgedAt ?? entry.At, AcknowledgedBy = before.AcknowledgedBy ?? entry.ActorName };
        return entry.Act == TaskAct.ReportProgress ? taken with { ClaimedPercent = entry.Percent, ClaimedOn = entry.At.OfficeDay() } : taken;
    }

    // What a name means, or who follows upon whom, changes in its place, and the work goes along; who is put on a task by hand begins anew.
    private void Hand(TaskAct act, IReadOnlyList<UnitPart> before, IReadOnlyList<UnitPart> after)
    {
        var there = after.Select(part => part.DepartmentId).OfType<int>().ToHashSet();
        var gone = before.Select(part => part.DepartmentId).OfType<int>().Where(id => !there.Contains(id)).ToHashSet();
        if (act is TaskAct.MoveUnit or TaskAct.MatchUnit)
        {
            foreach (var (from, to) in before.Zip(after))
            {
                if (from.DepartmentId is { } left && gone.Contains(left))
                {
                    Pass(left, after.Skip(before.Count).Prepend(to).Select(part => part.DepartmentId).OfType<int>());
                }
            }
        }

        AnswerDeclines(before.Where(part => !after.Contains(part)).Select(part => part.DepartmentId).OfType<int>());
        foreach (var id in gone)
        {
            work.Remove(id);
        }
    }

    private void Pass(int from, IEnumerable<int> to)
    {
        if (!work.TryGetValue(from, out var left))
        {
            return;
        }

        foreach (var next in to)
        {
            var standing = DepartmentStanding.Of(Of(next));
            standing.Inherit(DepartmentStanding.Of(left));
            work[next] = standing.AsItStands();
        }
    }

    private void AnswerDeclines(IEnumerable<int> units)
    {
        foreach (var id in units.Where(work.ContainsKey))
        {
            work[id] = Answered(work[id]);
        }
    }

    private UnitsWork Of(int unit) => work.GetValueOrDefault(unit) ?? new UnitsWork(unit, null, null, null, null, null, null);

    private static UnitsWork Answered(UnitsWork before) => before with { DeclinedAt = null, DeclineReason = null };
}
