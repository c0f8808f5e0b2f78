namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A table whose columns are kept apart by blanks alone, as typewriters and plain text have it. Its headings must name the work
/// and who does it; what follows is put under the heading that it stands below.
/// </summary>
internal static class AlignedTable
{
    private const int NarrowestGap = 2;
    private const int LongestLine = 160;

    public static bool TryRead(IReadOnlyList<Line> lines, int from, out Table? table, out int next)
    {
        (table, next) = (null, from);
        if (!MayBeHeading(lines[from])) return false;
        var header = Header(lines[from]);
        if (header.Count < 3 || !Assigns(header)) return false;
        var rows = new List<List<Line>[]> { InOrder(header, header.Count) };
        for (var i = from + 1; i < lines.Count && i - next < 6; i++)
        {
            if (lines[i].Kind is LineKind.Blank or LineKind.Furniture) continue;
            if (lines[i].Kind != LineKind.Text || lines[i].Clean.Length > LongestLine || !Take(lines[i], header, rows)) break;
            next = i + 1;
        }
        table = rows.Count > 1 ? new Table([.. rows.Select(Row)]) : null;
        return table is not null;
    }

    /// <summary>Cheap, because every line is asked.</summary>
    private static bool MayBeHeading(Line line) =>
        line.Kind == LineKind.Text && line.Clean.Length is > 6 and < 60 && line.Column(line.Clean.Length - 1) - line.Column(0) - line.Clean.Length >= NarrowestGap;

    private static bool Assigns(List<Chunk> header)
    {
        var roles = header.ConvertAll(c => Tasks.ColumnRoles.Read(c.Line.Clean));
        return roles.Exists(Tasks.ColumnRoles.IsTask) && roles.Exists(Tasks.ColumnRoles.IsDepartment);
    }

    /// <summary>序　号 is one heading for all its blanks.</summary>
    private static List<Chunk> Header(Line line)
    {
        var chunks = Chunks(line);
        if (chunks is [{ Line.Clean: "序" }, { Line.Clean: "号" }, ..]) chunks.RemoveAt(1);
        return chunks;
    }

    /// <summary>A new row, or more of the row above; false at the end of the table.</summary>
    private static bool Take(Line line, List<Chunk> header, List<List<Line>[]> rows)
    {
        var chunks = Chunks(line);
        var numbered = Tasks.ColumnRoles.Read(header[0].Line.Clean) == Tasks.ColumnRole.Number;
        var opens = numbered ? chunks.Count > 2 && IsRowNumber(chunks[0].Line.Clean) : chunks.Count == header.Count;
        if (opens)
        {
            rows.Add(chunks.Count == header.Count ? InOrder(chunks, header.Count) : Under(chunks, header, Empty(header.Count)));
            if (chunks.Count == header.Count) MoveLeft(header, chunks);
            return true;
        }
        if (rows.Count == 1 || chunks[0].Column < header[numbered ? 1 : 0].Column - NarrowestGap || (!numbered && chunks[0].Column == 0)) return false;
        Under(chunks, header, rows[^1]);
        return true;
    }

    /// <summary>Headings stand in the middle of their columns, the words below them at the left.</summary>
    private static void MoveLeft(List<Chunk> header, List<Chunk> row)
    {
        for (var i = 0; i < header.Count; i++) header[i] = header[i] with { Column = Math.Min(header[i].Column, row[i].Column) };
    }

    private static bool IsRowNumber(string clean) => clean.Length <= 3 && clean.All(char.IsAsciiDigit);

    private static List<Line>[] Empty(int columns) => [.. Enumerable.Range(0, columns).Select(_ => new List<Line>())];

    private static List<Line>[] InOrder(List<Chunk> chunks, int columns)
    {
        var row = Empty(columns);
        for (var i = 0; i < columns; i++) row[i].Add(chunks[i].Line);
        return row;
    }

    private static List<Line>[] Under(List<Chunk> chunks, List<Chunk> header, List<Line>[] row)
    {
        foreach (var chunk in chunks) row[Math.Max(0, header.FindLastIndex(h => h.Column <= chunk.Column + NarrowestGap))].Add(chunk.Line);
        return row;
    }

    private static TableRow Row(List<Line>[] cells)
    {
        var any = cells.First(c => c.Count > 0)[0];
        return new TableRow([.. cells.Select(c => new Paragraph(c.Count > 0 ? c : [new Line(any.Number, "", 0, 0)]))]);
    }

    /// <summary>The words between wide gaps, each with the column that it stands in on paper, where a Chinese character takes two.</summary>
    private static List<Chunk> Chunks(Line line)
    {
        var chunks = new List<Chunk>();
        var (start, column) = (0, Width(line.Indent));
        var startColumn = column;
        for (var i = 0; i < line.Clean.Length; i++)
        {
            var gap = i == 0 ? 0 : Width(line.Print(i - 1, i + 1)[1..^1]);
            column += gap;
            if (gap >= NarrowestGap)
            {
                chunks.Add(new(line.Cut(start, i), startColumn));
                (start, startColumn) = (i, column);
            }
            column += Width(line.Print(i, i + 1));
        }
        chunks.Add(new(line.Cut(start, line.Clean.Length), startColumn));
        return chunks;
    }

    private static int Width(ReadOnlySpan<char> printed)
    {
        var width = printed.Length;
        foreach (var c in printed) width += c >= '\u2E80' ? 1 : 0;
        return width;
    }

    private readonly record struct Chunk(Line Line, int Column);
}
