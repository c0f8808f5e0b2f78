using System.Globalization;

namespace PolicyTracker.Web.Documents;

/// <summary>A printed table, whichever way its file writes it: tabs, bars, or a cell to each line.</summary>
public sealed record PrintedTable(IReadOnlyList<PrintedRow> Rows, int Columns) : PrintedBlock(Rows[0].FirstLine, Rows[^1].LastLine)
{
    /// <summary>The table that starts at <paramref name="at"/>; null where none does.</summary>
    /// <param name="firstLine">Line number of <c>lines[0]</c>.</param>
    public static PrintedTable? At(IReadOnlyList<string> lines, int at, int firstLine)
    {
        if (!IsRow(lines[at]) && !IsCell(lines[at]))
        {
            return null;
        }

        var cellPerLine = IsCell(lines[at]);
        var found = new List<(int Number, string Text)>();
        for (var i = at; i < lines.Count && (string.IsNullOrWhiteSpace(lines[i]) || (cellPerLine ? IsCell(lines[i]) : IsRow(lines[i]))); i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                found.Add((firstLine + i, lines[i].Trim()));
            }
        }

        List<PrintedRow> rows = cellPerLine ? CellRows(found) : [.. found.Select(line => PrintedRow.Of(line.Number, line.Text))];
        return new PrintedTable(rows, rows.Max(row => row.Cells.Count));
    }

    private static bool IsRow(string line) => line.Trim().Contains('\t', StringComparison.Ordinal) || line.Count(c => c == '|') >= 2;

    // 市政府金融办、市财政局 |
    private static bool IsCell(string line) => line.TrimEnd().EndsWith('|') && line.Count(c => c == '|') == 1;

    // The running numbers in the first column tell how many cells make a row; a lone cell before the next number heads a part of the table.
    private static List<PrintedRow> CellRows(List<(int Number, string Text)> cells)
    {
        var numbered = cells.Select((cell, i) => (i, Value: RunningNumber(cell.Text))).Where(cell => cell.Value is not null).ToList();
        var columns = numbered.Zip(numbered.Skip(1), (a, b) => b.Value == a.Value + 1 ? b.i - a.i : 0).Where(gap => gap > 1)
            .GroupBy(gap => gap).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault(1);
        var rows = new List<PrintedRow>();
        for (var i = 0; i < cells.Count;)
        {
            var next = numbered.Where(cell => cell.i > i).Select(cell => cell.i).FirstOrDefault(cells.Count);
            var size = next - i >= columns ? columns : RunningNumber(cells[i].Text) is null ? 1 : next - i;
            rows.Add(new PrintedRow([.. cells.Skip(i).Take(size).Select(cell => new PrintedCell(cell.Number, cell.Text.TrimEnd('|', ' ')))], IsHead: i == 0));
            i += size;
        }

        return rows;
    }

    private static int? RunningNumber(string cell) =>
        int.TryParse(cell.TrimEnd('|', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <param name="IsHead">Names the columns.</param>
public sealed record PrintedRow(IReadOnlyList<PrintedCell> Cells, bool IsHead)
{
    public int FirstLine => Cells[0].Line;

    public int LastLine => Cells[^1].Line;

    /// <summary>A row that stands on one line of the file.</summary>
    public static PrintedRow Of(int line, string text)
    {
        var cells = text.Contains('\t', StringComparison.Ordinal) ? text.Split('\t') : text.Trim('|').Split('|');
        return new([.. cells.Select(cell => new PrintedCell(line, cell.Trim()))], IsHead: cells[0].Trim() is "序号");
    }
}

/// <param name="Line">The line of the file that it stands on.</param>
public sealed record PrintedCell(int Line, string Text);
