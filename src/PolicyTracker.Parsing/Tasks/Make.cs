using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Tasks made of nodes of the outline.</summary>
internal static class Make
{
    /// <summary>A heading with everything under it, which one tag closes.</summary>
    public static ParsedTask Whole(Node node, Tag tag, DocumentRules rules)
    {
        var childrenTagged = node.Children.Count > 0 && tag.LastLine < node.Children[0].FirstLine && node.Children.Exists(HasTag);
        var closes = node.Children.Count > 0 && tag.LastLine >= node.Children[^1].FirstLine;
        var end = childrenTagged || closes ? tag.LastLine : node.LastLine;
        var paragraphs = Paragraphs(node, end).ToList();
        return Task(node.PrintedNumber, Path(node.Parent), node.Title, paragraphs, new LineRange(node.FirstLine, Math.Max(end, node.FirstLine)), tag, rules);
    }

    /// <summary>An item whose heading, or whose own opening words, name who leads it (市某局牵头的工作).</summary>
    /// <param name="limit">The bracket behind the item that says by when and nothing more; null when there is none.</param>
    public static ParsedTask Led(Node node, TagContent content, DocumentRules rules, Tag? limit = null)
    {
        var paragraphs = Paragraphs(node, node.LastLine).ToList();
        var whole = new TagContent();
        whole.Merge(content);
        if (limit is not null) whole.Merge(limit.Content);
        return Task(node.PrintedNumber, Path(node.Parent), node.Title, paragraphs, new LineRange(node.FirstLine, node.LastLine), whole, limit is null ? [] : [limit], rules);
    }

    /// <summary>A paragraph of a list by organ (市教育局:负责…) under the heading of the node, and who helps by its tags.</summary>
    public static ParsedTask Listed(Node node, Paragraph p, TagContent content, IReadOnlyList<Tag> tags, DocumentRules rules)
    {
        foreach (var tag in tags) content.Merge(tag.Content);
        var stop = p.Clean.IndexOf('。');
        return Task(null, Path(node), p.PrintTight(0, stop < 0 ? p.Clean.Length : stop), [p], new LineRange(p.FirstLine, p.LastLine), content, tags, rules);
    }

    /// <summary>An item without a tag, and whom its own sentences name.</summary>
    public static ParsedTask Untagged(Node node, IReadOnlyList<Paragraph> body, TagContent named, DocumentRules rules)
    {
        List<Paragraph> paragraphs = [node.Heading!, .. body];
        return Task(node.PrintedNumber, Path(node.Parent), node.Title, paragraphs, new LineRange(node.FirstLine, paragraphs[^1].LastLine), named, [], rules);
    }

    public static ParsedTask Task(string? number, IReadOnlyList<string> path, string title, IReadOnlyList<Paragraph> paragraphs, LineRange lines, Tag tag, DocumentRules rules) =>
        Task(number, path, title, paragraphs, lines, tag.Content, [tag], rules);

    public static ParsedTask Task(
        string? number, IReadOnlyList<string> path, string title, IReadOnlyList<Paragraph> paragraphs, LineRange lines,
        TagContent content, IReadOnlyList<Tag> cut, DocumentRules rules)
    {
        var departments = rules.Apply(content);
        var own = new TaskText();
        foreach (var p in paragraphs) own.AddWithoutTags(p, cut);
        var milestones = MilestoneReader.Read(own, rules.OwnYear, rules.IssuedOn);
        return new ParsedTask(
            number, path, TitleOf(title), TextOf(paragraphs), lines,
            departments, rules.Deadline(content), Array.ConvertAll(milestones, m => m.Day), content.Leaders.Count > 0 ? content.Leaders : [])
        {
            MilestoneOrigins = Array.ConvertAll(milestones, m => m.Origin),
            Targets = TargetReader.Read(paragraphs, cut, rules.OwnYear),
            Origin = OriginOf(paragraphs, cut, departments),
        };
    }

    private static string TextOf(IReadOnlyList<Paragraph> paragraphs) =>
        paragraphs.Count == 1 ? paragraphs[0].Print(0, paragraphs[0].Clean.Length) : string.Join('\n', paragraphs.Select(p => p.Print(0, p.Clean.Length)));

    /// <summary>Titles from the plan down to the node, outermost first.</summary>
    public static IReadOnlyList<string> Path(Node? node)
    {
        var path = new List<string>();
        for (; node is not null; node = node.Parent)
        {
            if (node.Kind == NodeKind.Root && path.Count > 0 && !node.Children.Exists(c => c.Kind == NodeKind.Section) && node.Children.Exists(IsPlan)) continue;
            if (node.Label.Length > 0) path.Insert(0, node.Label);
        }
        return path;
    }

    /// <summary>Whether a part is a plan and not a mere table annexed to the notice.</summary>
    private static bool IsPlan(Node part) => part.Kind == NodeKind.Part && part.Children.Count > 0;

    /// <summary>What made this a task.</summary>
    internal static Origin? OriginOf(IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Tag> tags, IReadOnlyList<ParsedDepartment> departments)
    {
        if (tags.Count > 0)
            return new Origin(tags[0].Paragraph.Span(tags[0].Start, tags[0].End), tags[0].OwnLine ? "tag-on-own-line" : "tag-in-paragraph", Certainty.Certain);
        if (paragraphs.Count == 0 || paragraphs[0].Clean.Length == 0) return null;
        var span = paragraphs[0].Span(0, paragraphs[0].Clean.Length);
        return departments.Count == 0 ? new Origin(span, "untagged-item", Certainty.Likely)
            : departments[0].Origin is { Rule: NamedDuty.InSentence } named ? named with { Span = span }
            : new Origin(span, "named-above", Certainty.Certain);
    }

    private static readonly char[] ItemMarks = [.. Line.ItemMarks];

    internal static string TitleOf(string printed)
    {
        var title = printed.TrimStart(ItemMarks).TrimEnd('。', ';', '；', ':', '：', ',', '，');
        return title.Length <= 80 ? title : title[..80];
    }

    private static bool HasTag(Node node) => node.OwnParagraphs.Any(p => TagReader.Read(p).Count > 0) || node.Children.Exists(HasTag);

    private static IEnumerable<Paragraph> Paragraphs(Node node, int end) =>
        node.OwnParagraphs.Concat(node.Children.SelectMany(c => Paragraphs(c, end))).Where(p => p.FirstLine <= end);
}
