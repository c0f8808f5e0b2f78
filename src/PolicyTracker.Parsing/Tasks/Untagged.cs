using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Items of sections that order work and have no tag: who does it their sentences may say; else the supervisor must assign it.</summary>
internal static class Untagged
{
    private const int LongestOwnTitle = 24;

    /// <summary>The item itself; or, where every paragraph under a heading opens with a title of its own, each paragraph.</summary>
    public static IEnumerable<ParsedTask> Read(Node node, DocumentRules rules)
    {
        if (node.Heading is null || (node.Body.Count == 0 && !SaysMore(node)) || IsNoWork(node)) return [];
        var paragraphs = WithoutReports(node);
        if (paragraphs.Count == 0 && !SaysMore(node)) return [];
        return IsHeadingOnly(node) && paragraphs.Count > 1 && paragraphs.TrueForAll(OpensWithTitle)
            ? paragraphs.Select(p => Titled(node, p, rules))
            : [Make.Untagged(node, paragraphs, NamedDuty.ReadProse([node.Heading!, .. paragraphs]), rules)];
    }

    /// <summary>What the last item of a notice is about ends where 各单位要于…前报送… begins.</summary>
    private static List<Paragraph> WithoutReports(Node node)
    {
        var paragraphs = node.Body.OfType<Paragraph>().ToList();
        var least = IsHeadingOnly(node) && node.Heading!.Clean.Length <= LongestOwnTitle ? 1 : 0;
        while (paragraphs.Count > least && OnlyAsksForReport(paragraphs[^1])) paragraphs.RemoveAt(paragraphs.Count - 1);
        return paragraphs;
    }

    private static bool OnlyAsksForReport(Paragraph p) =>
        ReportingRules.OrdersReportByDay(p.Clean) && (!OpensWithTitle(p) || ReportingRules.OrdersReport(p.Clean[..p.Clean.IndexOf('。')]));

    /// <summary>A bare heading without text under it is no work.</summary>
    private static bool SaysMore(Node node) =>
        node.Heading!.Clean[^1] is '。' or ';' || node.Heading.Clean.Length - (node.Number?.Length ?? 0) > 8;

    /// <summary>Reports on the work, how long the notice holds, and who sits in a group that leads it (组长:…) are no work.</summary>
    private static bool IsNoWork(Node node)
    {
        var text = node.Heading!.Clean[(node.Number?.Length ?? 0)..];
        var body = node.Body.OfType<Paragraph>().ToList();
        if (body.Exists(p => p.Clean.StartsWith("组长:", StringComparison.Ordinal))) return true;
        if (body.Count > 0) return IsHeadingOnly(node) && node.Heading.Clean.Length <= LongestOwnTitle && body.TrueForAll(p => p.Clean.Length < 80 && ReportingRules.IsReporting(p.Clean));
        return (ReportingRules.IsValidity(text) || (text.Length < 60 && ReportingRules.IsReporting(text) && (!text[..^1].Contains('。') || ReportingRules.NamesReporting(text[..text.IndexOf('。')]))));
    }

    public static bool IsHeadingOnly(Node node) =>
        Node.HeadingEnd(node.Heading!, node.Number?.Length ?? 0) >= node.Heading!.Clean.Length;

    /// <summary>发展财富管理。探索组建…</summary>
    private static bool OpensWithTitle(Paragraph p)
    {
        var stop = p.Clean.IndexOf('。');
        return stop is > 3 and <= LongestOwnTitle && stop + 1 < p.Clean.Length && !p.Clean.AsSpan(0, stop).Contains(',');
    }

    private static ParsedTask Titled(Node node, Paragraph p, DocumentRules rules) =>
        Make.Task(null, Make.Path(node), p.PrintTight(0, p.Clean.IndexOf('。')), [p], new LineRange(p.FirstLine, p.LastLine), NamedDuty.ReadProse([p]), [], rules);
}
