using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>任务: the smallest unit of a notice that somebody can be held to.</summary>
public sealed class PolicyTask
{
    public long Id { get; init; }

    public int DocumentId { get; init; }

    public PolicyDocument? Document { get; init; }

    public int JurisdictionId { get; init; }

    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>Place in its document, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>Its number as printed; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Titles from the plan down to the task's parent.</summary>
    public string[] Path { get; init; } = [];

    public required string Title { get; set; }

    public required string Text { get; init; }

    public int FirstLine { get; init; }

    public int LastLine { get; init; }

    public TaskState State { get; private set; }

    /// <summary>完成时限 as printed; null when none is.</summary>
    public string? DeadlineRaw { get; init; }

    public DeadlineKind? DeadlineKind { get; init; }

    public DateOnly? StartsOn { get; init; }

    /// <summary>The day by which it is to be done, inclusive.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>End dates of targets in the task's text, ascending.</summary>
    public DateOnly[] Milestones { get; init; } = [];

    /// <summary>责任领导 as printed.</summary>
    public string[] Leaders { get; init; } = [];

    /// <summary>While InReview or Suspended the clock stands at this day.</summary>
    public DateOnly? ClockStoppedOn { get; private set; }

    /// <summary>Percent that the supervisor verified; null before the first.</summary>
    public int? VerifiedPercent { get; private set; }

    public DateOnly? VerifiedOn { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>PostgreSQL's xmin: changes with every save, so that the second of two people is told.</summary>
    public uint Version { get; private set; }

    public List<Responsibility> Responsibilities { get; init; } = [];

    public List<HistoryEntry> History { get; init; } = [];

    /// <summary>A task as its notice gives it: assigned where a matched unit answers for it, else a draft to be assigned.</summary>
    public static PolicyTask FromNotice(ParsedTask read, int ordinal, int jurisdictionId, IEnumerable<Responsibility> responsibilities, Actor by, DateTimeOffset now)
    {
        var task = new PolicyTask
        {
            JurisdictionId = jurisdictionId,
            Ordinal = ordinal,
            Number = read.Number,
            Path = [.. read.Path],
            Title = read.Title,
            Text = read.Text,
            FirstLine = read.Lines.First,
            LastLine = read.Lines.Last,
            DeadlineRaw = read.Deadline?.Raw,
            DeadlineKind = read.Deadline?.Kind,
            StartsOn = read.Deadline?.Start,
            DueOn = read.Deadline?.End,
            Milestones = [.. read.Milestones],
            Leaders = [.. read.Leaders],
            UpdatedAt = now,
            Responsibilities = [.. responsibilities],
        };
        task.State = task.Responsibilities.Any(r => r.Role != Role.Support && (r.DepartmentId is not null || r.Department is not null))
            ? TaskState.Assigned
            : TaskState.Draft;
        task.Record(TaskAct.Import, TaskState.Draft, "", by, now);
        return task;
    }

    /// <summary>核实进度: the supervisor's own figure for an open, assigned task, dated.</summary>
    public void VerifyProgress(int percent, string words, Actor by, DateTimeOffset now)
    {
        if (State == TaskState.Draft)
        {
            throw new RuleException("任务尚未交办，不能核实进度。请先交办给责任单位。");
        }

        if (!State.IsOpen())
        {
            throw new RuleException($"任务{State.Word()}，不能再核实进度。");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        VerifiedPercent = percent;
        VerifiedOn = DateOnly.FromDateTime(now.InOffice().DateTime);
        Record(TaskAct.VerifyProgress, State, words, by, now, percent);
    }

    private void Record(TaskAct act, TaskState from, string words, Actor by, DateTimeOffset now, int? percent = null)
    {
        // The row itself moves with every act, so that its xmin does too.
        UpdatedAt = now;
        History.Add(new HistoryEntry
        {
            At = now,
            Act = act,
            FromState = from,
            ToState = State,
            AccountId = by.AccountId,
            ActorName = by.Name,
            Percent = percent,
            Words = words,
        });
    }
}
