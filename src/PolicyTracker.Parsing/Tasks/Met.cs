using System.Collections.Concurrent;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// What was read of short words that notices print again and again: labels of tags, headings of columns. The first few thousand are kept
/// for the life of the process; what comes later is read each time.
/// </summary>
internal sealed class Met<TReading>
{
    private const int Most = 4096;
    private const int Longest = 40;

    private readonly ConcurrentDictionary<string, TReading> readings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TReading>.AlternateLookup<ReadOnlySpan<char>> byWords;
    private int count;

    public Met() => byWords = readings.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> words, out TReading reading) => byWords.TryGetValue(words, out reading!);

    /// <summary>Keeps a reading, if there is room, and gives it back.</summary>
    public TReading Keep(ReadOnlySpan<char> words, TReading reading)
    {
        if (count < Most && words.Length <= Longest && byWords.TryAdd(words, reading)) Interlocked.Increment(ref count);
        return reading;
    }
}
