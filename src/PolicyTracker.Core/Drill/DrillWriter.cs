using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Drill;

/// <summary>Writes batches of notices, table by table.</summary>
internal sealed class DrillWriter(NpgsqlConnection connection, IModel model)
{
    private readonly TableCopy files = new(model, typeof(SourceFile), nameof(SourceFile.Id));
    private readonly TableCopy documents = new(model, typeof(PolicyDocument), nameof(PolicyDocument.Id), nameof(PolicyDocument.SourceFileId));
    private readonly TableCopy tasks = new(model, typeof(PolicyTask), nameof(PolicyTask.Id), nameof(PolicyTask.DocumentId));
    private readonly TableCopy responsibilities = new(model, typeof(Responsibility), nameof(Responsibility.Id), nameof(Responsibility.TaskId));
    private readonly TableCopy standings = new(model, typeof(DepartmentStanding), nameof(DepartmentStanding.Id), nameof(DepartmentStanding.TaskId));
    private readonly TableCopy history = new(model, typeof(HistoryEntry), nameof(HistoryEntry.Id), nameof(HistoryEntry.TaskId));
    private readonly TableCopy reports = new(model, typeof(ProgressReport), nameof(ProgressReport.Id), nameof(ProgressReport.TaskId));
    private readonly TableCopy extensions = new(model, typeof(Extension), nameof(Extension.Id), nameof(Extension.TaskId));
    private readonly TableCopy intervals = new(model, typeof(TaskInterval), nameof(TaskInterval.Id), nameof(TaskInterval.TaskId));

    public async Task WriteAsync(DrillBatch batch, CancellationToken cancellation)
    {
        await files.WriteAsync(connection, batch.Notices.Select(notice => (notice.File, new long[] { notice.Id })), cancellation);
        await documents.WriteAsync(connection, batch.Notices.Select(notice => (notice.Document, new long[] { notice.Id, notice.Id })), cancellation);
        await tasks.WriteAsync(connection, batch.Tasks, cancellation);
        await responsibilities.WriteAsync(connection, batch.Responsibilities, cancellation);
        await standings.WriteAsync(connection, batch.Standings, cancellation);
        await history.WriteAsync(connection, batch.History, cancellation);
        await reports.WriteAsync(connection, batch.Reports, cancellation);
        await extensions.WriteAsync(connection, batch.Extensions, cancellation);
        await intervals.WriteAsync(connection, batch.Intervals, cancellation);
        await WriteAsync("COPY task_words (task_id, words) FROM STDIN", batch.TaskWords, cancellation);
        await WriteAsync("COPY report_words (report_id, words) FROM STDIN", batch.ReportWords, cancellation);
    }

    private async Task WriteAsync(string command, IEnumerable<string> lines, CancellationToken cancellation)
    {
        await using var writer = await connection.BeginTextImportAsync(command, cancellation);
        foreach (var line in lines)
        {
            await writer.WriteAsync(line);
            await writer.WriteAsync('\n');
        }
    }
}
