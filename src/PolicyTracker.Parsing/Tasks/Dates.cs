using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>A point in time that a text names.</summary>
/// <param name="Start">Position in the folded text.</param>
/// <param name="First">First day of the named time.</param>
/// <param name="Last">Its last day; the day before it where the text says 前 of a whole month, quarter or year (三季度前).</param>
/// <param name="HasYear">Whether the year is printed; else it is the document's own.</param>
/// <param name="HasMonth">Whether it is finer than a year.</param>
/// <param name="IsLimit">Whether it is worded as a limit (前, 底, 末, 内).</param>
internal readonly record struct DateMention(int Start, int End, DateOnly First, DateOnly Last, bool HasYear, bool HasMonth, bool IsLimit);

/// <summary>Finds dates: 2017年6月底前, 2018年三季度末, 年底前, 9月上旬, 二○一六年十二月, 2016.12.31.</summary>
internal static partial class Dates
{
    private const int LongestBeforeUnit = 8;
    private const int LongestBehindUnit = 20;

    public static List<DateMention> Find(string clean, int? ownYear, int from = 0, int? to = null)
    {
        var found = new List<DateMention>();
        var (year, first) = (ownYear, from);
        var end = to ?? clean.Length;
        for (var at = NextUnit(clean, from, end); at >= 0; at = NextUnit(clean, from, end))
        {
            var start = Math.Max(clean[at] is '节' or '季' or '旦' ? first : from, at - LongestBeforeUnit);
            from = at + 1;
            if (clean[at] is '节' or '季' or '旦' && Occasions.Read(clean, Math.Max(0, start), Math.Min(end, at + LongestBehindUnit), year) is { } occasion && occasion.End > at)
            {
                if (found.Count > 0 && found[^1].End > occasion.Start) found.RemoveAt(found.Count - 1);
                found.Add(occasion);
                from = occasion.End;
                continue;
            }
            for (var m = Point().Match(clean, start, Math.Min(end, at + LongestBehindUnit) - start); m.Success; m = m.NextMatch())
            {
                if (m.Length == 0 || m.Index + m.Length <= at || Read(m, year) is not { } mention) continue;
                if (mention.HasYear && !IsPastBudget(clean, mention, ownYear) && !IsLongPast(mention, ownYear)) year = mention.First.Year;
                found.Add(mention);
                from = mention.End;
                break;
            }
        }
        return found;
    }

    /// <summary>2018年度项目 in a notice of 2019 names a project, not the year of the dates behind it.</summary>
    private static bool IsPastBudget(string clean, DateMention mention, int? ownYear) =>
        mention.First.Year < ownYear && clean.AsSpan(mention.Start, mention.End - mention.Start).Contains('度');

    /// <summary>2000年底前建成的小区 in a notice of 2021: what has such a date is described, not ordered.</summary>
    private static bool IsLongPast(DateMention mention, int? ownYear) => !mention.HasMonth && mention.First.Year < ownYear - 1;

    /// <summary>Dates are searched around their units only.</summary>
    private static int NextUnit(string clean, int from, int end) =>
        from < end && clean.AsSpan(from, end - from).IndexOfAny("年月季半节旦") is var i && i >= 0 ? from + i : -1;

    /// <summary>A whole date, printed in digits or in Chinese numerals; null for any other text.</summary>
    public static DateOnly? WholeDay(string clean)
    {
        if (clean.Length < 6 || Day().Match(clean) is not { Success: true } m) return null;
        return Number(m.Groups["y"].Value) is { } y && Number(m.Groups["m"].Value) is { } month && Number(m.Groups["d"].Value) is { } d
            && month is >= 1 and <= 12 && y is > 1900 and < 2200 && d >= 1 && d <= DateTime.DaysInMonth(y, month)
                ? new DateOnly(y, month, d)
                : null;
    }

