using System.IO.Compression;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// The objects of a PDF, found by looking through the whole file instead of following its tables, which damaged and
/// amended files get wrong; the last object of a number counts (ISO 32000-1, 7.5).
/// </summary>
internal sealed class PdfObjects
{
    private readonly byte[] bytes;
    private readonly Dictionary<int, (byte[] Bytes, int At)> places = [];
    private readonly Dictionary<int, object?> read = [];
    private long unpacked;

    public PdfObjects(byte[] bytes)
    {
        this.bytes = bytes;
        var streams = new List<int>();
        for (var at = 0; at < bytes.Length;)
        {
            var found = bytes.AsSpan(at).IndexOf(" obj"u8);
            if (found < 0) break;
            if (NumberBefore(at + found) is { } number) places[number] = (bytes, at + found + 4);
            at += found + 4;
        }
        foreach (var number in places.Keys.ToList())
            if (Get(number) is Dictionary<string, object> d && d.GetValueOrDefault("Type") is PdfName("ObjStm")) streams.Add(number);
        foreach (var number in streams) AddPacked(number);
    }

    public IEnumerable<Dictionary<string, object>> Dictionaries => places.Keys.Order().Select(Get).OfType<Dictionary<string, object>>();

    public object? Resolve(object? value) => value is PdfReference reference ? Get(reference.Number) : value;

    public Dictionary<string, object>? Dictionary(object? value) => Resolve(value) as Dictionary<string, object>;

    /// <summary>A stream's data, unpacked; empty where it is packed in a way that drawings are not, or damaged.</summary>
    public byte[] Stream(object? value)
    {
        if (value is not PdfReference(var number) || !places.TryGetValue(number, out var place)) return [];
        var tokens = new PdfTokens(place.Bytes, place.At);
        if (tokens.Next() is not Dictionary<string, object> header || tokens.Next() is not PdfWord("stream")) return [];
        var start = tokens.At + (At(place.Bytes, tokens.At) == 13 && At(place.Bytes, tokens.At + 1) == 10 ? 2 : 1);
        if (start >= place.Bytes.Length) return [];
        var rest = place.Bytes.AsSpan(start);
        var length = Resolve(header.GetValueOrDefault("Length")) is double given && given >= 0 && given < rest.Length && rest[(int)given..].TrimStart(" \r\n"u8).StartsWith("endstream"u8)
            ? (int)given : rest.IndexOf("endstream"u8);
        if (length < 0) length = rest.Length;
        var filter = Resolve(header.GetValueOrDefault("Filter"));
        if (filter is List<object> filters) filter = filters.Count == 1 ? Resolve(filters[0]) : filters.Count == 0 ? null : "";
        if (header.ContainsKey("DecodeParms") && header.GetValueOrDefault("Type") is PdfName("ObjStm")) return [];
        return filter switch
        {
            null => rest[..length].ToArray(),
            PdfName("FlateDecode" or "Fl") => Inflate(rest[..length].ToArray()),
            _ => [],
        };
    }

    private object? Get(int number)
    {
        if (read.TryGetValue(number, out var known)) return known;
        return read[number] = places.TryGetValue(number, out var place) ? new PdfTokens(place.Bytes, place.At).Next() : null;
    }

    /// <summary>Objects packed into a stream: pairs of number and place in front, then the objects (7.5.7).</summary>
    private void AddPacked(int number)
    {
        if (Get(number) is not Dictionary<string, object> header || Resolve(header.GetValueOrDefault("First")) is not double first) return;
        var data = Stream(new PdfReference(number));
        var tokens = new PdfTokens(data, 0);
        while (tokens.At < first && tokens.Next() is double packed && tokens.Next() is double offset)
        {
            if (places.TryAdd((int)packed, (data, (int)Math.Clamp(first + offset, 0, data.Length)))) read.Remove((int)packed);
        }
    }

    private byte[] Inflate(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                if ((unpacked += count) > SourceLimits.MostUnpacked) throw new RefusedException(Refusals.ZipBomb);
                taken.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            // What came out before the damage is used.
        }
        return taken.ToArray();
    }

    private int? NumberBefore(int at)
    {
        var i = at - 1;
        while (i >= 0 && char.IsAsciiDigit((char)bytes[i])) i--;
        if (i == at - 1 || i < 0 || bytes[i] is not (32 or 10 or 13 or 9)) return null;
        var end = i;
        for (i--; i >= 0 && end - i < 9 && char.IsAsciiDigit((char)bytes[i]); i--) { }
        return int.TryParse(bytes.AsSpan(i + 1, end - i - 1), out var number) ? number : null;
    }

    private static int At(byte[] bytes, int at) => at < bytes.Length ? bytes[at] : -1;
}
