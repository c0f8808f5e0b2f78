using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>The row of headings over an assignment table, read as a whole: what a heading means depends on its neighbours.</summary>
internal static partial class TableHeading
{
    private const int LongestHeading = 16;

    /// <summary>The columns' roles when some column holds the work and some other who does it; null for any other row.</summary>
    public static ColumnRole[]? Read(IReadOnlyList<string> headings)
    {
        if (headings.Count < 2) return null;
        var roles = headings.Select(ColumnRoles.Read).ToArray();
        if (headings.Count > 2 && !roles.Any(ColumnRoles.IsDepartment) && headings.Select(Alone).ToList() is var alone && alone.FindIndex(ColumnRoles.IsDepartment) is >= 0 and var who) roles[who] = alone[who];
        if (roles.Length > 2 && !roles.Any(ColumnRoles.IsTask) && roles.Any(r => r is ColumnRole.Lead or ColumnRole.Responsible)
            && headings.All(h => h.Length <= LongestHeading)) NameTheWork(headings, roles);
        NameTheDuties(headings, roles);
        if (roles.Any(ColumnRoles.IsTask))
            for (var i = 0; i < roles.Length; i++)
                if (roles[i] == ColumnRole.Unknown) roles[i] = ColumnRoles.AmongHeadings(headings[i]);
        return roles.Any(ColumnRoles.IsTask) && roles.Any(ColumnRoles.IsDepartment) ? roles : null;
    }

    /// <summary>
    /// Where no heading says 任务 or 事项, the first one that no list knows names the work (产业链, 案由), else the finest that groups or
    /// places it; what its neighbours want of it (主攻方向及签约目标) belongs to it.
    /// </summary>
    private static void NameTheWork(IReadOnlyList<string> headings, ColumnRole[] roles)
    {
        var work = Enumerable.Range(0, roles.Length).FirstOrDefault(i => IsUnknownHeading(headings[i], roles[i]), -1);
        if (work < 0) work = Array.FindLastIndex(roles, r => r is ColumnRole.Group or ColumnRole.Place);
        if (work < 0) return;
        roles[work] = ColumnRole.Task;
        for (var i = work + 1; i < roles.Length; i++)
            if (roles[i] == ColumnRole.Unknown && WhatIsWanted().IsMatch(headings[i])) roles[i] = ColumnRole.Measure;
    }

    /// <summary>单位 / 职责, 部门 / 职责分工, 单位名称 / 任务: who stands in front of what they do. Behind it 单位 would be that of a quantity, beside 姓名 that of a person, beside 项目名称 a firm in a register.</summary>
    private static void NameTheDuties(IReadOnlyList<string> headings, ColumnRole[] roles)
    {
        var duty = Enumerable.Range(0, roles.Length).FirstOrDefault(i => ColumnRoles.IsTask(roles[i]) || Duty().IsMatch(headings[i]), -1);
        var who = Enumerable.Range(0, Math.Max(duty, 0)).FirstOrDefault(i => ColumnRoles.IsDepartment(roles[i]) || headings[i] is "单位" or "单位名称" or "部门名称", -1);
        if (who < 0 || !ColumnRoles.IsDepartment(roles[who]) && headings[duty].EndsWith("名称", StringComparison.Ordinal) || headings.Any(h => h is "姓名" or "职务") || Enumerable.Range(0, roles.Length).Any(i => i != who && i != duty && ColumnRoles.IsDepartment(roles[i]))) return;
        if (!ColumnRoles.IsTask(roles[duty])) roles[duty] = ColumnRole.Task;
        if (!ColumnRoles.IsDepartment(roles[who])) roles[who] = ColumnRole.Responsible;
    }

    /// <summary>
    /// 决策承办单位, 规范性文件起草、报送单位, 承办职能办, 包保单位: who does the work, where no other column says it; beside one that does,
    /// it would be who looks after it or an office within.
    /// </summary>
    private static ColumnRole Alone(string heading) =>
        TakesCare().IsMatch(heading) ? ColumnRole.Responsible : Qualified().Match(heading) is { Success: true } m ? ColumnRoles.Read(m.Groups["role"].Value + "单位") : ColumnRole.Unknown;

    [GeneratedRegex("^(?:(?:包保|包联|包抓|包干|包片|认领)(?:单位|部门)|承办[\u4E00-\u9FFF]{0,4}(?:办|机构))$")]
    private static partial Regex TakesCare();

    [GeneratedRegex("^(?!监督|监管|督导|督查|督办|督促|考核|技术|检查|验收|评价)[\u4E00-\u9FFF]{0,6}(?<role>承办|起草|责任|牵头|实施|落实|配合|协办)(?:、[\u4E00-\u9FFF]{2})?(?:单位|部门|处室|科室)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Qualified();

    [GeneratedRegex("^(?:主要|工作|部门|任务|具体|职责)?(?:职责|分工)(?:分工|任务)?$")]
    private static partial Regex Duty();

    private static bool IsUnknownHeading(string heading, ColumnRole role) =>
        heading.Length > 1 && role == ColumnRole.Unknown && ColumnRoles.AmongHeadings(heading) != ColumnRole.Time && !OrganName.HasOrganEnding(heading) && heading is not ("姓名" or "职务" or "电话");

    [GeneratedRegex("(?:方向|目标|内容|任务|要求|措施)$")]
    private static partial Regex WhatIsWanted();
}
