using System.IO.Compression;
using System.Text;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>One file of an archive: its bytes, or why it is not taken.</summary>
public sealed record ArchivedFile(string Name, byte[]? Content, string? Refusal);

/// <summary>
/// 压缩包: several notices in one zip. What an entry says about its own size is not believed: bytes are counted as they are unpacked.
/// </summary>
public static class NoticeArchive
{
    public const int MostFiles = 50;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostRatio = 200;
    private const int UnpackedWithoutQuestion = 1024 * 1024;

    /// <summary>A zip that is not itself a document (.docx, .xlsx, .ofd are zips too).</summary>
    public static bool IsArchive(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return false;
        }

        try
        {
            using var zip = Open(bytes);
            return zip.GetEntry("[Content_Types].xml") is null && zip.GetEntry("OFD.xml") is null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <exception cref="RuleException">The archive as a whole is not taken; the message says why.</exception>
    public static IReadOnlyList<ArchivedFile> Read(byte[] bytes)
    {
        using var zip = Open(bytes);
        var entries = zip.Entries.Where(entry => entry.Name.Length > 0 && !IsLeftover(entry.FullName)).ToList();
        if (entries.Count == 0)
        {
            throw new RuleException("压缩包里没有文件。");
        }

        if (entries.Count > MostFiles)
        {
            throw new RuleException($"压缩包里有{entries.Count}个文件，一次最多{MostFiles}个，请分几次导入。");
        }

        var unpacked = 0L;
        return [.. entries.Select(entry => Unpack(entry, bytes.Length, ref unpacked))];
    }

    // Archives of Chinese Windows write names in GBK without saying so; those that say UTF-8 are read as such.
    private static ZipArchive Open(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.GetEncoding("GB18030"));
    }

    private static bool IsLeftover(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(path) is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static ArchivedFile Unpack(ZipArchiveEntry entry, int archiveLength, ref long unpacked)
    {
        var name = Path.GetFileName(entry.FullName.Replace('\\', '/'));
        if (entry.IsEncrypted)
        {
            return new(name, null, "压缩包设有密码，无法读取。请解压后再导入。");
        }

        using var stream = entry.Open();
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = Next(stream, buffer)) > 0)
        {
            unpacked += count;
            if (unpacked > MostUnpacked || (unpacked > UnpackedWithoutQuestion && unpacked > (long)archiveLength * MostRatio))
            {
                throw new RuleException("压缩包展开后异常庞大，疑似恶意文件，没有读取。请确认来源，或解压后逐个导入。");
            }

            if (taken.Length + count > NoticeImport.MaxBytes)
            {
                return new(name, null, $"文件超过{NoticeImport.MaxBytes / 1024 / 1024}MB，未导入。请拆分后再导入。");
            }

            taken.Write(buffer, 0, count);
        }

        var content = taken.ToArray();
        return IsArchive(content) ? new(name, null, "压缩包里还有压缩包，没有读取。请先解压里面的一层。") : new(name, content, null);
    }

    private static int Next(Stream stream, byte[] buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new RuleException("压缩包已损坏，无法读取。请重新取得后再导入。");
        }
    }
}
