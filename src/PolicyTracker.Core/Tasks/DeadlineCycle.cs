using System.Text.RegularExpressions;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Tasks;

/// <summary>How often a recurring task falls due: at the end of each such period.</summary>
public enum DeadlineCycle
{
    /// <summary>每年.</summary>
    Year,

    /// <summary>每半年.</summary>
    HalfYear,

    /// <summary>每季度.</summary>
    Quarter,

    /// <summary>每月.</summary>
    Month,
}

public static partial class DeadlineCycles
{
    /// <summary>Null where the words name another day than the end of the period (每月25日前), another rhythm (每周), or more than that.</summary>
    public static DeadlineCycle? Of(DeadlineKind? kind, string? printed) =>
        kind != DeadlineKind.Recurring || Printed().Match(printed ?? "") is not { Success: true } match ? null : match.Groups["period"].Value switch
        {
            "年" => DeadlineCycle.Year,
            "半年" => DeadlineCycle.HalfYear,
            "季度" or "季" => DeadlineCycle.Quarter,
            _ => DeadlineCycle.Month,
        };

    /// <summary>The end of the period that <paramref name="on"/> lies in.</summary>
    public static DateOnly NextDate(this DeadlineCycle cycle, DateOnly on) => cycle switch
    {
        DeadlineCycle.Year => new DateOnly(on.Year, 12, 31),
        DeadlineCycle.HalfYear => on.Month <= 6 ? new DateOnly(on.Year, 6, 30) : new DateOnly(on.Year, 12, 31),
        DeadlineCycle.Quarter => new DateOnly(on.Year, ((on.Month - 1) / 3 * 3) + 1, 1).AddMonths(3).AddDays(-1),
        DeadlineCycle.Month => new DateOnly(on.Year, on.Month, 1).AddMonths(1).AddDays(-1),
    };

    public static string Word(this DeadlineCycle cycle) => cycle switch
    {
        DeadlineCycle.Year => "每年",
        DeadlineCycle.HalfYear => "每半年",
        DeadlineCycle.Quarter => "每季度",
        DeadlineCycle.Month => "每月",
    };

    // The same words as in 0002_life_of_a_task.sql, which reads them for the tasks that were there before.
    [GeneratedRegex("^每(?<period>年|半年|季度|季|个月|月)(年底|年末|季末|季度末|月底|月末|底|末)?(之前|以前|前)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();
}
