using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>What a person asked the ledger for; it stands in the address of the page and of the API alike.</summary>
public sealed record TaskFilter
{
    public const int MaxPageSize = 2000;

    /// <summary>This jurisdiction and all below it.</summary>
    public int? Jurisdiction { get; init; }

    public int? Document { get; init; }

    public int? Department { get; init; }

    /// <summary>The part of <see cref="Department"/> in the task; of anybody where no department is given.</summary>
    public Role? Role { get; init; }

    /// <summary>Empty: every state.</summary>
    public IReadOnlyList<TaskState> States { get; init; } = [];

    public TimeLight? Light { get; init; }

    /// <summary>What it waits for, of <see cref="Department"/> where one is given.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>进度差 of this colour.</summary>
    public TimeLight? Gap { get; init; }

    /// <summary>At least this many points behind the plan.</summary>
    public int? GapPoints { get; init; }

    /// <summary>How claimed and verified progress stand to each other.</summary>
    public Verification? Verification { get; init; }

    /// <summary>On which this act was done since <see cref="Since"/>; ever, where that is null.</summary>
    public TaskAct? Changed { get; init; }

    /// <summary>On which anything was done on this day or later.</summary>
    public DateOnly? Since { get; init; }

    public DateOnly? DueFrom { get; init; }

    public DateOnly? DueTo { get; init; }

    /// <summary>Part of a leader's printed name or title.</summary>
    public string? Leader { get; init; }

    /// <summary>Words in title, text, number or document title; all of them must occur.</summary>
    public string? Q { get; init; }

    /// <summary>查看日期: what was known at the end of this past day; null: now.</summary>
    public DateOnly? AsOf { get; init; }

    public TaskOrder Order { get; init; } = TaskOrder.Document;

    public bool Descending { get; init; }

    /// <summary>Whether the whole list is counted, however long; null: as is usual where it is shown.</summary>
    public bool? ExactTotal { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;

    /// <summary>The day of which the tasks are told.</summary>
    public DateOnly DayOf(DateOnly today) => AsOf ?? today;
}

public enum TaskOrder
{
    /// <summary>As printed: newest document first, tasks in its order.</summary>
    Document,
    Due,
    Status,
    Progress,
    Title,
}
