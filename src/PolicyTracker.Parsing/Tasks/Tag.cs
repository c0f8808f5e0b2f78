using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>A responsibility tag in a paragraph: where it stands and what it says.</summary>
/// <param name="Start">First character of the tag, its bracket included.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="OwnLine">Whether the paragraph holds nothing else.</param>
/// <param name="Closed">False when its bracket is never closed.</param>
internal sealed record Tag(Paragraph Paragraph, int Start, int End, bool OwnLine, bool Closed, TagContent Content)
{
    /// <summary>Whether a label (责任单位:) makes it a tag; without one, its words could also be prose.</summary>
    public bool Labelled { get; init; }

    /// <summary>Whether it hands out work even where a regulation does not: it is labelled, or says who and until when.</summary>
    public bool IsSure => Labelled || Content is { Responsibilities.Count: > 0, Deadlines.Count: > 0 };

    /// <summary>Whether it only names the members of a body (成员单位:…); who they answer with stands on the line above, else nobody does.</summary>
    public bool NamesMembers { get; init; }

    /// <summary>Where the words of its own task begin in its paragraph; null where they begin behind the tag before.</summary>
    public int? Opens { get; init; }

    /// <summary>The last paragraph of a tag that takes several lines (牵头单位:… / 配合单位:…); null for one.</summary>
    public Paragraph? Last { get; init; }

    /// <summary>The line that says until when, where the text of the task stands between; null where there is none.</summary>
    public Paragraph? Limit { get; init; }

    /// <summary>Whether a paragraph below the first belongs to the tag.</summary>
    public bool GoesOnIn(Paragraph paragraph) => paragraph == Limit || Last is { } last && paragraph.FirstLine > Paragraph.LastLine && paragraph.LastLine <= last.LastLine;

    public int LastLine => (Limit ?? Last)?.LastLine ?? Paragraph.LineNumberAt(End - 1);
}
