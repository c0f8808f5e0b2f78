using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>A label of a portal's table: where it is printed, and where its value begins.</summary>
internal readonly record struct PortalLabel(string Label, int Start, int End);

/// <summary>
/// The labels that portals print around a notice. A colon, a bar or brackets close them, or a blank alone (文　号 某政发〔2021〕3号),
/// or nothing at all where what follows can only be their value (成文日期2021年3月5日).
/// </summary>
internal static partial class PortalLabels
{
    private const int LongestLine = 300;

    /// <summary>Words that stand for nothing but a label, wherever they are printed.</summary>
    internal const string Own = Numbers + "|" + Days + "|" + Organs + "|" + Others;

    private const string Others = "信息索引号|索引号|统一登记号|文件名称|文件标题|信息名称|信息标题|政策名称"
        + "|发布机构|发布机关|发布单位|发布部门|公开责任部门|所属机构|公开目录|公开方式|公开形式|公开范围|存放位置|主题分类|主题词|浏览量|浏览次数|点击数|访问量|信息来源|文章来源|效力状态|效力级别|文件状态|有效性|时效性|文件下载|相关解读|内容概述|责任编辑|字体大小|组配分类";

    private const string Numbers = "发文字号|发文文号|政策文号|公文文号|文件编号|文件字号|文号";

    private const string Days = "成文日期|成文时间|发文日期|发文时间|印发日期|颁布日期|颁布时间|公文生成日期|生成日期|生效日期|施行日期|实施日期|失效日期|废止日期|发布日期|发布时间|公开日期|公开时间|公布日期|发表时间|更新时间|更新日期";

    private const string Organs = "发文单位|发文机关|发文机构|发文部门|制发机关|制定机关";

    /// <summary>The labels of a line, from left to right.</summary>
    public static IReadOnlyList<PortalLabel> Find(Paragraph p)
    {
        if (p.Clean.Length > LongestLine) return [];
        var labels = new List<PortalLabel>();
        for (var m = Label().Match(p.Clean); m.Success; m = m.NextMatch())
        {
            var bracketed = m.Index > 0 && p.Clean[m.Index - 1] is '[' or '【' or '〔';
            var start = bracketed ? m.Index - 1 : m.Index;
            var opens = start == 0 || p.HasBlankBefore(start) || p.Clean[start - 1] is '|' or ']';
            if (Closes(p, m, opens, bracketed) is { } end) labels.Add(new(m.Value, start, end));
        }
        return labels;
    }

    /// <summary>2021-03-05 09:12 beside nothing but the portal's own words; not (2021年3月5日) under a title nor the day of a signature or behind a number.</summary>
    public static DateOnly? Stamp(string piece) =>
        !IsDayOfIssue(piece) && StampedDay().Match(piece) is { Success: true } m ? Tasks.Dates.WholeDay(m.Value) : null;

    /// <summary>来源:某县政府 2021-03-05 09:12: the day stands behind the source without a label of its own.</summary>
    public static bool NamesSource(string label) => label is "来源" or "信息来源" or "文章来源" or "作者" or "编辑" or "责任编辑";

    /// <summary>Where the value begins; null where the word is no label here.</summary>
    private static int? Closes(Paragraph p, Match word, bool opens, bool bracketed)
    {
        var end = word.Index + word.Length;
        var own = word.Groups["own"].Success;
        if (end == p.Clean.Length) return opens ? end : null;
        if (bracketed) return p.Clean[end] is ']' or '】' or '〕' ? end + (end + 1 < p.Clean.Length && p.Clean[end + 1] == ':' ? 2 : 1) : null;
        if (p.Clean[end] is ':' or '|') return opens || own ? end + 1 : null;
        return opens && own && (p.HasBlankBefore(end) || OnlyItsValue(p.Clean, word, end)) ? end : null;
    }

    private static bool OnlyItsValue(string clean, Match word, int end) =>
        word.Groups["day"].Success ? Tasks.Dates.WholeDay(clean[end..]) is not null
        : word.Groups["number"].Success ? Titles.DocNumber(clean[end..]) is not null
        : word.Groups["organ"].Success && Titles.IsOrganLine(clean[end..]);

    /// <summary>(2025年2月14日) under a title, 2025年2月14日 under a signature; portals print 2025-02-14 or more than the day.</summary>
    private static bool IsDayOfIssue(string piece) =>
        piece.StartsWith('(') || Titles.LengthOfNumberInFront(piece) > 0
        || (piece.EndsWith('日') && OfOrgan().Replace(piece, "") is { Length: < 13 } day && Tasks.Dates.WholeDay(day) is not null);

    [GeneratedRegex("(?<own>(?<number>" + Numbers + ")|(?<day>" + Days + ")|(?<organ>" + Organs + ")|" + Others + ")|标题|名称|时间|日期|来源|作者|编辑|体裁|字体|字号|阅读|分类|层级|类型|官方链接|原文链接|状态|时效", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    /// <summary>江东市人民政府办公厅2012年8月30日: the head of minutes.</summary>
    [GeneratedRegex("^[\u4E00-\u9FFF]{2,30}(?:政府|办公厅|办公室|委员会|局|厅|委|部|院|会|指挥部|小组)(?=(?:19|20)\\d\\d年)")]
    private static partial Regex OfOrgan();

    [GeneratedRegex(@"(?:19|20)\d\d[-/年]\d{1,2}[-/月]\d{1,2}(?=$|日?\d{0,2}:|日|[^\d])")]
    private static partial Regex StampedDay();
}