    private static DateMention? Read(Match m, int? ownYear)
    {
        var hasYear = m.Groups["y"].Success;
        var relative = m.Groups["rel"].Value;
        var year = hasYear ? Number(m.Groups["y"].Value)
            : relative is "明年" or "次年" ? ownYear + 1
            : relative is "去年" or "上年" ? ownYear - 1
            : ownYear;
        if (year is not ({ } y and > 1900 and < 2200)) return null;
        var named = hasYear || relative.Length > 0;
        var limit = m.Groups["t"].Success || m.Groups["e"].Value is "底" or "末" or "内" || m.Groups["alone"].Success
            || m.Groups["x"].Success || m.Groups["d"].Success;
        var (first, last, fine) = Span(m, y);
        if (m.Groups["t"].Value is "前" or "之前" or "以前" && Strict(m)) last = first.AddDays(-1);
        return new DateMention(m.Index, m.Index + m.Length, first, last, named, fine, limit);
    }

    /// <summary>前 of a whole month, quarter or year ends before it; 底前 and a day do not.</summary>
    private static bool Strict(Match m) =>
        !m.Groups["d"].Success && !m.Groups["x"].Success && !m.Groups["e"].Success && !m.Groups["alone"].Success && !m.Groups["h"].Success;

    private static (DateOnly First, DateOnly Last, bool Fine) Span(Match m, int year)
    {
        if (m.Groups["m"].Success && Number(m.Groups["m"].Value) is { } month and >= 1 and <= 12) return MonthSpan(m, year, month);
        if (m.Groups["q"].Success)
        {
            var q = "1234".IndexOf(m.Groups["q"].Value, StringComparison.Ordinal) is var i and >= 0 ? i : "一二三四".IndexOf(m.Groups["q"].Value, StringComparison.Ordinal);
            var start = new DateOnly(year, (q * 3) + 1, 1);
            return (start, start.AddMonths(3).AddDays(-1), true);
        }
        if (m.Groups["h"].Success)
            return m.Groups["h"].Value == "上" ? (new(year, 1, 1), new(year, 6, 30), true) : (new(year, 7, 1), new(year, 12, 31), true);
        if (m.Groups["e"].Value.EndsWith('初') || m.Groups["alone"].Value.EndsWith('初')) return (new(year, 1, 1), new(year, 1, 31), true);
        return (new(year, 1, 1), new(year, 12, 31), false);
    }

    private static (DateOnly, DateOnly, bool) MonthSpan(Match m, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        var end = first.AddMonths(1).AddDays(-1);
        if (m.Groups["d"].Success && Number(m.Groups["d"].Value) is { } day && day >= 1 && day <= end.Day) return (first.AddDays(day - 1), first.AddDays(day - 1), true);
        return m.Groups["x"].Value switch
        {
            "上旬" or "初" => (first, first.AddDays(9), true),
            "中旬" => (first.AddDays(10), first.AddDays(19), true),
            "中" => (first, first.AddDays(14), true),
            "下旬" => (first.AddDays(20), end, true),
            _ => (first, end, true),
        };
    }

    private static int? Number(string text)
    {
        if (text.Length == 0) return null;
        if (char.IsAsciiDigit(text[0])) return int.Parse(text);
        return Lines.Numbering.HanValue(text.Replace('○', '〇').Replace('零', '〇').Replace('O', '〇').Replace('0', '〇'));
    }

    [GeneratedRegex("(?=[0-9一二三四五六七八九十第上下今本当明次去年])(?:(?<y>(?:19|20)\\d\\d|二[〇○零O][〇○零O一二三四五六七八九]{2}|一九[〇○零O一二三四五六七八九]{2})年度?|(?<rel>今年|本年度?|当年|明年|次年|去年|上年))?(?:(?<!\\d)(?<m>1[0-2]|0?[1-9])月份?(?:(?<d>3[01]|[12]\\d|0?[1-9])[日号]|月?(?<x>上旬|中旬|下旬|初|中|底|末))?|(?<m>十[一二]?|[一二三四五六七八九])月(?:(?<d>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(?<x>上旬|中旬|下旬|初|中|底|末))?|第?(?<q>[一二三四1-4])季度|(?<h>上|下)半年|(?<alone>(?<![0-9一二三四五六七八九十两几半每全多])(?:年底|年末|年终|年内|年初)|(?<=(?:19|20)\\d\\d年)年[底末内])|(?<=年)(?<e>底|末|内|初|终))?(?<t>(?:底|末|之|以)?前|底|末|(?<!年)内)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Point();

    [GeneratedRegex("^(?<y>(?:19|20)\\d\\d|[一二][〇○零O一二三四五六七八九0]{3})[年./-](?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])[月./-](?<d>3[01]|[12]\\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日?", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();
}
