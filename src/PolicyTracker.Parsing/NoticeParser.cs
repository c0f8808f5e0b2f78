using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing;

/// <summary>Reads a notice into its documents and tasks; the whole pipeline on one screen.</summary>
public static class NoticeParser
{
    /// <summary>Never throws on content: what cannot be read is in <see cref="ParsedNotice.Diagnostics"/>.</summary>
    public static ParsedNotice Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = LineReader.Read(source);
        var blocks = BlockReader.Read(lines);
        var slices = DocumentSplitter.Split(blocks);
        var documents = slices.Select(slice => DocumentReader.Read(slice, lines, slices.Count == 1)).ToList();
        return new ParsedNotice(source, documents, []);
    }
}
