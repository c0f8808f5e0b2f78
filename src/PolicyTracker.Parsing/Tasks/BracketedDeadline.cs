using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>A bracket that says until when and nothing else: (6月底前完成) beside a tag, or at the end of an item.</summary>
internal static partial class BracketedDeadline
{
    private const int LongestWhen = 24;

    /// <summary>(10月底前完成) at the end of an item whose heading says who does it; null for any other end.</summary>
    public static Tag? Read(Paragraph paragraph)
    {
        if (AtEnd(paragraph.Clean) is not var (bracket, start, end)) return null;
        var tag = new Tag(paragraph, bracket, paragraph.Clean.Length, false, true, new TagContent());
        AddTo(tag, start, end);
        return tag;
    }

    /// <summary>Where the last bracket of a text stands, and what it says; null where it is none, or no limit.</summary>
    public static (int Bracket, int Start, int End)? AtEnd(string text) =>
        LastBracket().Match(text) is { Success: true } m && m.Groups["when"] is var when && DeadlineReader.LooksLikeDeadline(when.Value) ? (m.Index, when.Index, when.Index + when.Length) : null;

    /// <summary>(市某局负责)(6月底前完成): the second bracket says until when.</summary>
    public static (int Start, int End, int After)? Beside(string text, int at) =>
        WhenInBracket().Match(text, at) is { Success: true } m && DeadlineReader.LooksLikeDeadline(m.Groups["when"].Value)
            ? (m.Groups["when"].Index, m.Groups["when"].Index + m.Groups["when"].Length, at + m.Length)
            : null;

    /// <summary>(6月底前完成)(市某局负责): so may the first.</summary>
    public static (int Start, int End)? InFront(string text, int open)
    {
        var end = open - 1;
        if (end < 2 || text[end] is not (')' or '〕') || text.AsSpan(0, end).LastIndexOfAny('(', '〔') + 1 is not (> 0 and var start) || end - start is < 2 or > LongestWhen) return null;
        var when = text[start..end];
        return when.AsSpan().IndexOfAny("、;。:") < 0 && DeadlineReader.LooksLikeDeadline(when) ? (start, end) : null;
    }

    public static void AddTo(Tag tag, int start, int end) =>
        tag.Content.Deadlines.Add((tag.Paragraph.PrintTight(start, end), new Origin(tag.Paragraph.Span(start, end), "deadline-in-bracket", Certainty.Likely)));

    [GeneratedRegex("\\G[(〔](?<when>[^()〔〕、;。:]{2,24})[)〕]", RegexOptions.ExplicitCapture)]
    private static partial Regex WhenInBracket();

    [GeneratedRegex("[(〔](?<when>[^()〔〕、;。]{2,24})[)〕][。;]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex LastBracket();
}
