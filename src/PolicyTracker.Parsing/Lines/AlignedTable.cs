using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A table whose columns are kept apart by blanks alone, as typewriters and plain text have it. Its headings must name the work
/// and who does it; what follows is put under the heading that it stands below, or in order where nothing stands below anything.
/// </summary>
internal sealed class AlignedTable
{
    private const int NarrowestGap = 2;
    private const int LongestLine = 160;
    private const int MostOutOfLine = 3;

    /// <summary>王  强: a name of two characters is spread to the width of three.</summary>
    private const int WidestNameGap = 4;

    private readonly IReadOnlyList<Line> lines;
    private readonly List<Chunk> header;
    private readonly ColumnRole[] roles;
    private readonly List<List<Line>[]> rows;
    private List<Chunk>? lastFull;
    private int inLine;
    private int outOfLine;

    private AlignedTable(IReadOnlyList<Line> lines, List<Chunk> header, ColumnRole[] roles)
    {
        (this.lines, this.header, this.roles) = (lines, header, roles);
        rows = [InOrder(header)];
    }

    public static bool TryRead(IReadOnlyList<Line> lines, int from, out Table? table, out int next)
    {
        (table, next) = (null, from);
        if (!MayBeHeading(lines[from])) return false;
        var header = Chunks(lines[from]);
        if (header.Count < 3 || Roles(header) is not { } roles) return false;
        var reader = new AlignedTable(lines, header, roles);
        for (var i = from + 1; i < lines.Count && i - next < 6; i++)
        {
            if (lines[i].Kind is LineKind.Blank or LineKind.Furniture) continue;
            if (lines[i].Kind != LineKind.Text || lines[i].Clean.Length > LongestLine || !reader.TakeSection(i) && !reader.Take(lines[i])) break;
            next = i + 1;
        }
        table = reader.rows.Count > 1 ? new Table([.. reader.rows.Select(reader.Row)]) : null;
        return table is not null;
    }

    /// <summary>Cheap, because every line is asked.</summary>
    private static bool MayBeHeading(Line line) =>
        line.Kind == LineKind.Text && line.Clean.Length is > 6 and < 60 && line.Column(line.Clean.Length - 1) - line.Column(0) - line.Clean.Length >= NarrowestGap;

    /// <summary>What the columns hold; null where no heading names the work, or none who does it.</summary>
    private static ColumnRole[]? Roles(List<Chunk> header)
    {
        var roles = header.Select(c => ColumnRoles.Read(c.Line.Clean)).ToArray();
        return roles.Any(ColumnRoles.IsTask) && roles.Any(ColumnRoles.IsDepartment) ? roles : TableHeading.Read(header.ConvertAll(c => c.Line.Clean));
    }

    private bool IsNumbered => roles[0] == ColumnRole.Number;

    /// <summary>Whether rows are printed without regard to the columns of the others.</summary>
    private bool IsLoose => outOfLine > inLine;

    /// <summary>(一)经济发展指标 above a numbered row: the title of the rows below.</summary>
    private bool TakeSection(int at)
    {
        if (!IsNumbered || !CellLines.IsNumberedTitle(lines[at].Clean)) return false;
        var below = at + 1;
        while (below < lines.Count && lines[below].Kind is LineKind.Blank or LineKind.Furniture) below++;
        if (below >= lines.Count || lines[below].Kind != LineKind.Text || !OpensRow(Chunks(lines[below]))) return false;
        rows.Add([[lines[at]]]);
        return true;
    }

    private bool OpensRow(List<Chunk> chunks) =>
        IsNumbered ? chunks.Count > 2 && CellLines.RowNumber(chunks[0].Line.Clean) is not null : chunks.Count == header.Count;

    /// <summary>A new row, or more of the row above; false at the end of the table.</summary>
    private bool Take(Line line)
    {
        var chunks = Chunks(line);
        if (OpensRow(chunks))
        {
            if (chunks.Count == header.Count) TakeFull(chunks);
            else rows.Add(IsLoose ? InOrder(Whole(line, chunks)) : Under(chunks, Empty()));
            return true;
        }
        var above = rows[^1];
        if (IsLoose && above.Length > 1 && above.Length < header.Count && above.Length + chunks.Count - 1 == header.Count)
        {
            above[^1].Add(chunks[0].Line);
            rows[^1] = [.. above, .. chunks.Skip(1).Select(c => new List<Line> { c.Line })];
            return true;
        }
        if (above.Length < header.Count || rows.Count == 1 || chunks[0].Column < header[IsNumbered ? 1 : 0].Column - NarrowestGap || (!IsNumbered && chunks[0].Column == 0)) return false;
        Under(chunks, above);
        return true;
    }

