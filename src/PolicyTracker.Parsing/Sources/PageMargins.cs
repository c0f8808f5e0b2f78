namespace PolicyTracker.Parsing.Sources;

/// <summary>Where the body's lines begin and end, and so which line goes on with the one above.</summary>
internal sealed class PageMargins
{
    /// <summary>The margins show in far fewer lines; comparing all with all would be quadratic.</summary>
    private const int MostLines = 2000;

    private readonly double em;
    private readonly double left;
    private readonly double right;
    private readonly bool indents;

    public PageMargins(IEnumerable<PageLine> lines)
    {
        var all = lines.Where(l => l.Text.Length > 6).Take(MostLines).ToList();
        if (all.Count == 0) return;
        em = Em(all);
        left = Common(all.Select(l => l.Left), first: true);
        right = Common(all.Select(l => l.Right), first: false);
        indents = all.Count(l => IsIndented(l)) >= 2;
    }

    /// <summary>A full line above, and this one not indented; without indented paragraphs nothing can be told, and the lines stay as printed.</summary>
    public bool Continues(PageLine above, PageLine line, int pagesBetween)
    {
        if (!indents || pagesBetween > 1) return false;
        if (above.Right < right - em * 1.7 || Math.Abs(line.Left - left) > em * 0.7) return false;
        if (Math.Abs(above.Height - line.Height) > Math.Max(above.Height, line.Height) * 0.35) return false;
        return pagesBetween == 1 || line.Top - above.Top < Math.Max(above.Height, line.Height) * 3;
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
}
