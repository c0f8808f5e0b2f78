using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Which tag belongs to which node. A tag on a line of its own may close the heading above several items.</summary>
internal sealed partial class TagMap
{
    private const int LongestLineLabel = 8;

    /// <summary>More items than this are no tag.</summary>
    private const int MostLabels = 12;

    private readonly HashSet<Node> closedByLastItem = [];
    private readonly Dictionary<Node, List<Tag>> own = [];
    private readonly Dictionary<Node, Tag> closedSubtree = [];
    private readonly Dictionary<Node, Tag> leads = [];
    private readonly HashSet<Node> tagged = [];
    private readonly bool taggedOneByOne;

    private readonly bool hallsCarryLevel;

    public TagMap(Node root)
    {
        hallsCarryLevel = HallsCarryLevel(root);
        taggedOneByOne = TagsOneByOne(root);
        Collect(root);
    }

    /// <summary>All tags, in printed order.</summary>
    public List<Tag> All { get; } = [];

    /// <summary>Tags in the node's own paragraphs, in order.</summary>
    public IReadOnlyList<Tag> Own(Node node) => own.TryGetValue(node, out var tags) ? tags : [];

    /// <summary>The tag that closes the node with all its items; null when there is none.</summary>
    public Tag? ClosedSubtree(Node node) => closedSubtree.GetValueOrDefault(node);

    /// <summary>The tag of a bare heading that says who leads each item under it; null when there is none.</summary>
    public Tag? Leads(Node node) => leads.GetValueOrDefault(node);

    private static bool HallsCarryLevel(Node node) => node.OwnParagraphs.Any(ElidedPrefix.IsLevelledHall) || node.Children.Exists(HallsCarryLevel);

    private void Collect(Node node)
    {
        if (OfLabelledItems(node) is { } whole)
        {
            All.Add(whole);
            closedSubtree[node] = whole;
            for (var n = node; n is not null; n = n.Parent) tagged.Add(n);
            return;
        }
        FindClosedByLastItem(node);
        if (HeadingLead.ReadLabel(node) is null && ReadOwn(node) is { Count: > 0 } tags)
        {
            All.AddRange(tags);
            var target = tags is [{ OwnLine: true }] ? Climb(node) : tags.Count == 1 && closedByLastItem.Contains(node.Parent!) ? node.Parent! : node;
            if (target != node || (tags.Count == 1 && node.Children.Count > 0 && node.Kind == NodeKind.Section)) closedSubtree[target] = tags[0];
            else own[node] = tags;
            for (var n = node; n is not null; n = n.Parent) tagged.Add(n);
        }
        foreach (var child in node.Children) Collect(child);
        if (closedSubtree.TryGetValue(node, out var closing) && SaysWhoDoesItems(node, closing) && !node.Children.Exists(tagged.Contains))
        {
            closedSubtree.Remove(node);
            leads[node] = closing;
        }
    }

    /// <summary>(一)某项工作(牵头单位:某局) as a bare heading of several items names who does each of them.</summary>
    private static bool SaysWhoDoesItems(Node node, Tag tag) =>
        tag.Paragraph == node.Heading && tag.Last is null && node.Body.Count == 0 && node.Children.Count > 1 && tag.Paragraph.Clean.AsSpan(0, tag.Start).IndexOf('。') < 0
        && tag.Content is { Deadlines.Count: 0, Responsibilities.Count: > 0 };

    /// <summary>(一)责任领导:… (二)责任单位:… (三)协办单位:… as the items of a heading are one tag, which closes the heading.</summary>
    private static Tag? OfLabelledItems(Node node)
    {
        if (node.Kind != NodeKind.Section || node.Children.Count is < 2 or > MostLabels) return null;
        var items = node.Children.Select(c => TagReader.ReadItemOfLabel(c.Heading!)).OfType<Tag>().ToList();
        if (items.Count < 2 || !items.Exists(t => t.Content.Responsibilities.Count > 0)) return null;
        foreach (var item in items.Skip(1)) items[0].Content.Merge(item.Content);
        return items[0] with { Last = items[^1].Paragraph };
    }

    private List<Tag>? ReadOwn(Node node)
    {
        ElidedPrefix? prefix = null;
        List<Tag>? tags = null;
        foreach (var p in node.OwnParagraphs)
        {
            if (!TagReader.MayHoldTag(p.Clean)) continue;
            (tags ??= []).AddRange(TagReader.Read(p, prefix ??= new ElidedPrefix(hallsCarryLevel), hallsCarryLevel));
        }
        return tags is null ? null : MergeOwnLines(node, tags);
    }

    /// <summary>
    /// A tag on its own line under the last of several items, none of the others tagged, closes the heading above them.
    /// </summary>
    private Node Climb(Node node)
    {
        if (taggedOneByOne && node.Parent?.Number is { Style: NumberStyle.Han }) return node;
        while (node.Parent is { Kind: NodeKind.Section } parent && parent.Children[^1] == node && HeadingLead.Read(parent, false) is null && (parent.Children.Count > 1 || ListsMeasures(parent))
            && parent.Children.Take(parent.Children.Count - 1).All(c => !tagged.Contains(c) && !SaysWho(c))) node = parent;
        return node;
    }

    /// <summary>由市某局负责,…: an item whose own sentence says who does it.</summary>
    private static bool SaysWho(Node item) => item.Heading is { } heading && SaysByWhom().IsMatch(heading.Clean) && NamedDuty.ReadDecided(heading) is not null;

    [GeneratedRegex("由[^。;由]{2,60}(?:负责|牵头)")]
    private static partial Regex SaysByWhom();

