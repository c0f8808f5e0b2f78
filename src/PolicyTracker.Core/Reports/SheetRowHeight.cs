namespace PolicyTracker.Core.Reports;

/// <summary>How high a row must be to show its cells whole. Excel finds it out by itself, WPS and LibreOffice do not.</summary>
internal static class SheetRowHeight
{
    private const int Line = 14;

    /// <summary>The most that a spreadsheet allows, in points.</summary>
    private const int Most = 409;

    public static int Of(IReadOnlyList<LedgerHeading> headings, Func<LedgerHeading, string> text) =>
        Math.Min(Most, Line * headings.Where(heading => !heading.IsHidden).Max(heading => Lines(text(heading), heading.Width - 1)));

    private static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(Width(line) / width)));

    // A Chinese character is as wide as two figures.
    private static int Width(string line) => line.Sum(letter => letter < 0x1100 ? 1 : 2);
}
