using PolicyTracker.Core.Accounts;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>How a task comes into being and to its units: 导入, 立项, 交办, 调整.</summary>
public sealed partial class PolicyTask
{
    /// <summary>A task as its notice gives it: assigned where a matched unit answers for it, else a draft to be assigned.</summary>
    /// <param name="noticeOn">The day of the notice; null where it prints none.</param>
    public static PolicyTask FromNotice(
        ParsedTask read, int ordinal, int jurisdictionId, IEnumerable<Responsibility> responsibilities, DateOnly? noticeOn, Actor by, DateTimeOffset now)
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
            Cycle = DeadlineCycles.Of(read.Deadline?.Kind, read.Deadline?.Raw),
            StartsOn = read.Deadline?.Start,
            DueOn = read.Deadline?.End,
            PrintedDueOn = read.Deadline?.End,
            Milestones = [.. read.Milestones],
            Leaders = [.. read.Leaders],
            Responsibilities = [.. responsibilities],
        };
        var act = new ActBy(by, now);
        if (task.Answering().Any())
        {
            task.State = TaskState.Assigned;
            task.AssignedOn = noticeOn ?? act.Today;
            task.IsAssignedByNotice = noticeOn is not null;
        }

        task.Record(TaskAct.Import, TaskState.Draft, "", act);
        return task;
    }

    /// <summary>立项: a task that no notice prints, with its source in words.</summary>
    public static PolicyTask Register(RegisterForm form, int jurisdictionId, ActBy by)
    {
        var task = new PolicyTask
        {
            JurisdictionId = jurisdictionId,
            Title = form.Title!.Trim(),
            Text = form.Text!.Trim(),
            SourceKind = form.SourceKind,
            SourceWords = form.Source!.Trim(),
            DueOn = form.DueOn,
            PrintedDueOn = form.DueOn,
            Leaders = [.. (form.Leaders ?? []).Select(leader => leader.Trim()).Where(leader => leader.Length > 0)],
        };
        task.Record(TaskAct.Register, TaskState.Draft, task.SourceWords, by);
        task.OpenInterval();
        return task;
    }

    /// <summary>交办: names the units, and the deadline unless the task has one.</summary>
    public void Assign(IReadOnlyList<Responsibility> units, DeadlineChoice deadline, string words, ActBy by)
    {
        Require(TaskAct.Assign);
        if (!deadline.IsSet && DueOn is null && DeadlineKind is null)
        {
            throw new RuleException("请写明期限，或者写明这项任务没有期限，再交办。");
        }

        var changes = Hand(units, deadline);
        RequireSomebodyAnswers();
        State = TaskState.Assigned;
        (AssignedOn, IsAssignedByNotice) = (by.Today, false);
        Record(TaskAct.Assign, TaskState.Draft, words, by, changes: changes);
    }

    /// <summary>调整 units or deadline; what the notice prints stays in its text and in <see cref="PrintedDueOn"/>.</summary>
    /// <param name="units">Null: as they are.</param>
    public void Change(IReadOnlyList<Responsibility>? units, DeadlineChoice deadline, string reason, ActBy by)
    {
        Require(TaskAct.Change);
        var changes = Hand(units, deadline);
        if (changes is null or { Units: null, DueOn: null })
        {
            throw new RuleException("单位和期限都与现在一样，没有可以调整的。");
        }

        if (State != TaskState.Draft)
        {
            RequireSomebodyAnswers();
        }

        ReckonClaimed();
        Record(TaskAct.Change, State, reason, by, changes: changes);
    }

    private ActChanges? Hand(IReadOnlyList<Responsibility>? units, DeadlineChoice deadline)
    {
        var before = AsHanded();
        if (units is not null)
        {
            TakeOver(units);
        }

        if (deadline.IsSet)
        {
            DueOn = deadline.DueOn;
        }

        return ChangesSince(before);
    }

    // A unit that stays keeps its row with the printed name; one that is gone loses what it had done here, the history has it.
    private void TakeOver(IReadOnlyList<Responsibility> units)
    {
        var next = Responsibilities.Select(r => r.Position).DefaultIfEmpty(-1).Max() + 1;
        var staying = units.Select(unit => Responsibilities.Find(r => r.IsMatched && r.MatchedId == unit.MatchedId)).ToList();
        Responsibilities.RemoveAll(r => !staying.Contains(r));
        foreach (var (unit, before) in units.Zip(staying))
        {
            if (before is null)
            {
                unit.Position = next++;
                Responsibilities.Add(unit);
            }
            else if (before.Role != unit.Role)
            {
                before.Role = unit.Role;
                Standings.Find(standing => standing.DepartmentId == before.DepartmentId)?.AnswerDecline();
            }
        }

        Standings.RemoveAll(standing => !Responsibilities.Any(r => r.Covers(standing.DepartmentId)));
    }

    private void RequireSomebodyAnswers()
    {
        if (!Answering().Any())
        {
            throw new RuleException("至少要有一个牵头单位或责任单位，只有配合单位不能交办。");
        }
    }

    /// <summary>Taken before an act that may change any of it.</summary>
    private Handed AsHanded() => new(
        [.. Responsibilities.OrderBy(r => r.Position).Select(r => new UnitPart(r.Department?.Id ?? r.DepartmentId, r.Department?.Name ?? r.PrintedName, r.Role))],
        [.. Standings.Select(standing => standing.AsItStands())],
        DueOn);

    /// <returns>Null when nothing of it has changed.</returns>
    private ActChanges? ChangesSince(Handed before)
    {
        var after = AsHanded();
        var changes = new ActChanges
        {
            Units = before.Units.SequenceEqual(after.Units) ? null : new Change<IReadOnlyList<UnitPart>>(before.Units, after.Units),
            Work = before.Work.SequenceEqual(after.Work) ? null : after.Work,
            DueOn = before.DueOn == after.DueOn ? null : new Change<DateOnly?>(before.DueOn, after.DueOn),
        };
        return changes == new ActChanges() ? null : changes;
    }

    private sealed record Handed(IReadOnlyList<UnitPart> Units, IReadOnlyList<UnitsWork> Work, DateOnly? DueOn);
}

/// <summary>What a form says about the deadline.</summary>
/// <param name="IsSet">False: it stays as it is.</param>
/// <param name="DueOn">Null: there is none.</param>
public readonly record struct DeadlineChoice(bool IsSet, DateOnly? DueOn);
