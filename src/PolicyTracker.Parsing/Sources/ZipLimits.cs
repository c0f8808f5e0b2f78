using System.IO.Compression;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// The parts of a zip by name. What a part says about its own size is not believed: bytes are counted as they are
/// unpacked, and unpacking stops at <see cref="SourceLimits"/>. Zips inside are not followed.
/// </summary>
internal sealed class ZipLimits : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly long fileLength;
    private long unpacked;

    /// <exception cref="RefusedException">Too many parts, or parts under a password.</exception>
    /// <exception cref="InvalidDataException">No zip, or a damaged one.</exception>
    public ZipLimits(byte[] bytes)
    {
        fileLength = bytes.Length;
        archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > SourceLimits.MostEntries) throw new RefusedException(Refusals.TooManyEntries);
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted) throw new RefusedException(Refusals.Password);
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public IEnumerable<string> Names => entries.Keys;

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>A part's bytes; null when there is no such part.</summary>
    /// <exception cref="RefusedException">The parts read so far unpack to more than the limits allow.</exception>
    public byte[]? Read(string name)
    {
        if (!entries.TryGetValue(name, out var entry)) return null;
        using var stream = entry.Open();
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            unpacked += count;
            var suspicious = unpacked > SourceLimits.UnpackedWithoutQuestion && unpacked > fileLength * SourceLimits.MostRatio;
            if (suspicious || unpacked > SourceLimits.MostUnpacked) throw new RefusedException(Refusals.ZipBomb);
            taken.Write(buffer, 0, count);
        }
        return taken.ToArray();
    }

    public void Dispose() => archive.Dispose();
}
