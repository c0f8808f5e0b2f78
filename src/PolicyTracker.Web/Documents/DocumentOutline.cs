using Microsoft.Extensions.Caching.Memory;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Documents;

/// <summary>A heading in the outline at the left.</summary>
/// <param name="Level">0 for the outermost that has a number.</param>
/// <param name="IsTitle">The title of a plan that the notice carries: it has no number.</param>
public sealed record OutlineEntry(int Line, int Level, bool IsTitle, string Text);

/// <summary>
/// 目录: the headings of a document. They are not stored: its lines are read again, which needs no migration when the
/// reader learns more. Tasks alone would not do, for sections without one would be missing. Reading a long plan takes
/// longer than all the rest of the page, so that outlines are kept by content, which never changes.
/// </summary>
public static class DocumentOutline
{
    private const int DeepestHeading = 2;

    // In headings: a few megabytes, the outlines of some hundred documents.
    private static readonly MemoryCache Kept = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <param name="sha256">Of the file's bytes.</param>
    /// <param name="firstLine">Line of the file with which the document starts.</param>
    /// <param name="text">The document's own lines.</param>
    public static IReadOnlyList<OutlineEntry> Of(string sha256, int firstLine, SourceText text) =>
        Kept.GetOrCreate((sha256, firstLine), entry =>
        {
            var outline = Read(text, firstLine);
            entry.Size = outline.Count + 1;
            return outline;
        })!;

    private static List<OutlineEntry> Read(SourceText text, int firstLine)
    {
        var entries = new List<OutlineEntry>();
        foreach (var node in NoticeParser.Parse(text).Documents.SelectMany(document => document.Outline))
        {
            Add(node, node.Number is null ? -1 : 0);
        }

        return entries;

        void Add(OutlineNode node, int level)
        {
            // 1. and (1) are items, not sections.
            if (level > DeepestHeading || node.Number?.Any(char.IsAsciiDigit) == true)
            {
                return;
            }

            entries.Add(new OutlineEntry(node.Lines.First + firstLine - 1, Math.Max(level, 0), node.Number is null, node.Number + node.Title));
            foreach (var child in node.Children)
            {
                Add(child, level + 1);
            }
        }
    }
}
