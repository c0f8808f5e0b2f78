using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>How many tasks a department has.</summary>
/// <param name="Completed">In the period that is counted.</param>
public readonly record struct TallyRow(int Open, int Overdue, int Completed, int Returned);

/// <summary>Counts task by task, in one reading of them all, what departments had at the end of a day. A group's tasks are those of its members too.</summary>
public sealed class DepartmentTally
{
    private readonly ILookup<int, int> membersOfGroups;
    private readonly DateOnly day;
    private readonly Dictionary<int, TallyRow> rows = [];

    private DepartmentTally(DateOnly day, ILookup<int, int> membersOfGroups) => (this.day, this.membersOfGroups) = (day, membersOfGroups);

    public IReadOnlyDictionary<int, TallyRow> Rows => rows;

    public static async Task<DepartmentTally> OnAsync(TrackerDb db, DateOnly day, CancellationToken cancellation)
    {
        var members = await KnownTasks.On(db, day).GroupMembers.Select(member => new { member.GroupId, member.MemberId }).ToListAsync(cancellation);
        return new DepartmentTally(day, members.ToLookup(member => member.GroupId, member => member.MemberId));
    }

    public void Add(StandingTask task, bool isCompleted, bool isReturned)
    {
        var (isOpen, isOverdue) = (task.State.IsOpen(), task.IsOverdueOn(day));
        if (!isOpen && !isCompleted && !isReturned)
        {
            return;
        }

        var own = task.Leads.Concat(task.Responsible).Concat(task.Supports);
        foreach (var id in own.Concat(own.SelectMany(id => membersOfGroups[id])).Distinct())
        {
            var row = rows.GetValueOrDefault(id);
            rows[id] = new TallyRow(row.Open + (isOpen ? 1 : 0), row.Overdue + (isOverdue ? 1 : 0), row.Completed + (isCompleted ? 1 : 0), row.Returned + (isReturned ? 1 : 0));
        }
    }
}
