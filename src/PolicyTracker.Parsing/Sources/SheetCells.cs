using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyTracker.Parsing.Sources;

/// <summary>What a cell shows: shared strings looked up, dates written as 2019年6月30日.</summary>
internal sealed class SheetCells
{
    private readonly List<string> shared;
    private readonly List<uint> formats;
    private readonly HashSet<uint> ownDates;

    public SheetCells(WorkbookPart book)
    {
        shared = [.. (book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(Words)];
        var styles = book.WorkbookStylesPart?.Stylesheet;
        formats = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(f => f.NumberFormatId?.Value ?? 0)];
        ownDates = [.. (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.FormatCode?.Value is { } code && (code.Contains("yy", StringComparison.OrdinalIgnoreCase) || code.Contains('年', StringComparison.Ordinal)))
            .Select(f => f.NumberFormatId?.Value ?? 0)];
    }

    public string Text(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        var text = type == CellValues.SharedString && int.TryParse(value, out var i) && i >= 0 && i < shared.Count ? shared[i]
            : type == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : IsDate(cell) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 1 and < 2_900_000
                ? DateTime.FromOADate(serial).ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)
            : value;
        return text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').Replace('|', '｜').Trim();
    }

    /// <summary>Rich text without the readings (phonetic guides) above it.</summary>
    private static string Words(SharedStringItem item) =>
        item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));

    private bool IsDate(Cell cell)
    {
        if (cell.StyleIndex?.Value is not { } style || style >= formats.Count) return false;
        return formats[(int)style] is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) || ownDates.Contains(formats[(int)style]);
    }
}
