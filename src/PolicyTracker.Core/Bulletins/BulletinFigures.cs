using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>The days that a bulletin tells of, both inclusive.</summary>
public sealed record BulletinPeriod(DateOnly From, DateOnly Until)
{
    public DateTimeOffset Begin => OfficeTime.StartOf(From);

    /// <summary>Exclusive.</summary>
    public DateTimeOffset End => OfficeTime.StartOf(Until.AddDays(1));

    /// <summary>2031年6月1日至6月30日.</summary>
    public string InWords => From == Until ? LedgerTable.Date(From)
        : $"{LedgerTable.Date(From)}至{(From.Year == Until.Year ? $"{Until.Month}月{Until.Day}日" : LedgerTable.Date(Until))}";
}

/// <summary>What a bulletin counts, as it was when it was counted.</summary>
/// <param name="States">Of all tasks, at the end of the period.</param>
/// <param name="Assigned">Tasks that were handed out in the period, by a notice or by a supervisor.</param>
/// <param name="CompletedInTime">Approved in the period and still completed at its end.</param>
/// <param name="Overdue">At the end of the period; <paramref name="OverdueTasks"/> may list fewer.</param>
/// <param name="Departments">Those that have any of it, in 机构序列.</param>
public sealed record BulletinFigures(
    IReadOnlyList<StateCount> States, int Assigned, int CompletedInTime, int CompletedLate, int Returned, int ExtensionsAsked, int ExtensionsGranted, int Overdue,
    IReadOnlyList<DepartmentCount> Departments, IReadOnlyList<OverdueTask> OverdueTasks)
{
    public int All => States.Sum(state => state.Count);

    public int Completed => CompletedInTime + CompletedLate;

    /// <summary>Each figure under the name by which a person compares two counts.</summary>
    private IEnumerable<(string Label, string Count)> Named =>
    [
        ("全部任务", Items(All)),
        .. States.Select(state => (state.State.Word(), Items(state.Count))),
        ("新交办", Items(Assigned)), ("按期办结", Items(CompletedInTime)), ("逾期办结", Items(CompletedLate)), ("退回", Items(Returned)),
        ("申请延期", Items(ExtensionsAsked)), ("批准延期", Items(ExtensionsGranted)), ("逾期未办结", Items(Overdue)),
        .. Departments.Select(row => ($"{row.Name}", $"在办{row.Open}项，逾期{row.Overdue}项，办结{row.Completed}项，退回{row.Returned}项")),
        .. OverdueTasks.Select(task => ($"逾期清单：{task.Title}（任务{task.Id}）", $"{LedgerTable.Date(task.DueOn)}到期，逾期{task.DaysLate}天")),
    ];

    /// <summary>What another count says otherwise; nothing where the two agree.</summary>
    public IReadOnlyList<BulletinChange> ChangesTo(BulletinFigures other)
    {
        var (before, after) = (Named.ToLookup(figure => figure.Label, figure => figure.Count), other.Named.ToLookup(figure => figure.Label, figure => figure.Count));
        return [.. Named.Concat(other.Named).Select(figure => figure.Label).Distinct()
            .Select(label => new BulletinChange(label, string.Join('；', before[label]), string.Join('；', after[label])))
            .Where(change => change.Before != change.After)];
    }

    private static string Items(int count) => $"{count}项";
}

public sealed record StateCount(TaskState State, int Count);

public sealed record DepartmentCount(int Id, string Name, int Open, int Overdue, int Completed, int Returned);

/// <param name="Units">Who answers for it.</param>
public sealed record OverdueTask(long Id, string Title, string Units, DateOnly DueOn, int DaysLate);

/// <param name="Before">Empty where it was not there.</param>
public sealed record BulletinChange(string Label, string Before, string After);
