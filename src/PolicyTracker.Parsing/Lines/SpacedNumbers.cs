using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// Items and headings whose numbers a blank or a tab parts from their words, and nothing else (1 完善制度, 一 重点任务): numbers where they
/// count on from one. The rows of a table that blanks part stay as they are.
/// </summary>
internal static partial class SpacedNumbers
{
    private const int FewestCounted = 2;

    /// <summary>Makes the blank behind each of them the mark that usually stands there.</summary>
    public static void Mark(List<Line> lines, SourceText source)
    {
        Mark(lines, source, SpacedDigits(), '.');
        Mark(lines, source, SpacedHan(), '、');
    }

    private static void Mark(List<Line> lines, SourceText source, Regex spaced, char mark)
    {
        var run = new List<(int Line, int Blank)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!MayBeItem(lines[i]) || spaced.Match(source.Lines[i]) is not { Success: true } m || ValueOf(m.Groups["number"].Value) is not { } value) continue;
            if (value != run.Count + 1)
            {
                Mark(lines, source, run, mark);
                run.Clear();
            }
            if (value == run.Count + 1 && (value > 1 || !StandsBelowRow(lines, source, i))) run.Add((i, m.Groups["blank"].Index));
        }
        Mark(lines, source, run, mark);
    }

    private static void Mark(List<Line> lines, SourceText source, List<(int Line, int Blank)> run, char mark)
    {
        if (run.Count < FewestCounted) return;
        foreach (var (at, blank) in run)
        {
            var read = source.Lines[at].ToCharArray();
            read[blank] = mark;
            lines[at] = new Line(at + 1, source.Lines[at], read.AsSpan().IndexOfAnyExcept(" \t　\u00A0"), read.AsSpan().TrimEnd().Length, new string(read));
        }
    }

    /// <summary>A line of text, or the two cells that a tab makes of it.</summary>
    private static bool MayBeItem(Line line) => line is { Kind: LineKind.Text, Mark: 0, IsBulleted: false } or { Kind: LineKind.Row, Cells: [{ Clean.Length: > 0 and < 4 }, { Clean.Length: > 0 }] };

    private static int? ValueOf(string number) => int.TryParse(Glyphs.Fold(number), out var value) ? value : Numbering.HanValue(number);

    /// <summary>Whether the line above it is a row, or the headings of a table that blanks part.</summary>
    private static bool StandsBelowRow(List<Line> lines, SourceText source, int at)
    {
        do at--; while (at >= 0 && lines[at].Kind == LineKind.Blank);
        return at >= 0 && (lines[at].Kind == LineKind.Row || TableHeading.Read(Glyphs.Fold(source.Lines[at]) is { Length: < 80 } ? source.Lines[at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : []) is not null);
    }

    /// <summary>1 完善制度,开展检查。 is an item; 1 月 and 3 个 are quantities, and so many blanks part cells.</summary>
    [GeneratedRegex(@"^\s*(?<number>\d{1,3})(?<blank>\s)\s*(?=[\u4E00-\u9FFF“《])(?![年月日号时分秒个名户人家万亿元米公里平吨套台辆处所座件起次倍周天岁%级类条]|[项点](?!目|面|位))(?:\S{4,}|(?=.*。)\S+(?: \S+)*)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SpacedDigits();

    [GeneratedRegex(@"^\s*(?<number>[一二三四五六七八九十]{1,3})(?<blank>\s)\s*(?=[\u4E00-\u9FFF“《])(?![是个方定律般流批次条年月日])\S{2,40}\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SpacedHan();
}
