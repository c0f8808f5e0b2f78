using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>What the tables of an annex say once more, with departments, of the text of the plan; other tables hand out work of their own.</summary>
internal sealed class Restatement
{
    private const int Opening = 6;

    private readonly HashSet<string> openings;

    private Restatement(HashSet<string> openings) => this.openings = openings;

    /// <summary>Null where too few rows repeat the plan to be its restatement.</summary>
    public static Restatement? Of(Node plan, IReadOnlyList<Table> tables)
    {
        var said = Said(plan);
        var rows = tables.SelectMany(t => t.Rows).Select(r => r.Cells.Where(c => !OrganName.LooksLikeList(c.Clean)).SelectMany(Openings).ToList()).ToList();
        return rows.Count(r => r.Exists(said.Contains)) * 4 >= rows.Count ? new([.. rows.SelectMany(r => r)]) : null;
    }

    /// <summary>Whether a chapter of the plan is among what the rows say; 组织实施 seldom is.</summary>
    public bool Covers(Node chapter) => chapter.Kind != NodeKind.Part && Said(chapter).Overlaps(openings);

    private static HashSet<string> Said(Node node) => [.. Sections(node).SelectMany(n => n.OwnParagraphs).SelectMany(Openings)];

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
