using System.Text;

namespace PolicyTracker.Parsing.Sources;

/// <summary>Bytes of a file to numbered lines. What a file is, its first bytes say; its name decides only between kinds of text.</summary>
public static class SourceReader
{
    /// <summary>Larger files are refused.</summary>
    public const int LargestFile = 50 * 1024 * 1024;

    /// <summary>Reads the file's text; a file that cannot or must not be taken comes back as a refusal, never as an exception.</summary>
    public static SourceReading Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (bytes.Length > LargestFile) return new(null, "文件超过 50 MB，没有读取。");
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (bytes.IsEmpty) return new(null, "文件是空的。");
        if (OfficePackage.IsZip(bytes) || extension is ".docx" or ".xlsx") return ReadOffice(bytes, fileName, extension);
        if (OfficePackage.IsOldContainer(bytes)) return new(null, "这是旧版 .doc、.wps、.xls 文件或加了密码的文件；请另存为不带密码的 .docx 或 .xlsx 后再导入。");
        if (bytes.StartsWith("%PDF"u8)) return new(null, "暂不能直接读取 PDF；请另存为 .docx 或文本文件后再导入。");
        if (IsPicture(bytes)) return new(null, "这是图片；请先做文字识别（OCR）后再导入。");
        if (IsHtml(bytes, extension)) return HtmlSource.Read(bytes, fileName);
        return LooksBinary(bytes) ? new(null, "文件不是文本，也不是支持的格式（txt、md、html、docx、xlsx）。") : PlainText.Read(bytes, fileName);
    }

    private static SourceReading ReadOffice(ReadOnlySpan<byte> bytes, string fileName, string extension)
    {
        var copy = bytes.ToArray();
        if (extension == ".xlsx" || (extension != ".docx" && OfficePackage.Refusal(copy, "xl/workbook.xml", ".xlsx") is null)) return SheetSource.Read(copy, fileName);
        if (extension == ".docx" || OfficePackage.Refusal(copy, "word/document.xml", ".docx") is null) return WordSource.Read(copy, fileName);
        return new(null, "暂不支持这种压缩文件；请先解压，再导入其中的 .docx、.xlsx 或文本文件。");
    }

    private static bool IsHtml(ReadOnlySpan<byte> bytes, string extension)
    {
        if (extension is ".html" or ".htm" or ".xhtml") return true;
        if (extension is ".txt" or ".md") return false;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith("GIF8"u8);

    /// <summary>Text has no zero bytes, unless it is UTF-16 with its mark.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 1 && (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))) return false;
        return bytes[..Math.Min(bytes.Length, 8192)].Contains((byte)0);
    }
}
