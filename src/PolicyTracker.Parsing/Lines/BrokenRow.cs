using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A numbered row that line breaks inside its cells cut in pieces, each of which goes on in the last cell of the one above; all together
/// they have as many cells as the headings, and none but the first has a number.
/// </summary>
internal static class BrokenRow
{
    private const int MostLines = 24;

    /// <summary>The whole row and the line behind it; null where the row is whole, or no row comes of it.</summary>
    public static (TableRow Row, int Next)? Read(IReadOnlyList<Line> lines, int from, ColumnRole[] roles)
    {
        if (roles[0] != ColumnRole.Number || !ColumnFit.IsRowNumber(lines[from].Cells[0].Clean)) return null;
        var cells = lines[from].Cells.Select(c => new List<Line> { c }).ToList();
        if (cells.Count > roles.Length || cells.Count == roles.Length && !IsQuoteOpen(cells[^1])) return null;
        if (lines[from].Clean[0] == '|') OpenNext(lines[from], cells, roles);
        for (var at = from + 1; at < lines.Count && at < from + MostLines; at++)
        {
            if (lines[at].Kind is LineKind.Blank or LineKind.Furniture) continue;
            if (Piece(lines[at]) is not { } piece || cells.Count + piece.Count - 1 > roles.Length) return null;
            cells[^1].Add(piece[0]);
            cells.AddRange(piece.Skip(1).Select(c => new List<Line> { c }));
            OpenNext(lines[at], cells, roles);
            if (cells.Count == roles.Length && cells[^1].Count > 0 && !IsQuoteOpen(cells[^1])) return (new TableRow([.. cells.Select(Cell)]), at + 1);
        }
        return null;
    }

    /// <summary>| 5 | 推广文本 | above 市商务局 | 9月底前 |: a bar at the end of a line opens the next cell, where the row is to have more.</summary>
    private static void OpenNext(Line line, List<List<Line>> cells, ColumnRole[] roles)
    {
        if (cells.Count < roles.Length && line is { Kind: LineKind.Row, Clean: [.., '|'] }) cells.Add([]);
    }

    /// <summary>The cells of a line below; null where it opens a row of its own.</summary>
    private static IReadOnlyList<Line>? Piece(Line line) => line.Kind switch
    {
        LineKind.Row => ColumnFit.IsRowNumber(line.Cells[0].Clean) || line.Cells[0].Clean.Length == 0 || CellLines.IsHanNumber(line.Cells[0].Clean) ? null : line.Cells,
        LineKind.Text => CellLines.IsNumberedTitle(line.Clean) ? null : RestOfRow(line) ?? [line],
        _ => null,
    };

    /// <summary>县财政局 | 年底前: a single bar parts two cells where a row above is left off.</summary>
    public static IReadOnlyList<Line>? RestOfRow(Line line) =>
        line.Kind == LineKind.Text && line.Clean.IndexOf('|') is > 0 and var bar && bar + 1 < line.Clean.Length ? [line.Cut(0, bar), line.Cut(bar + 1, line.Clean.Length)] : null;

    /// <summary>A cell of several lines, without the quotation marks that spreadsheets put around it.</summary>
    private static Paragraph Cell(List<Line> lines)
    {
        lines.RemoveAll(l => l.Clean.Length == 0 && lines.Count > 1);
        if (IsQuoted(lines))
        {
            lines[0] = lines[0].Cut(1, lines[0].Clean.Length);
            lines[^1] = lines[^1].Cut(0, lines[^1].Clean.Length - 1);
        }
        return new Paragraph(lines) { IsListOfLines = CellLines.ListOnePerLine(lines) };
    }

    private static bool IsQuoted(List<Line> lines) => (lines.Count > 1 || lines[0].Clean.Length > 2) && lines[0].Clean is ['"', _, ..] && lines[^1].Clean is [_, .., '"'];

    private static bool IsQuoteOpen(List<Line> lines) => lines.Count > 0 && lines[0].Clean is ['"', ..] && lines.Sum(l => l.Clean.Count(c => c == '"')) % 2 == 1;
}
