using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Whether the tables of an annex say once more, with departments, what the text of the plan says; else they hand out work of their own.</summary>
internal static class Restatement
{
    private const int Opening = 6;

    public static bool Of(Node plan, IReadOnlyList<Table> tables)
    {
        var said = new HashSet<string>(Sections(plan).SelectMany(n => n.OwnParagraphs).SelectMany(Openings));
        var rows = tables.SelectMany(t => t.Rows).ToList();
        return rows.Count(r => r.Cells.Where(c => !OrganName.LooksLikeList(c.Clean)).SelectMany(Openings).Any(said.Contains)) * 4 >= rows.Count;
    }

    private static IEnumerable<Node> Sections(Node node) => node.Children.Where(c => c.Kind == NodeKind.Section).SelectMany(Sections).Prepend(node);

    /// <summary>The first words of each sentence, numbers left out.</summary>
    private static IEnumerable<string> Openings(Paragraph p)
    {
        for (var start = 0; start < p.Clean.Length;)
        {
            var stop = p.Clean.AsSpan(start).IndexOfAny("。;:");
            var end = stop < 0 ? p.Clean.Length : start + stop;
            var from = start + (Numbering.Read(p.Clean.AsSpan(start, end - start))?.Length ?? 0);
            if (end - from >= Opening) yield return p.Clean.Substring(from, Opening);
            start = end + 1;
        }
    }
}
