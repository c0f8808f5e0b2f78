namespace PolicyTracker.Parsing.Lines;

/// <summary>A table whose rows stand on a line each, cells parted by tabs or bars.</summary>
internal static class RowTable
{
    /// <summary>Two rows with more than one cell make a table; a page break may put blank lines between them.</summary>
    public static bool TryRead(IReadOnlyList<Line> lines, int from, out Table? table, out int next)
    {
        var rows = new List<TableRow>();
        next = from;
        for (var i = from; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Blank or LineKind.Furniture && rows.Count > 0 && i - next < 6) continue;
            if (line.Kind != LineKind.Row) break;
            rows.Add(new TableRow([.. line.Cells.Select(c => new Paragraph([c]))]));
            next = i + 1;
        }
        table = rows.Count > 1 && rows.Count(r => r.Cells.Count > 1) > 1 ? new Table(rows) : null;
        return table is not null;
    }
}
