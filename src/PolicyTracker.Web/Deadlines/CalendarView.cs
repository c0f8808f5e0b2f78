using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Tasks;

namespace PolicyTracker.Web.Deadlines;

/// <summary>Open tasks of one light that fall due on a day or in a month, with the address of the ledger that shows exactly these.</summary>
/// <param name="Words">For those who do not see the colour: 2026年11月22日 逾期3项.</param>
public sealed record DueFigure(TimeLight Light, int Tasks, string Href, string Words)
{
    public string Word => WordOf(Light);

    // What is open and has a day but no running clock is not handed out yet.
    public static string WordOf(TimeLight light) => light switch
    {
        TimeLight.Red => "逾期",
        TimeLight.Yellow => "临期",
        TimeLight.Green => "正常",
        TimeLight.Grey => "待交办",
    };
}

/// <summary>日历 as one person sees it.</summary>
public sealed record CalendarView(CalendarPeriod Period, TaskFilter Filter, DateOnly Today, IReadOnlyList<DeadlineCount> Counts)
{
    /// <summary>The day of which it tells, today or 查看日期.</summary>
    public DateOnly Day => Filter.DayOf(Today);

    public string DayWord => Filter.AsOf is null ? "今天" : "查看日";

    public string CurrentWord => (Period.Month, Filter.AsOf) switch
    {
        (null, null) => "今年",
        (null, _) => "当年",
        _ => MonthWord,
    };

    public string MonthWord => Filter.AsOf is null ? "本月" : "当月";

    private static readonly TimeLight[] Order = [TimeLight.Red, TimeLight.Yellow, TimeLight.Green, TimeLight.Grey];

    public int Total => Counts.Sum(count => count.Tasks);

    public string TotalHref => Ledger(Period.First, Period.Last, null);

    public IReadOnlyList<DueFigure> On(DateOnly day) => Between(day, day, day.Chinese());

    public IReadOnlyList<DueFigure> In(CalendarPeriod month) => Between(month.First, month.Last, month.Words);

    public int CountIn(CalendarPeriod month) => Counts.Where(count => count.Day >= month.First && count.Day <= month.Last).Sum(count => count.Tasks);

    public string LedgerOf(CalendarPeriod month) => Ledger(month.First, month.Last, null);

    private List<DueFigure> Between(DateOnly first, DateOnly last, string when) =>
    [
        .. Order
            .Select(light => (Light: light, Tasks: Counts.Where(count => count.Light == light && count.Day >= first && count.Day <= last).Sum(count => count.Tasks)))
            .Where(figure => figure.Tasks > 0)
            .Select(figure => new DueFigure(figure.Light, figure.Tasks, Ledger(first, last, figure.Light), $"{when} {DueFigure.WordOf(figure.Light)}{figure.Tasks}项")),
    ];

    private string Ledger(DateOnly first, DateOnly last, TimeLight? light) =>
        LedgerAddress.Of(Filter with { States = TaskStates.Open, Light = light, DueFrom = first, DueTo = last });
}
