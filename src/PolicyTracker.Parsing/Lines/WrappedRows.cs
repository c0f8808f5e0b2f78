using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A table whose cells were wrapped at the width of their columns, each line as a row of its own: the number stands on the first of them,
/// and names of organs go on from one to the next. Rows that only share a merged number each name their organs whole.
/// </summary>
internal static class WrappedRows
{
    private const int FewestCut = 2;

    /// <summary>How many of the rows without a number may show nothing that goes on, for each that does.</summary>
    private const int WholeForEachCut = 2;

    /// <summary>Puts the lines of each row together where so many of them go on that the table must be such a one.</summary>
    public static void Join(List<TableRow> rows)
    {
        var (heading, roles) = rows.Select((row, i) => (i, TableHeading.Read([.. row.Cells.Select(c => c.Clean)]))).FirstOrDefault(r => r.Item2 is not null);
        if (roles is null || roles[0] != ColumnRole.Number) return;
        var below = Enumerable.Range(heading + 1, rows.Count - heading - 1).Where(i => IsWithoutNumber(rows[i], roles)).ToList();
        var cut = below.Count(i => GoesOn(rows[i - 1], rows[i], roles));
        if (cut < FewestCut || below.Count - cut > cut * WholeForEachCut) return;
        var whole = rows.GetRange(0, heading + 1);
        for (var i = heading + 1; i < rows.Count; i++)
        {
            var first = i;
            if (ColumnFit.IsRowNumber(rows[i].Cells[0].Clean))
                while (i + 1 < rows.Count && IsWithoutNumber(rows[i + 1], roles)) i++;
            whole.Add(first == i ? rows[i] : Whole(rows.GetRange(first, i + 1 - first)));
        }
        rows.Clear();
        rows.AddRange(whole);
    }

    private static bool IsWithoutNumber(TableRow row, ColumnRole[] roles) => row.Cells.Count is > 1 and var cells && cells <= roles.Length && row.Cells[0].Clean.Length == 0;

    /// <summary>Whether a list of organs goes on that stopped behind a comma, or inside a name.</summary>
    private static bool GoesOn(TableRow above, TableRow below, ColumnRole[] roles)
    {
        for (var c = 1; c < Math.Min(above.Cells.Count, below.Cells.Count); c++)
        {
            if (!ColumnRoles.IsDepartment(roles[c]) || above.Cells[c].Clean is not [.., var last] upper || below.Cells[c].Clean is not { Length: > 0 } lower) continue;
            if (last is '、' or ',' || lower[0] is '、' or ',' || !OrganName.LooksLikeShares(lower) && OrganName.LooksLikeShares(upper + lower)) return true;
        }
        return false;
    }

    private static TableRow Whole(List<TableRow> lines) => new([.. Enumerable.Range(0, lines.Max(l => l.Cells.Count)).Select(c => Column(lines, c))]);

    private static Paragraph Column(List<TableRow> lines, int column)
    {
        var cells = lines.Where(l => column < l.Cells.Count).Select(l => l.Cells[column]).ToList();
        List<Line> filled = [.. cells.Where(c => c.Clean.Length > 0).SelectMany(c => c.Lines)];
        return filled.Count == 0 ? cells[0] : new Paragraph(filled) { IsListOfLines = CellLines.ListOnePerLine(filled) };
    }
}
