using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// Pages of a fixed layout as numbered lines: paragraphs put together from their printed lines by indents and margins,
/// tables by their frames; page numbers and repeated headers and footers are left out.
/// </summary>
internal static partial class PageText
{
    /// <summary>A printed line, or the cells of a table.</summary>
    private sealed record Piece(int Page, double Top, PageLine? Line, List<List<GridCell>>? Cells);

    public static List<string> Lines(IReadOnlyList<PageContent> pages)
    {
        var em = PageLines.Em(pages.SelectMany(p => p.Words));
        var repeated = Repeated(pages, em);
        var pieces = new List<Piece>();
        for (var i = 0; i < pages.Count; i++) pieces.AddRange(Pieces(pages[i], i, em, repeated));
        return Join(JoinTables(pieces));
    }

    private static IEnumerable<Piece> Pieces(PageContent page, int number, double em, HashSet<string> repeated)
    {
        var tables = RuledTables.Find(page);
        var free = page.Words.Where(w => !tables.Exists(t => t.Holds(w)));
        return PageLines.Of(free, em).Where(l => l.Text.Length > 0 && !IsFurniture(l, page, repeated))
            .Select(l => new Piece(number, l.Top, l, null))
            .Concat(tables.Select(t => new Piece(number, t.Top, null, t.Cells(page.Words.Where(t.Holds), em))))
            .OrderBy(p => p.Top);
    }

    /// <summary>A table that goes on at the top of the next page is one table.</summary>
    private static List<Piece> JoinTables(List<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (piece.Cells is { } cells && joined.Count > 0 && joined[^1] is { Cells: { } above } upper && piece.Page == upper.Page + 1
                && TableAcrossPages.TryAppend(above, cells)) joined[^1] = upper with { Page = piece.Page };
            else joined.Add(piece);
        }
        return joined;
    }

    private static List<string> Join(List<Piece> pieces)
    {
        var margins = new PageMargins(pieces.Where(p => p.Line is not null).Select(p => p.Line!));
        var lines = new List<string>();
        Piece? above = null;
        foreach (var piece in pieces)
        {
            if (piece.Cells is { } cells) lines.AddRange(TableLines.Render(cells));
            else if (above?.Line is { } upper && margins.Continues(upper, piece.Line!, piece.Page - above.Page)) lines[^1] = Joined(lines[^1], piece.Line!.Text);
            else lines.Add(piece.Line!.Text);
            above = piece;
        }
        return lines;
    }

    /// <summary>Chinese goes on without a blank, words of other languages with one.</summary>
    private static string Joined(string above, string line) =>
        char.IsAsciiLetter(above[^1]) && char.IsAsciiLetter(line[0]) ? above + " " + line : above + line;

    private static bool IsFurniture(PageLine line, PageContent page, HashSet<string> repeated)
    {
        var atEdge = line.Top > page.Height * 0.86 || line.Bottom < page.Height * 0.12;
        return atEdge && (PageNumber().IsMatch(line.Text) || repeated.Contains(Digits().Replace(line.Text, "#")));
    }

    /// <summary>The same words, numbers aside, at the edge of three pages or more.</summary>
    private static HashSet<string> Repeated(IReadOnlyList<PageContent> pages, double em)
    {
        var edges = pages.SelectMany(p => PageLines.Of(p.Words.Where(w => w.Top > p.Height * 0.9 || w.Bottom < p.Height * 0.09), em)
            .Select(l => Digits().Replace(l.Text, "#")).Distinct());
        return [.. edges.GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() >= 3).Select(g => g.Key)];
    }

    [GeneratedRegex(@"^[-–—―－─ ·]*(?:第 ?)?[0-9０-９]{1,4}(?: ?页)?(?: ?[/,，共] ?共? ?[0-9]{1,4} ?页?)?[-–—―－─ ·]*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9０-９]+")]
    private static partial Regex Digits();
}
