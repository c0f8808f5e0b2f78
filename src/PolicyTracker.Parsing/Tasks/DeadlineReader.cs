using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>The printed words of a deadline to what they mean.</summary>
internal static partial class DeadlineReader
{
    /// <summary>Reads the words; null when they say nothing (—, 无).</summary>
    /// <param name="printed">As printed in the tag or the time column.</param>
    /// <param name="ownYear">The document's year, for dates that print none.</param>
    /// <param name="issuedOn">成文日期, from which 印发之日起30日内 counts.</param>
    public static ParsedDeadline? Read(string printed, int? ownYear, DateOnly? issuedOn)
    {
        var raw = Glyphs.Squeeze(printed).Trim(',', ';', '。', ':', '，', '；', '：');
        var clean = DottedDay().Replace(DottedDate().Replace(Glyphs.Fold(raw), DottedToHan), "${m}月${d}日");
        if (clean.Length == 0 || Nothing().IsMatch(clean)) return null;
        return FiveYearPlan(raw, clean) ?? Recurring(raw, clean) ?? Range(raw, clean, ownYear) ?? FromToday(raw, clean, ownYear, issuedOn) ?? AfterIssue(raw, clean, issuedOn)
            ?? By(raw, clean, ownYear) ?? new ParsedDeadline(raw, null, null, OngoingWords().IsMatch(clean) ? DeadlineKind.Ongoing : DeadlineKind.Open);
    }

    /// <summary>Whether a clause of a tag says when, not who.</summary>
    public static bool LooksLikeDeadline(string clean) =>
        clean.Length < 40 && (TimeWords().IsMatch(clean) || OngoingWords().IsMatch(clean));

    /// <summary>每年组织, 方案出台后1个月内: a rhythm or a term, though its words could be those of an organ.</summary>
    public static bool SaysOnlyWhen(string clean) => clean.Length < 16 && Rhythm().IsMatch(clean) || clean.Length < 32 && Term().IsMatch(clean);

    [GeneratedRegex("(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个工作日|个月|日|天|周|年)(?:之)?内(?:完成|办结|到位)?$")]
    private static partial Regex Term();

    /// <summary>The N-th five-year plan: 十二五 = 2011–2015; a bare 十三 in quotes can only be 十三五.</summary>
    internal static (int First, int Last)? PlanYears(string clean)
    {
        if (PlanName().Match(clean) is not { Success: true } m || Numbering.HanValue(m.Groups["n"].Value) is not { } n) return null;
        return (2001 + ((n - 10) * 5), 2005 + ((n - 10) * 5));
    }

    private static ParsedDeadline? FiveYearPlan(string raw, string clean)
    {
        if (PlanYears(clean) is not { } years || ExplicitYear().IsMatch(clean)) return null;
        var end = new DateOnly(years.Last, 12, 31);
        return PlanLimit().IsMatch(clean)
            ? new(raw, null, end, DeadlineKind.By)
            : new(raw, new DateOnly(years.First, 1, 1), end, DeadlineKind.Range);
    }

    private static ParsedDeadline? Recurring(string raw, string clean) =>
        Repeats().IsMatch(clean) && !ExplicitYear().IsMatch(OpenStart().Replace(clean, "")) && !Array.Exists(clean.Split(',', ';'), EndsIt) ? new(raw, null, null, DeadlineKind.Recurring) : null;

    /// <summary>按季度推进,年底前完成: a part without a rhythm says when it is done.</summary>
    private static bool EndsIt(string part) => !Repeats().IsMatch(part) && DoneBy().IsMatch(part);

    [GeneratedRegex("(?:月|年底|年末|年内|季度末|日|月底|月末)前?(?:全部|全面|基本)?(?:完成|建成|竣工|办结|交付|投用|到位)")]
    private static partial Regex DoneBy();

