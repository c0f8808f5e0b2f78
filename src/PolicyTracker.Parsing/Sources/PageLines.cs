using System.Text;

namespace PolicyTracker.Parsing.Sources;

/// <summary>A printed line: words at one height, from left to right.</summary>
internal sealed record PageLine(double Left, double Top, double Right, double Bottom, string Text)
{
    public double Height => Bottom - Top;
}

/// <summary>Words to printed lines.</summary>
internal static class PageLines
{
    /// <param name="em">The width of a Chinese character of the text: a wider gap than a part of it is a blank.</param>
    public static List<PageLine> Of(IEnumerable<PageWord> words, double em)
    {
        var lines = new List<PageLine>();
        var open = new List<PageWord>();
        foreach (var word in words.OrderBy(w => w.MiddleY).ThenBy(w => w.Left))
        {
            if (open.Count > 0 && !SameLine(open[^1], word)) lines.Add(Close(open, em));
            open.Add(word);
        }
        if (open.Count > 0) lines.Add(Close(open, em));
        return lines;
    }

    private static bool SameLine(PageWord a, PageWord b) =>
        Math.Abs(a.MiddleY - b.MiddleY) < Math.Min(a.Height, b.Height) * 0.5;

    private static PageLine Close(List<PageWord> open, double em)
    {
        var text = new StringBuilder();
        PageWord? before = null;
        foreach (var word in open.OrderBy(w => w.Left))
        {
            if (before is not null && word.Left - before.Right > Math.Min(em, word.Height) * 0.3) text.Append(' ');
            text.Append(word.Text);
            before = word;
        }
        var line = new PageLine(open.Min(w => w.Left), open.Min(w => w.Top), open.Max(w => w.Right), open.Max(w => w.Bottom), text.ToString().Trim());
        open.Clear();
        return line;
    }

    /// <summary>The width of a Chinese character in most of the text; the height of its box where there is none.</summary>
    public static double Em(IEnumerable<PageWord> words)
    {
        var widths = words.Where(w => w.Text.Length >= 3 && w.Text.All(c => c is >= '\u4E00' and <= '\u9FFF'))
            .Select(w => (w.Right - w.Left) / w.Text.Length).Order().ToList();
        return widths.Count > 0 ? widths[widths.Count / 2] : 12;
    }
}
