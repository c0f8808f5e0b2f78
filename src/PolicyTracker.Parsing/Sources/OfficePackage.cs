using System.IO.Compression;

namespace PolicyTracker.Parsing.Sources;

/// <summary>What a .docx or .xlsx must be before it is opened: a zip of a reasonable size that holds the part its name promises.</summary>
internal static class OfficePackage
{
    private const long LargestContent = 200L * 1024 * 1024;
    private const int MostEntries = 5000;

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The container of .doc, .wps, .xls and of files with a password.</summary>
    public static bool IsOldContainer(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Null when the package can be opened; else why not, in Chinese.</summary>
    public static string? Refusal(byte[] bytes, string mainPart, string kind)
    {
        if (IsOldContainer(bytes)) return $"这是旧版 Office 文件或加了密码的文件，不能直接读取；请在 Word 或 WPS 中去掉密码并另存为 {kind} 后再导入。";
        if (!IsZip(bytes)) return $"文件内容不是 {kind}，可能已损坏或改过扩展名；请重新取得原文件。";
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries || zip.Entries.Sum(e => e.Length) > LargestContent) return "文件解压后过大，为安全起见没有打开。";
            return zip.GetEntry(mainPart) is null ? $"压缩包里没有 {kind} 的正文，文件可能已损坏。" : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or OverflowException)
        {
            return $"文件已损坏，不能作为 {kind} 打开。";
        }
    }
}
