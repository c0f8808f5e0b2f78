namespace PolicyTracker.Parsing.Sources;

/// <summary>A table that a page break cut.</summary>
internal static class TableAcrossPages
{
    /// <summary>
    /// Puts the rows below those of the page above: the repeated heading is dropped, and a first row without a number under
    /// 序号 is the rest of the row that the break cut. False when the columns differ: that is another table.
    /// </summary>
    public static bool TryAppend(List<List<GridCell>> above, List<List<GridCell>> below)
    {
        if (above.Count == 0 || below.Count == 0 || Columns(above[0]) != Columns(below[0])) return false;
        var start = below.Count > 1 && above[0].Select(c => c.Text).SequenceEqual(below[0].Select(c => c.Text)) ? 1 : 0;
        if (NumberColumn(above[0]) is { } number)
        {
            var (last, rest) = (LastRow(above), LastRow([below[start]]));
            if (number < last.Length && number < rest.Length && last[number]?.Text.Length > 0 && rest[number]?.Text.Length == 0) JoinRow(last, rest, ref start);
        }
        above.AddRange(below.Skip(start));
        return true;
    }

    private static int Columns(List<GridCell> row) => row.Sum(c => c.Columns);

    /// <summary>The column headed 序号; null when there is none.</summary>
    private static int? NumberColumn(List<GridCell> header)
    {
        var at = header.FindIndex(c => c.Text.Replace(" ", "", StringComparison.Ordinal) is "序号" or "编号");
        return at < 0 ? null : header.Take(at).Sum(c => c.Columns);
    }

    /// <summary>The cell that fills each column of the last row, be it one that began rows before.</summary>
    private static GridCell?[] LastRow(List<List<GridCell>> rows)
    {
        var columns = Columns(rows[0]);
        var (owners, left) = (new GridCell?[columns], new int[columns]);
        foreach (var row in rows)
        {
            var column = 0;
            for (var i = 0; i < columns; i++) left[i]--;
            foreach (var cell in row)
            {
                while (column < columns && left[column] > 0) column++;
                for (var i = 0; i < cell.Columns && column < columns; i++, column++) (owners[column], left[column]) = (cell, cell.Rows);
            }
        }
        return owners;
    }

    private static void JoinRow(GridCell?[] last, GridCell?[] rest, ref int start)
    {
        for (var column = 0; column < last.Length && column < rest.Length; column++)
        {
            if (last[column] is not { } upper || rest[column] is not { } lower) continue;
            if (column == 0 || rest[column - 1] != lower) upper.GoOn(lower);
        }
        start++;
    }
}
