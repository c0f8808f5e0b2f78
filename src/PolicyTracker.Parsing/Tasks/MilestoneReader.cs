using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>A date that a target is to be reached by, with the words that name it; sure where its year is printed.</summary>
internal sealed record Milestone(DateOnly Day, Origin Origin);

/// <summary>End dates of the targets that a task's own text states: 到2022年, 2017年底前, 2015年完成.</summary>
internal static partial class MilestoneReader
{
    /// <summary>The dates in ascending order, each with the first place that names it.</summary>
    /// <param name="issuedOn">What lies before it is past: 2014年交易额达到….</param>
    public static Milestone[] Read(TaskText text, int? ownYear, DateOnly? issuedOn)
    {
        var clean = text.Clean;
        var points = Dates.Find(clean, ownYear);
        List<DateMention> plans = [.. DeadlineReader.FindAfterIssue(clean, issuedOn), .. PlanEnds(clean, issuedOn)];
        if (points.Count + plans.Count == 0) return [];
        var dates = new SortedDictionary<DateOnly, DateMention>();
        foreach (var plan in plans) dates.TryAdd(plan.Last, plan);
        var passed = new Queue<(int Start, int End)>(Quoted(clean).Concat(Reports(clean)).Order());
        var passedUntil = 0;
        foreach (var point in points.OrderBy(p => p.Start))
        {
            while (passed.TryPeek(out var span) && span.Start <= point.Start) passedUntil = Math.Max(passedUntil, passed.Dequeue().End);
            if (point.Start < passedUntil) continue;
            if (IsTarget(clean, point, ownYear, issuedOn)) dates.TryAdd(point.Last, point);
        }
        return [.. dates.Select(d => new Milestone(d.Key, new Origin(text.Span(d.Value.Start, d.Value.End), "milestone", d.Value.HasYear ? Certainty.Certain : Certainty.Likely)))];
    }

    /// <summary>到“十四五”末; “十四五”期间,建成…: a target of a five-year plan ends with it.</summary>
    private static IEnumerable<DateMention> PlanEnds(string clean, DateOnly? issuedOn)
    {
        if (!clean.Contains('五')) yield break;
        for (var m = PlanTarget().Match(clean); m.Success; m = m.NextMatch())
        {
            if (DeadlineReader.PlanYears(m.Value) is not { } years || issuedOn is { } day && years.Last < day.Year) continue;
            yield return new(m.Index, m.Index + m.Length, new(years.First, 1, 1), new(years.Last, 12, 31), false, false, true);
        }
    }

    [GeneratedRegex("[“\"]?十[一二三四五六]五[”\"]?(?:规划)?(?:期|时期)?末|[“\"]?十[一二三四五六]五[”\"]?(?:规划)?(?:期间|时期)(?=(?:内)?,?[^,。;]{0,16}(?:完成|建成|新建|新增|建设|改造|实施|创建|培育|力争)[^,。;]{0,40}(?:\\d|完成|编制))")]
    private static partial Regex PlanTarget();

    private static bool IsTarget(string clean, DateMention point, int? ownYear, DateOnly? issuedOn)
    {
        var before = clean[Math.Max(0, point.Start - 8)..point.Start];
        var after = clean.AsSpan(point.End, Math.Min(12, clean.Length - point.End));
        if (clean[point.Start] is '去' or '上' && point.HasYear) return false;
        if (clean[point.End - 1] is '底' or '末' or '终' && Review().IsMatch(after)) return false;
        if (StartsSomething().IsMatch(after) || (!point.IsLimit && ClosesBracket().IsMatch(after)) || Baseline().IsMatch(before)) return false;
        if (!point.HasYear || clean[point.Start] is '今' or '本' or '当' or '明' or '次') return (point.IsLimit || Achieves().IsMatch(after)) && !Often().IsMatch(before) && After(point, issuedOn);
        if (IsOfYear(clean, point) && !Achieves().IsMatch(after)) return false;
        if (IsAttribute(clean, point, before)) return false;
        return point.First.Year > (ownYear ?? 0) || (point.First.Year == ownYear && (After(point, issuedOn) || IsOrdered(point, before)))
            || (ownYear is null && point.IsLimit);
    }

    /// <summary>2025年度重点事项清单 names a list, not when it is to be done.</summary>
    private static bool IsOfYear(string clean, DateMention point) => !point.HasMonth && !point.IsLimit && clean[point.End - 1] == '度';

