namespace PolicyTracker.Core.Tasks;

/// <summary>Where a task stands in its life. Open means Draft, Assigned, InProgress, InReview.</summary>
public enum TaskState
{
    /// <summary>待交办.</summary>
    Draft,

    /// <summary>待签收.</summary>
    Assigned,

    /// <summary>办理中.</summary>
    InProgress,

    /// <summary>待审核.</summary>
    InReview,

    /// <summary>已办结.</summary>
    Completed,

    /// <summary>已中止.</summary>
    Suspended,

    /// <summary>已终止.</summary>
    Withdrawn,
}

public static class TaskStates
{
    public static readonly TaskState[] Open = [TaskState.Draft, TaskState.Assigned, TaskState.InProgress, TaskState.InReview];

    public static bool IsOpen(this TaskState state) => state <= TaskState.InReview;

    public static string Word(this TaskState state) => state switch
    {
        TaskState.Draft => "待交办",
        TaskState.Assigned => "待签收",
        TaskState.InProgress => "办理中",
        TaskState.InReview => "待审核",
        TaskState.Completed => "已办结",
        TaskState.Suspended => "已中止",
        TaskState.Withdrawn => "已终止",
    };
}
