using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>What a notice says about how its own tags are to be read.</summary>
internal static partial class TagStatement
{
    /// <summary>Statements inside a tag, with the punctuation that leads to them.</summary>
    public static IEnumerable<Match> Find(string clean, int start, int end)
    {
        for (var m = InsideTag().Match(clean, start, end - start); m.Success; m = m.NextMatch()) yield return m;
    }

    /// <summary>排(列)在第一位的为牵头单位.</summary>
    public static bool SaysFirstLeads(string clean) => FirstLeads().IsMatch(clean);

    /// <summary>无牵头单位的,责任单位即为牵头单位.</summary>
    public static bool SaysResponsibleLeads(string clean) => ResponsibleLeads().IsMatch(clean);

    /// <summary>标★的为牵头单位.</summary>
    public static bool SaysMarkedLeads(string clean) => MarkedLeads().IsMatch(clean);

    /// <summary>以下各项均需各县区落实,不再单独列出; 以下分工均含各区人民政府: who answers for, or helps with, every later item; null when nothing is said.</summary>
    public static (Group Who, Role Role)? Standing(string clean) => Stands().Match(clean) is { Success: true } m ? (m.Groups["who"], m.Groups["helps"].Success ? Role.Support : Role.Responsible) : null;

    /// <summary>列第一位的为牵头单位,其他为配合单位.</summary>
    public static bool SaysOthersSupport(string clean) => OthersSupport().IsMatch(clean);

    [GeneratedRegex("(?:第一|首)(?:位|名|个|家|列)?[^,;。]{0,14}(?:为|是|系)[^,;。]{0,6}(?:牵头|汇总|主办)[^,;。]{0,6}[,;](?:其他|其余|后面|后列)[^,;。]{0,8}(?:为|是)(?:主要|一般)?(?:配合|参与|参加|协办|协助)")]
    private static partial Regex OthersSupport();

    [GeneratedRegex("\\((?:含|包括)[^()]{2,40}[,;]下同\\)|[,;。]各[^。;()]{2,60}?(?:均)?为(?:实施|责任|落实|配合)(?:单位|部门)[,;]下同|[,;。(]?(?:以下|下列|后续|具体|各项|上述)[^,;。()]{0,10}(?:均|都)[^。;]{2,80}?不再[^,;。()]{0,6}(?:列(?:出|入|明)?|分工)(?:[,;]下同)?|[,;。(]?(?:以下|下列|后续)[^,;。()]{0,8}均(?:含|包括|包含|涉及)各[^,;。()]{2,40}|[,;。(]?(?:未|无|没有)[^,;。()]{0,6}牵头[^;。()]{4,40}负责(?:[,;]下同)?[)]?|[,;。(]?(?:注:)?(?:除[^,;。()]{2,20}外[,;])?(?:[^,;。、()]{0,12}(?:第一|首)(?:位|名|个|家|列)?[^,;。()]{0,12}(?:为|是|系)[^,;。()]{0,6}(?:牵头|汇总|主办|主要|第一)(?:\\([^()]{0,8}\\))?[^,;。()]{0,8}(?:[,;](?:其他|其余|后面)[^,;。()]{0,14})?|[^,;。、()]{0,10}(?<![防汛旱火])指(?![挥导定标])各?[^,;。]{2,30})(?:[,;]下同)?[)]?|[,;(]下同[)]?")]
    private static partial Regex InsideTag();

    [GeneratedRegex("(?:第一|首)(?:位|名|个|家|列)?[^,;。]{0,14}(?:为|是|系)[^,;。]{0,6}(?:牵头|汇总|主办|第一责任|主要责任)")]
    private static partial Regex FirstLeads();

    [GeneratedRegex("[★☆▲△●◆■※][^。;]{0,8}(?:为|是|系|表示|代表)[^,。;]{0,4}牵头单位")]
    private static partial Regex MarkedLeads();

    [GeneratedRegex("(?:无|没有|未明确|未标明|未标注|未注|未注明|未列)[^。,;]{0,8}牵头[^。;]{0,14}责任(?:单位|部门)[^。;]{0,6}(?:为|是)牵头")]
    private static partial Regex ResponsibleLeads();

    [GeneratedRegex("(?:^|[,;。:(])(?<who>各[^。;()]{2,60}?)(?:均)?为(?:实施|责任|落实|(?<helps>配合))(?:单位|部门)[,;]下同|(?:均|都|全部)(?:需|须|应|要|由|涉及|包括|包含)*(?:由)?(?<who>各?[^,。;]{2,20}?)(?:负责|组织|抓好|具体|(?<helps>配合|参与|协助))*(?:落实|实施|贯彻落实)?[,;](?:[^。;]{4,50}[,;])?(?:以下|后面|下面|各项|文中|表中|下文)?(?:均)?不再(?:单独|一一|另行|逐一|逐项|重复)*(?:列(?:出|明|入|举)?|[做作]?(?:责任)?分工)|(?:以下|下列|后续)[^,;。()]{0,8}均(?:含|包括|包含|涉及)(?<who>各[^,;。()]{2,40})")]
    private static partial Regex Stands();
}
