using PolicyTracker.Parsing.Structure;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A table that lost its lines: one cell per line, headings first (序号 / 工作任务 / 责任单位 / 时限 / 1 / … / … / … / 2).
/// A column of numbers tells where a row begins; without one, rows are told by organs that stand where organs belong.
/// </summary>
internal static class CellPerLineTable
{
    /// <summary>A longer row, or a longer run of headings, is no table and must not be read again and again.</summary>
    public const int MostCells = 24;
    public const int MostLines = 3 * MostCells;
    private const int MostTitles = 3;
    private const int LongestTitle = 40;
    private const int LongestSection = 160;
    private const int ShortestWork = 4;

    public static bool TryRead(IReadOnlyList<Line> lines, int from, out Table? table, out int next)
    {
        (table, next) = (null, from);
        if (StackedHeading.Read(lines, from) is not { } heading) return false;
        var rows = new List<TableRow> { new(heading.Cells) };
        var at = heading.End;
        var uncounted = new UncountedRows(lines, heading);
        while (heading.IsNumbered ? TakeNumbered(lines, heading, rows, ref at) : TakeUncounted(lines, heading, uncounted, rows, ref at)) { }
        next = at;
        table = rows.Count > (heading.Cells.Count > 2 ? 1 : 2) ? new Table(rows) { TitlesAreCells = heading.TitlesInFront } : null;
        return table is not null;
    }

    /// <summary>A number and its cells, or the title of a section over the full width; false at the end of the table.</summary>
    private static bool TakeNumbered(IReadOnlyList<Line> lines, StackedHeading heading, List<TableRow> rows, ref int at)
    {
        SkipRepeatedHeading(lines, heading, ref at);
        if (at >= lines.Count || CellLines.Cell(lines[at]) is not { } start) return false;
        if (heading.RowNumber(start.Clean) is not { } number)
        {
            var isSection = IsSection(lines, heading, at);
            if (!isSection && !(heading.TitlesInFront && IsTitle(lines, heading, at)) && !(rows.Count == 1 && LeadsToFirstRow(lines, heading, at))) return false;
            var words = isSection && CellLines.IsBareNumber(start.Clean) ? Title(lines, at) : null;
            rows.Add(SectionRow(start, words, heading.Cells.Count));
            at = Behind(lines, at, words ?? start);
            return true;
        }
        var (cells, whole) = Stretch(lines, at, heading, number);
        var (taken, last) = new StackedStretch(cells, heading).Arrange(whole);
        rows.AddRange(taken);
        at = Behind(lines, at, last);
        return true;
    }

    /// <summary>The cells up to the next row, and whether that was found.</summary>
    private static (List<StackedCell> Cells, bool Whole) Stretch(IReadOnlyList<Line> lines, int at, StackedHeading heading, int number)
    {
        var cells = new List<StackedCell> { new(CellLines.Cell(lines[at])!, false) };
        for (var end = at + 1; end < lines.Count && end < at + MostLines && cells.Count < MostCells; end++)
        {
            if (CellLines.IsGap(lines[end])) continue;
            if (CellLines.Cell(lines[end]) is not { } cell) break;
            if (OpensRow(cell.Clean, heading, number) || IsSection(lines, heading, end) || cells.Count >= heading.Cells.Count - 1 && OpensLaterRow(lines, end, heading, number)) return (cells, true);
            cells.Add(heading.CellBelow(lines[end - 1], cell));
        }
        return (cells, false);
    }

    /// <summary>The next number, the first of a new count, or the heading that a page break repeats.</summary>
    private static bool OpensRow(string clean, StackedHeading heading, int numberAbove) =>
        heading.RowNumber(clean) is { } number ? number == 1 || number == numberAbove + 1 : heading.Reopens(clean);

    /// <summary>53 behind 6: of a table whose rows are told one by one, an extract keeps the numbers; work stands beside each.</summary>
    private static bool OpensLaterRow(IReadOnlyList<Line> lines, int at, StackedHeading heading, int numberAbove)
    {
        if (heading.Roles[0] != ColumnRole.Number || heading.RowNumber(CellLines.Cell(lines[at])!.Clean) is not { } number || number <= numberAbove) return false;
        var below = at + 1;
        while (below < lines.Count && CellLines.IsGap(lines[below])) below++;
        return below < lines.Count && CellLines.Cell(lines[below]) is { Clean.Length: >= ShortestWork } cell && heading.CellBelow(lines[below - 1], cell) is { IsWork: true, GoesOn: false };
    }