    private void TakeFull(List<Chunk> chunks)
    {
        rows.Add(InOrder(chunks));
        if (lastFull is not null && chunks.Zip(lastFull).All(pair => Math.Abs(pair.First.Column - pair.Second.Column) <= MostOutOfLine)) inLine++;
        else if (lastFull is not null) outOfLine++;
        lastFull = chunks;
        // Headings stand in the middle of their columns, the words below them at the left.
        for (var i = 0; i < header.Count; i++) header[i] = header[i] with { Column = Math.Min(header[i].Column, chunks[i].Column) };
    }

    /// <summary>As many chunks as headings, where blanks part the words of the work too.</summary>
    private List<Chunk> Whole(Line line, List<Chunk> chunks)
    {
        var (more, work) = (chunks.Count - header.Count, Array.FindIndex(roles, ColumnRoles.IsTask));
        if (more <= 0 || work < 0) return chunks;
        return [.. chunks[..work], new(line.Cut(chunks[work].Start, chunks[work + more].End), chunks[work].Start, chunks[work + more].End, chunks[work].Column), .. chunks[(work + more + 1)..]];
    }

    private List<Line>[] Empty() => [.. header.Select(_ => new List<Line>())];

    private static List<Line>[] InOrder(List<Chunk> chunks) => [.. chunks.Select(c => new List<Line> { c.Line })];

    private List<Line>[] Under(List<Chunk> chunks, List<Line>[] row)
    {
        foreach (var chunk in chunks) row[Math.Max(0, header.FindLastIndex(h => h.Column <= chunk.Column + NarrowestGap))].Add(chunk.Line);
        return row;
    }

    private TableRow Row(List<Line>[] cells)
    {
        var any = cells.First(c => c.Count > 0)[0];
        return new TableRow([.. cells.Select((c, i) => new Paragraph(c.Count > 0 ? c : [new Line(any.Number, "", 0, 0)])
        {
            IsListOfLines = c.Count > 1 && i < roles.Length && ColumnRoles.IsDepartment(roles[i]) && CellLines.ListOnePerLine(c),
        })]);
    }

    /// <summary>The words between wide gaps, each with the column that it stands in on paper, where a Chinese character takes two.</summary>
    private static List<Chunk> Chunks(Line line)
    {
        var chunks = new List<Chunk>();
        var (start, column) = (0, Width(line.Indent));
        var startColumn = column;
        for (var i = 1; i <= line.Clean.Length; i++)
        {
            column += Width(line.Print(i - 1, i));
            var gap = i < line.Clean.Length ? Width(line.Print(i - 1, i + 1)[1..^1]) : NarrowestGap;
            if (gap >= NarrowestGap && !(gap <= WidestNameGap && IsSpread(line, start, i)))
            {
                chunks.Add(new(line.Cut(start, i), start, i, startColumn));
                (start, startColumn) = (i, column + gap);
            }
            column += gap;
        }
        return chunks;
    }

    /// <summary>Whether a single character and the next stand alone together: 序　号, 王  强.</summary>
    private static bool IsSpread(Line line, int start, int end) =>
        end - start == 1 && end < line.Clean.Length && IsHan(line.Clean[start]) && IsHan(line.Clean[end])
        && (end + 1 == line.Clean.Length || Width(line.Print(end, end + 2)[1..^1]) >= NarrowestGap);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static int Width(ReadOnlySpan<char> printed)
    {
        var width = printed.Length;
        foreach (var c in printed) width += c >= '\u2E80' ? 1 : 0;
        return width;
    }

    /// <param name="Start">Its first character in the line.</param>
    /// <param name="End">Behind its last.</param>
    /// <param name="Column">On paper.</param>
    private readonly record struct Chunk(Line Line, int Start, int End, int Column);
}
