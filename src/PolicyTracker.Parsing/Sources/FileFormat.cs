using System.Text;

namespace PolicyTracker.Parsing.Sources;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal enum FileFormat
{
    Text,
    Html,
    Zip,
    Pdf,
    Ole,
    Rtf,
    Image,
    Archive,
    FlatOffice,
    Unknown,
}

/// <summary>Tells formats apart by content; the extension decides only between kinds of text.</summary>
internal static class FormatSniffer
{
    private const int Head = 4096;

    public static FileFormat Sniff(ReadOnlySpan<byte> bytes, string fileName)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8)) return FileFormat.Zip;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return FileFormat.Ole;
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return FileFormat.Pdf;
        if (bytes.StartsWith(@"{\rtf"u8)) return FileFormat.Rtf;
        if (IsImage(bytes)) return FileFormat.Image;
        if (IsArchive(bytes)) return FileFormat.Archive;
        if (IsFlatOffice(bytes)) return FileFormat.FlatOffice;
        if (!HasTextMark(bytes) && Utf16Mark(bytes) is null && LooksBinary(bytes)) return FileFormat.Unknown;
        return IsHtml(bytes, fileName) ? FileFormat.Html : FileFormat.Text;
    }

    /// <summary>The byte order mark that UTF-16 text lacks; null when the bytes are not UTF-16.</summary>
    /// <remarks>Line breaks and the digits 1 to 9 tell the order of the bytes; zero bytes alone do not: 一 has one too.</remarks>
    public static byte[]? Utf16Mark(ReadOnlySpan<byte> bytes)
    {
        if (HasTextMark(bytes) || bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        var head = bytes[..Math.Min(bytes.Length, Head)];
        if (head.IndexOf((byte)0) < 0) return null;
        int little = 0, big = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i + 1] == 0 && head[i] is 10 or 13 or >= (byte)'1' and <= (byte)'9') little++;
            if (head[i] == 0 && head[i + 1] is 10 or 13 or >= (byte)'1' and <= (byte)'9') big++;
        }
        var encoding = little > big ? Encoding.Unicode : Encoding.BigEndianUnicode;
        var text = encoding.GetString(head);
        return (little > 0 || big > 0) && text.Count(IsUsual) * 10 >= text.Length * 9 ? encoding.GetPreamble() : null;
    }

    private static bool IsUsual(char c) =>
        c is '\n' or '\r' or '\t' or >= ' ' and < '\u007F' or >= '\u2000' and < '\u2700' or >= '\u3000' and < '\uA000' or >= '\uFF00' and < '\uFFF0' or '·';

    private static bool HasTextMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Head)];
        var control = 0;
        foreach (var b in head)
        {
            if (b < 9 || b is > 13 and < 32 and not 0x1A and not 0x1B) control++;
        }
        return head.IndexOf((byte)0) >= 0 || control * 50 > head.Length;
    }

    private static bool IsImage(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)
        || (bytes.StartsWith("BM"u8) && bytes.Length > 14 && bytes[6..10].SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]))
        || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..12].SequenceEqual("WEBP"u8))
        || bytes.StartsWith("AT&TFORM"u8) || (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8));

    private static bool IsArchive(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("Rar!"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>A web archive (.mht) and Word's XML of 2003 and 2006, both often named .doc: read as text they would be noise.</summary>
    private static bool IsFlatOffice(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 2048)];
        return head.StartsWith("MIME-Version:"u8) || (head.StartsWith("From:"u8) && head.IndexOf("\nMIME-Version:"u8) >= 0) || head.IndexOf("<?mso-application progid=\"Word.Document\""u8) >= 0;
    }

    /// <summary>Web pages saved as .doc or .xls are common in government offices: they start like pages.</summary>
    private static bool IsHtml(ReadOnlySpan<byte> bytes, string fileName)
    {
        var name = Path.GetExtension(fileName).ToLowerInvariant();
        if (name is ".html" or ".htm" or ".xhtml") return true;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('ï', '»', '¿', 'ÿ', 'þ', ' ', '\r', '\n', '\t');
        if (head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return true;
        return name is not (".txt" or ".md") && head.StartsWith('<')
            && (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
                || head.Contains("<table", StringComparison.OrdinalIgnoreCase) || head.Contains("<meta", StringComparison.OrdinalIgnoreCase)
                || head.Contains("<div", StringComparison.OrdinalIgnoreCase) || head.Contains("<p", StringComparison.OrdinalIgnoreCase));
    }
}
