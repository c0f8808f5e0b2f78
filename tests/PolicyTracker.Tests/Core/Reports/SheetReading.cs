using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>A workbook as Office's own library reads it.</summary>
public static class SheetReading
{
    /// <summary>The cells of a sheet, row by row; every one as it is stored.</summary>
    public static List<List<Cell>> Rows(Stream workbook, int sheet = 0)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var named = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(sheet);
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(named.Id!);
        return [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList())];
    }

    /// <summary>Head and rows of the ledger, without the title above them.</summary>
    public static List<Dictionary<string, string>> Ledger(Stream workbook)
    {
        var rows = Rows(workbook);
        var head = rows[1].Select(Text).ToList();
        return [.. rows.Skip(2).Select(row => head.Zip(row, (name, cell) => (name, cell)).ToDictionary(pair => pair.name, pair => Text(pair.cell)))];
    }

    public static string Text(Cell cell) => cell.InlineString?.Text?.Text ?? cell.CellValue?.Text ?? "";
}
