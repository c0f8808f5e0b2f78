namespace PolicyTracker.Parsing.Lines;

/// <summary>Lines to paragraphs and tables.</summary>
internal static class BlockReader
{
    public static List<Block> Read(IReadOnlyList<Line> lines)
    {
        var blocks = new List<Block>();
        var wrapWidth = ParagraphJoin.WrapWidth(lines);
        for (var i = 0; i < lines.Count;)
        {
            if (CellPerLineTable.TryRead(lines, i, out var stacked, out var next) || RowTable.TryRead(lines, i, out stacked, out next))
            {
                blocks.Add(stacked!);
                i = next;
            }
            else if (lines[i].Kind is LineKind.Text or LineKind.Row)
            {
                blocks.Add(ReadParagraph(lines, wrapWidth, ref i));
            }
            else
            {
                i++;
            }
        }
        return blocks;
    }

    private static Paragraph ReadParagraph(IReadOnlyList<Line> lines, int wrapWidth, ref int i)
    {
        var pieces = new List<Line> { lines[i++] };
        while (NextText(lines, i) is { } next && ParagraphJoin.Continues(pieces, lines[next], next - i, wrapWidth))
        {
            pieces.Add(lines[next]);
            i = next + 1;
        }
        return new Paragraph(pieces);
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
