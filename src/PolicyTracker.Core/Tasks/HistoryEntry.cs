namespace PolicyTracker.Core.Tasks;

/// <summary>One act on a task: who, when, from which state to which, with which words. Written in the same save as the act.</summary>
public sealed class HistoryEntry
{
    public long Id { get; init; }

    public long TaskId { get; init; }

    public DateTimeOffset At { get; init; }

    public TaskAct Act { get; init; }

    public TaskState FromState { get; init; }

    public TaskState ToState { get; init; }

    /// <summary>Null for the portal itself (an import by the seed).</summary>
    public int? AccountId { get; init; }

    /// <summary>The name that the person bore at that time.</summary>
    public required string ActorName { get; init; }

    public int? Percent { get; init; }

    public string Words { get; init; } = "";
}

public enum TaskAct
{
    /// <summary>导入.</summary>
    Import,

    /// <summary>核实进度.</summary>
    VerifyProgress,
}

public static class TaskActs
{
    public static string Word(this TaskAct act) => act switch
    {
        TaskAct.Import => "导入",
        TaskAct.VerifyProgress => "核实进度",
    };
}
