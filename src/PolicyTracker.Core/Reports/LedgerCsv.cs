namespace PolicyTracker.Core.Reports;

/// <summary>The table as comma-separated values.</summary>
internal static class LedgerCsv
{
    public static async Task WriteAsync(
        Stream target, IAsyncEnumerable<IReadOnlyList<LedgerRow>> batches, LedgerNote note, Func<int, Task> written, CancellationToken cancellation)
    {
        var headings = LedgerTable.HeadingsOn(note.AsOf);
        await using var writer = new StreamWriter(target, Csv.Encoding, leaveOpen: true);
        await writer.WriteAsync(Csv.Line(headings.Select(heading => heading.Words)));
        var position = 0;
        await foreach (var batch in batches.WithCancellation(cancellation))
        {
            foreach (var row in batch)
            {
                position++;
                await writer.WriteAsync(Csv.Line(headings.Select(heading => LedgerTable.Text(row, heading.Column, position))));
            }

            await written(position);
        }
    }
}
