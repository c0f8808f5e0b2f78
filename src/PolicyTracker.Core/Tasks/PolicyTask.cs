using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>任务: the smallest unit of a notice that somebody can be held to.</summary>
public sealed partial class PolicyTask
{
    public long Id { get; init; }

    /// <summary>Null for a task that was registered by hand.</summary>
    public int? DocumentId { get; init; }

    public PolicyDocument? Document { get; init; }

    public int JurisdictionId { get; private set; }

    public Jurisdiction? Jurisdiction { get; private set; }

    /// <summary>立项来源 of a task without a document; null where nobody said which.</summary>
    public SourceKind? SourceKind { get; init; }

    /// <summary>Where a task without a document comes from, in words.</summary>
    public string? SourceWords { get; init; }

    /// <summary>Place in its document, from 1; 0 without a document, as the lines.</summary>
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

    /// <summary>How often it falls due, where the printed words say it; null for others.</summary>
    public DeadlineCycle? Cycle { get; init; }

    public DateOnly? StartsOn { get; init; }

    /// <summary>The day by which it is to be done, inclusive.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The day that the notice prints, or with which the task was registered: kept when the deadline is changed.</summary>
    public DateOnly? PrintedDueOn { get; init; }

    /// <summary>When the work was handed out: the day of the notice that names a unit, else that of 交办.</summary>
    public DateOnly? AssignedOn { get; private set; }

    /// <summary>The notice itself is the assignment.</summary>
    public bool IsAssignedByNotice { get; private set; }

    /// <summary>End dates of targets in the task's text, ascending.</summary>
    public DateOnly[] Milestones { get; init; } = [];

    /// <summary>责任领导 as printed.</summary>
    public string[] Leaders { get; init; } = [];

    /// <summary>The clock stands at this day: that of the request while InReview and Completed, of the suspension while Suspended.</summary>
    public DateOnly? ClockStoppedOn { get; private set; }

    /// <summary>申请办结, the request that waits or was approved.</summary>
    public DateOnly? CompletionRequestedOn { get; private set; }

    /// <summary>办结 as the supervisor approved it.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>Where a suspended task goes back to.</summary>
    public TaskState? SuspendedFrom { get; private set; }

    public int ReturnCount { get; private set; }

    public int RemindCount { get; private set; }

    public DateOnly? RemindedOn { get; private set; }

    public Judgement? Judgement { get; private set; }

    public DateOnly? JudgedOn { get; private set; }

    public string? JudgementWords { get; private set; }

    /// <summary>Percent that the departments claim; <see cref="ClaimedProgress"/> says how it is made up. Null before the first report.</summary>
    public int? ClaimedPercent { get; private set; }

    /// <summary>Percent that the supervisor verified; null before the first.</summary>
    public int? VerifiedPercent { get; private set; }

    public DateOnly? VerifiedOn { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Counts the acts, so that the row moves with each of them and its xmin too, also when only a child row changed.</summary>
    public int ActCount { get; private set; }

    /// <summary>PostgreSQL's xmin: changes with every save, so that the second of two people is told.</summary>
    public uint Version { get; private set; }

    public List<Responsibility> Responsibilities { get; init; } = [];

    public List<HistoryEntry> History { get; init; } = [];

    public List<DepartmentStanding> Standings { get; init; } = [];

    public List<ProgressReport> Reports { get; init; } = [];

    public List<Extension> Extensions { get; init; } = [];

    public List<TaskInterval> Intervals { get; init; } = [];

    /// <summary>Who answers for the task: the leads, or where none leads everybody responsible.</summary>
    public IEnumerable<Responsibility> Answering() => Responsibilities.Where(r => r.IsMatched && r.Role == AnsweringRole);

    private Role AnsweringRole => Responsibilities.Any(r => r.IsMatched && r.Role == Role.Lead) ? Role.Lead : Role.Responsible;

    /// <summary>What this task is to a person.</summary>
    public ActorsPart PartOf(Actor actor) => new(
        actor.Reads(Jurisdiction!.Path), Responsibilities.Any(r => r.IsOf(actor)), Answering().Any(r => r.IsOf(actor)));

    /// <summary>Starts the record of what was known when; after the departments of a new task have their numbers.</summary>
    public void OpenInterval() => Intervals.Add(TaskInterval.Of(this, UpdatedAt));

    private void Require(TaskAct act)
    {
        if (!LifeOfATask.IsPossible(act, State))
        {
            throw new RuleException(LifeOfATask.WhyNot(act, State));
        }
    }

    /// <summary>Every act ends here: the row moves, the act stands in the history, and what was known until now ends.</summary>
    private void Record(TaskAct act, TaskState from, string words, ActBy by, int? percent = null, ActChanges? changes = null)
    {
        UpdatedAt = by.At;
        ActCount++;
        History.Add(new HistoryEntry
        {
            At = by.At,
            Act = act,
            FromState = from,
            ToState = State,
            AccountId = by.Person.AccountId,
            ActorName = by.Person.Name,
            DepartmentId = by.Unit?.Id,
            DepartmentName = by.Unit?.Name,
            Percent = percent,
            Words = words,
            Changes = changes,
        });
        if (Intervals.Find(interval => interval.UntilAt is null) is { } known && TaskInterval.Of(this, by.At) is var present && !present.SaysTheSameAs(known))
        {
            known.End(by.At);
            Intervals.Add(present);
        }
    }
}
