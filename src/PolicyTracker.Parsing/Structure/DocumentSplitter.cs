using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>
/// Cuts a gazette into its notices. A notice begins at a title with a number of its own beside it, or, behind a signature,
/// at a title with addressees below it. What a notice carries (plans, annexes, a report that it forwards) stays with it.
/// </summary>
internal static class DocumentSplitter
{
    private const int TitleReach = 5;

    public static List<List<Block>> Split(List<Block> blocks)
    {
        var heads = Heads(blocks);
        if (heads.Count < 2) return blocks.Count == 0 ? [] : [blocks];
        var slices = new List<List<Block>>();
        for (var i = 0; i < heads.Count; i++)
        {
            var from = heads[i];
            var to = i + 1 < heads.Count ? heads[i + 1] : blocks.Count;
            slices.Add(blocks.GetRange(from, to - from));
        }
        return slices;
    }

    private static List<int> Heads(List<Block> blocks)
    {
        var heads = new List<int>();
        string? number = null;
        var signed = false;
        var forwards = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph p) continue;
            if (Titles.DocNumber(p.Clean) is { } found && found != number && found.Contains('〔'))
            {
                if (HeadAt(blocks, i, heads.Count > 0 ? heads[^1] : -1) is not { } head) continue;
                if (forwards && !signed && number is not null) continue;
                heads.Add(head.Start);
                (number, signed, forwards) = (found, false, Forwards(head.Title));
            }
            else if (signed && !forwards && IsUnnumberedHead(blocks, i))
            {
                heads.Add(i);
                (number, signed) = (null, false);
            }
            signed |= p.Clean.Length < 16 && Tasks.Dates.WholeDay(p.Clean) is not null;
        }
        return heads;
    }

    /// <summary>The title above the number, else the one below it (a red letterhead has the number first).</summary>
    private static (int Start, string Title)? HeadAt(List<Block> blocks, int at, int previous)
    {
        var title = "";
        for (var i = at - 1; i > Math.Max(previous, at - 1 - TitleReach); i--)
        {
            if (blocks[i] is not Paragraph p || (!Titles.IsTitlePiece(p) && !Titles.IsNoticeTitle(p.Clean))) break;
            title = p.Clean + title;
            if (!Titles.IsNoticeTitle(title)) continue;
            var start = title.StartsWith("关于", StringComparison.Ordinal) && i - 1 > previous && blocks[i - 1] is Paragraph organ && Titles.IsOrganLine(organ.Clean) ? i - 1 : i;
            return (start, title);
        }
        title = "";
        for (var i = at + 1; i < Math.Min(blocks.Count, at + 1 + TitleReach); i++)
        {
            if (blocks[i] is not Paragraph p || (!Titles.IsTitlePiece(p) && !Titles.IsNoticeTitle(p.Clean))) break;
            title += p.Clean;
            if (Titles.IsNoticeTitle(title)) return (at, title);
        }
        return null;
    }

    private static bool IsUnnumberedHead(List<Block> blocks, int at)
    {
        var title = ((Paragraph)blocks[at]).Clean;
        if (!Titles.IsNoticeTitle(title) || title.StartsWith("关于", StringComparison.Ordinal)) return false;
        return at + 1 < blocks.Count && blocks[at + 1] is Paragraph next && Letterhead.IsAddressees(next);
    }

    /// <summary>转发 and 批转 carry a whole notice of another organ, title and signature included.</summary>
    private static bool Forwards(string title) =>
        title.Contains("转发", StringComparison.Ordinal) || title.Contains("批转", StringComparison.Ordinal);
}
