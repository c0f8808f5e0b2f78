namespace PolicyTracker.Parsing.Sources;

/// <summary>A table that a page break cut.</summary>
internal static class TableAcrossPages
{
    /// <summary>
    /// Puts the rows below those of the page above: the repeated heading is dropped, and a first row without a number under
    /// 序号 is the rest of the row that the break cut. False when the columns differ: that is another table.
    /// </summary>
    public static bool TryAppend(List<List<TableCell>> above, List<List<TableCell>> below)
    {
        if (above.Count == 0 || below.Count == 0 || Columns(above[0]) != Columns(below[0])) return false;
        var header = above[0];
        var start = Same(header, below[0]) ? 1 : 0;
        if (start < below.Count && IsRest(header, above[^1], below[start])) JoinRow(above, below[start++]);
        above.AddRange(below.Skip(start));
        return true;
    }

    private static int Columns(List<TableCell> row) => row.Sum(c => c.Columns);

    private static bool Same(List<TableCell> a, List<TableCell> b) => a.Select(c => c.Text).SequenceEqual(b.Select(c => c.Text));

    private static bool IsRest(List<TableCell> header, List<TableCell> last, List<TableCell> first)
    {
        var number = header.FindIndex(c => c.Text.Replace(" ", "", StringComparison.Ordinal) is "序号" or "编号");
        return number >= 0 && last.Count == header.Count && first.Count == header.Count
            && header.TrueForAll(c => c.Columns == 1) && first[number].Text.Length == 0 && last[number].Text.Length > 0;
    }

    private static void JoinRow(List<List<TableCell>> above, List<TableCell> rest) =>
        above[^1] = [.. above[^1].Select((cell, i) => new TableCell([string.Concat(cell.Text, rest[i].Text)], 1, cell.Rows))];
}
