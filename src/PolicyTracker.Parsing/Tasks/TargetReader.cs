using System.Globalization;
using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Finds quantities that are to be reached, sentence by sentence; a date holds for what follows it in its sentence.</summary>
internal static partial class TargetReader
{
    private const int LongestSubject = 40;

    public static IReadOnlyList<Target> Read(IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Tag> tags, int? ownYear, int start = 0)
    {
        List<Target>? targets = null;
        foreach (var p in paragraphs)
        {
            var end = StartOfTag(p, tags);
            for (var from = Math.Max(p == paragraphs[0] ? start : 0, p.Number?.Length ?? 0); from < end;)
            {
                var stop = p.Clean.IndexOf('。', from, end - from);
                if (stop < 0) stop = end;
                if (p.Clean.AsSpan(from, stop - from).IndexOfAnyInRange('0', '9') >= 0) ReadSentence(p, from, stop, ownYear, targets ??= []);
                from = stop + 1;
            }
        }
        return targets ?? [];
    }

    private static int StartOfTag(Paragraph p, IReadOnlyList<Tag> tags)
    {
        foreach (var tag in tags)
            if (tag.Paragraph == p) return tag.Start;
        return p.Clean.Length;
    }

    private static void ReadSentence(Paragraph p, int from, int to, int? ownYear, List<Target> targets)
    {
        List<DateMention>? dates = null;
        var (next, by) = (0, default(DateMention));
        for (var m = Quantity().Match(p.Clean, from, to - from); m.Success; m = m.NextMatch())
        {
            if (!decimal.TryParse(m.Groups["n"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) continue;
            var thing = m.Groups["object"];
            var verb = thing.Success ? m.Groups["verb"].Value[..^thing.Length] : m.Groups["verb"].Value;
            var tail = m.Groups["tail"].Value;
            if (verb.Length == 0 && tail.Length == 0) continue;
            dates ??= Dates.Find(p.Clean, ownYear, from, to);
            var baseline = m.Groups["base"];
            for (var limit = baseline.Success ? baseline.Index : m.Index + m.Length; next < dates.Count && dates[next].End <= limit; next++)
                if (dates[next].HasYear || (dates[next].IsLimit && !IsYearly(p.Clean, dates[next]))) by = dates[next];
            var subject = thing.Success ? p.PrintTight(thing.Index, thing.Index + thing.Length)
                : Subject(p, from, baseline.Success ? baseline.Index : m.Groups["verb"].Success ? m.Groups["verb"].Index : m.Groups["n"].Index, by);
            targets.Add(new Target(
                subject, verb.Length > 0 ? verb : null, Compare(verb, tail), number, m.Groups["unit"].Value,
                baseline.Success ? baseline.Value : null, by.End > 0 ? by.Last : null,
                new Origin(p.Span(m.Index, m.Index + m.Length), "quantity", by.HasYear ? Certainty.Certain : Certainty.Likely)));
        }
    }

    /// <summary>每年12月底前新建5处: by a day of every year, not of this one.</summary>
    private static bool IsYearly(string clean, DateMention date) => clean.AsSpan(0, date.Start).EndsWith("每") || clean.AsSpan(0, date.Start).EndsWith("每年");

    /// <summary>The words between the last comma (or date) and the verb.</summary>
    private static string Subject(Paragraph p, int from, int verb, DateMention by)
    {
        var start = Math.Max(from, by.End <= verb ? by.End : from);
        var nearest = Math.Max(start, verb - LongestSubject - 1);
        var comma = p.Clean.AsSpan(nearest, verb - nearest).LastIndexOfAny(",;:、");
        if (comma >= 0) start = nearest + comma + 1;
        while (start < verb && p.Clean[start] is '底' or '末' or '前' or ',' or '力' or '争') start++;
        return p.PrintTight(Math.Max(start, verb - LongestSubject), verb);
    }

    private static Comparison Compare(string verb, string tail) =>
        tail is "左右" or "上下" ? Comparison.About
        : tail is "以内" or "以下" || AtMost().IsMatch(verb) ? Comparison.AtMost
        : AtLeast().IsMatch(verb) || tail is "以上" or "余" ? Comparison.AtLeast
        : Down().IsMatch(verb) ? Comparison.Decrease
        : Up().IsMatch(verb) ? Comparison.Increase
        : Comparison.Exactly;

    [GeneratedRegex(@"(?:(?<base>(?:由|从|(?<![占同环])比(?![例重率值]))[^,;。]{1,16}?))?(?<verb>力争达到|达到|突破|超过|提高到|提升到|提高至|提升至|下降到|下降至|降低到|降到|降至|压减到|压缩到|压缩至|控制在|稳定在|保持在|不低于|不少于|不高于|不超过|增长|下降|提高|提升|降低|减少|增加|达|(?:新增|新建|新改建|改扩建|改造|建成|建设|培育|打造|引进|招引|完成|创建|创成|培训|种植(?!面积)|栽植|整治|治理|修复|发放|帮扶|安置|救助|举办|铺设|淘汰|压减|拆除|更新|配备|选派|抽检|转移就业)(?<object>[\u4E00-\u9FFF“”]{1,16}?)?)(?:了|到|为)?(?:约|近)?(?<n>\d{1,9}(?:\.\d{1,4})?)(?:-\d{1,9}(?:\.\d{1,4})?)?(?<unit>个百分点|个工作日|%|‰|亿元|万元|元|亿|万亩|亩|万人次|万人|万户|万吨|万千瓦|千瓦|万平方米|平方米|万立方米|立方米|公顷|兆瓦|万套|万个|万张|万台|万辆|万件|万头|万只|万株|小时|分钟|平方公里|公里|千米|米|吨|人次|名|人|户|家|个(?!月|季|学)|所|座|张|条|件|项|处|套|台|辆|起|次|倍|支|场|岁|天|万|分)(?<tail>以上|以内|以下|左右|上下|余)?|(?<n>\d{1,9}(?:\.\d{1,4})?)(?<unit>%|‰|亿元|万元|万亩|万人|公里|名|户|家|个|所|座|张)(?<tail>以上|以内|左右)", RegexOptions.ExplicitCapture)]
    private static partial Regex Quantity();

    [GeneratedRegex("^(?:力争)?达到?$|突破|超过|提高到|提升到|提[高升]至|不低于|不少于|稳定在|保持在")]
    private static partial Regex AtLeast();

    [GeneratedRegex("下降[到至]|降[到至]|降低到|压[减缩][到至]|控制在|不高于|不超过")]
    private static partial Regex AtMost();

    [GeneratedRegex("下降|降低|减少")]
    private static partial Regex Down();

    [GeneratedRegex("增长|提高|提升|增加")]
    private static partial Regex Up();
}