    /// <summary>
    /// (一)… 1.…。2.…。(某局负责) and (二)… 1.…。2.…。(某局负责): where at least two headings have their only tag at the end of their last item, and none
    /// has one at another item, the tag closes the heading with all its items; an item that calls itself 任务 is what the tag hands out.
    /// </summary>
    private void FindClosedByLastItem(Node whole)
    {
        var sections = whole.Children.FindAll(c => c.Kind == NodeKind.Section && c.Children.Count > 1);
        if (sections.Count < 2 || sections.Exists(s => s.Children.Exists(c => c.Children.Count > 0) || s.OwnParagraphs.Any(MayAssign) || s.Children.SkipLast(1).Any(c => c.OwnParagraphs.Any(MayAssign)))) return;
        var closed = sections.FindAll(s => s.Children[^1].OwnParagraphs.Last() is { Clean: [.., ')'] or [.., ')', '。'] } last && MayAssign(last) && !IsCalledTask().IsMatch(s.Children[^1].CleanTitle));
        if (closed.Count > 1) closedByLastItem.UnionWith(closed);
    }

    /// <summary>Whether a paragraph has a bracket, or opens with a label, that may be a tag.</summary>
    private static bool MayAssign(Paragraph p) => BracketOfRoles().IsMatch(p.Clean) || p.OpensWithLabel;

    [GeneratedRegex("^(?:主要|重点|工作|具体)?任务(?:$|[。:])")]
    private static partial Regex IsCalledTask();

    [GeneratedRegex("[(〔【\\[][^()〔〕【】\\[\\]。]{0,120}(?:负责|牵头|配合|责任(?:单位|部门))")]
    private static partial Regex BracketOfRoles();

    /// <summary>主要措施: above the only item: what stands below belongs to the whole.</summary>
    private static bool ListsMeasures(Node node) => node.Body.LastOrDefault() is Paragraph { Clean: [.., ':'] and { Length: < LongestLineLabel } };

    /// <summary>Whether items end with a tag on its own line while more items follow: in such a notice no tag closes a whole chapter (一、).</summary>
    private static bool TagsOneByOne(Node node)
    {
        for (var i = 0; i + 1 < node.Children.Count; i++)
            if (node.Children[i] is { Children.Count: 0 } child && child.Body.LastOrDefault() is Paragraph last && last.OpensWithLabel) return true;
        return node.Children.Exists(TagsOneByOne);
    }

    /// <summary>牵头单位 on one line and 责任单位 on the next are one tag; 督办单位 between them parts nothing.</summary>
    private static List<Tag> MergeOwnLines(Node node, List<Tag> tags)
    {
        if (tags.Count < 2) return tags is [{ NamesMembers: true }] ? [] : tags;
        var lines = node.OwnParagraphs.ToList();
        var at = lines.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var tagged = tags.Select(tag => tag.Paragraph).ToHashSet();
        var place = lines.Where(p => tagged.Contains(p) || !TagLabels.IsAside(p.Clean)).Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var merged = new List<Tag> { tags[0] };
        foreach (var below in tags.Skip(1))
        {
            var above = merged[^1];
            if (below.OwnLine && OnlySaysWhen(below) && at[above.Paragraph] == 1 && LacksWhen(node, above) && at[below.Paragraph] - at[LastParagraph(above)] > 1)
            {
                above.Content.Merge(below.Content);
                merged[^1] = above with { Limit = below.Paragraph };
            }
            else if (below.OwnLine && (place[below.Paragraph] - place[LastParagraph(above)] == 1 || (OnlySaysWhen(below) || OnlyHelps(below)) && AllLabelled(lines, at[LastParagraph(above)] + 1, at[below.Paragraph])) && above.End >= above.Paragraph.Clean.Length)
            {
                above.Content.Merge(below.Content);
                merged[^1] = above with { Last = below.Paragraph };
            }
            else
            {
                merged.Add(below);
            }
        }
        merged.RemoveAll(tag => tag.NamesMembers);
        GiveLeadersToUnits(merged);
        return merged;
    }

    private static bool OnlySaysWhen(Tag tag) => tag.Content is { Responsibilities.Count: 0, Leaders.Count: 0, Deadlines.Count: > 0 };

    private static bool OnlyHelps(Tag tag) => tag.Content.Responsibilities.Count > 0 && tag.Content.Responsibilities.TrueForAll(r => r.Role == Role.Support);

    /// <summary>2.清理河道 / 责任单位:… / 清理垃圾。 / 完成时限:…: who stands directly below the heading, until when behind the text.</summary>
    private static bool LacksWhen(Node node, Tag above) => node.Kind == NodeKind.Section && above is { OwnLine: true, Content: { Deadlines.Count: 0, Responsibilities.Count: > 0 } };

    /// <summary>牵头单位:… / 工作措施:… / 完成时限:… are one item, whose lines all have labels.</summary>
    private static bool AllLabelled(List<Paragraph> lines, int from, int to) =>
        lines.GetRange(from, to - from).TrueForAll(p => p.Number is null && p.Clean.IndexOf(':') is > 1 and <= LongestLineLabel);

    /// <summary>牵头领导:… / 主要职责:… / 责任单位:… are one item: a line of persons alone belongs to the line of units below it.</summary>
    private static void GiveLeadersToUnits(List<Tag> tags)
    {
        for (var i = tags.Count - 2; i >= 0; i--)
        {
            if (!tags[i].OwnLine || !tags[i + 1].OwnLine || !tags[i].Content.NamesOnlyLeaders || tags[i + 1].Content.Responsibilities.Count == 0) continue;
            tags[i + 1].Content.Leaders.InsertRange(0, tags[i].Content.Leaders);
            tags.RemoveAt(i);
        }
    }

    private static Paragraph LastParagraph(Tag tag) => tag.Last ?? tag.Paragraph;
}
