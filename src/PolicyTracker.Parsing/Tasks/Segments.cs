using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// The tasks of a node that has tags of its own: each tag closes what stands before it, back to the tag before.
/// The first task has the node's number; the later ones have none, and the node's title ends their path.
/// </summary>
internal sealed class Segments
{
    private const int LongestCell = 24;

    // A title takes less of it.
    private const int LongestSentence = 160;

    private readonly Node node;
    private readonly DocumentRules rules;
    private readonly List<Paragraph> paragraphs;
    private readonly Dictionary<Paragraph, int> places;

    private Segments(Node node, DocumentRules rules)
    {
        (this.node, this.rules, paragraphs) = (node, rules, [.. node.OwnParagraphs]);
        places = paragraphs.Index().ToDictionary(p => p.Item, p => p.Index);
    }

    public static IEnumerable<ParsedTask> Read(Node node, IReadOnlyList<Tag> tags, bool orders, DocumentRules rules) => new Segments(node, rules).Read(tags, orders);

    private IEnumerable<ParsedTask> Read(IReadOnlyList<Tag> tags, bool orders)
    {
        if (tags is [{ OwnLine: true } only] && (only.Limit is not null || GovernsWhatFollows(only) || StandsAmongFields(only))) { yield return Make.Whole(node, only, rules); yield break; }
        var (at, from) = (0, 0);
        if (node.Kind != NodeKind.Section) at = FirstOfList(tags);
        else if (tags is [{ OwnLine: true } opening, { OwnLine: true }, ..]) at = FirstMarked(0, places[opening.Paragraph]);
        var marked = node.Kind != NodeKind.Section || at > 0;
        var path = Make.Path(node.Kind == NodeKind.Section ? node.Parent : node);
        for (var i = 0; i < tags.Count; i++)
        {
            var tag = tags[i];
            var last = places[tag.Limit ?? tag.Last ?? tag.Paragraph];
            var first = node.Kind == NodeKind.Section && i == 0 && at == 0;
            if (tag.Opens is { } opens) (at, from, first) = (places[tag.Paragraph], opens, first && tag.Paragraph == node.Heading);
            if (!first) path = Make.Path(IsSibling(at, from) ? node.Parent : node);
            if (node.Kind != NodeKind.Section && !tag.OwnLine) at = Math.Max(at, places[tag.Paragraph]);
            if (marked && tag.OwnLine && from == 0) at = FirstMarked(at, places[tag.Paragraph]);
            yield return Segment(at, from, tag, first, path);
            (at, from) = tag is { Last: null, Limit: null } && tag.End < tag.Paragraph.Clean.Length ? (last, tag.End) : (last + 1, 0);
            if (at >= paragraphs.Count) yield break;
        }
        if (orders && node.Kind == NodeKind.Section && from == 0)
            for (; at < paragraphs.Count; at++)
                if (IsWork(paragraphs[at].Clean)) yield return Trailing(paragraphs[at]);
    }

    /// <summary>Where lines without numbers have a tag each, what leads to the first of them is as long as what leads to the second.</summary>
    private int FirstOfList(IReadOnlyList<Tag> tags) =>
        tags.Count > 1 && tags[0].OwnLine && tags[1].OwnLine && places[tags[1].Paragraph] - places[tags[0].Last ?? tags[0].Paragraph] is > 1 and var distance
            ? Math.Max(0, places[tags[0].Paragraph] - distance + 1) : 0;

    /// <summary>02 / 健康 / ★建设医院。 / 责任单位:…: what stands above the mark of an item heads several of them.</summary>
    private int FirstMarked(int at, int tag)
    {
        for (var i = at; i < tag; i++)
            if (paragraphs[i].Lines[0].IsBulleted) return i;
        return at;
    }

    /// <summary>A tag between a bare heading and its text names who does all of it.</summary>
    private bool GovernsWhatFollows(Tag tag) =>
        node.Heading is { } heading && paragraphs.Count > 1 && paragraphs[1] == tag.Paragraph && paragraphs[^1] != (tag.Last ?? tag.Paragraph)
        && Node.HeadingEnd(heading, node.Number?.Length ?? 0) >= heading.Clean.Length && heading.Clean.Length < 50;

