using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyTracker.Parsing.Sources;

/// <summary>A cell as printed: its paragraphs, and how many columns and rows of the grid it covers.</summary>
internal sealed class GridCell(IReadOnlyList<string> paragraphs, int columns = 1, int rows = 1)
{
    public IReadOnlyList<string> Paragraphs { get; private set; } = paragraphs;

    public int Columns { get; } = Math.Max(columns, 1);

    public int Rows { get; set; } = Math.Max(rows, 1);

    public string Text => string.Join(' ', Paragraphs.Where(p => p.Length > 0));

    /// <summary>Takes up what a page break cut off: its words, and the rows that it covers below its own.</summary>
    public void GoOn(GridCell rest)
    {
        Paragraphs = [Text + rest.Text];
        Rows += rest.Rows - 1;
    }
}

/// <summary>Tables of every format become lines in one way: laid out as a web table and rendered by <see cref="HtmlTable"/>.</summary>
internal static class TableLines
{
    /// <summary>One line per row, merged cells repeated; a table that only lays out a page gives its paragraphs.</summary>
    /// <param name="rows">Only the cells that begin in each row; a row that no cell begins in is not counted by cells that span it.</param>
    /// <exception cref="RefusedException">Repeating merged cells would give more text than a file may hold.</exception>
    public static IEnumerable<string> Render(IReadOnlyList<IReadOnlyList<GridCell>> rows)
    {
        var characters = rows.Sum(r => r.Sum(c => Math.Min(c.Columns, 60L) * Math.Min(c.Rows, rows.Count) * (c.Text.Length + 1)));
        if (characters > SourceLimits.MostCharacters) throw new RefusedException(Refusals.TooMuchText);
        return HtmlTable.Read(Element(rows)) ?? rows.SelectMany(r => r.SelectMany(c => c.Paragraphs)).Where(p => p.Length > 0);
    }

    /// <summary>Parsed from markup: building the tree node by node takes ten times as long.</summary>
    private static IElement Element(IReadOnlyList<IReadOnlyList<GridCell>> rows)
    {
        var page = new StringBuilder("<table>");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                page.Append(CultureInfo.InvariantCulture, $"<td colspan={cell.Columns} rowspan={cell.Rows}>");
                page.Append(WebUtility.HtmlEncode(cell.Text)).Append("</td>");
            }
            page.Append("</tr>");
        }
        return new HtmlParser().ParseDocument(page.Append("</table>").ToString()).QuerySelector("table")!;
    }
}
