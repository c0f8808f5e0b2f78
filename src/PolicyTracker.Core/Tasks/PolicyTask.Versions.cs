using PolicyTracker.Core.Documents;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>How a task goes on when its notice comes in a new version: 随新版更新.</summary>
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
}
