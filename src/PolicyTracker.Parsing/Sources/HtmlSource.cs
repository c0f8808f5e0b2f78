using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// A web page as numbered lines: one line per block, one per row of a table with its cells parted by tabs,
/// cells that span rows or columns repeated in each. Scripts, styles, forms and hidden parts are left out.
/// </summary>
internal sealed class HtmlSource
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "noscript", "template", "head", "iframe", "select", "button", "textarea", "svg", "object", "nav", "input" };

    private static readonly HashSet<string> BlockLevel = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "header", "footer", "main", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre", "hr", "form", "figure", "figcaption", "center", "br",
    };

    private readonly List<string> lines = [];
    private readonly StringBuilder line = new();

    public static SourceReading Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(PlainText.Decode(bytes));
        var source = new HtmlSource();
        if (document.Body is { } body) source.Render(body);
        return source.lines.Count == 0
            ? new(null, "网页里没有可读的文字；如果正文是图片，请先做文字识别（OCR）。")
            : new(new SourceText(fileName, source.lines), null);
    }

    /// <summary>Walks the tree without recursion: pages may nest as deep as they like.</summary>
    private void Render(INode root)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            if (Enter(node) && node.FirstChild is { } child) { node = child; continue; }
            while (node is not null && node.NextSibling is null)
            {
                Leave(node);
                node = node.Parent == root ? null : node.Parent;
            }
            if (node is null) break;
            Leave(node);
            node = node.NextSibling;
        }
        Flush();
    }

    /// <summary>Takes the node's own text; true when its children are to be walked.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text) { Append(text.Data); return false; }
        if (node is not IElement element || Skipped.Contains(element.LocalName) || IsHidden(element)) return false;
        if (BlockLevel.Contains(element.LocalName)) Flush();
        if (!element.LocalName.Equals("table", StringComparison.OrdinalIgnoreCase) || HtmlTable.Read(element) is not { } rows) return true;
        lines.AddRange(rows);
        return false;
    }

    private void Leave(INode node)
    {
        if (node is IElement element && BlockLevel.Contains(element.LocalName)) Flush();
    }

    private void Append(string text)
    {
        foreach (var c in text) line.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
    }

    private void Flush()
    {
        var text = line.ToString().Trim();
        line.Clear();
        if (text.Length > 0) lines.Add(text);
    }

    internal static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a cell on one line, its paragraphs parted by blanks.</summary>
    internal static string CellText(IElement cell)
    {
        var inner = new HtmlSource();
        inner.Render(cell);
        return string.Join(' ', inner.lines).Replace('\t', ' ').Replace('|', '｜');
    }
}
