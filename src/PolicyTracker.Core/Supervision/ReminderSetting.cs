using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Supervision;

/// <summary>提醒设置 of a jurisdiction and all below it that has none of its own.</summary>
public sealed class ReminderSetting
{
    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>So many days before the deadline, each once; 0 is the day itself.</summary>
    public int[] DaysBefore { get; set; } = [];

    /// <summary>Once more when the deadline has passed.</summary>
    public bool WhenOverdue { get; set; }
}

/// <summary>When the clock reminds.</summary>
public sealed record ReminderPlan(IReadOnlyList<int> DaysBefore, bool WhenOverdue)
{
    /// <summary>Stands for the reminder after the deadline where days before it are counted.</summary>
    public const int Overdue = -1;

    /// <summary>Where nobody has set anything.</summary>
    public static readonly ReminderPlan Default = new([30, 7, 1], WhenOverdue: true);

    /// <summary>
    /// The deadlines that each reminder is for today. A portal that stood still for days sends the last that fell due and none of those
    /// before it.
    /// </summary>
    public IEnumerable<ReminderWindow> WindowsOn(DateOnly today)
    {
        var from = today;
        foreach (var days in DaysBefore.Order())
        {
            yield return new ReminderWindow(days, from, today.AddDays(days));
            from = today.AddDays(days + 1);
        }

        if (WhenOverdue)
        {
            yield return new ReminderWindow(Overdue, DateOnly.MinValue, today.AddDays(-1));
        }
    }

    public static string Words(DateOnly dueOn, DateOnly today)
    {
        var (due, days) = (dueOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), dueOn.DayNumber - today.DayNumber);
        return days switch
        {
            > 0 => $"距完成时限{due}还有{days}天，请按时完成并反馈进展。",
            0 => $"今天（{due}）是完成时限，请反馈完成情况。",
            < 0 => $"完成时限{due}已过{-days}天，请尽快完成并反馈进展。",
        };
    }
}

/// <summary>Both days are inclusive.</summary>
public sealed record ReminderWindow(int DaysBefore, DateOnly From, DateOnly To);

/// <summary>The plans that hold, and for which jurisdictions.</summary>
/// <param name="Jurisdictions">Null: all that no other plan is for.</param>
public sealed record PlanFor(ReminderPlan Plan, IReadOnlyList<int>? Jurisdictions)
{
    /// <summary>The default first, with whatever deviates from it.</summary>
    public static async Task<IReadOnlyList<PlanFor>> AllAsync(TrackerDb db, CancellationToken cancellation)
    {
        var settings = await db.ReminderSettings.AsNoTracking().Include(setting => setting.Jurisdiction).ToListAsync(cancellation);
        var planOf = new Dictionary<int, ReminderSetting>();
        // From the root down, so that the nearest has the last word.
        foreach (var setting in settings.OrderBy(setting => setting.Jurisdiction!.Path.Length))
        {
            var below = await db.Jurisdictions.Where(place => place.Path.StartsWith(setting.Jurisdiction!.Path)).Select(place => place.Id).ToListAsync(cancellation);
            below.ForEach(id => planOf[id] = setting);
        }

        return
        [
            new PlanFor(ReminderPlan.Default, null),
            .. planOf.GroupBy(pair => pair.Value, pair => pair.Key).Select(group => new PlanFor(new ReminderPlan(group.Key.DaysBefore, group.Key.WhenOverdue), [.. group])),
        ];
    }

    public static ReminderPlan Of(IReadOnlyList<PlanFor> plans, int jurisdictionId) =>
        (plans.FirstOrDefault(plan => plan.Jurisdictions?.Contains(jurisdictionId) is true) ?? plans[0]).Plan;
}
