using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// A Word document (.docx) as numbered lines: a paragraph a line, with its automatic number as printed; a row of a table a
/// line. Deleted revisions, field codes, footnotes, comments, headers and footers are left out; a text box follows the
/// paragraph that it is anchored to.
/// </summary>
internal sealed class DocxReader
{
    private readonly DocxStyles styles;
    private readonly DocxNumbering numbering;
    private string unfinished = "";

    private DocxReader(OfficeParts package, string main)
    {
        styles = new DocxStyles(package.Load(package.Related(main, "styles").FirstOrDefault()));
        numbering = new DocxNumbering(package.Load(package.Related(main, "numbering").FirstOrDefault()), styles);
    }

    /// <exception cref="RefusedException">The document holds no text.</exception>
    public static List<string> Read(OfficeParts package, string main)
    {
        var body = package.Load(main).Child("body") ?? throw new InvalidDataException("A Word document has a body.");
        var lines = new List<string>();
        new DocxReader(package, main).Walk(body, lines);
        return lines.Count > 0 ? lines : throw new RefusedException(Refusals.NoTextInWord);
    }

    /// <summary>Blocks in their order; content controls, insertions and custom XML only wrap what they hold.</summary>
    private void Walk(XElement parent, List<string> lines)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p": ReadParagraph(element, lines); break;
                case "tbl": lines.AddRange(TableLines.Render(ReadTable(element))); break;
                case "AlternateContent": if ((element.Child("Choice") ?? element.Child("Fallback")) is { } one) Walk(one, lines); break;
                case "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag": Walk(element, lines); break;
                default: break;
            }
        }
    }

    private void ReadParagraph(XElement paragraph, List<string> lines)
    {
        var properties = paragraph.Child("pPr");
        var text = new DocxText { TabsAreDots = styles.IsContents(properties.Child("pStyle")?.Attr("val")) };
        text.Walk(paragraph);
        var words = unfinished + text;
        unfinished = "";
        if (IsMarkDeleted(properties)) unfinished = words;
        else AddLines(numbering.Next(properties), words, lines);
        foreach (var box in text.TextBoxes) Walk(box, lines);
    }

    private static void AddLines(string number, string words, List<string> lines)
    {
        if (words.AsSpan().Trim().Length == 0) return;
        foreach (var line in (number + words.TrimStart()).Split('\n'))
        {
            var clean = line.Replace('\t', ' ').Trim();
            if (clean.Length > 0) lines.Add(clean);
        }
    }

    /// <summary>A paragraph whose end was deleted goes on in the next one.</summary>
    private static bool IsMarkDeleted(XElement? properties)
    {
        var mark = properties.Child("rPr");
        return mark.Child("del") is not null || mark.Child("moveFrom") is not null;
    }

    private List<List<GridCell>> ReadTable(XElement table)
    {
        var rows = new List<List<GridCell>>();
        var above = new Dictionary<int, GridCell>();
        foreach (var row in Unwrapped(table, "tr"))
        {
            if (row.Child("trPr").Child("del") is not null) continue;
            var (cells, merged) = ReadRow(row, above);
            if (cells.Count == 0) continue;
            foreach (var cell in merged) cell.Rows++;
            rows.Add(cells);
        }
        return rows;
    }

    /// <summary>The cells that begin in a row, and those from above that go on in it (vMerge).</summary>
    private (List<GridCell> Cells, HashSet<GridCell> Merged) ReadRow(XElement row, Dictionary<int, GridCell> above)
    {
        var cells = new List<GridCell>();
        var merged = new HashSet<GridCell>();
        var column = DocxStyles.Int(row.Child("trPr").Child("gridBefore")?.Attr("val")) ?? 0;
        column = Math.Clamp(column, 0, 60);
        for (var i = 0; i < column; i++) cells.Add(new GridCell([]));
        foreach (var element in Unwrapped(row, "tc"))
        {
            var properties = element.Child("tcPr");
            var span = Math.Clamp(DocxStyles.Int(properties.Child("gridSpan")?.Attr("val")) ?? 1, 1, 60);
            if (properties.Child("vMerge") is { } merge && merge.Attr("val") != "restart" && above.TryGetValue(column, out var upper))
            {
                merged.Add(upper);
                column += upper.Columns;
                continue;
            }
            var cell = new GridCell(ReadCell(element), span);
            cells.Add(cell);
            for (var i = 0; i < span; i++) above.Remove(column + i);
            above[column] = cell;
            column += span;
        }
        return (cells, merged);
    }

    private List<string> ReadCell(XElement cell)
    {
        var paragraphs = new List<string>();
        Walk(cell, paragraphs);
        if (unfinished.Length > 0) paragraphs.Add(unfinished);
        unfinished = "";
        return paragraphs;
    }

    private static IEnumerable<XElement> Unwrapped(XElement parent, string name)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Is(name)) yield return element;
            else if (element.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
                foreach (var inner in Unwrapped(element, name)) yield return inner;
        }
    }
}
