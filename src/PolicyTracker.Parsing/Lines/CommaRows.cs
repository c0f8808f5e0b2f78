using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>The rows of a table that commas part, as spreadsheets save them (RFC 4180): 1,会务,"起草讲话,印发通知",市政府办,3月底.</summary>
internal static class CommaRows
{
    private const char Comma = ',';
    private const char Quote = '"';
    private const int LongestHeading = 12;

    /// <summary>Makes rows of the headings of a table that assigns work, and of the lines below that have as many cells.</summary>
    public static void Cut(List<Line> lines, SourceText source)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!MayBeHeading(lines[i], source.Lines[i]) || Cells(i + 1, source.Lines[i]) is not { Count: > 2 } headings || TableHeading.Read([.. headings.Select(c => c.Clean)]) is null) continue;
            for (; i < lines.Count && Cells(i + 1, source.Lines[i]) is { } cells && cells.Count == headings.Count; i++)
                lines[i] = new Line(i + 1, source.Lines[i], 0, source.Lines[i].Length, LineKind.Row) { Cells = cells };
            i--;
        }
    }

    /// <summary>Cheap, because every line is asked.</summary>
    private static bool MayBeHeading(Line line, string printed) =>
        line.Kind == LineKind.Text && printed.IndexOf(Comma) is > 1 and <= LongestHeading and var comma && ColumnRoles.OpensTable(Glyphs.Fold(printed[..comma].Trim(Quote)));

    /// <summary>The stretches between commas, without the quotation marks around them; null where a quotation is not closed or there is none.</summary>
    private static List<Line>? Cells(int number, string printed)
    {
        if (!printed.Contains(Comma)) return null;
        var cells = new List<Line>();
        for (var start = 0; start <= printed.Length;)
        {
            var quoted = start < printed.Length && printed[start] == Quote;
            var end = quoted ? EndOfQuoted(printed, start) : printed.IndexOf(Comma, start);
            if (end < 0 && quoted) return null;
            if (end < 0) end = printed.Length;
            cells.Add(quoted ? new Line(number, printed, start + 1, end - 1) : new Line(number, printed, start, end));
            start = end + 1;
        }
        return cells;
    }

    /// <summary>Behind the closing quotation mark, which a comma or the end of the line follows; -1 where there is none. A doubled one is a mark itself.</summary>
    private static int EndOfQuoted(string printed, int start)
    {
        for (var i = start + 1; i < printed.Length; i++)
        {
            if (printed[i] != Quote) continue;
            if (i + 1 == printed.Length || printed[i + 1] == Comma) return i + 1;
            i++;
        }
        return -1;
    }
}
