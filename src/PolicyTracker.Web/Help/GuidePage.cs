using System.Text.RegularExpressions;

namespace PolicyTracker.Web.Help;

/// <summary>A page of the guide: as much of Markdown as the guide is written in, and no HTML.</summary>
public sealed record GuidePage(string Title, IReadOnlyList<GuideBlock> Blocks)
{
    private static readonly Regex Numbered = new(@"^\d+\. ", RegexOptions.NonBacktracking);
    private static readonly Regex Picture = new(@"^!\[(?<words>[^\]]*)\]\(images/(?<name>[a-z0-9-]+\.png)\)$", RegexOptions.NonBacktracking);
    private static readonly Regex Marked = new(@"\*\*(?<strong>[^*]+)\*\*|\[(?<words>[^\]]+)\]\((?<address>/[a-z-]*)\)", RegexOptions.NonBacktracking);

    public static GuidePage Read(string text)
    {
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Block).ToList();
        return new GuidePage(blocks[0].Lines[0][0].Words, blocks[1..]);
    }

    private static GuideBlock Block(string text)
    {
        var lines = text.Split('\n');
        if (Picture.Match(text) is { Success: true } picture)
        {
            return new(GuideBlockKind.Picture, [[new(picture.Groups["words"].Value, picture.Groups["name"].Value)]]);
        }

        var (kind, mark) = lines[0] switch
        {
            ['#', '#', ' ', ..] => (GuideBlockKind.Heading, "## "),
            ['#', ' ', ..] => (GuideBlockKind.Heading, "# "),
            ['-', ' ', ..] => (GuideBlockKind.List, "- "),
            var first when Numbered.IsMatch(first) => (GuideBlockKind.Steps, "1. "),
            _ => (GuideBlockKind.Paragraph, ""),
        };
        return new(kind, [.. lines.Select(line => Spans(line[mark.Length..]))]);
    }

    private static IReadOnlyList<GuideSpan> Spans(string line)
    {
        var (spans, at) = (new List<GuideSpan>(), 0);
        foreach (Match mark in Marked.Matches(line))
        {
            spans.Add(new(line[at..mark.Index]));
            spans.Add(mark.Groups["strong"] is { Success: true } strong ? new(strong.Value, IsStrong: true) : new(mark.Groups["words"].Value, mark.Groups["address"].Value));
            at = mark.Index + mark.Length;
        }

        spans.Add(new(line[at..]));
        return [.. spans.Where(span => span.Words.Length > 0)];
    }
}

/// <param name="Lines">Items of a list; of the other kinds one.</param>
public sealed record GuideBlock(GuideBlockKind Kind, IReadOnlyList<IReadOnlyList<GuideSpan>> Lines);

/// <param name="Address">Of a link within the portal, or the name of a picture.</param>
public sealed record GuideSpan(string Words, string? Address = null, bool IsStrong = false);

public enum GuideBlockKind
{
    Heading,
    Paragraph,
    List,
    Steps,
    Picture,
}
