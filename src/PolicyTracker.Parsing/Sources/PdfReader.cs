using System.Globalization;
using System.Xml;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// A PDF with a text layer as numbered lines. poppler's pdftotext gives the words and where they stand; the frames of tables,
/// which it does not give, are read by <see cref="PdfRulings"/>.
/// </summary>
internal static class PdfReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        // pdftotext writes an XHTML document type of its own; it is passed over, not processed.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <exception cref="RefusedException">pdftotext is missing or gave up, or the PDF is encrypted, damaged or without text.</exception>
    public static List<string> Read(byte[] bytes) => PageText.Lines(Pages(bytes));

    /// <summary>The words and drawn lines of each page.</summary>
    public static List<PageContent> Pages(byte[] bytes)
    {
        var result = ChildProcess.Run("pdftotext", ["-q", "-bbox", "-enc", "UTF-8", "-", "-"], bytes, SourceLimits.PdfTime, SourceLimits.PdfMemory)
            ?? throw new RefusedException(Refusals.NoPdfToText);
        if (result.StoppedByLimit) throw new RefusedException(Refusals.PdfTooSlow);
        if (result.ExitCode != 0) throw new RefusedException(IsEncrypted(bytes) ? Refusals.Password : Refusals.Damaged);
        var pages = Words(result.Output);
        if (pages.TrueForAll(p => p.Words.Count == 0)) throw new RefusedException(Refusals.NoTextInPdf);
        var rulings = PdfRulings.Read(bytes);
        return [.. pages.Select((p, i) => i < rulings.Count ? p with { Rulings = rulings[i] } : p)];
    }

    private static bool IsEncrypted(byte[] bytes) => bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0;

    private static List<PageContent> Words(byte[] html)
    {
        var pages = new List<PageContent>();
        var words = new List<PageWord>();
        using var reader = XmlReader.Create(new MemoryStream(html), Settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "page")
            {
                if (pages.Count >= SourceLimits.MostPages) throw new RefusedException(Refusals.TooMuchText);
                words = [];
                pages.Add(new PageContent(Number(reader, "width"), Number(reader, "height"), words, []));
            }
            else if (reader.LocalName == "word")
            {
                var (left, top, right, bottom) = (Number(reader, "xMin"), Number(reader, "yMin"), Number(reader, "xMax"), Number(reader, "yMax"));
                words.Add(new PageWord(left, top, right, bottom, reader.ReadElementContentAsString()));
            }
        }
        return pages;
    }

    private static double Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : 0;
}
