using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>How a task goes on when its notice comes in a new version (随新版更新), and back when the version is taken back.</summary>
public sealed partial class PolicyTask
{
    /// <summary>The task is printed as before, in another document: state, progress and history stay.</summary>
    public void GoOnIn(PolicyDocument document, int ordinal, ParsedTask read)
    {
        Document = document;
        (Ordinal, Number, Path, Title) = (ordinal, read.Number, [.. read.Path], read.Title);
        (FirstLine, LastLine) = (read.Lines.First, read.Lines.Last);
    }

    /// <summary>
    /// The new version prints it otherwise: words and printed deadline become the new ones, progress stays, and the history says what
    /// changed. A deadline that somebody has set since the import is not overrun.
    /// </summary>
    /// <param name="units">Null: as they are.</param>
    public void GoOnIn(PolicyDocument document, int ordinal, ParsedTask read, IReadOnlyList<Responsibility>? units, string changed, ActBy by)
    {
        GoOnIn(document, ordinal, read);
        var isDueAsPrinted = DueOn == PrintedDueOn;
        Text = read.Text;
        (DeadlineRaw, DeadlineKind, Cycle) = (read.Deadline?.Raw, read.Deadline?.Kind, DeadlineCycles.Of(read.Deadline?.Kind, read.Deadline?.Raw));
        (StartsOn, PrintedDueOn) = (read.Deadline?.Start, read.Deadline?.End);
        (Milestones, Leaders) = ([.. read.Milestones], [.. read.Leaders]);
        var changes = Hand(units, new DeadlineChoice(isDueAsPrinted, read.Deadline?.End));
        ReckonClaimed();
        Record(TaskAct.Revise, State, changed, by, changes: changes);
    }

    /// <summary>Kept before it goes on.</summary>
    internal PrintedTask AsItStands() => new()
    {
        Ordinal = Ordinal,
        Number = Number,
        Path = Path,
        Title = Title,
        Text = Text,
        FirstLine = FirstLine,
        LastLine = LastLine,
        DeadlineRaw = DeadlineRaw,
        DeadlineKind = DeadlineKind,
        Cycle = Cycle,
        StartsOn = StartsOn,
        PrintedDueOn = PrintedDueOn,
        DueOn = DueOn,
        Milestones = Milestones,
        Leaders = Leaders,
        Units = [.. Responsibilities.Select(r => new PrintedPart(r.Id, r.Position, r.Role, r.PrintedName, r.Note, r.MatchedId))],
        Standings = [.. Standings.Select(standing => standing.AsItStands())],
    };

    /// <summary>The version that prints the task as before is taken back: it had no more than another place.</summary>
    public void GoBackTo(PolicyDocument earlier, PrintedTask before)
    {
        Document = earlier;
        (Ordinal, Number, Path, Title) = (before.Ordinal, before.Number, before.Path, before.Title);
        (FirstLine, LastLine) = (before.FirstLine, before.LastLine);
    }

    /// <summary>The version that changed the task is taken back: it is again what it was before, and the history says so.</summary>
    /// <param name="departments">Those of the earlier version's units, with their members.</param>
    public void GoBackTo(PolicyDocument earlier, PrintedTask before, IReadOnlyDictionary<int, Department> departments, string words, ActBy by)
    {
        var handed = AsHanded();
        GoBackTo(earlier, before);
        Text = before.Text;
        (DeadlineRaw, DeadlineKind, Cycle) = (before.DeadlineRaw, before.DeadlineKind, before.Cycle);
        (StartsOn, PrintedDueOn, DueOn) = (before.StartsOn, before.PrintedDueOn, before.DueOn);
        (Milestones, Leaders) = (before.Milestones, before.Leaders);
        PutBack(before.Units, departments);
        PutBack(before.Standings);
        ReckonClaimed();
        Record(TaskAct.Revise, State, words, by, changes: ChangesSince(handed));
    }

    private void PutBack(PrintedPart[] units, IReadOnlyDictionary<int, Department> departments)
    {
        Responsibilities.RemoveAll(r => !units.Any(unit => unit.RowId == r.Id));
        foreach (var unit in units)
        {
            if (Responsibilities.Find(r => r.Id == unit.RowId) is { } there)
            {
                there.Role = unit.Role;
            }
            else
            {
                var department = unit.DepartmentId is { } id ? departments[id] : null;
                Responsibilities.Add(new Responsibility
                {
                    Position = unit.Position,
                    Role = unit.Role,
                    PrintedName = unit.PrintedName,
                    Note = unit.Note,
                    DepartmentId = unit.DepartmentId,
                    Department = department,
                });
            }
        }
    }

    private void PutBack(UnitsWork[] work)
    {
        Standings.RemoveAll(standing => !work.Any(before => before.DepartmentId == standing.DepartmentId));
        foreach (var before in work)
        {
            if (Standings.Find(standing => standing.DepartmentId == before.DepartmentId) is { } there)
            {
                there.PutBack(before);
            }
            else
            {
                Standings.Add(DepartmentStanding.Of(before));
            }
        }
    }
}
