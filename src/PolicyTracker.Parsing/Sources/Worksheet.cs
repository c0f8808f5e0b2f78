using System.Xml;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>A cell as a person sees it, line breaks kept.</summary>
/// <param name="Text">As printed; a date as 2026年11月30日, whatever its format shows of it.</param>
/// <param name="Date">The day, where the cell holds a number that is formatted as one.</param>
public sealed record WorksheetCell(string Text, DateOnly? Date);

/// <param name="Number">As the sheet counts, from 1.</param>
/// <param name="Cells">By column, A being 0; none that is empty.</param>
public sealed record WorksheetRow(int Number, IReadOnlyDictionary<int, WorksheetCell> Cells);

/// <summary>The first visible sheet of a workbook (.xlsx), cell by cell: for tables whose columns are known.</summary>
/// <param name="Rows">Those with anything in them, in their order.</param>
/// <param name="Refusal">Why the file cannot be read, in Chinese; null when it could. Its content never makes <see cref="Read"/> throw.</param>
public sealed record Worksheet(IReadOnlyList<WorksheetRow> Rows, string? Refusal)
{
    private const int MostColumns = 60;

    /// <summary>Reads a whole file; what cannot be read is refused, within the limits of <see cref="SourceLimits"/>.</summary>
    public static Worksheet Read(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Refused("请上传 .xlsx 表格。旧格式（.xls、.et）请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。");
        }

        try
        {
            using var zip = new ZipLimits(bytes);
            return new Worksheet(RowsOf(new OfficeParts(zip)), null);
        }
        catch (RefusedException refused)
        {
            return Refused(refused.Message);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or NotSupportedException or IOException)
        {
            return Refused(Refusals.Damaged);
        }
    }

    /// <summary>Where a cell stands: D7.</summary>
    public static string Address(int column, int row) => column < 26 ? $"{(char)('A' + column)}{row}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}{row}";

    private static Worksheet Refused(string why) => new([], why);

    private static List<WorksheetRow> RowsOf(OfficeParts package)
    {
        var main = package.MainPart ?? throw new RefusedException(Refusals.NoTextInSheet);
        var workbook = package.Load(main);
        var parts = package.Targets(main);
        var first = workbook.Child("sheets").Children("sheet").FirstOrDefault(sheet => sheet.Attr("state") is null or "visible");
        if (first is null || !parts.TryGetValue(XlsxReader.RelationId(first), out var part) || package.Load(part) is not { } root)
        {
            throw new RefusedException(Refusals.NoTextInSheet);
        }

        var shared = package.Load(package.Related(main, "sharedStrings").FirstOrDefault()).Children("si").Select(XlsxSheet.RawText).ToList();
        var formats = new XlsxFormats(package.Load(package.Related(main, "styles").FirstOrDefault()), workbook.Child("workbookPr")?.Attr("date1904") is "1" or "true");
        return [.. Numbered(root).Select(row => new WorksheetRow(row.Number, Cells(row.Element, shared, formats))).Where(row => row.Cells.Count > 0)];
    }

    // A row or a cell without an address follows the one before it.
    private static IEnumerable<(int Number, XElement Element)> Numbered(XElement sheet)
    {
        var next = 1;
        foreach (var row in sheet.Child("sheetData").Children("row"))
        {
            var number = DocxStyles.Int(row.Attr("r")) ?? next;
            next = number + 1;
            yield return (number, row);
        }
    }

    private static Dictionary<int, WorksheetCell> Cells(XElement row, IReadOnlyList<string> shared, XlsxFormats formats)
    {
        var cells = new Dictionary<int, WorksheetCell>();
        var column = 0;
        foreach (var cell in row.Children("c"))
        {
            column = XlsxSheet.Position(cell.Attr("r"))?.Column ?? column;
            if (column < MostColumns && Cell(cell, shared, formats) is { Text.Length: > 0 } read)
            {
                cells[column] = read;
            }

            column++;
        }

        return cells;
    }

    private static WorksheetCell Cell(XElement cell, IReadOnlyList<string> shared, XlsxFormats formats)
    {
        var value = cell.Child("v")?.Value ?? "";
        var style = DocxStyles.Int(cell.Attr("s")) ?? 0;
        switch (cell.Attr("t"))
        {
            case "s":
                return Text(DocxStyles.Int(value) is { } i && i >= 0 && i < shared.Count ? shared[i] : "");
            case "inlineStr":
                return Text(XlsxSheet.RawText(cell.Child("is")));
            case "str" or "b":
                return Text(value);
            case "e":
                return Text("");
            default:
                return formats.DateOf(value, style) is { } date
                    ? new WorksheetCell($"{date.Year}年{date.Month}月{date.Day}日", date)
                    : Text(formats.Print(value, style));
        }
    }

    private static WorksheetCell Text(string words) => new(words.Replace("_x000D_", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim(), null);
}
