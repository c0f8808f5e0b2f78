using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>涉及经费的事项,由市某局负责和协调;涉及名录的事项,由市某局负责,市某局配合: matters in one paragraph, each with who answers for it.</summary>
internal static partial class MatterReader
{
    /// <summary>Cheap, because every paragraph is asked.</summary>
    public static bool MayRead(string text) => text.Contains(",由", StringComparison.Ordinal);

    /// <summary>A tag for each matter, which opens its own task; empty where there is none.</summary>
    public static List<Tag> Read(Paragraph paragraph)
    {
        var tags = new List<Tag>();
        if (!MayRead(paragraph.Clean)) return tags;
        for (var m = Matter().Match(paragraph.Clean); m.Success; m = m.NextMatch())
        {
            var (who, content) = (m.Groups["who"], new TagContent());
            new ClauseReader(paragraph, new ElidedPrefix(), content).Read(who.Index, who.Index + who.Length, null);
            if (content is { Strange: 0, SaysRole: true, Responsibilities.Count: > 0 }) tags.Add(new Tag(paragraph, who.Index - 1, m.Index + m.Length, false, true, content) { Opens = m.Index });
        }
        return tags;
    }

    [GeneratedRegex("(?<=^|[。;])[^。;]{2,60}(?:事项|工作|问题|事宜|数据),由(?<who>[\u4E00-\u9FFF、()]{2,80}?负责(?:和协调|协调)?(?:,[\u4E00-\u9FFF、()]{2,60}?(?:配合|参与|协助))?)(?:[。;]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Matter();
}
