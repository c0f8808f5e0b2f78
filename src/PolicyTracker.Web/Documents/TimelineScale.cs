using System.Globalization;

namespace PolicyTracker.Web.Documents;

/// <summary>The days that a timeline spans, both inclusive, and where each lies between its ends.</summary>
public sealed record TimelineScale(DateOnly First, DateOnly Last)
{
    private const int MostTicks = 8;

    /// <summary>From the first day of a month to the last of one, so that all of it and today can be seen.</summary>
    public static TimelineScale Of(Timeline timeline, DateOnly today)
    {
        var days = timeline.Tasks.SelectMany(task => task.Milestones.Append(task.Plan.From ?? today).Append(task.DueOn ?? today))
            .Append(timeline.DatedOn ?? today).Append(today).ToList();
        var (first, last) = (days.Min(), days.Max());
        return new TimelineScale(new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1));
    }

    /// <summary>Per cent of the width, for an attribute.</summary>
    public string At(DateOnly day) => Percent(day.DayNumber - First.DayNumber);

    /// <param name="share">Of the way, 0 to 1.</param>
    public string Width(DateOnly from, DateOnly to, double share = 1) => Percent(Math.Max(0, to.DayNumber - from.DayNumber) * share);

    /// <summary>Beginnings of months, quarters or years, as many as can be written beside each other.</summary>
    public IEnumerable<(DateOnly Day, string Words)> Ticks()
    {
        var months = ((Last.Year - First.Year) * 12) + Last.Month - First.Month + 1;
        var step = new[] { 1, 3, 6, 12, 24, 60, 120 }.First(step => months / step < MostTicks);
        for (var day = FirstTick(step); day <= Last; day = day.AddMonths(step))
        {
            yield return (day, step >= 12 ? $"{day.Year}年" : $"{day.Year}.{day.Month}");
        }
    }

    // Quarters begin in January, April and so on; of years the round ones.
    private DateOnly FirstTick(int step)
    {
        var day = First;
        while (((day.Year * 12) + day.Month - 1) % step != 0)
        {
            day = day.AddMonths(1);
        }

        return day;
    }

    private string Percent(double days) => (100 * days / Math.Max(1, Last.DayNumber - First.DayNumber)).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