    /// <summary>Without numbers, a row is what strains least and names an organ.</summary>
    private static bool TakeUncounted(IReadOnlyList<Line> lines, StackedHeading heading, UncountedRows uncounted, List<TableRow> rows, ref int at)
    {
        SkipRepeatedHeading(lines, heading, ref at);
        if (uncounted.Take(ref at) is not { } row) return false;
        rows.Add(row);
        return true;
    }

    private static int Behind(IReadOnlyList<Line> lines, int from, Line last)
    {
        while (CellLines.Cell(lines[from]) != last) from++;
        return from + 1;
    }

    private static void SkipRepeatedHeading(IReadOnlyList<Line> lines, StackedHeading heading, ref int at)
    {
        var limit = at + MostLines;
        while (at < lines.Count && at < limit && (CellLines.Cell(lines[at]) is { } cell ? heading.Repeats(cell.Clean) : lines[at].Kind is LineKind.Blank or LineKind.Furniture)) at++;
    }

    /// <summary>一、主要任务部分, with a number below it; its words may have a cell of their own; in an excerpt, headings that have lost their rows stand between.</summary>
    private static bool IsSection(IReadOnlyList<Line> lines, StackedHeading heading, int at)
    {
        if (CellLines.Cell(lines[at]) is not { } cell) return false;
        if (PeriodHeadings.IsPeriod(cell.Clean)) return FirstCell(lines, heading) is { } first && PeriodHeadings.IsPeriod(first.Clean) && IsTitle(lines, heading, at);
        if (!CellLines.IsNumberedTitle(cell.Clean)) return cell.Clean.Length <= LongestSection && Numbering.Read(cell.Clean) is { Style: NumberStyle.Han } && IsTitle(lines, heading, at);
        var lacksWords = CellLines.IsBareNumber(cell.Clean);
        for (var i = at + 1; i < lines.Count && i < at + 12; i++)
        {
            if (CellLines.Cell(lines[i]) is not { } below) continue;
            if (heading.RowNumber(below.Clean) is not null) return true;
            if (CellLines.IsNumberedTitle(below.Clean)) lacksWords = CellLines.IsBareNumber(below.Clean);
            else if (lacksWords && below.Clean.Length <= LongestTitle) lacksWords = false;
            else if (heading.CountsInBrackets && CellLines.NumberInTitle(below.Clean, NumberStyle.Digits) is not null) continue;
            else return false;
        }
        return false;
    }

    /// <summary>The cell below the headings: where it is 7月份, so are the titles of later rows.</summary>
    private static Line? FirstCell(IReadOnlyList<Line> lines, StackedHeading heading)
    {
        var at = heading.End;
        while (at < lines.Count && CellLines.IsGap(lines[at])) at++;
        return at < lines.Count ? CellLines.Cell(lines[at]) : null;
    }

    /// <summary>(一) and the words beside it are one title; 一 stays in the column of numbers.</summary>
    private static TableRow SectionRow(Line start, Line? words, int columns) =>
        words is null ? new TableRow([new Paragraph(start)])
        : columns > 2 && CellLines.IsHanNumber(start.Clean) ? new TableRow([new Paragraph(start), new Paragraph(words), .. Enumerable.Repeat(new Paragraph(new Line(words.Number, "", 0, 0)), columns - 2)])
        : new TableRow([new Paragraph([start, words])]);

    /// <summary>The words of a section whose number has a cell of its own.</summary>
    private static Line? Title(IReadOnlyList<Line> lines, int number) =>
        lines.Skip(number + 1).Take(11).Select(CellLines.Cell).OfType<Line>().FirstOrDefault() is { } cell && CellLines.RowNumber(cell.Clean) is null && !CellLines.IsNumberedTitle(cell.Clean) ? cell : null;

    /// <summary>A title between the headings and the first row.</summary>
    private static bool LeadsToFirstRow(IReadOnlyList<Line> lines, StackedHeading heading, int at)
    {
        var below = lines.Skip(at).Take(MostLines).Select(CellLines.Cell).OfType<Line>().Take(MostTitles + 1).ToList();
        var first = below.FindIndex(c => heading.RowNumber(c.Clean) == 1);
        return first > 0 && below.Take(first).All(c => c.Clean.Length <= LongestTitle);
    }

    /// <summary>A cell with a number directly below it.</summary>
    private static bool IsTitle(IReadOnlyList<Line> lines, StackedHeading heading, int at)
    {
        for (var i = at + 1; i < lines.Count && i < at + 4; i++)
            if (CellLines.Cell(lines[i]) is { } below) return heading.RowNumber(below.Clean) is not null;
        return false;
    }
}
