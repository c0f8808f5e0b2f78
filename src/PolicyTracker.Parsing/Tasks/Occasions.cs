using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Limits set by holidays and school terms: 2021年春节前, 国庆节前, 秋季学期前. Each ends on the day before.</summary>
internal static partial class Occasions
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The limit that stands around a position; null when there is none or its year cannot be known.</summary>
    public static DateMention? Read(string clean, int start, int end, int? ownYear)
    {
        if (Occasion().Match(clean, start, end - start) is not { Success: true } m) return null;
        var year = m.Groups["y"].Success ? int.Parse(m.Groups["y"].Value) : ownYear;
        if (year is not ({ } y and > 1901 and < 2100) || FirstDay(m.Groups["o"].Value, y, m.Groups["y"].Success) is not { } day) return null;
        var last = day.AddDays(-1);
        return new DateMention(m.Index, m.Index + m.Length, last, last, m.Groups["y"].Success, true, true);
    }

    /// <summary>Without a printed year, 春节 may be this year's or the next one's: null.</summary>
    private static DateOnly? FirstDay(string occasion, int year, bool printed) => occasion switch
    {
        "春节" => printed ? LunarDay(year, 1, 1) : null,
        "端午节" => LunarDay(year, 5, 5),
        "中秋节" => LunarDay(year, 8, 15),
        "元旦节" or "元旦" => new(printed ? year : year + 1, 1, 1),
        "劳动节" or "五一" => new(year, 5, 1),
        "国庆节" => new(year, 10, 1),
        _ => new(year, occasion[0] == '秋' ? 9 : 3, 1),
    };

    private static DateOnly LunarDay(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && leap <= month ? month + 1 : month, day, 0, 0, 0, 0));
    }

    [GeneratedRegex("(?<![春、])(?:(?<y>(?:19|20)\\d\\d)年)?[“\"]?(?<o>春节|端午节|中秋节|元旦节?|劳动节|五一(?=[”\"]?(?:国际劳动)?节)|国庆节|[春秋]季(?:新?学期)?(?:正式)?(?:开学)?)[”\"]?(?:国际劳动节|节)?(?:假期)?(?:之|以)?前(?!后|夕)", RegexOptions.ExplicitCapture)]
    private static partial Regex Occasion();
}
