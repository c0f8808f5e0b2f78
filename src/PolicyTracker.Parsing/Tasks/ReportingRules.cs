using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Sentences that order reports on the work, or say how long the notice holds: no tasks of their own.</summary>
internal static partial class ReportingRules
{
    /// <summary>每季度首月20日前将进展情况报送市政府督查室.</summary>
    public static bool IsReporting(string clean) => clean.Length < 260 && Reporting().IsMatch(clean);

    /// <summary>Whether somebody is told to report (请…报送, 要…报, 于每月…前报), not that a report was made.</summary>
    public static bool OrdersReport(string clean) => Orders().IsMatch(clean);

    /// <summary>各单位要于12月10日前将总结报送…, 每月底前报送…: a report and its day are asked for.</summary>
    public static bool OrdersReportByDay(string clean) => IsReporting(clean) && OrdersReport(clean) && ReportDay().IsMatch(clean);

    [GeneratedRegex("(?:\\d[日号]|[月季年][底末初]|[上中下]旬|周[一二三四五六日天末])[^,。;]{0,6}前(?:[^,。;]{0,60}报|(?:制定|出台)[^,。;]{2,20},(?:并)?报)|每(?:年|半年|季|月|周|日)[^。;]{0,60}报")]
    private static partial Regex ReportDay();

    /// <summary>本意见自印发之日起施行,有效期5年.</summary>
    public static bool IsValidity(string clean) => clean.Length < 160 && Validity().IsMatch(clean);

    /// <summary>本措施自印发之日起施行 as a paragraph of its own: said of the whole notice, not of the item above it.</summary>
    public static bool ClosesNotice(string clean) => clean.Length < 160 && Closing().IsMatch(clean) && IsValidity(clean);

    /// <summary>信息报送, 定期报告: a title over nothing but a duty to report; 强化考核 stands over more.</summary>
    public static bool NamesReporting(string title) => ReportingTitle().IsMatch(title);

    [GeneratedRegex("报送|上报|报告|信息|总结|反馈|联络|联系")]
    private static partial Regex ReportingTitle();

    [GeneratedRegex("^(?:本|此|上述|以上)(?:政策|通知|意见|方案|措施|办法|规划|计划|要点|预案|文件|细则|规定|实施)")]
    private static partial Regex Closing();

    [GeneratedRegex("(?:报送|上报|报告|反馈|(?<![通公海简情预警填申播汇])报)[^。;]{0,40}(?:进展|情况|总结|台账|自查|报告|方案|计划|名单|联系人)|(?:进展|情况|总结|台账|报告|方案|办法|细则|名单)[^。;]{0,40}(?:报送|上报|报至|书面报|及时报|前报|函报|向[^。,;]{2,20}报告|报[^。,;告]{2,20}(?:办公室|局|委|办|厅|科|室|部))")]
    private static partial Regex Reporting();

    [GeneratedRegex("请|要|应|须|需|每[年季月周半]|前(?:将|报|把|向)|及时|定期|务必|按[月季年]")]
    private static partial Regex Orders();

    [GeneratedRegex("自(?:印发|发布|公布|\\d{4}年)[^。;]{0,16}(?:施行|实施|执行|生效)|有效期(?:为|至|限)?|由[^。;]{2,20}负责解释|此前(?:有关|发布)|同时废止")]
    private static partial Regex Validity();
}