    /// <summary>
    /// 2025年第三批次用地, 2025年培训计划: a bare year in front of what it belongs to. A target is led to (到2025年), stands alone in front of
    /// its clause (2025年,…), or its clause reaches something then (2025年建成…).
    /// </summary>
    private static bool IsAttribute(string clean, DateMention point, string before)
    {
        if (point.HasMonth || point.IsLimit || LeadsToYear().IsMatch(before) || point.End == clean.Length || clean[point.End] is ',' or '、' or '。' or ';' or ':' or ')') return false;
        if (clean[point.End] is '是' or '被') return true;
        var stop = clean.AsSpan(point.End).IndexOfAny(",;。");
        return !Reaches().IsMatch(clean.AsSpan(point.End, stop < 0 ? clean.Length - point.End : stop));
    }

    /// <summary>A day or a month before the notice itself is an event that it reports.</summary>
    private static bool After(DateMention point, DateOnly? issuedOn) =>
        issuedOn is not { } day || !point.HasMonth || point.Last >= day;

    /// <summary>各单位于6月20日前,…完成: a limit is ordered, though the notice was signed after it.</summary>
    private static bool IsOrdered(DateMention point, string before) => point.IsLimit && before.Length > 0 && before[^1] == '于';

    /// <summary>…前将情况报送…: the day of a report on the work is no target of it.</summary>
    private static IEnumerable<(int Start, int End)> Reports(string clean)
    {
        for (var start = 0; start < clean.Length;)
        {
            var stop = clean.IndexOf('。', start);
            var end = stop < 0 ? clean.Length : stop + 1;
            if (ReportingRules.OrdersReportByDay(clean[start..end])) yield return (start, end);
            start = end;
        }
    }

    /// <summary>Titles of plans (《…(2015—2017年)》) and ranges of years are no targets.</summary>
    private static List<(int Start, int End)> Quoted(string clean)
    {
        var spans = new List<(int, int)>();
        for (var i = clean.IndexOf('《'); i >= 0; i = clean.IndexOf('《', i + 1))
        {
            var end = clean.IndexOf('》', i);
            if (end < 0) break;
            spans.Add((i, end + 1));
            i = end;
        }
        if (clean.AsSpan().IndexOfAny('-', '至') < 0) return spans;
        foreach (Match m in YearSpan().Matches(clean)) spans.Add((m.Index, m.Index + m.Length));
        return spans;
    }

    [GeneratedRegex("^(?:\\d{1,2}日)?(?:起(?!步)|版|本\\)|以来|以后|之后|后(?!期)|开始|-|至|到(?!位)|度?基础上|(?:的)?基础上)")]
    private static partial Regex StartsSomething();

    [GeneratedRegex("(?:从|自|(?<![占对同环])比|较|与|(?<=[日月号])(?:至|-)|(?:期限?|实施|执行|延续|延长|延期|顺延)(?:至|到)|年初[\u4E00-\u9FFF]{1,4}、|截至|截止|截止到|截至到|相比|同比|早在|始于|自从)$")]
    private static partial Regex Baseline();

    [GeneratedRegex("(?:[到至于在达]|力争|争取|确保)$")]
    private static partial Regex LeadsToYear();

    /// <summary>A quantity, a word of trying, or a verb of reaching; of building and beginning only in front.</summary>
    [GeneratedRegex("\\d|完成|建成|力争|争取|确保|达(?!标)|实现|出台|新[增建]|提[高升]|控制|降|增长|增加|以上|覆盖|投[用产运]|竣工|验收|形成|^(?:全[省市县区州]|重点|计划|拟|基本)?(?:建设|改造|创建|培育|打造|启动|开工|组织|开展|推进)")]
    private static partial Regex Reaches();

    /// <summary>(2015—2017年) names a period; (6月底前) in a heading is its limit.</summary>
    [GeneratedRegex("^[》)〕]")]
    private static partial Regex ClosesBracket();

    /// <summary>一季度出台办法, 10月完成验收: what is done then, without 前 or 底.</summary>
    [GeneratedRegex("^(?:全部|全面|正式|基本|力争)?(?:出台|完成|建成|印发|投用|投产|投入使用|竣工|通车|实现|达到|上线|交付|启用)")]
    private static partial Regex Achieves();

    /// <summary>年底考核, 年终述职: an occasion, not a limit.</summary>
    [GeneratedRegex("^(?:绩效|综合|目标|责任制|工作)?(?:考核|考评|述职|评比|总结(?!评估)|结算|决算)")]
    private static partial Regex Review();

    [GeneratedRegex("每(?:年(?:\\d{1,2}月[底末]?(?:和|及|与|、))?|个)?$")]
    private static partial Regex Often();

    [GeneratedRegex("(?:19|20)\\d\\d年?(?:-+|至)(?:19|20)\\d\\d(?:年|(?=[)〕]))")]
    private static partial Regex YearSpan();
}
