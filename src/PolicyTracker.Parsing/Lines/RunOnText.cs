using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A notice that lost its line breaks: 一、…(一)…。1.…。2.…。二、… in one line. It is parted where its numbers go on;
/// a paragraph that counts within itself but holds no chapters is left whole.
/// </summary>
internal static partial class RunOnText
{
    private const int ShortestText = 120;
    private const int LongestHeading = 40;
    private const int FewestItems = 4;
    private const int LongestTag = 70;

    /// <summary>The paragraphs that the line holds; itself where it is only one.</summary>
    public static IReadOnlyList<Paragraph> Part(Paragraph paragraph)
    {
        var text = paragraph.Clean;
        if (text.Length < ShortestText || text.IndexOf("一、", 1, StringComparison.Ordinal) < 0 && !OpensWithChapter(paragraph) || Starts(paragraph) is not { Count: > 1 } starts) return [paragraph];
        if (starts[0] > 0) starts.Insert(0, 0);
        return [.. starts.Select((start, i) => paragraph.Cut(start, i + 1 < starts.Count ? starts[i + 1] : text.Length))];
    }

    /// <summary>二、重点任务(一)…(二)…: a chapter on a line.</summary>
    private static bool OpensWithChapter(Paragraph paragraph) =>
        paragraph.Number is { Style: NumberStyle.Han } && paragraph.Clean.AsSpan(0, LongestHeading) is var heading && (heading.Contains("(一)", StringComparison.Ordinal) || heading.IndexOf("1.") is > 0 and var item && paragraph.HasBlankBefore(item));

    /// <summary>Where a number stands that goes on with its own count, or begins one; null where no chapters are counted.</summary>
    private static List<int>? Starts(Paragraph paragraph)
    {
        var text = paragraph.Clean;
        var (starts, last, chapters, lastStart) = (new List<int>(), new SortedDictionary<NumberStyle, int>(), 0, -LongestHeading);
        for (var i = 0; i < text.Length; i++)
        {
            if (!MayOpen(text[i]) || i > 0 && text[i - 1] == '(' || Numbering.Read(text.AsSpan(i)) is not { Style: NumberStyle.Han or NumberStyle.HanInBrackets or NumberStyle.Digits or NumberStyle.DigitsInBrackets } number) continue;
            if (!IsBoundary(paragraph, i) && !OpensBelowHeading(number, i - lastStart) && !(number.Style != NumberStyle.Digits && EndsTag(text, i))) continue;
            if (number.Style != NumberStyle.Han && chapters == 0) continue;
            if (number.Value != 1 && i > 0 && (!last.TryGetValue(number.Style, out var before) || before + 1 != number.Value)) continue;
            foreach (var lower in last.Keys.Where(s => s > number.Style).ToList()) last.Remove(lower);
            last[number.Style] = number.Value;
            chapters += number.Style == NumberStyle.Han || number.Style == NumberStyle.HanInBrackets && i - lastStart < LongestHeading ? 1 : 0;
            starts.Add(i);
            lastStart = i;
        }
        return chapters > 1 || chapters == 1 && starts.Count > FewestItems ? starts : null;
    }

    /// <summary>二、重点任务(一)…, (一)整治水体(1)…: a heading of few words stands in front.</summary>
    private static bool OpensBelowHeading(Numbering number, int length) =>
        length < LongestHeading && (number.Style == NumberStyle.HanInBrackets || number is { Style: NumberStyle.DigitsInBrackets, Value: 1 });

    /// <summary>责任单位:市某局(2)…: a label and few words stand in front, though no full stop.</summary>
    private static bool EndsTag(string text, int at) => Tag().IsMatch(text.AsSpan(Math.Max(0, at - LongestTag), Math.Min(at, LongestTag)));

    [GeneratedRegex("(?:单位|部门|处室|科室|时限|时间):[^。;:]{2,60}$")]
    private static partial Regex Tag();

    private static bool MayOpen(char c) => c is '(' or (>= '0' and <= '9') or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    private static bool IsBoundary(Paragraph paragraph, int at) =>
        at == 0 || paragraph.Clean[at - 1] is '。' or ';' or ':' or ')' or '”' or '!' || paragraph.HasBlankBefore(at);
}
