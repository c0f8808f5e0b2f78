using System.Buffers;
using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>Numbered lines to lines with a kind: marks of Markdown dropped, rows cut into cells.</summary>
internal static partial class LineReader
{
    public static List<Line> Read(SourceText source)
    {
        var lines = new List<Line>(source.Lines.Count);
        for (var i = 0; i < source.Lines.Count; i++) lines.Add(ReadLine(i + 1, source.Lines[i]));
        if (lines.FindIndex(l => l.Kind != LineKind.Blank) is >= 0 and var first && lines[first] is { Kind: LineKind.Row, Cells: [{ Clean.Length: > 0 } title, ..] cells } && cells.Skip(1).All(c => c.Clean.Length == 0)) lines[first] = title;
        BarLines.Drop(lines, source);
        LabelRows.Join(lines, source);
        CommaRows.Cut(lines, source);
        DashedLabels.Mark(lines, source);
        UnmarkedNumbers.Mark(lines, source);
        return lines;
    }

    private static Line ReadLine(int number, string printed)
    {
        var (from, to, mark, bullet) = Trim(printed);
        if (from >= to) return new Line(number, printed, 0, 0, LineKind.Blank);
        var cells = printed.AsSpan(from, to - from).Contains('\t') || printed.AsSpan().Count('\t') > 2
            ? CutCells(number, printed, 0, printed.TrimEnd('\r').Length)
            : CutCells(number, printed, from, to);
        if (cells is not null)
        {
            return cells.Count == 0 || cells is [{ Clean: { Length: > 2 and < 9 } alone }] && Furniture().IsMatch(alone)
                ? new Line(number, printed, from, to, LineKind.Furniture)
                : new Line(number, printed, from, to, LineKind.Row) { Cells = cells };
        }
        var line = new Line(number, printed, from, to, LineKind.Text, mark);
        if (line.Clean.Length == 0) return new Line(number, printed, 0, 0, LineKind.Blank);
        var kind = bullet && BulletPageNumber().IsMatch(line.Clean) ? LineKind.Furniture : KindOf(line.Clean);
        line.IsBulleted = bullet || ItemMarks.Contains(line.Clean[0]);
        return kind == LineKind.Text ? line : new Line(number, printed, from, to, kind, mark);
    }

    private static LineKind KindOf(string clean) =>
        clean.Length > 200 ? LineKind.Text
        : (char.IsAsciiDigit(clean[^1]) || clean[^1] == ')') && ContentsEntry().IsMatch(clean) ? LineKind.Contents
        : clean.Length < 80 && Furniture().IsMatch(clean) ? LineKind.Furniture
        : LineKind.Text;

    /// <summary>Blanks, heading marks, bullets and quotation marks of Markdown in front; blanks behind.</summary>
    private static (int From, int To, int Mark, bool Bullet) Trim(string printed)
    {
        int from = 0, to = printed.Length, mark = 0;
        while (to > from && IsBlank(printed[to - 1])) to--;
        while (from < to && IsBlank(printed[from])) from++;
        while (from < to && printed[from] == '#') (from, mark) = (from + 1, mark + 1);
        var bullet = from + 1 < to && printed[from] is '-' or '*' or '>' or '•' or '●' or '■' or '◆' && IsBlank(printed[from + 1]);
        if (bullet) from++;
        while (from < to && IsBlank(printed[from])) from++;
        return (from, to, mark, bullet);
    }

    private static bool IsBlank(char c) => !Glyphs.TryFold(c, out _) && c != '*';

    /// <summary>Null when the line is no row; empty for a rule between rows (|---|---|).</summary>
    private static List<Line>? CutCells(int number, string printed, int from, int to)
    {
        var text = printed.AsSpan(from, to - from);
        var bars = text.ContainsAny(Bars);
        if (!bars && !text.Contains('\t')) return null;
        if (bars && text.Length == 1) return [new Line(number, printed, from, from)];
        if (bars && text.IndexOfAnyExcept(Rules) < 0) return [];
        if (bars && !(IsBar(text[0]) || IsBar(text[^1]) || text[(text.IndexOfAny(Bars) + 1)..].ContainsAny(Bars) || AreHeadings(text))) return null;
        var cells = new List<Line>();
        var start = from;
        for (var i = from; i <= to; i++)
        {
            if (i < to && !(bars ? IsBar(printed[i]) : printed[i] == '\t')) continue;
            cells.Add(new Line(number, printed, start, i));
            start = i + 1;
        }
        if (bars && cells.Count > 1 && !IsBar(text[0]) && cells.Skip(1).All(c => TagLabels.StartsWithLabel(c.Clean))) return null;
        if (bars && cells.Count > 1 && cells[0].Clean.Length == 0 && IsBar(text[0])) cells.RemoveAt(0);
        if (bars && cells.Count > 1 && cells[^1].Clean.Length == 0) cells.RemoveAt(cells.Count - 1);
        return !bars && IsProse(cells) ? null : cells;
    }

    private static readonly SearchValues<char> ItemMarks = SearchValues.Create(Line.ItemMarks);

    private static readonly SearchValues<char> Bars = SearchValues.Create(Line.Bars);

    /// <summary>What a line between two rows consists of: |---|---|, ├──┼──┤.</summary>
    private static readonly SearchValues<char> Rules = SearchValues.Create(Line.Bars + "-:=+ \t　─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬");

    private static bool IsBar(char c) => Bars.Contains(c);

    /// <summary>牵头单位|配合单位: a second row of headings under one that stands over both.</summary>
    private static bool AreHeadings(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Bars) is > 0 and var bar && ColumnRoles.IsDepartment(ColumnRoles.Read(Glyphs.Fold(text[..bar].ToString()))) && ColumnRoles.IsDepartment(ColumnRoles.Read(Glyphs.Fold(text[(bar + 1)..].ToString())));

    /// <summary>A tab behind a number or inside a sentence makes no table.</summary>
    private static bool IsProse(List<Line> cells)
    {
        var filled = cells.Count(c => c.Clean.Length > 0);
        if (filled == 1) return cells.Count < 4 || cells[^1].Clean.Length > 0;
        return filled == 0 || (cells.Count == 2 && Numbering.Read(cells[0].Clean) is { } n && n.Length == cells[0].Clean.Length
            && !char.IsAsciiDigit(cells[0].Clean[^1]));
    }

    [GeneratedRegex(@"(?:\.{4,}|…{2,}|·{4,}|-{6,}|_{4,})\(?\d{1,4}\)?$")]
    private static partial Regex ContentsEntry();

    /// <summary>- 2 - opens like an item of a list.</summary>
    [GeneratedRegex(@"^\d{1,4}-{1,3}$")]
    private static partial Regex BulletPageNumber();

    [GeneratedRegex(@"^(?:[|.,·]?[-·]{1,3}\d{1,4}(?:[-·]{1,3})?[|.,]?|[-.·,|]|\d{1,4}/\d{1,4}|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|[-=_.…·]{3,}|首页>.{1,40}|(?:您)?(?:当前|现在|目前)?(?:所在)?的?位置(?:是)?:.{1,60}|返回.{2,20}首页|目录|字体:.{0,20}|打印本页|关闭窗口|分享到:?.{0,20})$")]
    private static partial Regex Furniture();
}
