using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>
/// The head of an order (令): the organ's name with 令, the number below it, and the regulation that it publishes in 《…》.
/// The State Council's orders are cited as 国令第…号, those of other organs with the organ's name.
/// </summary>
internal sealed partial record OrderHead(string? Title, string DocNumber, string Issuer)
{
    public static OrderHead? Read(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i + 1 < blocks.Count && i < 6; i++)
        {
            if (blocks[i] is not Paragraph mast || Mast().Match(mast.Clean) is not { Success: true } m) continue;
            if (blocks[i + 1] is not Paragraph below || !Number().IsMatch(below.Clean)) continue;
            var organ = m.Groups["organ"].Value;
            var number = below.PrintTight(0, below.Clean.Length).Trim('(', ')', '（', '）');
            return new(PublishedTitle(blocks, i + 2), organ == "国务院" ? "国令" + number : organ + "令" + number, organ);
        }
        return null;
    }

    private static string? PublishedTitle(IReadOnlyList<Block> blocks, int from)
    {
        for (var i = from; i < Math.Min(blocks.Count, from + 3); i++)
            if (blocks[i] is Paragraph p && p.Clean.Contains("公布", StringComparison.Ordinal) && Quoted().Match(p.Clean) is { Success: true } m)
                return p.PrintTight(m.Groups["t"].Index, m.Groups["t"].Index + m.Groups["t"].Length);
        return null;
    }

    [GeneratedRegex("^(?:中华人民共和国)?(?<organ>[\u4E00-\u9FFF、]{2,30})令$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mast();

    [GeneratedRegex(@"^\(?第[\d一二三四五六七八九十百零〇]{1,6}号\)?$")]
    private static partial Regex Number();

    [GeneratedRegex("《(?<t>[^《》]{3,80})》", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
