using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Sources;

/// <summary>Where the body's lines begin and end, and so which line goes on with the one above.</summary>
internal sealed partial class PageMargins
{
    /// <summary>The margins show in far fewer lines; comparing all with all would be quadratic.</summary>
    private const int MostLines = 2000;

    private readonly double em;
    private readonly double left;
    private readonly double right;
    private readonly bool indents;

    /// <summary>The usual distance between lines where paragraphs are set apart by more of it; else 0.</summary>
    private readonly double pitch;

    public PageMargins(IEnumerable<PageLine> lines)
    {
        var all = lines.Where(l => l.Text.Length > 6).Take(MostLines).ToList();
        if (all.Count == 0) return;
        em = Em(all);
        left = Common(all.Select(l => l.Left), first: true);
        right = Common(all.Select(l => l.Right), first: false);
        indents = all.Count(IsIndented) >= 2;
        var gaps = all.Zip(all.Skip(1), (a, b) => b.Top - a.Top).Where(g => g > 0 && g < em * 6).Order().ToList();
        if (!indents && gaps.Count > 4 && gaps.Count(g => g > gaps[gaps.Count / 4] * 1.2) >= 2) pitch = gaps[gaps.Count / 4];
    }

    /// <summary>
    /// A full line above, and this one neither indented nor set apart; where paragraphs are not marked in either way nothing can
    /// be told, and the lines stay as printed.
    /// </summary>
    public bool Continues(PageLine above, PageLine line, int pagesBetween)
    {
        if ((!indents && pitch == 0) || pagesBetween > 1) return false;
        if (above.Right < right - em * (1.7 + Unbreakable(line.Text) * 0.55) || Math.Abs(line.Left - left) > em * 0.7) return false;
        if (Math.Abs(above.Height - line.Height) > Math.Max(above.Height, line.Height) * 0.35) return false;
        if (pagesBetween == 1) return indents || (!"。！？；：;:".Contains(above.Text[^1]) && !NumberInFront().IsMatch(line.Text));
        return line.Top - above.Top < (indents ? Math.Max(above.Height, line.Height) * 3 : pitch * 1.15);
    }

    /// <summary>The length of the number or foreign word in front: it went to the next line as a whole and left room above.</summary>
    private static int Unbreakable(string text)
    {
        var length = 0;
        while (length < text.Length && length < 30 && text[length] is > ' ' and < '\u007F') length++;
        return length;
    }

    private bool IsIndented(PageLine line) => line.Left - left > em * 1.4 && line.Left - left < em * 2.6;

    /// <summary>The width of a character of the body: that of tables and footnotes is smaller.</summary>
    private static double Em(List<PageLine> lines)
    {
        var widths = lines.Where(l => l.Text.All(c => c >= 0x2E80)).Select(l => (l.Right - l.Left) / l.Text.Length).Order().ToList();
        return widths.Count > 0 ? widths[widths.Count / 2] : lines[0].Height * 0.75;
    }

    /// <summary>The outermost position that at least a tenth of the lines share, to within half a character.</summary>
    private double Common(IEnumerable<double> positions, bool first)
    {
        var sorted = first ? positions.Order().ToList() : [.. positions.OrderDescending()];
        foreach (var at in sorted)
        {
            if (sorted.Count(p => Math.Abs(p - at) < em * 0.5) * 10 >= sorted.Count) return at;
        }
        return sorted[0];
    }

    [GeneratedRegex(@"^[（(]?[一二三四五六七八九十0-9]{1,4}[）)、.．]|^第[一二三四五六七八九十百]{1,4}[章节条]")]
    private static partial Regex NumberInFront();
}
