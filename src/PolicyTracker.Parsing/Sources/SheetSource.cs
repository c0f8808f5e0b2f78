using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyTracker.Parsing.Sources;

/// <summary>A workbook as numbered lines: one per row with words in it, cells parted by tabs, merged cells repeated, dates in words.</summary>
internal static class SheetSource
{
    private const int MostColumns = 60;
    private const int MostRows = 100_000;

    public static SourceReading Read(byte[] bytes, string fileName)
    {
        if (OfficePackage.Refusal(bytes, "xl/workbook.xml", ".xlsx") is { } refusal) return new(null, refusal);
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, false), false);
            var book = document.WorkbookPart!;
            var lines = new List<string>();
            foreach (var sheet in book.Workbook.Sheets?.Elements<Sheet>() ?? [])
                if (sheet.State?.Value is null or SheetStateValues.Visible && sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part)
                    lines.AddRange(Rows(part.Worksheet, new SheetCells(book)));
            return lines.Count > 0 ? new(new SourceText(fileName, lines), null) : new(null, "工作簿里没有文字。");
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or InvalidDataException or IOException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return new(null, "文件已损坏，不能作为 .xlsx 打开。");
        }
    }

    private static IEnumerable<string> Rows(Worksheet sheet, SheetCells cells)
    {
        var merged = Merged(sheet);
        var held = new Dictionary<(int Row, int Column), string>();
        var inTable = false;
        foreach (var row in sheet.Descendants<Row>().Take(MostRows))
        {
            var line = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var (rowIndex, column) = Place(cell.CellReference?.Value, (int)(row.RowIndex?.Value ?? 0), line.Count);
                while (line.Count < Math.Min(column, MostColumns)) line.Add("");
                if (line.Count >= MostColumns) break;
                var text = cells.Text(cell);
                var origin = merged.GetValueOrDefault((rowIndex, column), (rowIndex, column));
                if (origin == (rowIndex, column)) held[origin] = text;
                line.Add(held.GetValueOrDefault(origin, text));
            }
            var words = line.Where(c => c.Length > 0).ToList();
            if (words.Count == 0) continue;
            var isTitle = !inTable && words.TrueForAll(w => w == words[0]);
            inTable |= !isTitle && words.Count > 1;
            yield return isTitle ? words[0] : string.Join('\t', line);
        }
    }

    /// <summary>For each place in a merged range, its first place.</summary>
    private static Dictionary<(int Row, int Column), (int Row, int Column)> Merged(Worksheet sheet)
    {
        var places = new Dictionary<(int, int), (int, int)>();
        foreach (var range in sheet.Descendants<MergeCell>().Take(20_000))
        {
            if (range.Reference?.Value?.Split(':') is not [var from, var to]) continue;
            var (top, left) = Place(from, 0, 0);
            var (bottom, right) = Place(to, 0, 0);
            for (var r = top; r <= Math.Min(bottom, top + 2000); r++)
                for (var c = left; c <= Math.Min(right, MostColumns); c++) places[(r, c)] = (top, left);
        }
        return places;
    }

    /// <summary>AB12 is row 12, column 27 (from 0).</summary>
    private static (int Row, int Column) Place(string? reference, int row, int column)
    {
        if (string.IsNullOrEmpty(reference)) return (row, column);
        var at = 0;
        for (column = 0; at < reference.Length && char.IsAsciiLetterUpper(reference[at]) && at < 4; at++) column = (column * 26) + reference[at] - 'A' + 1;
        return (int.TryParse(reference[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : row, Math.Max(column - 1, 0));
    }
}
