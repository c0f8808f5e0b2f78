using AngleSharp.Dom;

namespace PolicyTracker.Parsing.Sources;

/// <summary>A table of data to lines; a table that only lays out a page is none.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 60;
    private const int MostSpan = 2000;

    /// <summary>One line per row, cells parted by tabs; null when the table holds other tables or hardly two columns.</summary>
    public static List<string>? Read(IElement table)
    {
        var rows = Rows(table);
        if (rows.Count < 2 || table.QuerySelector("table") is not null) return null;
        if (rows.Count(r => r.Count > 1) < 2) return null;
        if (Grid(rows) is not { } grid) return null;
        return grid.Count(r => r.Count(c => c.Length > 0) > 1) < 2 ? null : [.. grid.Where(r => r.Exists(c => c.Length > 0)).Select(r => string.Join('\t', r))];
    }

    private static List<List<IElement>> Rows(IElement table) =>
        [.. table.QuerySelectorAll("tr").Select(r => r.Children.Where(c => c.LocalName is "td" or "th").ToList()).Where(r => r.Count > 0)];

    /// <summary>
    /// The cells with rowspan and colspan laid out; a merged cell counts for every row and column that it spans. Null where
    /// spans repeat more text than any table holds.
    /// </summary>
    private static List<List<string>>? Grid(List<List<IElement>> rows)
    {
        var grid = new List<List<string>>();
        var open = new List<(int Rows, string Text)>();
        var characters = 0L;
        foreach (var row in rows)
        {
            var line = new List<string>();
            foreach (var cell in row)
            {
                TakeOpen(open, line);
                var text = HtmlSource.CellText(cell);
                var columns = Span(cell, "colspan");
                for (var i = 0; i < columns && line.Count < MostColumns; i++)
                {
                    while (open.Count <= line.Count) open.Add((0, ""));
                    open[line.Count] = (Span(cell, "rowspan") - 1, text);
                    line.Add(text);
                }
            }
            TakeOpen(open, line);
            grid.Add(line);
            characters += line.Sum(cell => (long)cell.Length);
            if (characters > SourceLimits.MostCharacters) return null;
        }
        return grid;
    }

    private static void TakeOpen(List<(int Rows, string Text)> open, List<string> line)
    {
        while (line.Count < open.Count && open[line.Count].Rows > 0)
        {
            open[line.Count] = (open[line.Count].Rows - 1, open[line.Count].Text);
            line.Add(open[line.Count].Text);
        }
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), out var n) ? Math.Clamp(n, 1, MostSpan) : 1;
}
