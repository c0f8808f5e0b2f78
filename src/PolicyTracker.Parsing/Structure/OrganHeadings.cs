using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Structure;

/// <summary>
/// Lines without a number that divide work among organs: 市水利局: or 牵头单位:市水利局 above items that begin with 1 each time, and
/// under a heading of duties 市水利局 alone. One such line may be an addressee or close the heading above it; two or more are headings.
/// </summary>
internal static class OrganHeadings
{
    private const int LongestHeading = 60;

    /// <summary>Makes headings of them.</summary>
    public static void Mark(IReadOnlyList<Block> blocks)
    {
        var found = new List<Paragraph>();
        for (var i = 0; i + 1 < blocks.Count; i++)
            if (blocks[i] is Paragraph p && OpensItems(blocks, i, found.Count == 0) && NamesOrgan(p)) found.Add(p);
        if (found.Count > 1) found.ForEach(p => p.MakeHeading());
        for (var i = 0; i < blocks.Count;)
            i = blocks[i] is Paragraph heading && LeadsToDuties(heading) ? MarkNames(blocks, i + 1, heading.Number?.Style ?? NumberStyle.Han) : i + 1;
    }

    private static bool LeadsToDuties(Paragraph p) => NamedDuty.IsDutyHeading(p.Clean[(p.Number?.Length ?? 0)..]);

    /// <summary>
    /// Below 三、职责分工, up to the next such heading or one that outranks it: 市教育局 and 市水利局, each alone on its line with its duties below, are headings
    /// where there are at least two; then 市民政局:负责… among them is one too. Gives the index of the first block behind.
    /// </summary>
    private static int MarkNames(IReadOnlyList<Block> blocks, int from, NumberStyle style)
    {
        var names = new List<Paragraph>();
        var i = from;
        for (; i < blocks.Count && blocks[i] is Paragraph p && !(p.Number?.Style <= style) && !LeadsToDuties(p); i++)
            if (p.Number is null && i + 1 < blocks.Count && NamedDuty.IsName(p) && blocks[i + 1] is Paragraph { Clean: [.., '。' or ';'] }) names.Add(p);
        if (names.Count > 1)
            for (var at = from; at < i; at++)
                if (blocks[at] is Paragraph { Number: null } p && (names.Contains(p) || NamedDuty.ReadListed(p) is not null)) p.MakeHeading();
        return i;
    }

    private static bool NamesOrgan(Paragraph p) =>
        p.Number is null && p.Clean.Length is > 3 and <= LongestHeading
        && (p.Clean[^1] == ':' ? OrganName.LooksLikeList(p.Clean[..^1]) && !OrganName.IsGroup(p.Clean[..^1]) : p.OpensWithLabel);

    /// <summary>Items follow that count from one, and those before it had the same numbers, or there were none.</summary>
    private static bool OpensItems(IReadOnlyList<Block> blocks, int at, bool isFirst) =>
        blocks[at + 1] is Paragraph { Number: { Value: 1, Style: > NumberStyle.Named } below }
        && (isFirst ? at == 0 || blocks[at - 1] is Paragraph { Number: null } || !((Paragraph)blocks[at]).OpensWithLabel
            : blocks[at - 1] is Paragraph { Number: { } last } && last.Style == below.Style);
}
