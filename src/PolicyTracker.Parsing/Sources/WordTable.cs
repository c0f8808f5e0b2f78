using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyTracker.Parsing.Sources;

/// <summary>Rows of a Word table as lines, cells parted by tabs; a cell merged down or across counts for each of its places.</summary>
internal static class WordTable
{
    private const int MostColumns = 60;

    public static IEnumerable<string> Rows(Table table)
    {
        var above = new List<string>();
        foreach (var row in table.Elements<TableRow>())
        {
            var line = new List<string>();
            foreach (var cell in row.Elements<TableCell>())
            {
                var text = Continues(cell) && line.Count < above.Count ? above[line.Count] : CellText(cell);
                var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, MostColumns);
                for (var i = 0; i < span && line.Count < MostColumns; i++) line.Add(text);
            }
            above = line;
            if (line.Exists(c => c.Length > 0)) yield return string.Join('\t', line);
        }
    }

    private static bool Continues(TableCell cell) =>
        cell.TableCellProperties?.VerticalMerge is { } merge && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    private static string CellText(TableCell cell) =>
        string.Join(' ', cell.Elements<Paragraph>().Select(p => WordSource.Text(p).Replace('\n', ' ').Replace('\t', ' ').Trim()).Where(t => t.Length > 0)).Replace('|', '｜');
}
