using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>
/// Titles without a number, each with a text and labels below it: 优化服务 / 牵头单位:市人社局 / 组织招聘会。 or the text first. Text ends as sentences
/// do, a title does not.
/// </summary>
internal static class LabelledTitles
{
    private const int FewestTitles = 2;
    private const int LongestTitle = 40;

    /// <summary>Makes headings of them, where several follow each other.</summary>
    public static void Mark(IReadOnlyList<Block> blocks)
    {
        var run = new List<Paragraph>();
        for (var i = 0; i < blocks.Count;)
        {
            if (BehindItem(blocks, i) is { } behind)
            {
                run.Add((Paragraph)blocks[i]);
                i = behind;
                continue;
            }
            Mark(run);
            run.Clear();
            i++;
        }
        Mark(run);
    }

    private static void Mark(List<Paragraph> titles)
    {
        if (titles.Count >= FewestTitles) titles.ForEach(p => p.MakeHeading());
    }

    /// <summary>The block behind a title with its text and its labels; null where these do not stand there.</summary>
    private static int? BehindItem(IReadOnlyList<Block> blocks, int at)
    {
        if (blocks[at] is not Paragraph title || !IsTitle(title)) return null;
        var (labelled, i) = (false, at + 1);
        for (; i < blocks.Count && blocks[i] is Paragraph { Number: null } p && (p.OpensWithLabel || IsText(p)); i++) labelled |= p.OpensWithLabel;
        return labelled ? i : null;
    }

    /// <summary>An item that a mark opens (★…) is what the labels below it are for.</summary>
    private static bool IsText(Paragraph p) => p.Clean is [.., '。' or ';'] && !p.Lines[0].IsBulleted;

    private static bool IsTitle(Paragraph p) =>
        p is { Number: null, OpensWithLabel: false, Clean.Length: > 1 and <= LongestTitle } && p.Clean.AsSpan().IndexOfAny("。;:,") < 0 && p.Clean[^1] is not (')' or '〕' or ']' or '】');
}
