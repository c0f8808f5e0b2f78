using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>Headings that say when what stands below them is to be done: 第一季度, 3月:清脏治乱月. A single one may be a date, as 2031年3月 is.</summary>
internal static partial class PeriodHeadings
{
    private const int FewestPeriods = 2;
    private const int LongestPeriod = 32;

    /// <summary>Makes headings of them, above the chapters (一、) where such stand below them.</summary>
    public static void Mark(IReadOnlyList<Block> blocks)
    {
        var periods = blocks.OfType<Paragraph>().Where(p => p.Number is null && IsPeriod(p.Clean)).ToList();
        if (periods.Count < FewestPeriods) return;
        var holdsChapters = blocks.SkipWhile(b => b != periods[0]).TakeWhile(b => b != periods[^1]).Any(b => b is Paragraph { Number.Style: NumberStyle.Han });
        periods.ForEach(p => p.MakeHeading(holdsChapters ? NumberStyle.Chapter : NumberStyle.Named));
    }

    public static bool IsPeriod(string clean) => clean.Length is > 1 and < LongestPeriod && Period().IsMatch(clean);

    [GeneratedRegex("^(?:(?:(?:19|20)\\d\\d年)?(?:第?[一二三四]季度|[上下]半年)|[1-9]\\d?月份?)(?::[\u4E00-\u9FFF“”、]{2,20})?$")]
    private static partial Regex Period();
}
