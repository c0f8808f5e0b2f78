using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Reports;

/// <summary>A ledger that went out and is filled in as somebody does it in a spreadsheet.</summary>
public sealed class FilledInTable
{
    private readonly MemoryStream workbook = new();

    public static Task<FilledInTable> OfAsync(LifeFixture life, Actor actor, params long[] ids) => OfAsync(life, actor, new ExportScope(new TaskFilter(), ids));

    public static async Task<FilledInTable> OfAsync(LifeFixture life, Actor actor, ExportScope scope)
    {
        var table = new FilledInTable();
        await using var content = (await life.Get<LedgerExports>().WriteNowAsync(actor, scope, ExportFormat.Xlsx, "测试")).Content;
        await content.CopyToAsync(table.workbook);
        return table;
    }

    public static async Task<FilledInTable> TemplateAsync(LifeFixture life, Actor actor)
    {
        var table = new FilledInTable();
        await using var content = await life.Get<LedgerExports>().TemplateAsync(actor);
        await content.CopyToAsync(table.workbook);
        return table;
    }

    public static FilledInTable Of(byte[] bytes)
    {
        var table = new FilledInTable();
        table.workbook.Write(bytes);
        return table;
    }

    public byte[] Bytes => workbook.ToArray();

    /// <summary>Types text into cells: ("F3", "市财政局").</summary>
    public FilledInTable With(params (string Address, string Text)[] cells) => Edit(cells.Select(cell => (cell.Address, (Action<Cell>)(target =>
    {
        target.CellValue = null;
        target.DataType = CellValues.InlineString;
        target.InlineString = new InlineString(new Text(cell.Text));
    }))));

    /// <summary>Enters a date as a spreadsheet keeps it.</summary>
    public FilledInTable WithDate(string address, DateOnly date) => Edit([(address, target =>
    {
        (target.DataType, target.InlineString) = (null, null);
        target.CellValue = new CellValue(date.ToDateTime(default).ToOADate());
        target.StyleIndex = 5;
    })]);

    private FilledInTable Edit(IEnumerable<(string Address, Action<Cell> Type)> cells)
    {
        workbook.Position = 0;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().First().Id!);
        foreach (var (address, type) in cells)
        {
            type(Cell(part.Worksheet.GetFirstChild<SheetData>()!, address));
        }

        part.Worksheet.Save();
        return this;
    }

    private static Cell Cell(SheetData sheet, string address)
    {
        var number = uint.Parse(address[1..], System.Globalization.CultureInfo.InvariantCulture);
        var row = sheet.Elements<Row>().FirstOrDefault(known => known.RowIndex! == number) ?? sheet.AppendChild(new Row { RowIndex = number });
        if (row.Elements<Cell>().FirstOrDefault(known => known.CellReference == address) is { } there)
        {
            return there;
        }

        var cell = new Cell { CellReference = address };
        row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(other => string.CompareOrdinal(other.CellReference, address) > 0));
        return cell;
    }
}
