using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>The tasks to which something was done in a period. Tasks, not acts: what was returned twice is one task.</summary>
internal sealed record DoneTasks(HashSet<long> Assigned, HashSet<long> Approved, HashSet<long> Returned, HashSet<long> ExtensionAsked);

/// <summary>Counts task by task, in one reading of them all.</summary>
internal sealed class BulletinTally(DateOnly day, DoneTasks done, DepartmentTally departments)
{
    private readonly Dictionary<TaskState, int> states = [];
    private readonly List<StandingTask> overdue = [];

    public int CompletedInTime { get; private set; }

    public int CompletedLate { get; private set; }

    public IReadOnlyList<StandingTask> Overdue => overdue;

    public IReadOnlyDictionary<int, TallyRow> Departments => departments.Rows;

    public IReadOnlyList<StateCount> States() => [.. Enum.GetValues<TaskState>().Select(state => new StateCount(state, states.GetValueOrDefault(state)))];

    public void Add(StandingTask task)
    {
        states[task.State] = states.GetValueOrDefault(task.State) + 1;
        var isCompleted = task.State == TaskState.Completed && done.Approved.Contains(task.Id);
        var isLate = task.ClockStoppedOn > task.DueOn;
        CompletedInTime += isCompleted && !isLate ? 1 : 0;
        CompletedLate += isCompleted && isLate ? 1 : 0;
        if (task.IsOverdueOn(day))
        {
            overdue.Add(task);
        }

        departments.Add(task, isCompleted, done.Returned.Contains(task.Id));
    }
}
