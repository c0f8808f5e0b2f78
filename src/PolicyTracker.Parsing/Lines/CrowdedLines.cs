using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// Lines that hold what belongs on several: a table on one line (序号 工作任务 责任单位 1 修缮桥梁 县公路局 2 …), kept apart by blanks or
/// bars, of which each word becomes a line of its own, as where a page's text has one cell per line; and the fields of an item in two
/// columns (任务名称:… | 责任单位:…).
/// </summary>
internal static class CrowdedLines
{
    private const int MostHeadings = 9;
    private const int FewestRows = 2;
    private const int LongestLabel = 6;

    /// <summary>The lines, with those that hold several parted.</summary>
    public static List<Line> Part(List<Line> lines)
    {
        var inColumns = lines.Count(HoldsFields) >= FewestRows && lines.Exists(l => HoldsFields(l) && l.Cells.Any(c => c.OpensWithLabel));
        var parted = new List<Line>(lines.Count);
        foreach (var line in lines)
            if (inColumns && HoldsFields(line)) parted.AddRange(line.Cells);
            else if (HoldsTable(line)) parted.AddRange(Words(line).Where(w => !IsRule(w.Clean)));
            else parted.Add(line);
        return parted;
    }

    /// <summary>--- between the bars below the headings.</summary>
    private static bool IsRule(string clean) => clean.AsSpan().IndexOfAnyExcept('-', ':') < 0;

    /// <summary>Whether each of at least two cells opens with a few words and a colon.</summary>
    private static bool HoldsFields(Line line)
    {
        if (line.Kind != LineKind.Row || line.Cells.Count < 2) return false;
        foreach (var cell in line.Cells)
            if (cell.Clean.IndexOf(':') is not (> 1 and <= LongestLabel)) return false;
        return true;
    }

    /// <summary>Whether headings stand in the line, and behind them the numbers of rows that count on, each with its words; 1 | 2 | 3 alone are headings too.</summary>
    private static bool HoldsTable(Line line)
    {
        if (line.Kind is not (LineKind.Text or LineKind.Row) || line.Clean.IndexOf('序') < 0 && line.Clean.IndexOf("编号", StringComparison.Ordinal) < 0) return false;
        var words = Words(line);
        var first = words.FindIndex(w => ColumnRoles.Read(w.Clean) == ColumnRole.Number);
        if (first < 0 || BehindHeadings(words, first) is not { } behind) return false;
        var (above, rows) = (-1, 0);
        for (var i = behind; i + 1 < words.Count; i++)
        {
            if (CellLines.RowNumber(words[i].Clean) is not { } number || rows > 0 && number != above + 1 || CellLines.RowNumber(words[i + 1].Clean) is not null) continue;
            (above, rows) = (number, rows + 1);
        }
        return rows >= FewestRows;
    }

    /// <summary>The word behind the headings of a table that assigns work; null where there are none.</summary>
    private static int? BehindHeadings(List<Line> words, int first)
    {
        for (var count = Math.Min(MostHeadings, words.Count - first); count > 2; count--)
            if (ColumnRoles.Read(words[first + count - 1].Clean) != ColumnRole.Unknown && TableHeading.Read([.. words.GetRange(first, count).Select(w => w.Clean)]) is not null) return first + count;
        return null;
    }

    /// <summary>The cells of a row, or the stretches between blanks; 工 作 任 务 and 2031 年 5 月 are one.</summary>
    private static List<Line> Words(Line line)
    {
        if (line.Kind == LineKind.Row) return [.. line.Cells.Where(c => c.Clean.Length > 0)];
        return BlankPartedTable.SpreadWordsJoined(BlankPartedTable.Words(line)).ConvertAll(w => line.Cut(w.Start, w.End));
    }
}
