using PolicyTracker.Parsing.Checks;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing;

/// <summary>Reads a notice into its documents and tasks; the whole pipeline on one screen.</summary>
public static class NoticeParser
{
    /// <summary>Never throws on content: what cannot be read is in <see cref="ParsedNotice.Diagnostics"/>.</summary>
    public static ParsedNotice Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = LineReader.Read(source);                // what a line is: text, row, blank, page furniture
        var parted = CrowdedLines.Part(lines);              // a line that holds a table, into its cells
        var blocks = BlockReader.Read(parted);              // paragraphs joined again, rows gathered into tables
        var slices = DocumentSplitter.Split(blocks);        // a gazette into its notices
        var readings = slices.Select(slice => DocumentReader.Read(slice, lines, slices.Count == 1)).ToList();
        var documents = readings.Select(r => r.Document).ToList();
        return new ParsedNotice(source, documents, Check(readings, documents, lines));
    }

    /// <summary>What a clerk would query, in the order of the lines.</summary>
    private static IReadOnlyList<Diagnostic> Check(List<DocumentReading> readings, List<ParsedDocument> documents, List<Line> lines) =>
    [
        .. readings.SelectMany(r => NumberingCheck.Run(r).Concat(TextCheck.Run(r)).Concat(TaskCheck.Run(r)).Concat(DepartmentCheck.Run(r)))
            .Concat(CoverageCheck.Run(documents, lines))
            .OrderBy(d => d.Line),
    ];
}
