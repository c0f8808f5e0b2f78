using System.Linq.Expressions;
using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Core.Tasks;

/// <summary>The same rules as <see cref="LightSignal.Of"/> and <see cref="GapSignal.Of"/>, in SQL; a test holds them together.</summary>
public static class SignalQueries
{
    private static readonly TaskState[] Timed = [TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    public static IQueryable<PolicyTask> ShowingLight(this IQueryable<PolicyTask> tasks, TimeLight light, DateOnly today, ThresholdBook thresholds)
    {
        if (light == TimeLight.Grey)
        {
            return tasks.Where(t => !Timed.Contains(t.State) || (t.DueOn == null && t.Cycle == null));
        }

        // A date that comes again is never behind; that the day has passed follows from the rule, and an index knows it.
        if (light == TimeLight.Red)
        {
            return tasks.Where(t => t.DueOn < today && Timed.Contains(t.State) && t.DueOn < (t.ClockStoppedOn ?? today));
        }

        var timed = NearTheLight(tasks, light, today, thresholds)
            .Where(t => Timed.Contains(t.State) && (t.DueOn != null || t.Cycle != null)).Select(OnTheClock(today));
        return (light switch
        {
            TimeLight.Yellow => Each(timed.Where(c => c.Due >= c.On), thresholds, t => t.YellowDays,
                days => c => c.Due <= c.On.AddDays(days)),
            _ => Each(timed.Where(c => c.Due >= c.On), thresholds, t => t.YellowDays,
                days => c => c.Due > c.On.AddDays(days)),
        }).Select(c => c.Task);
    }

    // What follows from the rule and what an index knows: the clock of most tasks stands at today, few are stopped.
    private static IQueryable<PolicyTask> NearTheLight(IQueryable<PolicyTask> tasks, TimeLight light, DateOnly today, ThresholdBook thresholds)
    {
        var latest = today.AddDays(thresholds.Deviating.Select(group => group.Thresholds.YellowDays).Append(SignalThresholds.Default.YellowDays).Max());
        DeadlineCycle[] soon = [.. Enum.GetValues<DeadlineCycle>().Where(cycle => cycle.NextDate(today) <= latest)];
        return light == TimeLight.Yellow
            ? tasks.Where(t => (t.Cycle != null && soon.Contains(t.Cycle.Value)) || t.ClockStoppedOn != null || (t.DueOn >= today && t.DueOn <= latest))
            : tasks.Where(t => t.Cycle != null || t.ClockStoppedOn != null || t.DueOn >= today);
    }

    public static IQueryable<PolicyTask> ShowingGap(this IQueryable<PolicyTask> tasks, TimeLight gap, DateOnly today, ThresholdBook thresholds) => gap switch
    {
        TimeLight.Grey => tasks.Where(t => !Timed.Contains(t.State) || t.DueOn == null || (t.StartsOn ?? t.AssignedOn) == null || (t.StartsOn ?? t.AssignedOn) >= t.DueOn),
        TimeLight.Green => Each(tasks.OnThePlan(today), thresholds, t => t.GapYellow, points => p => p.Behind < points * p.Length).Select(p => p.Task),
        TimeLight.Red => Each(tasks.OnThePlan(today), thresholds, t => t.GapRed, points => p => p.Behind > points * p.Length).Select(p => p.Task),
        TimeLight.Yellow => Each(
            Each(tasks.OnThePlan(today), thresholds, t => t.GapYellow, points => p => p.Behind >= points * p.Length),
            thresholds, t => t.GapRed, points => p => p.Behind <= points * p.Length).Select(p => p.Task),
    };

    /// <summary>At least so many points behind the plan.</summary>
    public static IQueryable<PolicyTask> BehindBy(this IQueryable<PolicyTask> tasks, int points, DateOnly today) =>
        tasks.OnThePlan(today).Where(p => p.Behind >= points * p.Length).Select(p => p.Task);

    private class Judged
    {
        public required PolicyTask Task { get; init; }
    }

    private sealed class Clocked : Judged
    {
        public required DateOnly On { get; init; }

        public required DateOnly? Due { get; init; }
    }

    // In hundredths of a day, as GapSignal counts.
    private sealed class Planned : Judged
    {
        public required int Length { get; init; }

        public required int Behind { get; init; }
    }

    private static Expression<Func<PolicyTask, Clocked>> OnTheClock(DateOnly today) => t => new Clocked
    {
        Task = t,
        On = t.ClockStoppedOn ?? today,
        Due = t.DueOn ?? (
            t.Cycle == DeadlineCycle.Year ? new DateOnly((t.ClockStoppedOn ?? today).Year, 12, 31)
            : t.Cycle == DeadlineCycle.HalfYear ? ((t.ClockStoppedOn ?? today).Month <= 6
                ? new DateOnly((t.ClockStoppedOn ?? today).Year, 6, 30) : new DateOnly((t.ClockStoppedOn ?? today).Year, 12, 31))
            : t.Cycle == DeadlineCycle.Quarter
                ? new DateOnly((t.ClockStoppedOn ?? today).Year, (((t.ClockStoppedOn ?? today).Month - 1) / 3 * 3) + 1, 1).AddMonths(3).AddDays(-1)
            : new DateOnly((t.ClockStoppedOn ?? today).Year, (t.ClockStoppedOn ?? today).Month, 1).AddMonths(1).AddDays(-1)),
    };

    private static IQueryable<Planned> OnThePlan(this IQueryable<PolicyTask> tasks, DateOnly today) => tasks
        .Where(t => Timed.Contains(t.State) && (t.StartsOn ?? t.AssignedOn) < t.DueOn)
        .Select(t => new
        {
            Task = t,
            From = (t.StartsOn ?? t.AssignedOn)!.Value,
            Due = t.DueOn!.Value,
            On = t.ClockStoppedOn ?? today,
            Actual = t.VerifiedPercent ?? t.ClaimedPercent ?? 0,
        })
        .Select(p => new Planned
        {
            Task = p.Task,
            Length = p.Due.DayNumber - p.From.DayNumber,
            Behind = (100 * (p.On <= p.From ? 0 : p.On >= p.Due ? p.Due.DayNumber - p.From.DayNumber : p.On.DayNumber - p.From.DayNumber))
                - (p.Actual * (p.Due.DayNumber - p.From.DayNumber)),
        });

    // One condition for the jurisdictions with thresholds of their own, one for the rest: their list is short or there is none.
    private static IQueryable<T> Each<T>(
        IQueryable<T> judged, ThresholdBook book, Func<SignalThresholds, int> threshold, Func<int, Expression<Func<T, bool>>> condition)
        where T : Judged
    {
        var deviating = book.Deviating.ToList();
        foreach (var (thresholds, jurisdictions) in deviating)
        {
            judged = judged.Where(Unless<T>(judgedOne => !jurisdictions.Contains(judgedOne.Task.JurisdictionId), condition(threshold(thresholds))));
        }

        var all = deviating.SelectMany(group => group.Jurisdictions).ToArray();
        var usual = condition(threshold(SignalThresholds.Default));
        return judged.Where(all.Length == 0 ? usual : Unless<T>(one => all.Contains(one.Task.JurisdictionId), usual));
    }

    private static Expression<Func<T, bool>> Unless<T>(Expression<Func<T, bool>> other, Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(other.Body, new Renamed(condition.Parameters[0], other.Parameters[0]).Visit(condition.Body)), other.Parameters[0]);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
