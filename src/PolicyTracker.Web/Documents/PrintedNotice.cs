using System.Text.RegularExpressions;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Documents;

/// <summary>How a line of a notice is set on the page.</summary>
public enum LineStyle
{
    Paragraph,

    /// <summary>The rest of a paragraph that a page break cut: not indented again.</summary>
    Continuation,
    Addressees,

    /// <summary>Signature and date.</summary>
    Right,

    /// <summary>文号 and what else stands in the middle.</summary>
    Center,
    Title,

    /// <summary>Title of a plan that the notice carries.</summary>
    PlanTitle,
    Heading1,
    Heading2,
}

/// <summary>A piece of the printed notice; line numbers are those of the source file, both ends inclusive.</summary>
public abstract record PrintedBlock(int FirstLine, int LastLine);

/// <param name="Mark">What a converter left at its head (##), shown quietly.</param>
/// <param name="RunIn">How many characters at the start are a heading that the text runs on from; 0 for none.</param>
public sealed record PrintedLine(int Number, string Mark, string Text, LineStyle Style, int RunIn = 0) : PrintedBlock(Number, Number);

/// <summary>What tells the parts of a notice apart: its own title, number, organ, addressees and headings.</summary>
public sealed record PrintedParts(
    string Title, string? DocumentNumber, string? IssuingAuthority, string? Addressees, IReadOnlyDictionary<int, OutlineEntry> Headings);

/// <summary>Sets the lines of a notice as an office prints them. Nothing is left out but blank lines; nothing is put in.</summary>
public static partial class PrintedNotice
{
    private const int LongestHeading = 60;
    private const int LongestPart = 200;

    /// <param name="lines">The document's own lines; the first is line <paramref name="firstLine"/> of the file.</param>
    public static IReadOnlyList<PrintedBlock> Read(IReadOnlyList<string> lines, int firstLine, PrintedParts parts)
    {
        var blocks = new List<PrintedBlock>();
        var bare = parts with { Title = Bare(parts.Title), DocumentNumber = BareOrNull(parts.DocumentNumber), IssuingAuthority = BareOrNull(parts.IssuingAuthority), Addressees = BareOrNull(parts.Addressees) };
        PrintedLine? before = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (PrintedTable.At(lines, i, firstLine) is { } table)
            {
                blocks.Add(table);
                (before, i) = (null, table.LastLine - firstLine);
            }
            else if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                var (mark, text) = WithoutMark(lines[i].Trim());
                before = Line(firstLine + i, mark, text, bare, before, opening: IsOpening(blocks, before));
                blocks.Add(before);
            }
        }

        return blocks;
    }

    // The title stands near the top, on consecutive lines; the organ's name in the signature is part of it too, but later.
    private static bool IsOpening(List<PrintedBlock> blocks, PrintedLine? before) =>
        before is { Style: LineStyle.Title } || (blocks.Count < 8 && !blocks.Any(block => block is PrintedLine { Style: LineStyle.Title }));

    private static PrintedLine Line(int number, string mark, string text, PrintedParts parts, PrintedLine? before, bool opening)
    {
        // A paragraph is none of these parts, and most lines are paragraphs.
        var bare = text.Length <= LongestPart ? Bare(text) : "";
        if (opening && IsOf(bare, parts.Title))
        {
            return new(number, mark, text, LineStyle.Title);
        }

        if (parts.Headings.TryGetValue(number, out var heading))
        {
            return Heading(number, mark, text, heading);
        }

        var style = IsOf(bare, parts.DocumentNumber) ? LineStyle.Center
            : parts.Addressees is { } addressees && bare.StartsWith(addressees, StringComparison.Ordinal) ? LineStyle.Addressees
            : IsOf(bare, parts.IssuingAuthority) || Date().IsMatch(bare) ? LineStyle.Right
            : IsCutOff(before) && mark.Length == 0 ? LineStyle.Continuation
            : LineStyle.Paragraph;
        return new(number, mark, text, style);
    }

    private static PrintedLine Heading(int number, string mark, string text, OutlineEntry heading)
    {
        if (text.Length <= LongestHeading && text.Length <= heading.Text.Length + 2)
        {
            return new(number, mark, text, heading.IsTitle ? LineStyle.PlanTitle : heading.Level == 0 ? LineStyle.Heading1 : LineStyle.Heading2);
        }

        // (一)总体要求。四川旅游资源丰富…: the heading ends with its first full stop.
        var stop = text.IndexOf('。', StringComparison.Ordinal) + 1;
        return new(number, mark, text, LineStyle.Paragraph, stop is > 0 and <= LongestHeading ? stop : 0);
    }

    // A line that fills the page and ends in the middle of a sentence.
    private static bool IsCutOff(PrintedLine? before) =>
        before is { Style: LineStyle.Paragraph or LineStyle.Continuation, Text: { Length: >= 20 } text }
        && !"。；：！？.;:!?)）》”…|".Contains(text[^1], StringComparison.Ordinal);

    private static (string Mark, string Text) WithoutMark(string line)
    {
        var length = line.Length - line.TrimStart('#').Length;
        return length > 0 && length < line.Length && line[length] == ' ' ? (line[..length], line[length..].Trim()) : ("", line);
    }

    private static bool IsOf(string bare, string? whole) => bare.Length >= 4 && whole?.Contains(bare, StringComparison.Ordinal) == true;

    private static string? BareOrNull(string? text) => text is null ? null : Bare(text);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('[', '〔').Replace(']', '〕');

    [GeneratedRegex("^([0-9]{4}|[二〇○O零一三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$")]
    private static partial Regex Date();
}
