namespace PolicyTracker.Parsing.Sources;

/// <summary>Bytes of a file to numbered lines.</summary>
public static class SourceReader
{
    /// <summary>Reads the file's text; a file that cannot or must not be taken comes back as a refusal, never as an exception.</summary>
    public static SourceReading Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return IsHtml(bytes, fileName) ? HtmlSource.Read(bytes, fileName) : PlainText.Read(bytes, fileName);
    }

    private static bool IsHtml(ReadOnlySpan<byte> bytes, string fileName)
    {
        if (Path.GetExtension(fileName).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".mht") return true;
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
