using System.Text.Json;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Corpus;

/// <summary>The five notices of data/notices and what a careful clerk reads in them.</summary>
internal static class CorpusFiles
{
    private static readonly string Root = AppContext.BaseDirectory;

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "notices"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static ParsedNotice Read(string name)
    {
        var path = Path.Combine(Root, "notices", name + ".txt");
        return NoticeParser.Parse(SourceReader.Read(File.ReadAllBytes(path), Path.GetFileName(path)).Text!);
    }

    public static JsonElement Gold(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "Corpus", name + ".json"))).RootElement;
}
