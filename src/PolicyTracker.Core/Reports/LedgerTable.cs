using System.Globalization;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports;

/// <summary>The columns of the 台账 as a table.</summary>
public enum LedgerColumn
{
    /// <summary>With <see cref="Version"/> hidden in front, so that a filled-in table finds its tasks again.</summary>
    TaskId,
    Version,
    Position,
    Work,
    Source,
    Leads,
    Responsible,
    Supports,
    Leaders,
    Due,
    Progress,
    Problems,
    NextStep,
    State,
    Remarks,
    Percent,
}

/// <param name="Width">In characters of the usual type.</param>
public sealed record LedgerHeading(LedgerColumn Column, string Words, double Width)
{
    public bool IsHidden => Column <= LedgerColumn.Version;
}

/// <summary>What stands in the head of the table and in each of its cells, for every format alike.</summary>
public static class LedgerTable
{
    public const string SheetName = "台账";

    public static readonly IReadOnlyList<LedgerHeading> Headings =
    [
        new(LedgerColumn.TaskId, "任务编号", 10),
        new(LedgerColumn.Version, "版本", 10),
        new(LedgerColumn.Position, "序号", 5.5),
        new(LedgerColumn.Work, "工作任务", 38),
        new(LedgerColumn.Source, "来源文件(文号)", 22),
        new(LedgerColumn.Leads, "牵头单位", 12),
        new(LedgerColumn.Responsible, "责任单位", 12),
        new(LedgerColumn.Supports, "配合单位", 12),
        new(LedgerColumn.Leaders, "责任领导", 9),
        new(LedgerColumn.Due, "完成时限", 16),
        new(LedgerColumn.Progress, "进展情况", 28),
        new(LedgerColumn.Problems, "存在问题", 16),
        new(LedgerColumn.NextStep, "下一步措施", 16),
        new(LedgerColumn.State, "状态", 8),
        new(LedgerColumn.Remarks, "备注", 12),
        new(LedgerColumn.Percent, "反馈进度(%)", 8),
    ];

    public const string ForReading = "只供查阅";

    /// <summary>Of a past day nothing leads back to a task: no number, no version.</summary>
    public static IReadOnlyList<LedgerHeading> HeadingsOn(DateOnly? asOf) => asOf is { } day
        ? [.. Headings.Where(heading => !heading.IsHidden).Select(heading => heading.Column == LedgerColumn.Work ? heading with { Words = $"{heading.Words}（截至{Date(day)}，{ForReading}）" } : heading)]
        : Headings;

    /// <summary>A table of a past day says so in its title, and in its head for where the title was cut off: it is not brought back.</summary>
    public static bool IsForReading(string titleOrHead) =>
        titleOrHead.StartsWith("工作任务", StringComparison.Ordinal) && titleOrHead.Contains($"，{ForReading}", StringComparison.Ordinal);

    /// <summary>As text; dates as 2026年11月30日.</summary>
    public static string Text(LedgerRow row, LedgerColumn column, int position) => column switch
    {
        LedgerColumn.TaskId => row.TaskId.ToString(CultureInfo.InvariantCulture),
        LedgerColumn.Version => row.Version.ToString(CultureInfo.InvariantCulture),
        LedgerColumn.Position => position.ToString(CultureInfo.InvariantCulture),
        LedgerColumn.Work => row.Work,
        LedgerColumn.Source => row.Source,
        LedgerColumn.Leads => row.Leads,
        LedgerColumn.Responsible => row.Responsible,
        LedgerColumn.Supports => row.Supports,
        LedgerColumn.Leaders => row.Leaders,
        LedgerColumn.Due => row.DueOn is { } due ? Date(due) : row.DueWords,
        LedgerColumn.Progress => row.Progress,
        LedgerColumn.Problems => row.Problems,
        LedgerColumn.NextStep => row.NextStep,
        LedgerColumn.State => row.State.Word(),
        LedgerColumn.Remarks => row.Remarks,
        LedgerColumn.Percent => row.Percent?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    public static string Date(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
