using System.IO.Compression;

namespace PolicyTracker.Core.Reports;

/// <summary>
/// The table as a workbook (ECMA-376). Its parts are written one after the other straight into the zip: the Office SDK can only
/// update a package, and then keeps the whole sheet in memory until the end.
/// </summary>
internal static class LedgerXlsx
{
    public static async Task WriteAsync(
        Stream target, IAsyncEnumerable<IReadOnlyList<LedgerRow>> batches, LedgerNote note, Func<int, Task> written, CancellationToken cancellation)
    {
        var headings = LedgerTable.HeadingsOn(note.AsOf);
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var rows = 0;
        await using (var part = Part(zip, "xl/worksheets/sheet1.xml"))
        {
            using var sheet = SheetXml.Begin(part, headings, note.Title);
            await foreach (var batch in batches.WithCancellation(cancellation))
            {
                foreach (var row in batch)
                {
                    sheet.Write(row, ++rows);
                }

                await written(rows);
            }

            sheet.End();
        }

        await using (var part = Part(zip, "xl/worksheets/sheet2.xml"))
        {
            SheetXml.WriteNote(part, note.Lines(rows));
        }

        foreach (var (name, xml) in WorkbookParts.All(rows, headings.Count))
        {
            await using var part = Part(zip, name);
            await using var writer = new StreamWriter(part);
            await writer.WriteAsync(xml);
        }
    }

    private static Stream Part(ZipArchive zip, string name) => zip.CreateEntry(name, CompressionLevel.Fastest).Open();
}
