using PolicyTracker.Parsing.Tasks;

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
        if (SingleCell(lines[from]) is not { } first || first.Clean.Length > 8 || !ColumnRoles.OpensTable(first.Clean)) return false;
        var header = ReadNumberedHeader(lines, from, out var at) ?? ReadHeader(lines, from, out at);
        if (header.Count < 3 || !header.Any(h => ColumnRoles.IsDepartment(ColumnRoles.Read(h.Clean)))) return false;
        var rows = new List<TableRow> { new([.. header.Select(c => new Paragraph(c))]) };
        var roles = TableHeading.Read([.. header.Select(h => h.Clean)]) ?? [.. header.Select(h => ColumnRoles.Read(h.Clean))];
        while ((roles[0] == ColumnRole.Number ? ReadRow(lines, roles, header, ref at) : ReadWholeRow(lines, roles, ref at)) is { } row) rows.Add(row);
        next = at;
        table = rows.Count > 1 ? new Table(rows) : null;
        return table is not null;
    }

    /// <summary>序号 and what stands between it and the number of the first row (80 in an excerpt), headings that no list knows among them; null where these assign no work.</summary>
    private static List<Line>? ReadNumberedHeader(IReadOnlyList<Line> lines, int from, out int at)
    {
        at = from;
        if (ColumnRoles.Read(SingleCell(lines[from])!.Clean) != ColumnRole.Number) return null;
        var header = new List<Line>();
        for (; at < lines.Count && at < from + LongestGap; at++)
        {
            if (lines[at].Kind == LineKind.Blank) continue;
            if (SingleCell(lines[at]) is not { } cell) return null;
            if (IsRowNumber(cell.Clean) || IsSection(lines, at)) return TableHeading.Read([.. header.Select(h => h.Clean)]) is null ? null : header;
            if (!ColumnRoles.MayBeHeading(cell.Clean) || cell.Clean.AsSpan().IndexOfAny(",。;:") >= 0) return null;
            header.Add(cell);
        }
        return null;
    }

    private static List<Line> ReadHeader(IReadOnlyList<Line> lines, int from, out int at)
    {
        var header = new List<Line>();
        for (at = from; at < lines.Count && at < from + LongestGap; at++)
        {
            if (lines[at].Kind == LineKind.Blank) continue;
            if (SingleCell(lines[at]) is not { } cell || ColumnRoles.Read(cell.Clean) == ColumnRole.Unknown) break;
            if (header.Count > 0 && ColumnRoles.Read(cell.Clean) == ColumnRole.Number) break;
            header.Add(cell);
        }
        return header;
    }

    /// <summary>A number and its cells, or the title of a section over the full width; null at the end of the table.</summary>
    private static TableRow? ReadRow(IReadOnlyList<Line> lines, ColumnRole[] roles, List<Line> header, ref int at)
    {
        SkipRepeatedHeader(lines, header, ref at);
        if (at >= lines.Count || SingleCell(lines[at]) is not { } start) return null;
        if (!IsRowNumber(start.Clean)) return IsSection(lines, at) ? new TableRow([new Paragraph(Take(lines, ref at))]) : null;
        var cells = new List<Line> { start };
        var (end, whole) = (at + 1, false);
        for (var limit = at + LongestGap; end < lines.Count && end < limit; end++)
        {
            if (lines[end].Kind == LineKind.Blank) continue;
            if (SingleCell(lines[end]) is not { } cell) break;
            whole = OpensRow(cell.Clean, start.Clean) || IsSection(lines, end);
            if (whole) break;
            cells.Add(cell);
        }
        var columns = CellColumns.Arrange(cells, roles, whole);
        at = Behind(lines, at, columns.SelectMany(c => c).Last());
        return new TableRow([.. columns.Select(c => c.Count switch { 0 => new Paragraph(new Line(start.Number, "", 0, 0)), 1 => new Paragraph(c[0]), _ => new Paragraph(c) })]);
    }

    /// <summary>The next number, the first of a new count, or the heading that a page break repeats.</summary>
    private static bool OpensRow(string clean, string numberAbove) =>
        IsRowNumber(clean) ? int.Parse(clean) is var number && (number == 1 || number == int.Parse(numberAbove) + 1) : ColumnRoles.Read(clean) == ColumnRole.Number;

    private static int Behind(IReadOnlyList<Line> lines, int from, Line last)
    {
        while (SingleCell(lines[from]) != last) from++;
        return from + 1;
    }

    /// <summary>Without numbers only whole rows can be told: as many cells as headings, and organs where organs belong.</summary>
    private static TableRow? ReadWholeRow(IReadOnlyList<Line> lines, ColumnRole[] roles, ref int at)
    {
        var cells = new List<Line>();
        var next = at;
        while (next < lines.Count && next < at + LongestGap && cells.Count < roles.Length)
        {
            if (SingleCell(lines[next]) is { } cell) cells.Add(cell);
            else if (lines[next].Kind != LineKind.Blank) return null;
            next++;
        }
        if (cells.Count < roles.Length || !cells.Select((c, i) => IsAtHome(c.Clean, roles[i])).All(fits => fits)) return null;
        at = next;
        return new TableRow([.. cells.Select(c => new Paragraph(c))]);
    }

    private static bool IsAtHome(string clean, ColumnRole role) =>
        !ColumnRoles.IsDepartment(role) || clean is "-" or "/" or "无" || OrganName.LooksLikeList(clean);

    private static void SkipRepeatedHeader(IReadOnlyList<Line> lines, List<Line> header, ref int at)
    {
        var limit = at + LongestGap;
        while (at < lines.Count && at < limit && (lines[at].Kind is LineKind.Blank or LineKind.Furniture
            || (SingleCell(lines[at]) is { } cell && (ColumnRoles.Read(cell.Clean) != ColumnRole.Unknown || header.Exists(h => h.Clean == cell.Clean))))) at++;
    }

    /// <summary>一、主要任务部分, with a number below it; in an excerpt, headings that have lost their rows stand between.</summary>
    private static bool IsSection(IReadOnlyList<Line> lines, int at)
    {
        if (SingleCell(lines[at]) is not { } cell || !IsHeading(cell.Clean)) return false;
        for (var i = at + 1; i < lines.Count && i < at + 12; i++)
            if (SingleCell(lines[i]) is { } below && !IsHeading(below.Clean)) return IsRowNumber(below.Clean);
        return false;
    }

    private static bool IsHeading(string clean) => clean.Length <= 40 && Numbering.Read(clean) is { Style: NumberStyle.Han or NumberStyle.HanInBrackets };

    private static bool IsRowNumber(string clean) => clean.Length is > 0 and <= 3 && clean.All(char.IsAsciiDigit);

    private static Line Take(IReadOnlyList<Line> lines, ref int at) => SingleCell(lines[at++])!;

    private static Line? SingleCell(Line line) =>
        line.Kind == LineKind.Row && line.Cells.Count == 1 ? line.Cells[0]
        : line.Kind is LineKind.Text or LineKind.Furniture && line.Clean.Length > 0 ? line
        : null;
}
