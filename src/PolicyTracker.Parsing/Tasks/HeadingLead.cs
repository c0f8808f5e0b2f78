using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>A heading that names who leads everything under it: 二、市某局牵头的工作(5项); in a list of work by organ the organ alone: 二、市某局.</summary>
internal sealed partial record HeadingLead(Node Node, TagContent Content)
{
    /// <param name="amongOrgans">Whether the headings beside it are the names of organs.</param>
    public static HeadingLead? Read(Node node, bool amongOrgans)
    {
        if (node.Heading is not { } heading || node.Children.Count == 0) return null;
        if (amongOrgans && NamedDuty.ReadHeading(node) is { } organ) return new HeadingLead(node, organ);
        if (ReadLabel(node) is { } label) return new HeadingLead(node, label.Content);
        var from = node.Number?.Length ?? 0;
        if (heading.Clean.Length > 60 || Pattern().Match(heading.Clean, from) is not { Success: true } m) return null;
        var content = new TagContent();
        var role = m.Groups["verb"].Value.Contains('头') ? Role.Lead : Role.Responsible;
        var who = m.Groups["who"];
        new ClauseReader(heading, new ElidedPrefix(), content).Read(who.Index, who.Index + who.Length, role);
        return content.Strange > 0 || content.Responsibilities.Count == 0 ? null : new HeadingLead(node, content);
    }

    /// <summary>A heading of several items that is a label (一、牵头单位:市某局): each item has what it says; null for any other node.</summary>
    public static Tag? ReadLabel(Node node) =>
        node is { Kind: NodeKind.Section, Heading: { } heading, Children.Count: > 0 } && TagReader.ReadLabelAsHeading(heading) is { Content.Responsibilities.Count: > 0 } tag ? tag : null;

    /// <summary>The tags of an item under the heading: who leads comes first, what the tag adds follows.</summary>
    public IReadOnlyList<Tag> WithLead(IReadOnlyList<Tag> tags) => [.. tags.Select(t => t with { Content = With(t.Content) })];

    /// <summary>Who leads, and what an item under the heading adds.</summary>
    public TagContent With(TagContent added)
    {
        var content = new TagContent();
        content.Merge(Content);
        content.Merge(added);
        return content;
    }

    [GeneratedRegex("\\G(?:由)?(?<who>(?!多)[\u4E00-\u9FFF、()]{2,40}?)(?:按照?(?:各自)?职责(?:分工)?)?(?:共同|联合|分别)?(?<verb>牵头负责|牵头|负责|主办)(?:落实|办理|完成|推进)?(?:的)?(?:工作|任务|事项|项目|重点工作|重点任务)?(?:\\(.{1,12}\\))?[。:]?$")]
    private static partial Regex Pattern();
}