    private static ParsedDeadline? Range(string raw, string clean, int? ownYear)
    {
        if (YearRange().Match(clean) is { Success: true } years)
        {
            var (first, last) = (int.Parse(years.Groups["a"].Value), int.Parse(years.Groups["b"].Value));
            return last < first ? null : new(raw, new(first, 1, 1), new(last, 12, 31), DeadlineKind.Range);
        }
        var text = DayRange().Replace(MonthRange().Replace(clean, "${a}月至"), "${m}月${a}日至${m}月${b}日");
        var points = Dates.Find(text, ownYear);
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var between = text[points[i].End..points[i + 1].Start];
            if (!RangeWord().IsMatch(between) || points[i + 1].Last < points[i].First) continue;
            return new(raw, points[i].First, points[i + 1].Last, DeadlineKind.Range);
        }
        return null;
    }

    /// <summary>即日起至10月31日: from 成文日期.</summary>
    private static ParsedDeadline? FromToday(string raw, string clean, int? ownYear, DateOnly? issuedOn) =>
        Today().IsMatch(clean) && By(raw, clean, ownYear) is { End: { } end } && issuedOn <= end ? new(raw, issuedOn, end, DeadlineKind.Range) : null;

    [GeneratedRegex("^(?:从|自)?(?:即日起|发文之日起|印发之日起)(?:至|到|-)")]
    private static partial Regex Today();

    /// <summary>印发之日起30日内, 发文后3个月内.</summary>
    private static ParsedDeadline? AfterIssue(string raw, string clean, DateOnly? issuedOn) =>
        issuedOn is { } day && FromIssue().Match(clean) is { Success: true } m ? new(raw, null, AfterIssue(m, day), DeadlineKind.By) : null;

    /// <summary>The same limits within a text; terms of validity are none.</summary>
    public static IEnumerable<DateMention> FindAfterIssue(string clean, DateOnly? issuedOn)
    {
        if (issuedOn is not { } day || !clean.Contains('发')) yield break;
        for (var m = FromIssue().Match(clean); m.Success; m = m.NextMatch())
            if (m.Value[^1] == '内' && !clean.AsSpan(m.Index + m.Length).StartsWith("有效")) yield return new(m.Index, m.Index + m.Length, day, AfterIssue(m, day), false, true, true);
    }

    private static DateOnly AfterIssue(Match m, DateOnly day)
    {
        var count = char.IsAsciiDigit(m.Groups["n"].Value[0]) ? int.Parse(m.Groups["n"].Value) : Numbering.HanValue(m.Groups["n"].Value.Replace('两', '二')) ?? 0;
        return m.Groups["unit"].Value switch
        {
            "个月" or "月" => day.AddMonths(count),
            "周" => day.AddDays(count * 7),
            "年" => day.AddYears(count),
            "个工作日" or "工作日" => WorkingDays(day, count),
            _ => day.AddDays(count),
        };
    }

    /// <summary>Working days without regard to public holidays, which are announced year by year.</summary>
    private static DateOnly WorkingDays(DateOnly from, int count)
    {
        while (count > 0)
        {
            from = from.AddDays(1);
            if (from.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) count--;
        }
        return from;
    }

    private static ParsedDeadline? By(string raw, string clean, int? ownYear)
    {
        DateOnly? end = null;
        foreach (var point in Dates.Find(clean, ownYear))
        {
            if (point.End < clean.Length && clean[point.End] == '起') continue;
            if (end is null || point.Last > end) end = point.Last;
        }
        if (end is null && WholeYear().IsMatch(clean) && !OngoingWords().IsMatch(clean) && ownYear is { } year) end = new DateOnly(year, 12, 31);
        return end is null ? null : new(raw, null, end, DeadlineKind.By);
    }

    private static string DottedToHan(Match m) =>
        $"{m.Groups["y"].Value}年{int.Parse(m.Groups["m"].Value)}月" + (m.Groups["d"].Success ? int.Parse(m.Groups["d"].Value) + "日" : "");

    [GeneratedRegex("^(?:-+|/|无|\\.|、)$")]
    private static partial Regex Nothing();

    [GeneratedRegex("(?<y>(?:19|20)\\d\\d)[./-](?<m>1[0-2]|0?[1-9])(?:[./-](?<d>3[01]|[12]\\d|0?[1-9]))?(?![\\d年月])", RegexOptions.ExplicitCapture)]
    private static partial Regex DottedDate();

    /// <summary>8.23, 8.23(周日): a day without its year, and nothing else.</summary>
    [GeneratedRegex("^(?<m>1[0-2]|[1-9])\\.(?<d>3[01]|[12]\\d|[1-9])(?=$|日?\\((?:周|星期)[一二三四五六日天]\\)$|前$)", RegexOptions.ExplicitCapture)]
    private static partial Regex DottedDay();

    [GeneratedRegex("[“\"‘']?(?<n>十[一二三四五六七八九]?|九)五[”\"’']?(?![日天号个周月条项名家])(?:时期|期间|末|规划|以来)?|[“\"](?<n>十[二三四五六])[”\"]", RegexOptions.ExplicitCapture)]
    private static partial Regex PlanName();

    /// <summary>2022年起每年: when it begins, not when it ends.</summary>
    [GeneratedRegex("(?:19|20)\\d\\d年度?(?:起|开始|以后)")]
    private static partial Regex OpenStart();

    [GeneratedRegex("(?:19|20)\\d\\d年?")]
    private static partial Regex ExplicitYear();

    [GeneratedRegex("开工|启动|完成|建成|末|底|前|出台|开建|投用|投产|竣工|达到|实现")]
    private static partial Regex PlanLimit();

    [GeneratedRegex("每(?:年|半年|季|季度|月|周|旬|日|天|学[年期]|两年|个月)|按(?:年|季|月|周|季度)|逐(?:年|季|月)|月度|季度报|半年一次|一年一次")]
    private static partial Regex Repeats();

    [GeneratedRegex("(?<a>(?:19|20)\\d\\d)年?度?(?:-+|至|到)(?<b>(?:19|20)\\d\\d)(?:年度?(?:底|末)?(?!\\d{1,2}月|上半年|下半年|第?[一二三四]季度)|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex YearRange();

    [GeneratedRegex("(?<![\\d.])(?<a>1[0-2]|[1-9])(?:-+|至|到)(?=(?:1[0-2]|[1-9])月)", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthRange();

    /// <summary>6月1日-15日, 6月1-15日: both days are of one month.</summary>
    [GeneratedRegex("(?<m>1[0-2]|0?[1-9])月(?<a>3[01]|[12]\\d|0?[1-9])日?[-—–~至到](?<b>3[01]|[12]\\d|0?[1-9])日", RegexOptions.ExplicitCapture)]
    private static partial Regex DayRange();

    [GeneratedRegex("^(?:-+|至|到|起至|起-+)$")]
    private static partial Regex RangeWord();

    [GeneratedRegex("(?<!政策|法规|标准|规划)(?:印发|发文|发布|下发|文件印发|本[\u4E00-\u9FFF]{2,4}印发|收文|施行|通知印发)(?:之日|后|日)?(?:起)?(?:的)?(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?<unit>个工作日|工作日|个月|日|天|周|月|年)(?:之)?内?", RegexOptions.ExplicitCapture)]
    private static partial Regex FromIssue();

    [GeneratedRegex("^(?:每(?:个)?(?:半年|年|月|周|季度|季|学期|两年)|按[月季年])")]
    private static partial Regex Rhythm();

    [GeneratedRegex("全年|本年度|当年|年度内|本年")]
    private static partial Regex WholeYear();

    [GeneratedRegex("持续|长期|常态|经常|日常|不间断|贯穿|常年|一直|永久|始终|动态")]
    private static partial Regex OngoingWords();

    [GeneratedRegex("(?:19|20)\\d\\d年|\\d{1,2}月|年底|年内|年末|全年|季度|半年|每(?:个)?(?:月|年|周|季|半|两|学[年期]|日|天|旬)|[“\"]十[一二三四五六]?五|之日起|日内|个月内|尽快|适时|立即|立行立改|即知即改|即行即改|边[查整]边改|即日|近期|[序按]时[序间]?(?:进度|节点)|时间(?:进度|节点)|分(?:年度|阶段|步|期)(?:实施|推进|完成|落实)|周内|工作日内|[节期假学季春夏秋冬耕运冻庆旦]前|学[期年][初末]|(?:19|20)\\d\\d[./-]\\d|[一二三四五六七八九十]月[底末前上中下]|\\d{1,2}日前|时限|完成$")]
    private static partial Regex TimeWords();
}
