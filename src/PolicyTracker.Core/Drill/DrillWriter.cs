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

    public void Write(DrillBatch batch)
    {
        files.Write(connection, batch.Notices.Select(notice => (notice.File, new long[] { notice.Id })));
        documents.Write(connection, batch.Notices.Select(notice => (notice.Document, new long[] { notice.Id, notice.Id })));
        tasks.Write(connection, batch.Tasks);
        responsibilities.Write(connection, batch.Responsibilities);
        standings.Write(connection, batch.Standings);
        history.Write(connection, batch.History);
        reports.Write(connection, batch.Reports);
        extensions.Write(connection, batch.Extensions);
        intervals.Write(connection, batch.Intervals);
        Write("COPY task_words (task_id, words) FROM STDIN", batch.TaskWords);
        Write("COPY report_words (report_id, words) FROM STDIN", batch.ReportWords);
    }

    private void Write(string command, IEnumerable<string> lines)
    {
        using var writer = connection.BeginTextImport(command);
        foreach (var line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }
}
