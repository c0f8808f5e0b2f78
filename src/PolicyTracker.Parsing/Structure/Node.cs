using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>What a node of the outline stands for.</summary>
internal enum NodeKind
{
    /// <summary>The notice itself.</summary>
    Root,

    /// <summary>A plan or an annex with a title of its own.</summary>
    Part,

    /// <summary>A numbered heading or item.</summary>
    Section,
}

/// <summary>A heading with its own paragraphs and tables, and the headings under it.</summary>
internal sealed partial class Node
{
    private int lastOfTitle;
    private string? cleanTitle;
    private string? label;

    private Node(NodeKind kind, Node? parent, string title, Paragraph? heading)
    {
        (Kind, Parent, Title, Heading) = (kind, parent, title, heading);
        Number = kind == NodeKind.Section ? heading?.Number : null;
        PrintedNumber = Number is { } n and not { Style: NumberStyle.Named, Value: 0 } && heading is not null ? heading.PrintTight(0, n.Length).TrimEnd([.. Line.Bars]) : null;
    }

    public NodeKind Kind { get; }

    public Node? Parent { get; }

    /// <summary>Without number: the heading up to its first full stop.</summary>
    public string Title { get; }

    public Paragraph? Heading { get; }

    public Numbering? Number { get; }

    public string? PrintedNumber { get; }

    /// <summary>Paragraphs and tables between the heading and the first child.</summary>
    public List<Block> Body { get; } = [];

    public List<Node> Children { get; } = [];

    /// <summary>Whether the part lists annexes of its own (附件:1.…).</summary>
    public bool ListsAnnexes { get; set; }

    /// <summary>The title as rules compare it; folded once, because every child asks.</summary>
    public string CleanTitle => cleanTitle ??= Glyphs.Fold(Title);

    /// <summary>Title as printed, its number included, for paths; put together once, because every task below it asks.</summary>
    public string Label => label ??= PrintedNumber + Title;

    public static Node Root(string title) => new(NodeKind.Root, null, title, null);

    /// <param name="lastOfTitle">The last line of a title that was broken over several.</param>
    public Node AddPart(string title, Paragraph heading, int lastOfTitle) => Add(new Node(NodeKind.Part, this, title, heading) { lastOfTitle = lastOfTitle });

    public Node AddSection(Paragraph heading)
    {
        var number = heading.Number!.Value;
        var end = number.Length == 0 ? heading.Clean.TrimEnd(':').Length : HeadingEnd(heading, number.Length);
        return Add(new Node(NodeKind.Section, this, heading.PrintTight(number.Length, end), heading));
    }

    /// <summary>Own text: the heading's paragraph and the paragraphs of the body.</summary>
    public IEnumerable<Paragraph> OwnParagraphs
    {
        get
        {
            if (Kind == NodeKind.Section && Heading is not null) yield return Heading;
            foreach (var block in Body)
                if (block is Paragraph p) yield return p;
        }
    }

    public int FirstLine => Heading?.FirstLine ?? Body.FirstOrDefault()?.FirstLine ?? Children.FirstOrDefault()?.FirstLine ?? 1;

    /// <summary>Last line of the node and everything under it.</summary>
    public int LastLine =>
        Children.Count > 0 ? Children[^1].LastLine : Body.Count > 0 ? Body[^1].LastLine : Math.Max(lastOfTitle, Heading?.LastLine ?? FirstLine);

    /// <summary>Where the heading's first sentence ends, a tag behind it left out.</summary>
    internal static int HeadingEnd(Paragraph heading, int from)
    {
        var text = heading.Clean;
        var stop = text.IndexOf('。', from);
        var end = stop >= 0 ? stop : text.Length;
        var tag = text.AsSpan(from, end - from).IndexOfAny("(〔【[") >= 0 && HeadingTag().Match(text, from, end - from) is { Success: true } m ? m.Index : end;
        return tag == stop ? stop + 1 : tag;
    }

    [GeneratedRegex("[〔【\\[](?:责任|牵头|配合|完成|主办|承办|时限|负责)|\\((?:(?:责任|牵头|配合|完成|主办|承办|起草|实施|落实|负责)[\u4E00-\u9FFF]{0,6}:|[^()。]{2,120}(?:牵头|负责|配合|参与|起草)[^()。]{0,40}\\)$)")]
    private static partial Regex HeadingTag();

    private Node Add(Node child)
    {
        Children.Add(child);
        return child;
    }
}
