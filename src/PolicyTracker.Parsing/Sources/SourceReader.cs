namespace PolicyTracker.Parsing.Sources;

/// <summary>Bytes of a file to numbered lines.</summary>
public static class SourceReader
{
    /// <summary>
    /// Reads the file's text by what its bytes are, whatever its name says; a file that cannot or must not be taken comes
    /// back as a refusal, never as an exception.
    /// </summary>
    public static SourceReading Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (bytes.IsEmpty) return Refuse(Refusals.Empty);
        if (bytes.Length > SourceLimits.MostBytes) return Refuse(Refusals.Oversized);
        try
        {
            return FormatSniffer.Sniff(bytes, fileName) switch
            {
                FileFormat.Text => ReadText(bytes, fileName),
                FileFormat.Html => HtmlSource.Read(WithMark(bytes), fileName),
                FileFormat.Zip => Text(fileName, ZipSource.Read(bytes.ToArray())),
                FileFormat.Pdf => Text(fileName, PdfReader.Read(bytes.ToArray())),
                FileFormat.Ole => Text(fileName, OleSource.Read(bytes.ToArray())),
                FileFormat.Rtf => Text(fileName, OfficeConversion.ReadRtf(bytes.ToArray())),
                FileFormat.Image => Refuse(Refusals.Image),
                FileFormat.Archive => Refuse(Refusals.Archive),
                FileFormat.FlatOffice => Refuse(Refusals.FlatOffice),
                FileFormat.Unknown => Refuse(Refusals.Unknown),
            };
        }
        catch (RefusedException refused)
        {
            return Refuse(refused.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a zip, XML or PDF reader throws on content means the same to the person who uploaded it.
            return Refuse(Refusals.Damaged);
        }
    }

    private static SourceReading ReadText(ReadOnlySpan<byte> bytes, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (extension is ".docx" or ".xlsx" or ".pdf" or ".ofd") return Refuse(Refusals.NotWhatItsNameSays(extension));
        var reading = PlainText.Read(WithMark(bytes), fileName);
        return reading.Text is { } text && text.Lines.All(string.IsNullOrWhiteSpace) ? Refuse(Refusals.Empty) : reading;
    }

    /// <summary>UTF-16 without its mark gets one, so that one decoder serves all.</summary>
    private static ReadOnlySpan<byte> WithMark(ReadOnlySpan<byte> bytes) =>
        FormatSniffer.Utf16Mark(bytes) is { } mark ? (byte[])[.. mark, .. bytes] : bytes;

    private static SourceReading Text(string fileName, IReadOnlyList<string> lines) => new(new SourceText(fileName, lines), null);

    private static SourceReading Refuse(string why) => new(null, why);
}
