using PolicyTracker.Parsing.Structure;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>A table whose rows stand on a line each, cells parted by tabs or bars.</summary>
internal static class RowTable
{
    /// <summary>So many lines of one cell each before any row are no table.</summary>
    private const int MostLoneCells = 64;
    private const int LongestGroup = 20;

    /// <summary>The title, who filled the table in, the unit of its sums.</summary>
    private const int MostRowsAboveHeading = 3;
    private const int LongestCell = 16;
    private const int LongestTitle = 60;

    /// <summary>Two rows with more than one cell make a table; a page break may put blank lines between them.</summary>
    public static bool TryRead(IReadOnlyList<Line> lines, int from, out Table? table, out int next)
    {
        var rows = new List<TableRow>();
        var onlyCard = true;
        Line? last = null;
        ColumnRole[]? roles = null;
        next = from;
        table = null;
        if (lines[from].Kind != LineKind.Row || GoesOn(lines, from)) return false;
        for (var i = from; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Blank or LineKind.Furniture && rows.Count > 0 && i - next < 6) continue;
            if (line.Kind == LineKind.Text && roles is not null && line.Indent.Count('\t') is > 0 and var column && column < roles.Length)
            {
                rows.Add(new TableRow([.. Enumerable.Repeat(new Paragraph(new Line(line.Number, "", 0, 0)), column), new Paragraph(line)]));
                (last, next) = (line, i + 1);
                continue;
            }
            if (line.Kind == LineKind.Text && rows.Count > 1 && GoOnInCell(lines, i, rows, last) is { } behind)
            {
                (i, next, last) = (behind - 1, behind, lines[behind - 1]);
                continue;
            }
            if (line.Kind == LineKind.Text && rows.Count > 0 && (IsSection(lines, i) || GroupsRows(lines, i, rows)))
            {
                rows.Add(new TableRow([new Paragraph(line)]));
                next = i + 1;
                continue;
            }
            if (line.Kind != LineKind.Row) break;
            if (roles is null && rows.Count is > 0 and <= MostRowsAboveHeading) roles = TableHeading.Read([.. rows[^1].Cells.Select(c => c.Clean)]);
            if (roles is not null && BrokenRow.Read(lines, i, roles) is var (whole, below))
            {
                rows.Add(whole);
                (i, next, last) = (below - 1, below, lines[below - 1]);
                continue;
            }
            if (Closes(line, last) && rows.Count > 1 && rows[^1].Cells.Count + line.Cells.Count - 1 == rows[0].Cells.Count)
            {
                rows[^1] = Joined(rows[^1].Cells, [], line.Cells);
                (last, next) = (line, i + 1);
                continue;
            }
            if (onlyCard && rows.Count > 0 && TableHeading.Read([.. line.Cells.Select(c => c.Clean)]) is not null) break;
            onlyCard = onlyCard && PortalFields.IsPortalLine(new Paragraph(line.Cells[0]));
            rows.Add(new TableRow([.. line.Cells.Select(c => new Paragraph(c))]));
            (last, next) = (line, i + 1);
            if (rows.Count == MostLoneCells && rows.TrueForAll(r => r.Cells.Count < 2)) break;
        }
        WrappedRows.Join(rows);
        JoinBroken(rows);
        table = rows.Count > 1 && rows.Count(r => r.Cells.Count > 1) > 1 ? new Table(rows) : null;
        return table is not null;
    }

    /// <summary>
    /// A cell of several lines cuts its row: its last lines stand alone, the rest of the row, if any, behind the last of them
    /// (…⇥县水利局 / 县住建局 / 县财政局⇥年底前). Gives the line behind; null where it is no such line.
    /// </summary>
    private static int? GoOnInCell(IReadOnlyList<Line> lines, int from, List<TableRow> rows, Line? last)
    {
        var (above, width) = (rows[^1].Cells, rows[0].Cells.Count);
        if (above.Count < 2 || above.Count > width || TableHeading.Read([.. rows[0].Cells.Select(c => c.Clean)]) is null) return null;
        var cell = new List<Line>();
        var at = from;
        for (; at < lines.Count && at < from + LongestCell && lines[at].Kind is LineKind.Text or LineKind.Blank && BrokenRow.RestOfRow(lines[at]) is null; at++)
            if (lines[at].Kind == LineKind.Text) cell.Add(lines[at]);
        if (at >= lines.Count || (lines[at].Kind == LineKind.Row ? lines[at].Cells : BrokenRow.RestOfRow(lines[at])) is not { } below) return null;
        var listed = above.Count == width && below.Count == width && above[^1].Lines.Concat(cell).All(l => OrganName.LooksLikeList(l.Clean));
        var cut = (below.Count > 1 || Closes(lines[at], last)) && above.Count + below.Count - 1 == width && below[0].Clean.Length > 0 && CellLines.RowNumber(below[0].Clean) is null;
        if (!listed && !cut) return null;
        rows[^1] = Joined(above, cell, cut ? below : []);
        return cut ? at + 1 : at;
    }

    /// <summary>A row whose last cell goes on over some lines, and in the first cell of the rest.</summary>
    private static TableRow Joined(IReadOnlyList<Paragraph> above, IReadOnlyList<Line> between, IReadOnlyList<Line> rest)
    {
        Line[] cell = [.. above[^1].Lines, .. between, .. rest.Take(1)];
        return new TableRow([.. above.SkipLast(1), new Paragraph(cell) { IsListOfLines = CellLines.ListOnePerLine(cell) }, .. rest.Skip(1).Select(c => new Paragraph(c))]);
    }

    /// <summary>| 清淤 | 县水利局、 above 县财政局 |: a bar opens the row and none closes it but on a line below.</summary>
    private static bool Closes(Line line, Line? last) => last?.Clean is ['|', .., not '|'] && line is { Kind: LineKind.Row, Clean: [not '|', .., '|'] };

    /// <summary>A break inside a cell cuts its row in two, which have one cell more between them than the heading and fit it worse than the whole.</summary>
    private static void JoinBroken(List<TableRow> rows)
    {
        var roles = rows.Count > 2 ? TableHeading.Read([.. rows[0].Cells.Select(c => c.Clean)]) : null;
        for (var i = rows.Count - 1; i > 1; i--)
        {
            var (above, below) = (rows[i - 1].Cells, rows[i].Cells);
            if (above.Count < 2 || below.Count < 2 || above.Count + below.Count - 1 != rows[0].Cells.Count || below[0].Clean.Length == 0 || ColumnFit.IsRowNumber(below[0].Clean)) continue;
            Line[] cell = [.. above[^1].Lines, .. below[0].Lines];
            Paragraph[] whole = [.. above.SkipLast(1), new Paragraph(cell) { IsListOfLines = CellLines.ListOnePerLine(cell) }, .. below.Skip(1)];
            if (roles is not null && ColumnFit.Strain(whole, roles) > ColumnFit.Strain(above, roles) + ColumnFit.Strain(below, roles)) continue;
            rows[i - 1] = new TableRow(whole);
            rows.RemoveAt(i);
        }
    }

    /// <summary>Rows directly above were tried and made no table; their rest makes none either.</summary>
    private static bool GoesOn(IReadOnlyList<Line> lines, int from)
    {
        for (var i = from - 1; i >= 0 && i > from - 7; i--)
            if (lines[i].Kind is not (LineKind.Blank or LineKind.Furniture)) return lines[i].Kind == LineKind.Row && lines[i].Cells.Count < 2;
        return false;
    }

    /// <summary>
    /// 推动数字转型: a few words between two rows of the same width, the lower of which is numbered, name what the rows below have in common;
    /// below the headings of an assignment table also where nothing is numbered, and also a sentence or several lines.
    /// </summary>
    private static bool GroupsRows(IReadOnlyList<Line> lines, int at, List<TableRow> rows)
    {
        var width = rows[^1].Cells.Count is var above and > 1 ? above : rows[0].Cells.Count;
        if (width < 3 || !MayGroup(lines[at].Clean)) return false;
        var few = lines[at].Clean.Length <= LongestGroup && lines[at].Clean.AsSpan().IndexOfAny("。;:,") < 0;
        var roles = TableHeading.Read([.. rows[0].Cells.Select(c => c.Clean)]);
        if (!few && roles is null) return false;
        for (var i = at + 1; i < lines.Count && i < at + 6; i++)
        {
            if (lines[i].Kind == LineKind.Blank || (lines[i].Kind == LineKind.Text && MayGroup(lines[i].Clean))) continue;
            if (lines[i].Kind != LineKind.Row) return false;
            var below = lines[i].Cells;
            var numbered = ColumnFit.IsRowNumber(below[0].Clean);
            if (roles is null) return numbered && below.Count == width;
            var isWide = numbered || few ? below.Count > 1 && below.Count * 2 > width : below.Count >= width - 1;
            return isWide && (numbered || roles[0] != ColumnRole.Number) && TableHeading.Read([.. below.Select(c => c.Clean)]) is null;
        }
        return false;
    }

    private static bool MayGroup(string clean) => clean.Length is > 1 and <= LongestTitle && clean[0] is not ('附' or '注');

    /// <summary>A numbered title between two rows, or one of several, which lost its table's width.</summary>
    private static bool IsSection(IReadOnlyList<Line> lines, int at)
    {
        if (!CellLines.IsNumberedTitle(lines[at].Clean)) return false;
        for (var i = at + 1; i < lines.Count && i < at + 6; i++)
            if (lines[i].Kind != LineKind.Blank && !(lines[i].Kind == LineKind.Text && CellLines.IsNumberedTitle(lines[i].Clean))) return lines[i].Kind == LineKind.Row;
        return false;
    }
}
