using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Workbooks: the sample notice's table, and others from rows of cells.</summary>
internal static class SampleXlsx
{
    public static byte[] Write() => Write(Sheet("分解表", [.. Rows()], "A1:F1", "B3:B4", "F4:F5"));

    public sealed record SheetContent(string Name, Row[] Rows, string[] Merged, SheetStateValues? State = null);

    public static SheetContent Sheet(string name, Row[] rows, params string[] merged) => new(name, rows, merged);

    public static byte[] Write(params SheetContent[] sheets)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 180, FormatCode = "yyyy\"年\"m\"月\"" }),
                new CellFormats(new CellFormat { NumberFormatId = 0 }, new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 180 }, new CellFormat { NumberFormatId = 9 }));
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                new SharedStringItem(new Run(new Text("市水")), new Run(new Text("利局")), new PhoneticRun(new Text("shui")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }));
            foreach (var sheet in sheets) Add(book, sheet);
        }
        return stream.ToArray();
    }

    public static Cell Words(string address, string text) =>
        new() { CellReference = address, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    public static Cell Shared(string address, int index) =>
        new() { CellReference = address, DataType = CellValues.SharedString, CellValue = new CellValue($"{index}") };

    public static Cell Number(string address, string value, uint style = 0) =>
        new() { CellReference = address, CellValue = new CellValue(value), StyleIndex = style };

    public static Row Row(uint number, params Cell[] cells) => new(cells) { RowIndex = number };

    private static IEnumerable<Row> Rows()
    {
        yield return Row(1, Words("A1", "临江市河湖清洁行动任务分解表"));
        var number = 2u;
        foreach (var row in SampleNotice.Table)
        {
            var at = number++;
            yield return Row(at, [.. row.Select((cell, i) => Words($"{(char)('A' + i)}{at}", cell?.Text ?? ""))]);
        }
    }

    private static void Add(WorkbookPart book, SheetContent content)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(content.Rows));
        if (content.Merged.Length > 0) part.Worksheet.Append(new MergeCells(content.Merged.Select(m => new MergeCell { Reference = m })));
        var sheet = new Sheet { Name = content.Name, SheetId = (uint)book.Workbook.Sheets!.Count() + 1, Id = book.GetIdOfPart(part) };
        if (content.State is { } state) sheet.State = state;
        book.Workbook.Sheets!.Append(sheet);
    }
}
