using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// Headings in two rows whose cells stand one per line: 序号 / 工作任务 / 责任分工 / 完成时限 / 牵头单位 / 配合单位, where the last two are
/// what 责任分工 is divided into. The words alone do not tell them from one row of six headings; the rows below do.
/// </summary>
internal static partial class TwoRowHeading
{
    private const int FewestInFront = 2;
    private const int MostDivisions = 5;

    /// <summary>The headings with the divisions in the place of the one that they divide, for each way to read them so.</summary>
    public static IEnumerable<IReadOnlyList<Paragraph>> Divided(IReadOnlyList<Paragraph> headings)
    {
        for (var second = headings.Count - 2; second >= FewestInFront && second >= headings.Count - MostDivisions; second--)
        {
            var divisions = headings.Skip(second).ToList();
            if (Divides(divisions) is not { } whole) continue;
            for (var divided = second - 1; divided > 0; divided--)
                if (whole.IsMatch(headings[divided].Clean)) yield return [.. headings.Take(divided), .. divisions, .. headings.Skip(divided + 1).Take(second - divided - 1)];
        }
    }

    /// <summary>What a heading is about that such divisions may divide; null where they are of no one kind.</summary>
    private static Regex? Divides(List<Paragraph> divisions) =>
        divisions.TrueForAll(d => IsPeriod(d.Clean)) ? ByPeriods()
        : divisions.TrueForAll(d => ColumnRoles.Read(d.Clean) is var role && (ColumnRoles.IsDepartment(role) || role == ColumnRole.Leader)) ? ByDoers()
        : null;

    /// <summary>2031年, 三季度, 上半年: a column for what is due by then.</summary>
    public static bool IsPeriod(string clean) => clean.Length is > 1 and < 12 && Period().IsMatch(clean);

    [GeneratedRegex("^(?:20\\d\\d年(?:度|底)?|第?[一二三四1-4]季度|[上下]半年|1?\\d月(?:底)?)(?:目标|计划|任务|进度)?$")]
    private static partial Regex Period();

    [GeneratedRegex("目标|进度|计划|安排|节点|时间|时限|年度")]
    private static partial Regex ByPeriods();

    [GeneratedRegex("责任|分工|单位|部门|领导")]
    private static partial Regex ByDoers();
}
