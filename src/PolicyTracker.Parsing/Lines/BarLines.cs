using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>Bars that stand alone on their lines and part the cells of a table: | / cell / | / cell / |.</summary>
internal static class BarLines
{
    /// <summary>Over how many lines a cell between two bars may go.</summary>
    private const int MostLinesOfCell = 8;

    private const int FewestRows = 3;

    /// <summary>Makes the bars furniture; where two of them part whole rows, the first cell of each row is marked.</summary>
    public static void Drop(List<Line> lines, SourceText source)
    {
        for (var i = 0; i < lines.Count; i++)
            if (IsBar(lines[i])) i = DropBetweenRows(lines, source, i);
        DropBetweenCells(lines, source);
    }

    private static bool IsBar(Line line) => line is { Kind: LineKind.Row, Clean: "|" };

    /// <summary>
    /// | a | b | | c | d |: two bars close one row and open the next, unless an empty cell may stand between them. Gives the last line
    /// that was looked at.
    /// </summary>
    private static int DropBetweenRows(List<Line> lines, SourceText source, int from)
    {
        var (bars, rows, cells, last) = (new List<int>(), new List<(int First, int Cells)>(), 0, from);
        var (first, text) = (-1, 0);
        for (var i = from; i < lines.Count && text <= MostLinesOfCell; i++)
        {
            if (IsBar(lines[i]))
            {
                if (text > 0)
                {
                    cells++;
                }
                else if (cells > 0)
                {
                    rows.Add((first, cells));
                    (first, cells) = (-1, 0);
                }
                (last, text) = (i, 0);
                bars.Add(i);
            }
            else if (lines[i].Kind is LineKind.Text)
            {
                if (first < 0) first = i;
                text++;
            }
            else if (lines[i].Kind is not (LineKind.Blank or LineKind.Furniture))
            {
                break;
            }
        }
        if (cells > 0 && first >= 0) rows.Add((first, cells));
        if (rows.Count < FewestRows || !AreWhole(rows)) return last;
        foreach (var bar in bars) lines[bar] = new Line(bar + 1, source.Lines[bar], 0, 0, LineKind.Furniture);
        foreach (var (row, _) in rows) lines[row].OpensRow = true;
        return last;
    }

    /// <summary>As many cells in each row as the headings have, or fewer where one is merged; two pieces of one row would have one less between them.</summary>
    private static bool AreWhole(List<(int First, int Cells)> rows) =>
        rows.SkipLast(1).All(r => r.Cells > 1 && r.Cells <= rows[0].Cells) && rows.Zip(rows.Skip(1)).All(pair => pair.First.Cells + pair.Second.Cells != rows[0].Cells - 1);

    /// <summary>Text / | / text: a bar alone parts two cells that have none of their own, and a second one behind it is an empty cell, unless it opens a row.</summary>
    private static void DropBetweenCells(List<Line> lines, SourceText source)
    {
        var cellAbove = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Blank) continue;
            var parts = lines[i] is { Kind: LineKind.Row, Clean: "|" } && (cellAbove || OpensRow(lines, i));
            if (parts) lines[i] = new Line(i + 1, source.Lines[i], 0, 0, LineKind.Furniture);
            cellAbove = !parts && lines[i].Kind is (LineKind.Text or LineKind.Furniture);
        }
    }

    // Behind the bar that closes one row and the bar that opens the next stands the next number, or the heading of the numbers.
    private static bool OpensRow(List<Line> lines, int bar)
    {
        var next = bar + 1;
        while (next < lines.Count && lines[next].Kind == LineKind.Blank) next++;
        return next < lines.Count && CellLines.Cell(lines[next]) is { } cell && (CellLines.RowNumber(cell.Clean) is not null || ColumnRoles.Read(cell.Clean) == ColumnRole.Number);
    }
}