    /// <summary>责任单位:… / 整改目标:… / 整改措施:…: behind the tag stand only more fields of the item.</summary>
    private bool StandsAmongFields(Tag tag) =>
        node.Heading is not null && paragraphs[^1] != (tag.Last ?? tag.Paragraph) && places[tag.Last ?? tag.Paragraph] is var last && ParagraphJoin.OpensWithField(paragraphs[last + 1].Clean)
        && paragraphs.Skip(last + 1).All(p => ParagraphJoin.OpensWithField(p.Clean) || p.Number is not null);

    private ParsedTask Segment(int at, int from, Tag tag, bool first, IReadOnlyList<string> path)
    {
        var end = places[tag.Paragraph];
        var start = paragraphs[at];
        var number = first ? node.PrintedNumber : InnerNumber(start, ref from);
        var title = first && start == node.Heading ? Sentence(start, Math.Max(from, node.Number?.Length ?? 0), tag) : first ? node.Title : Sentence(start, from, tag);
        var text = new List<string>();
        for (var i = at; i <= end; i++)
            text.Add(paragraphs[i].Print(i == at && !first ? from : 0, i == end && tag.Last is null ? tag.End : paragraphs[i].Clean.Length));
        var lastOfTag = tag.Last is null ? -1 : places[tag.Last];
        for (var i = end + 1; i <= lastOfTag; i++) text.Add(paragraphs[i].Print(0, paragraphs[i].Clean.Length));
        var own = new TaskText();
        for (var i = at; i <= end; i++) own.Add(paragraphs[i], i == at ? from : 0, i == end ? tag.Start : paragraphs[i].Clean.Length);
        var milestones = MilestoneReader.Read(own, rules.OwnYear, rules.IssuedOn);
        var lines = new LineRange(start.LineNumberAt(Math.Min(from, start.Clean.Length - 1)), Math.Max(tag.LastLine, start.FirstLine));
        return new ParsedTask(number, path, Make.TitleOf(title), string.Join('\n', text), lines, rules.Apply(tag.Content), rules.Deadline(tag.Content),
            [.. milestones.Select(m => m.Day)], tag.Content.Leaders)
        {
            MilestoneOrigins = [.. milestones.Select(m => m.Origin)],
            Targets = TargetReader.Read(paragraphs.GetRange(at, end - at + 1), [tag], rules.OwnYear, from),
            Origin = Make.OriginOf(paragraphs, [tag], []),
        };
    }

    /// <summary>(三)…。(甲负责)(四)…。(乙负责): a line break was lost, the next item goes on in the paragraph of the one before.</summary>
    private bool IsSibling(int at, int from) =>
        node.Number is { } own && Numbering.Read(paragraphs[at].Clean.AsSpan(from)) is { } next && next.Style == own.Style && next.Value == own.Value + 1;

    private static string? InnerNumber(Paragraph p, ref int from)
    {
        if (Numbering.Read(p.Clean.AsSpan(from)) is not { } number) return null;
        if (number.Style == NumberStyle.Ordinal) return null;
        var printed = p.PrintTight(from, from + number.Length);
        from += number.Length;
        return printed;
    }

    private static string Sentence(Paragraph p, int from, Tag tag)
    {
        var near = Math.Min(p.Clean.Length, from + LongestSentence);
        var stop = p.Clean.IndexOf('。', from, near - from);
        var end = stop < 0 ? near : stop;
        if (tag.Paragraph == p && tag.Start > from) end = Math.Min(end, tag.Start);
        return p.PrintTight(from, end);
    }

    private static bool IsWork(string clean) =>
        !ReportingRules.IsReporting(clean) && !ReportingRules.IsValidity(clean) && TagStatement.Standing(clean) is null && !clean.StartsWith("注:", StringComparison.Ordinal) && SaysMore(clean);

    /// <summary>A caption, a cell or the rest of a broken table says no work: 表2, 年份, 14.00.</summary>
    private static bool SaysMore(string clean) => clean.Contains('。') || clean[^1] == ';' || clean.Length > LongestCell;

    /// <summary>A paragraph behind the last tag: work of its own that nobody is named for.</summary>
    private ParsedTask Trailing(Paragraph p)
    {
        var stop = p.Clean.IndexOf('。');
        return Make.Task(null, Make.Path(node.Parent), p.PrintTight(0, stop < 0 ? p.Clean.Length : stop), [p], new LineRange(p.FirstLine, p.LastLine), new TagContent(), [], rules);
    }
}
