namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A table that lost its lines: one cell per line, headings first (序号 / 工作任务 / 责任单位 / 时限 / 1 / … / … / … / 2).
/// A column of numbers tells where a row begins; without one, every row must be whole.
/// </summary>
internal static class CellPerLineTable
{
    /// <summary>A repeated heading takes a few lines; a longer run of such words is no table, and must not be read again and again.</summary>
    private const int LongestGap = 24;

    public static bool TryRead(IReadOnlyList<Line> lines, int from, out Table? table, out int next)
    {
        table = null;
        next = from;
        if (SingleCell(lines[from]) is not { } first || first.Clean.Length > 8 || !Tasks.ColumnRoles.OpensTable(first.Clean)) return false;
        var header = ReadHeader(lines, from, out var at);
        if (header.Count < 3 || !header.Any(h => Tasks.ColumnRoles.IsDepartment(Tasks.ColumnRoles.Read(h.Clean)))) return false;
        var rows = new List<TableRow> { new([.. header.Select(c => new Paragraph(c))]) };
        var numbered = Tasks.ColumnRoles.Read(first.Clean) == Tasks.ColumnRole.Number;
        while ((numbered ? ReadRow(lines, header, ref at) : ReadWholeRow(lines, header, ref at)) is { } row) rows.Add(row);
        next = at;
        table = rows.Count > 1 ? new Table(rows) : null;
        return table is not null;
    }

    private static List<Line> ReadHeader(IReadOnlyList<Line> lines, int from, out int at)
    {
        var header = new List<Line>();
        for (at = from; at < lines.Count && at < from + LongestGap; at++)
        {
            if (lines[at].Kind == LineKind.Blank) continue;
            if (SingleCell(lines[at]) is not { } cell || Tasks.ColumnRoles.Read(cell.Clean) == Tasks.ColumnRole.Unknown) break;
            if (header.Count > 0 && Tasks.ColumnRoles.Read(cell.Clean) == Tasks.ColumnRole.Number) break;
            header.Add(cell);
        }
        return header;
    }

    /// <summary>A number and its cells, or the title of a section over the full width; null at the end of the table.</summary>
    private static TableRow? ReadRow(IReadOnlyList<Line> lines, List<Line> header, ref int at)
    {
        SkipRepeatedHeader(lines, ref at);
        if (at >= lines.Count || SingleCell(lines[at]) is not { } start) return null;
        if (!IsRowNumber(start.Clean)) return IsSection(lines, at) ? new TableRow([new Paragraph(Take(lines, ref at))]) : null;
        var cells = new List<Line> { Take(lines, ref at) };
        while (at < lines.Count)
        {
            if (lines[at].Kind == LineKind.Blank) { at++; continue; }
            if (SingleCell(lines[at]) is not { } cell || IsRowNumber(cell.Clean) || IsSection(lines, at)) break;
            if (cells.Count >= header.Count && !Tasks.OrganName.LooksLikeList(cell.Clean)) break;
            cells.Add(Take(lines, ref at));
        }
        return new TableRow(Arrange(cells, header));
    }

    /// <summary>Without numbers only whole rows can be told: as many cells as headings, and organs where organs belong.</summary>
    private static TableRow? ReadWholeRow(IReadOnlyList<Line> lines, List<Line> header, ref int at)
    {
        var cells = new List<Line>();
        var next = at;
        while (next < lines.Count && next < at + LongestGap && cells.Count < header.Count)
        {
            if (SingleCell(lines[next]) is { } cell) cells.Add(cell);
            else if (lines[next].Kind != LineKind.Blank) return null;
            next++;
        }
        if (cells.Count < header.Count || !cells.Select((c, i) => IsAtHome(c.Clean, Tasks.ColumnRoles.Read(header[i].Clean))).All(fits => fits)) return null;
        at = next;
        return new TableRow([.. cells.Select(c => new Paragraph(c))]);
    }

    private static bool IsAtHome(string clean, Tasks.ColumnRole role) =>
        !Tasks.ColumnRoles.IsDepartment(role) || clean is "-" or "/" or "无" || Tasks.OrganName.LooksLikeList(clean);

    /// <summary>Cells to columns: in order when none is missing, by what they look like when a merged cell left a hole.</summary>
    private static List<Paragraph> Arrange(List<Line> cells, List<Line> header)
    {
        var empty = new Line(cells[0].Number, "", 0, 0);
        var columns = Enumerable.Repeat(empty, header.Count).Select(l => new List<Line> { l }).ToList();
        for (var i = 0; i < cells.Count; i++) columns[ColumnOf(cells, i, header)].Add(cells[i]);
        return [.. columns.Select(c => new Paragraph(c.Count > 1 ? c[1..] : c))];
    }

    private static int ColumnOf(List<Line> cells, int i, List<Line> header)
    {
        if (i == 0 || cells.Count == header.Count) return Math.Min(i, header.Count - 1);
        var wanted = Tasks.OrganName.LooksLikeList(cells[i].Clean)
            ? header.FindIndex(h => Tasks.ColumnRoles.IsDepartment(Tasks.ColumnRoles.Read(h.Clean)))
            : i > 1 && cells[i].Clean.Length < 30
                ? header.FindIndex(h => Tasks.ColumnRoles.Read(h.Clean) == Tasks.ColumnRole.Time)
                : -1;
        return wanted >= 0 ? wanted : Math.Min(i, Math.Max(1, header.FindIndex(h => Tasks.ColumnRoles.Read(h.Clean) == Tasks.ColumnRole.Task)));
    }

    private static void SkipRepeatedHeader(IReadOnlyList<Line> lines, ref int at)
    {
        var limit = at + LongestGap;
        while (at < lines.Count && at < limit && (lines[at].Kind is LineKind.Blank or LineKind.Furniture
            || (SingleCell(lines[at]) is { } cell && Tasks.ColumnRoles.Read(cell.Clean) != Tasks.ColumnRole.Unknown))) at++;
    }

    /// <summary>一、主要任务部分, with a number below it.</summary>
    private static bool IsSection(IReadOnlyList<Line> lines, int at)
    {
        if (SingleCell(lines[at]) is not { } cell || cell.Clean.Length > 40) return false;
        if (Numbering.Read(cell.Clean) is not { Style: NumberStyle.Han or NumberStyle.HanInBrackets }) return false;
        for (var i = at + 1; i < lines.Count && i < at + 4; i++)
            if (SingleCell(lines[i]) is { } below) return IsRowNumber(below.Clean);
        return false;
    }

    private static bool IsRowNumber(string clean) => clean.Length is > 0 and <= 3 && clean.All(char.IsAsciiDigit);

    private static Line Take(IReadOnlyList<Line> lines, ref int at) => SingleCell(lines[at++])!;

    private static Line? SingleCell(Line line) =>
        line.Kind == LineKind.Row && line.Cells.Count == 1 ? line.Cells[0]
        : line.Kind is LineKind.Text or LineKind.Furniture && line.Clean.Length > 0 ? line
        : null;
}
