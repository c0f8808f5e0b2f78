namespace PolicyTracker.Core.Reports.Papers;

/// <summary>任务清单: the ledger as a table in a paper, to be handed out or put behind a notice.</summary>
internal static class TaskListPaper
{
    private static readonly (LedgerColumn Column, double Share)[] Columns =
    [
        (LedgerColumn.Position, 0.8), (LedgerColumn.Work, 6.4), (LedgerColumn.Source, 2.6), (LedgerColumn.Leads, 1.7), (LedgerColumn.Responsible, 1.9),
        (LedgerColumn.Supports, 1.7), (LedgerColumn.Due, 1.6), (LedgerColumn.Progress, 3), (LedgerColumn.State, 1),
    ];

    public static async Task WriteAsync(
        Stream target, IAsyncEnumerable<IReadOnlyList<LedgerRow>> batches, LedgerNote note, Func<int, Task> written, CancellationToken cancellation)
    {
        var rows = new List<LedgerRow>();
        await foreach (var batch in batches.WithCancellation(cancellation))
        {
            rows.AddRange(batch);
            await written(rows.Count);
        }

        await target.WriteAsync(Paper.Write(paper => Fill(paper, rows, note), isWide: true), cancellation);
    }

    private static void Fill(Paper paper, List<LedgerRow> rows, LedgerNote note)
    {
        paper.Title("工作任务清单");
        paper.Plain($"{note.Filter}，共{rows.Count}项，截至{LedgerTable.Date(note.At.OfficeDay())}。");
        paper.Table(
            [.. Columns.Select(column => (LedgerTable.Headings.Single(heading => heading.Column == column.Column).Words, column.Share))],
            rows.Select((row, i) => (IReadOnlyList<string>)[.. Columns.Select(column => LedgerTable.Text(row, column.Column, i + 1))]));
    }
}
