using System.Globalization;

namespace PolicyTracker.Web.Deadlines;

/// <summary>The month or, where none is given, the year that the calendar shows.</summary>
public readonly record struct CalendarPeriod(int Year, int? Month)
{
    /// <summary>What people plan in, with room on both sides for what is written wrongly.</summary>
    public const int FirstYear = 1990;
    public const int LastYear = 2100;

    public DateOnly First => new(Year, Month ?? 1, 1);

    public DateOnly Last => Month is null ? new DateOnly(Year, 12, 31) : First.AddMonths(1).AddDays(-1);

    /// <summary>2026年11月, 2026年.</summary>
    public string Words => Month is { } month ? $"{Year}年{month}月" : $"{Year}年";

    /// <summary>As it stands in the address: 2026-11, 2026.</summary>
    public string Written => Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{Year}-{month:00}") : Year.ToString(CultureInfo.InvariantCulture);

    public string Parameter => Month is null ? "year" : "month";

    public CalendarPeriod? Next => Step(1);

    public CalendarPeriod? Previous => Step(-1);

    public static CalendarPeriod MonthOf(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Null where the words are none, or lie outside of <see cref="FirstYear"/> and <see cref="LastYear"/>.</summary>
    public static CalendarPeriod? Read(string? month, string? year)
    {
        CalendarPeriod? read = DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? MonthOf(first)
            : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new CalendarPeriod(number, null)
            : null;
        return read is { } period && period.IsShown ? period : null;
    }

    /// <summary>The weeks of a month, from Monday; null before its first day and after its last.</summary>
    public IEnumerable<DateOnly?[]> Weeks()
    {
        var first = First;
        var before = ((int)first.DayOfWeek + 6) % 7;
        var days = Enumerable.Range(0, before + Last.Day).Select(i => i < before ? (DateOnly?)null : first.AddDays(i - before));
        return days.Chunk(7).Select(week => (DateOnly?[])[.. week, .. Enumerable.Repeat<DateOnly?>(null, 7 - week.Length)]);
    }

    private bool IsShown => Year is >= FirstYear and <= LastYear;

    private CalendarPeriod? Step(int by)
    {
        var next = Month is null ? this with { Year = Year + by } : MonthOf(First.AddMonths(by));
        return next.IsShown ? next : null;
    }
}
