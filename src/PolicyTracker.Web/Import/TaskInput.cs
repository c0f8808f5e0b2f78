using System.Globalization;
using PolicyTracker.Core;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Parsing;

namespace PolicyTracker.Web.Import;

/// <summary>
/// What is typed about a task. Compared with the task as it was when the form was opened, so that saving upon somebody else's work
/// changes only what this person has changed.
/// </summary>
public sealed class TaskInput
{
    private readonly DraftTask opened;

    public TaskInput(DraftTask task)
    {
        opened = task;
        (Title, Text, FirstLine, LastLine) = (task.Title, task.Text, task.FirstLine, task.LastLine);
        Leaders = string.Join('、', task.Leaders);
        (Raw, Kind, Start, End) = (task.Deadline?.Raw, task.Deadline?.Kind ?? DeadlineKind.By, task.Deadline?.Start, task.Deadline?.End);
        Units = [.. task.Units.Select(unit => new UnitLine { Key = unit.Key, Name = unit.Name, Role = unit.Role })];
    }

    public int Key => opened.Key;

    public string Title { get; set; }

    public string Text { get; set; }

    public int FirstLine { get; set; }

    public int LastLine { get; set; }

    public string Leaders { get; set; }

    public string? Raw { get; set; }

    public DeadlineKind Kind { get; set; }

    public DateOnly? Start { get; set; }

    public DateOnly? End { get; set; }

    public List<UnitLine> Units { get; }

    /// <summary>As it was when the form was opened, for a cut that goes by its text.</summary>
    public DraftTask Opened => opened;

    /// <summary>Only what was changed; empty when nothing was.</summary>
    public IReadOnlyList<DraftEdit> Edits(IReadOnlyList<string> lines) => [.. AllEdits(lines).OfType<DraftEdit>()];

    private IEnumerable<DraftEdit?> AllEdits(IReadOnlyList<string> lines)
    {
        yield return Words(lines);
        yield return TypedUnits() is var units && !units.SequenceEqual(opened.Units) ? new SetUnits(Key, units) : null;
        yield return TypedLeaders() is var leaders && !leaders.SequenceEqual(opened.Leaders) ? new SetLeaders(Key, leaders) : null;
        yield return TypedDeadline() is var deadline && deadline != opened.Deadline ? new SetDeadline(Key, deadline) : null;
    }

    // Who moves the bounds and leaves the words alone wants the words that stand between them.
    private SetWords? Words(IReadOnlyList<string> lines)
    {
        var (title, text) = (Title.Trim(), Text.Replace("\r", "", StringComparison.Ordinal).Trim());
        if (title.Length == 0 || text.Length == 0)
        {
            throw new RuleException("任务的标题和文字都不能为空。不是任务的，请按“不是任务”。");
        }

        var isMoved = (FirstLine, LastLine) != (opened.FirstLine, opened.LastLine);
        var isTyped = title != opened.Title || text != opened.Text.Trim();
        return !isMoved && !isTyped ? null
            : isMoved && !isTyped ? TaskCutting.Move(lines, opened, FirstLine, LastLine)
            : new SetWords(Key, title, text, FirstLine, LastLine);
    }

    private List<DraftUnit> TypedUnits() =>
    [
        .. Units.Where(unit => !string.IsNullOrWhiteSpace(unit.Name)).Select(unit =>
            opened.Units.FirstOrDefault(known => known.Key == unit.Key && known.Name == unit.Name.Trim()) is { } known
                ? known with { Role = unit.Role }
                : new DraftUnit(0, unit.Name.Trim(), unit.Role, unit.Name.Trim().StartsWith('各') ? DepartmentKind.Group : DepartmentKind.Department)),
    ];

    private List<string> TypedLeaders() => [.. Leaders.Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private DraftDeadline? TypedDeadline()
    {
        if (string.IsNullOrWhiteSpace(Raw) && Start is null && End is null)
        {
            return null;
        }

        if (Kind is DeadlineKind.By or DeadlineKind.Range && End is null)
        {
            throw new RuleException("这一类时限要有截止日期；没有日期的，请改选“长期”“周期”或“无确定日期”。");
        }

        if (Start > End)
        {
            throw new RuleException("时限的开始日期晚于截止日期。");
        }

        return new DraftDeadline(string.IsNullOrWhiteSpace(Raw) ? End!.Value.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : Raw.Trim(), Kind, Start, End);
    }
}

public sealed class UnitLine
{
    public int Key { get; init; }

    public string Name { get; set; } = "";

    public Role Role { get; set; } = Role.Responsible;
}
