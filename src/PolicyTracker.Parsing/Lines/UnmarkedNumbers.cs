using System.Buffers;
using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// Items and headings whose numbers no mark parts from their words (1 完善制度, 1完善制度, 一 重点任务): numbers where they count on from one.
/// The rows of a table that blanks part stay as they are.
/// </summary>
internal static partial class UnmarkedNumbers
{
    private const int FewestSpaced = 2;

    /// <summary>Without a blank, two may have come about by chance.</summary>
    private const int FewestCounted = 3;
    private const int LongestHeadings = 60;

    private static readonly SearchValues<char> Openers = SearchValues.Create("0123456789第一二三四五六七八九十");

    /// <summary>Reads the mark that usually stands behind each of them.</summary>
    public static void Mark(List<Line> lines, SourceText source)
    {
        var items = new List<int>();
        for (var i = 0; i < lines.Count; i++)
            if (MayBeItem(lines[i])) items.Add(i);
        if (items.Count < FewestSpaced) return;
        Mark(lines, source, items, SpacedDigits(), '.', FewestSpaced);
        Mark(lines, source, items, SpacedHan(), '、', FewestSpaced);
        Mark(lines, source, items, Digits(), '.', FewestCounted);
        Mark(lines, source, items, SpacedOrdinals(), ':', FewestSpaced);
        Mark(lines, source, items, SpacedPairs(), '、', FewestSpaced);
    }

    private static void Mark(List<Line> lines, SourceText source, List<int> items, Regex numbered, char mark, int fewest)
    {
        var run = new List<(int Line, int Digits)>();
        foreach (var i in items)
        {
            if (numbered.Match(source.Lines[i]) is not { Success: true } m || ValueOf((m.Groups["value"] is { Success: true } inside ? inside : m.Groups["number"]).Value) is not { } value) continue;
            if (value != run.Count + 1)
            {
                Mark(lines, source, run, mark, fewest);
                run.Clear();
            }
            if (value == run.Count + 1 && (value > 1 || !StandsBelowRow(lines, source, i))) run.Add((i, m.Groups["number"].Length));
        }
        Mark(lines, source, run, mark, fewest);
    }

    private static void Mark(List<Line> lines, SourceText source, List<(int Line, int Digits)> run, char mark, int fewest)
    {
        if (run.Count < fewest) return;
        foreach (var (at, digits) in run) lines[at] = (lines[at].Kind == LineKind.Row ? Whole(at, source.Lines[at]) : lines[at]).WithMark(digits, mark);
    }

    /// <summary>The line of a number and its words, which a tab made a row of.</summary>
    private static Line Whole(int at, string printed) => new(at + 1, printed, printed.Length - printed.AsSpan().TrimStart().Length, printed.AsSpan().TrimEnd().Length);

    /// <summary>A line of text, or the two cells that a tab makes of it. Cheap, because every line is asked.</summary>
    private static bool MayBeItem(Line line) => line.Clean.Length > 1 && Openers.Contains(line.Clean[0]) && line is { Kind: LineKind.Text, Mark: 0, IsBulleted: false } or { Kind: LineKind.Row, Cells: [{ Clean.Length: > 0 and < 4 }, { Clean.Length: > 0 }] };

    private static int? ValueOf(string number) => int.TryParse(Glyphs.Fold(number), out var value) ? value : Numbering.HanValue(number);

    /// <summary>Whether the line above it is a row, or the headings of a table that blanks part.</summary>
    private static bool StandsBelowRow(List<Line> lines, SourceText source, int at)
    {
        do at--; while (at >= 0 && lines[at].Kind == LineKind.Blank);
        return at >= 0 && (lines[at].Kind == LineKind.Row || lines[at].Clean.Length <= LongestHeadings && TableHeading.Read(source.Lines[at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is not null);
    }

    /// <summary>月 in 1 月 and 个 in 3 个 say that the number is a quantity.</summary>
    private const string Words = "(?=[\u4E00-\u9FFF“《])(?![年月日号时至]|个(?!人|体)|公[里顷斤]|[万亿]元|平方)";

    /// <summary>1 完善制度,开展检查。 is an item, and so is 01 above its words; so many blanks part cells.</summary>
    [GeneratedRegex(@"^\s*(?<number>\d{1,3})\s+" + Words + @"(?:\S{4,}|(?=.*。)\S+(?: \S+)*)\s*$|^\s*(?<number>0\d)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SpacedDigits();

    [GeneratedRegex(@"^\s*(?<number>[一二三四五六七八九十]{1,3})\s+(?=[\u4E00-\u9FFF“《])(?![是月日]|个(?!人|体)|年(?!度))\S{2,40}\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SpacedHan();

    /// <summary>2-1 完善制度。</summary>
    [GeneratedRegex(@"^\s*(?<number>\d{1,2}[-—－](?<value>\d{1,2}))\s+(?=[\u4E00-\u9FFF“《])\S", RegexOptions.ExplicitCapture)]
    private static partial Regex SpacedPairs();

    /// <summary>第一项 完善制度。</summary>
    [GeneratedRegex(@"^\s*(?<number>第(?<value>[一二三四五六七八九十]{1,3})[项件])\s+(?=[\u4E00-\u9FFF“《])\S", RegexOptions.ExplicitCapture)]
    private static partial Regex SpacedOrdinals();

    [GeneratedRegex(@"^\s*(?<number>\d{1,3})" + Words + @"\S{4,}\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
