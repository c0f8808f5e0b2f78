using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports;

/// <summary>导出: a table that is written in the background and then waits to be fetched by whoever asked for it.</summary>
public sealed class ExportJob
{
    public long Id { get; init; }

    public int AccountId { get; init; }

    public ExportFormat Format { get; init; }

    /// <summary>As the file is offered, with its ending.</summary>
    public required string FileName { get; init; }

    public required ExportScope Scope { get; init; }

    /// <summary>The scope as a person reads it.</summary>
    public required string Words { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public ExportState State { get; private set; }

    /// <summary>Rows, as far as they were counted; those of a job that runs.</summary>
    public int Total { get; private set; }

    public int Done { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>In bytes; null until it is done.</summary>
    public long? Size { get; private set; }

    /// <summary>Why it failed, for the person.</summary>
    public string? Problem { get; private set; }

    public bool IsCancelAsked { get; private set; }

    public bool IsFinished => FinishedAt is not null;

    /// <summary>From the beginning, also where an instance that died had begun.</summary>
    public void Begin(int total) => (State, Total, Done) = (ExportState.Running, total, 0);

    public void Advance(int done) => Done = done;

    public void Finish(long size, DateTimeOffset now) => (State, Done, Size, FinishedAt) = (ExportState.Done, Total, size, now);

    public void Fail(string problem, DateTimeOffset now) => (State, Problem, FinishedAt) = (ExportState.Failed, problem, now);

    /// <summary>One that runs ends at its next batch of rows.</summary>
    public void AskToCancel(DateTimeOffset now)
    {
        if (IsFinished)
        {
            throw new RuleException("这个导出已经结束，不需要取消。");
        }

        IsCancelAsked = true;
        if (State == ExportState.Waiting)
        {
            Cancel(now);
        }
    }

    public void Cancel(DateTimeOffset now) => (State, FinishedAt) = (ExportState.Cancelled, now);
}

public enum ExportFormat
{
    Xlsx,
    Csv,
    Docx,
}

public enum ExportState
{
    /// <summary>排队中.</summary>
    Waiting,

    /// <summary>正在生成.</summary>
    Running,

    /// <summary>可以下载.</summary>
    Done,

    /// <summary>没有成功.</summary>
    Failed,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>Which tasks go out: some that were ticked, or all that a filter finds, in its order.</summary>
/// <param name="Ids">Empty where the filter is meant.</param>
public sealed record ExportScope(TaskFilter Filter, IReadOnlyList<long> Ids);

public static class ExportWords
{
    public static string Word(this ExportState state) => state switch
    {
        ExportState.Waiting => "排队中",
        ExportState.Running => "正在生成",
        ExportState.Done => "可以下载",
        ExportState.Failed => "没有成功",
        ExportState.Cancelled => "已取消",
    };

    /// <summary>With its dot.</summary>
    public static string Ending(this ExportFormat format) => format switch
    {
        ExportFormat.Xlsx => ".xlsx",
        ExportFormat.Csv => ".csv",
        ExportFormat.Docx => ".docx",
    };

    public static string ContentType(this ExportFormat format) => format switch
    {
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.Csv => Csv.ContentType,
        ExportFormat.Docx => PaperFile.ContentType,
    };
}
