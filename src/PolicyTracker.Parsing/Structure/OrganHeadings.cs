using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Structure;

/// <summary>
/// Lines without a number that divide work among organs: 市水利局: or 牵头单位:市水利局 above items that begin with 1 each time.
/// One such line may be an addressee or close the heading above it; two or more are headings.
/// </summary>
internal static class OrganHeadings
{
    private const int LongestHeading = 60;

    /// <summary>Makes headings of them.</summary>
    public static void Mark(IReadOnlyList<Block> blocks)
    {
        var found = new List<Paragraph>();
        for (var i = 0; i + 1 < blocks.Count; i++)
            if (blocks[i] is Paragraph p && NamesOrgan(p) && OpensItems(blocks, i, found.Count == 0)) found.Add(p);
        if (found.Count < 2) return;
        foreach (var p in found) p.MakeHeading();
    }

    private static bool NamesOrgan(Paragraph p) =>
        p.Number is null && p.Clean.Length is > 3 and <= LongestHeading
        && (p.Clean[^1] == ':' ? OrganName.LooksLikeList(p.Clean[..^1]) && !OrganName.IsGroup(p.Clean[..^1]) : TagLabels.StartsWithLabel(p.Clean));

    /// <summary>Items follow that count from one, and those before it had the same numbers, or there were none.</summary>
    private static bool OpensItems(IReadOnlyList<Block> blocks, int at, bool isFirst) =>
        blocks[at + 1] is Paragraph { Number: { Value: 1, Style: > NumberStyle.Named } below }
        && (isFirst ? at == 0 || blocks[at - 1] is Paragraph { Number: null } || !TagLabels.StartsWithLabel(((Paragraph)blocks[at]).Clean)
            : blocks[at - 1] is Paragraph { Number: { } last } && last.Style == below.Style);
}
