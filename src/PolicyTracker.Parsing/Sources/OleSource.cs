using System.Buffers.Binary;
using System.Text;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// Compound files ([MS-CFB]): the old .doc, .xls and .wps, and new ones under a password. Only the names of the streams and
/// the head of the text are looked at; LibreOffice reads the rest.
/// </summary>
internal static class OleSource
{
    private const int MostSectors = 2000;

    public static List<string> Read(byte[] bytes)
    {
        var streams = Streams(bytes);
        if (streams.ContainsKey("EncryptedPackage") || streams.ContainsKey("EncryptionInfo")) throw new RefusedException(Refusals.Password);
        if (streams.TryGetValue("WordDocument", out var text))
        {
            // [MS-DOC] 2.5.2: bit 8 of the flags at offset 10 is fEncrypted.
            if (text + 12 <= bytes.Length && (bytes[text + 11] & 1) != 0) throw new RefusedException(Refusals.Password);
            return OfficeConversion.Read(bytes, "doc", "docx");
        }
        if (streams.ContainsKey("Workbook") || streams.ContainsKey("Book")) return OfficeConversion.Read(bytes, "xls", "xlsx");
        if (streams.ContainsKey("PowerPoint Document")) throw new RefusedException(Refusals.Presentation);
        throw new RefusedException(streams.Count == 0 ? Refusals.Damaged : Refusals.Unknown);
    }

    /// <summary>Names of the streams and where in the file each begins (streams in the small-sector area excepted).</summary>
    private static Dictionary<string, int> Streams(byte[] bytes)
    {
        var streams = new Dictionary<string, int>(StringComparer.Ordinal);
        if (bytes.Length < 512) return streams;
        var sector = bytes[30] is 9 or 12 ? 1 << bytes[30] : 512;
        var at = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(48));
        for (var i = 0; i < MostSectors && Offset(at, sector) is var start && at >= 0 && start + sector <= bytes.Length; i++)
        {
            for (var entry = (int)start; entry < start + sector; entry += 128) AddStream(bytes, entry, sector, streams);
            at = Following(bytes, at, sector);
        }
        return streams;
    }

    private static void AddStream(byte[] bytes, int entry, int sector, Dictionary<string, int> streams)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(entry + 64));
        if (length is < 4 or > 64) return;
        var start = Offset(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(entry + 116)), sector);
        streams.TryAdd(Encoding.Unicode.GetString(bytes, entry, length - 2), (int)Math.Clamp(start, 0, bytes.Length));
    }

    /// <summary>The sector that the allocation table names next; -1 at the end.</summary>
    private static int Following(byte[] bytes, int at, int sector)
    {
        var perTable = sector / 4;
        if (at / perTable >= 109) return -1;
        var table = Offset(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(76 + at / perTable * 4)), sector);
        var place = table + at % perTable * 4;
        return place >= 0 && place + 4 <= bytes.Length ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan((int)place)) : -1;
    }

    private static long Offset(int number, int sector) => (number + 1L) * sector;
}
