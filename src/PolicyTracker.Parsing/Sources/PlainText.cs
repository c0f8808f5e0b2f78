using System.Text;

namespace PolicyTracker.Parsing.Sources;

/// <summary>Text files: UTF-8 and UTF-16 with or without a mark, else GB18030, which GB 18030-2022 requires of Chinese software.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private static readonly Lazy<Encoding> Gb18030 = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    });

    public static SourceReading Read(ReadOnlySpan<byte> bytes, string fileName) =>
        new(new SourceText(fileName, EmbeddedTables.LaidOut(Lines(Decode(bytes)))), null);

    /// <summary>Never throws: bytes that fit no encoding become U+FFFD.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.Value.GetString(bytes);
        }
    }

    /// <summary>Lines end with LF, CR LF or CR; a break at the end of the file opens no further line.</summary>
    internal static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        return lines.Length > 1 && lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
