using PolicyTracker.Core.Departments;

namespace PolicyTracker.Core.Tasks;

/// <summary>What the register of departments changes of a task: whom a printed name means, and who follows upon whom.</summary>
public sealed partial class PolicyTask
{
    /// <summary>认定单位: what these printed names mean. A draft of a notice that now has somebody who answers for it is assigned, as at the import.</summary>
    /// <param name="noticeOn">The day of the notice; null where it prints none.</param>
    public void MatchUnits(IEnumerable<Responsibility> parts, Department department, DateOnly? noticeOn, string words, ActBy by)
    {
        var (from, before) = (State, AsHanded());
        foreach (var part in parts)
        {
            part.Match(department);
        }

        AssignByNotice(noticeOn, by);
        ReckonClaimed();
        Record(TaskAct.MatchUnit, from, words, by, changes: ChangesSince(before));
    }

    /// <summary>Undoes it: the names wait again, and a task for which nobody answers any more is a draft again.</summary>
    public void UnmatchUnits(IEnumerable<Responsibility> parts, string words, ActBy by)
    {
        var (from, before) = (State, AsHanded());
        foreach (var part in parts)
        {
            part.Match(null);
        }

        Standings.RemoveAll(standing => !Responsibilities.Any(r => r.Covers(standing.DepartmentId)));
        FallBackToDraft();
        ReckonClaimed();
        Record(TaskAct.MatchUnit, from, words, by, changes: ChangesSince(before));
    }

    /// <summary>单位变更: who follows upon a unit takes its part, with what it has done. The printed names stay.</summary>
    /// <param name="to">The first takes over the row with the printed name, the others stand beside it under their own.</param>
    public void MoveUnit(Department from, IReadOnlyList<Department> to, string words, ActBy by)
    {
        var before = AsHanded();
        foreach (var part in Responsibilities.Where(r => r.MatchedId == from.Id).ToList())
        {
            part.Match(to[0]);
            foreach (var other in to.Skip(1).Where(other => !Responsibilities.Exists(r => r.MatchedId == other.Id && r.Role == part.Role)))
            {
                Responsibilities.Add(new Responsibility
                {
                    Position = Responsibilities.Max(r => r.Position) + 1,
                    Role = part.Role,
                    PrintedName = other.Name,
                    Note = part.Note,
                    DepartmentId = other.Id,
                    Department = other,
                });
            }
        }

        PassStanding(from.Id, to);
        ReckonClaimed();
        Record(TaskAct.MoveUnit, State, words, by, changes: ChangesSince(before));
    }

    /// <summary>归入辖区: a task of a notice whose place nobody knew. Its names are matched among the departments of the place.</summary>
    /// <param name="match">The department that a printed name means there; null: it waits.</param>
    public void MoveTo(Jurisdiction place, Func<Responsibility, Department?> match, DateOnly? noticeOn, string words, ActBy by)
    {
        var (from, before) = (State, AsHanded());
        (JurisdictionId, Jurisdiction) = (place.Id, place);
        foreach (var part in Responsibilities)
        {
            var old = part.MatchedId;
            part.Match(match(part));
            if (old is { } left && part.Department is { } now && left != now.Id)
            {
                PassStanding(left, [now]);
            }
        }

        Standings.RemoveAll(standing => !Responsibilities.Any(r => r.Covers(standing.DepartmentId)));
        AssignByNotice(noticeOn, by);
        FallBackToDraft();
        ReckonClaimed();
        Record(TaskAct.MatchUnit, from, words, by, changes: ChangesSince(before));
    }

    // Only what a notice prints is assigned by it; where the work rests, it goes on as assigned.
    private void AssignByNotice(DateOnly? noticeOn, ActBy by)
    {
        if (DocumentId is null || !Answering().Any() || (State != TaskState.Draft && SuspendedFrom != TaskState.Draft))
        {
            return;
        }

        (State, SuspendedFrom) = State == TaskState.Draft ? (TaskState.Assigned, SuspendedFrom) : (State, TaskState.Assigned);
        AssignedOn = noticeOn ?? by.Today;
        IsAssignedByNotice = noticeOn is not null;
    }

    // Assigned is only what somebody answers for.
    private void FallBackToDraft()
    {
        if (State == TaskState.Assigned && !Answering().Any())
        {
            State = TaskState.Draft;
            (AssignedOn, IsAssignedByNotice) = (null, false);
        }
    }

    private void PassStanding(int from, IReadOnlyList<Department> to)
    {
        if (Standings.Find(standing => standing.DepartmentId == from) is not { } left)
        {
            return;
        }

        foreach (var next in to)
        {
            StandingOf(new ActingUnit(next.Id, next.Name)).Inherit(left);
        }

        Standings.Remove(left);
    }
}
