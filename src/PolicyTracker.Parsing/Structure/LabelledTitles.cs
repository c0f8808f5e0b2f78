using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>
/// Titles without a number that have labels directly below them and their text behind these: 优化服务 / 牵头单位:市人社局 / 组织招聘会。
/// Where the labels stand behind the text instead, what is directly above them is a sentence.
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

    /// <summary>The block behind a title, its labels and its text; null where these do not stand there.</summary>
    private static int? BehindItem(IReadOnlyList<Block> blocks, int at)
    {
        if (!IsTitle(blocks, at)) return null;
        var text = at + 1;
        while (text < blocks.Count && blocks[text] is Paragraph { OpensWithLabel: true }) text++;
        var behind = text;
        while (behind < blocks.Count && blocks[behind] is Paragraph { Number: null, OpensWithLabel: false } && !IsTitle(blocks, behind)) behind++;
        return behind > text && ((Paragraph)blocks[text]).Clean is [.., '。' or ';'] ? behind : null;
    }

    private static bool IsTitle(IReadOnlyList<Block> blocks, int at) =>
        at + 1 < blocks.Count && blocks[at + 1] is Paragraph { OpensWithLabel: true } && blocks[at] is Paragraph { Number: null, OpensWithLabel: false, Clean.Length: > 1 and <= LongestTitle } p
        && p.Clean.AsSpan().IndexOfAny("。;:,") < 0 && p.Clean[^1] is not (')' or '〕' or ']' or '】');
}
