using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>
/// The title of a notice that was copied without its head: 现将《某某方案》印发给你们 names the plan, and the line that prints the name
/// again below is its title.
/// </summary>
internal static partial class CarriedTitle
{
    private const int Reach = 12;
    private const int MostLines = 3;
    private const int LongestText = 1500;
    private const int LongestTitle = 120;

    /// <summary>Null where no plan is announced, or the announced one is not printed here.</summary>
    public static string? Read(IReadOnlyList<Block> blocks)
    {
        var reach = Math.Min(blocks.Count, Reach);
        for (var i = 0; i < reach; i++)
        {
            if (blocks[i] is not Paragraph { Clean.Length: < LongestText } p || Announced().Match(p.Clean) is not { Success: true } m) continue;
            var key = Titles.Key(m.Groups["t"].Value);
            for (var below = i + 1; below < reach; below++)
                if (PrintedFrom(blocks, below, key) is { } title) return title;
        }
        return null;
    }

    private static string? PrintedFrom(IReadOnlyList<Block> blocks, int first, string key)
    {
        var title = "";
        for (var i = first; i < Math.Min(blocks.Count, first + MostLines) && blocks[i] is Paragraph { Clean.Length: < LongestTitle } p; i++)
        {
            title += p.PrintTight(0, p.Clean.Length);
            if (Titles.Key(title) is var soFar && soFar == key) return title;
            if (!key.StartsWith(soFar, StringComparison.Ordinal)) return null;
        }
        return null;
    }

    [GeneratedRegex("(?:将|印发|转发|发布|制定(?:了)?)《(?<t>[^《》]{4,100}(?:《[^《》]{1,60}》[^《》]{0,40})?)》|^《(?<t>[^《》]{4,100}(?:《[^《》]{1,60}》[^《》]{0,40})?)》(?=已经|业经|经)", RegexOptions.ExplicitCapture)]
    private static partial Regex Announced();
}
