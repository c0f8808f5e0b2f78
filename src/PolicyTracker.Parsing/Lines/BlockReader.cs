namespace PolicyTracker.Parsing.Lines;

/// <summary>Lines to paragraphs and tables.</summary>
internal static class BlockReader
{
    public static List<Block> Read(IReadOnlyList<Line> lines)
    {
        var blocks = new List<Block>();
        var wrapWidth = ParagraphJoin.WrapWidth(lines);
        var failed = new FailedSearches();
        var pieces = new List<Line>();
        for (var i = 0; i < lines.Count;)
        {
            if (ReadTable(lines, ref i, failed) is { } table)
            {
                blocks.Add(table);
            }
            else if (lines[i].Kind is LineKind.Text or LineKind.Row)
            {
                blocks.AddRange(RunOnText.Part(ReadParagraph(lines, wrapWidth, pieces, ref i)));
            }
            else
            {
                i++;
            }
        }
        return blocks;
    }

    private static Table? ReadTable(IReadOnlyList<Line> lines, ref int i, FailedSearches failed)
    {
        if (i >= failed.StackedUntil && CellPerLineTable.TryRead(lines, i, out var table, out failed.StackedUntil)) return Take(table, failed.StackedUntil, out i);
        if (i >= failed.RowsUntil && RowTable.TryRead(lines, i, out table, out failed.RowsUntil)) return Take(table, failed.RowsUntil, out i);
        return AlignedTable.TryRead(lines, i, out table, out var next) || BlankPartedTable.TryRead(lines, i, out table, out next) ? Take(table, next, out i) : null;
    }

    private static Table? Take(Table? table, int next, out int i)
    {
        i = next;
        return table;
    }

    /// <summary>
    /// How far a search for a table went without finding one. A search from a later line of the same run would end at the same
    /// place, so none is begun before it: a file of broken rows is searched once, not once for each of its lines.
    /// </summary>
    private sealed class FailedSearches
    {
        public int StackedUntil;
        public int RowsUntil;
    }

    /// <param name="pieces">Room for the lines of one paragraph after the other.</param>
    private static Paragraph ReadParagraph(IReadOnlyList<Line> lines, int wrapWidth, List<Line> pieces, ref int i)
    {
        pieces.Clear();
        pieces.Add(lines[i++]);
        while (NextText(lines, i) is { } next && ParagraphJoin.Continues(pieces, lines[next], next - i, wrapWidth))
        {
            pieces.Add(lines[next]);
            i = next + 1;
        }
        return pieces.Count == 1 ? new Paragraph(pieces[0]) : new Paragraph(pieces) { IsListOfLines = ParagraphJoin.IsListOfLines(pieces) };
    }

    /// <summary>The next line of text; blank lines and page furniture lie between, a row or an entry of contents ends the search.</summary>
    private static int? NextText(IReadOnlyList<Line> lines, int from)
    {
        for (var i = from; i < lines.Count && i < from + 8; i++)
        {
            if (lines[i].Kind == LineKind.Text) return i;
            if (lines[i].Kind is LineKind.Row or LineKind.Contents) return null;
        }
        return null;
    }
}
