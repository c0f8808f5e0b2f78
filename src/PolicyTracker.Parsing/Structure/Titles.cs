using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Structure;

/// <summary>How titles, document numbers, organs and dates look when they stand on lines of their own.</summary>
internal static partial class Titles
{
    /// <summary>发文字号 (GB/T 9704-2012, 7.2.5): organ's code, year in brackets, running number; orders have 令第…号.</summary>
    public static string? DocNumber(string clean)
    {
        if (clean is ['(', .. var bare, ')']) clean = bare;
        if (clean.Length is < 3 or > 50 || !clean.AsSpan(clean.Length - 2).Contains('号')) return null;
        var m = WholeNumber().Match(clean);
        if (!m.Success) return null;
        return m.Groups["year"].Success ? $"{m.Groups["code"].Value}〔{m.Groups["year"].Value}〕{m.Groups["n"].Value}号" : clean;
    }

    /// <summary>The number of a line with its own characters, brackets made 〔〕.</summary>
    public static string? PrintedDocNumber(Paragraph p)
    {
        var skip = p.Clean.Length > 2 && p.Clean[0] == '(' && p.Clean[^1] == ')' ? 1 : 0;
        var m = WholeNumber().Match(p.Clean[skip..^skip]);
        if (!m.Success) return null;
        string Printed(Group g) => p.PrintTight(g.Index + skip, g.Index + skip + g.Length);
        return m.Groups["year"].Success
            ? $"{Printed(m.Groups["code"])}〔{m.Groups["year"].Value}〕{m.Groups["n"].Value}{p.PrintTight(m.Index + skip + m.Length - 1, m.Index + skip + m.Length)}"
            : p.PrintTight(skip, p.Clean.Length - skip);
    }

    /// <summary>A number somewhere in a stretch of a line (文号: …), with its own characters.</summary>
    public static string? PrintedNumberIn(Paragraph p, int start, int end)
    {
        if (NumberInside().Match(p.Clean, start, end - start) is not { Success: true } m) return DocNumber(p.Clean[start..end]);
        string Printed(Group g) => p.PrintTight(g.Index, g.Index + g.Length);
        return $"{Printed(m.Groups["code"])}〔{m.Groups["year"].Value}〕{m.Groups["n"].Value}{p.PrintTight(m.Index + m.Length - 1, m.Index + m.Length)}";
    }

    /// <summary>The number behind the organ of a letterhead and a blank; null for any other line.</summary>
    public static string? NumberBehindOrgan(Paragraph p) =>
        p.Clean.IndexOf("文件", StringComparison.Ordinal) is > 0 and var at && at + 2 is var start && start < p.Clean.Length && p.HasBlankBefore(start) && DocNumber(p.Clean[start..]) is not null && IsOrganLine(p.Clean[..start])
            ? PrintedNumberIn(p, start, p.Clean.Length) : null;

    /// <summary>Whether a number stands somewhere in a line.</summary>
    public static bool HoldsDocNumber(string clean) => NumberInside().IsMatch(clean);

    /// <summary>The length of a number in front of other words: of a title, of the day, of the addressees. 0 where there is none.</summary>
    public static int LengthOfNumberInFront(string clean) => NumberInFront().Match(clean).Length;

    /// <summary>The length of a number behind a title, its brackets included. 0 where there is none.</summary>
    public static int LengthOfNumberBehind(string clean) => clean.Length > 0 && clean[^1] is '号' or ')' ? NumberBehind().Match(clean).Length : 0;

    /// <summary>A title of a notice: 某机关关于…的通知.</summary>
    public static bool IsNoticeTitle(string clean) => clean.Length is > 6 and < 200 && NoticeTitle().IsMatch(clean) && !UnfinishedTitle().IsMatch(clean);

    /// <summary>Ends as titles of plans, tables and annexes do, and is no sentence.</summary>
    public static bool IsPlanTitle(string clean) =>
        clean.Length is > 3 and < 90 && PlanTitle().IsMatch(clean) && !SentenceMark().IsMatch(clean);

    /// <summary>One or more organs and nothing else, as in a signature or above a title.</summary>
    public static bool IsOrganLine(string clean) =>
        clean.Length is > 2 and < 60 && OrganLine().IsMatch(clean) && !clean.Contains("关于", StringComparison.Ordinal);

    /// <summary>指挥部办公室, 领导小组: the rest of a name whose place and field stand on the line above.</summary>
    public static bool LacksItsPlace(string clean) => BodyAlone().IsMatch(clean);

    [GeneratedRegex("^(?:工作)?(?:指挥部|领导小组|协调小组|联席会议|专班|委员会)(?:办公室)?(?:$|关于)")]
    private static partial Regex BodyAlone();

    /// <summary>A line that could be a piece of a title: short, no number, no sentence.</summary>
    public static bool IsTitlePiece(Paragraph p) =>
        p.Clean.Length is > 1 and < 70 && !p.Clean.StartsWith("附件", StringComparison.Ordinal) && p.Number is null && !SentenceMark().IsMatch(p.Clean) && DocNumber(p.Clean) is null
        && !p.Clean.EndsWith(':') && Tasks.Dates.WholeDay(p.Clean) is null && !Letterhead.IsMetadata(p.Clean);

    /// <summary>The word for the kind of notice that closes a title: 通知, 批复, 条例.</summary>
    public static string Genre(string title) => GenreEnd().Match(Glyphs.Fold(title)) is { Success: true } m ? m.Groups["g"].Value : "";

    /// <summary>Whether two titles name the same thing, punctuation and widths left aside.</summary>
    public static string Key(string title) => NoKey().Replace(Glyphs.Fold(title), "");

    private const string Genres = "通知|意见|决定|决议|批复|函|复函|请示|报告|通报|公告|通告|命令|令|纪要|答复|办法|条例|规定|规则|章程|方案|规划|计划|要点|细则|措施|预案|安排|清单|纲要|指引|指南|标准|规范|说明|公报|议案|提示|部署";

    [GeneratedRegex(@"^(?<code>[\u4E00-\u9FFFA-Za-z]{0,14}?)[\[〔(【《<](?<year>(?:19|20)\d\d)[\]〕)】》>](?:第)?(?<n>\d{1,5}(?:-\d{1,3})?)号$|^[\u4E00-\u9FFF]{0,20}令?\(?第[\d一二三四五六七八九十百零〇]{1,6}号\)?$|^国令第\d{1,4}号$", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"(?<code>[\u4E00-\u9FFFA-Za-z]{1,14})[\[〔(【](?<year>(?:19|20)\d\d)[\]〕)】](?:第)?(?<n>\d{1,5})号", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberInside();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{1,14}[\[〔(](?:19|20)\d\d[\]〕)](?:第)?\d{1,5}号(?=.{4})")]
    private static partial Regex NumberInFront();

    [GeneratedRegex(@"(?<=(?:通知|意见|决定|通报|公告|批复|函|办法|方案|规定))\(?[\u4E00-\u9FFF]{1,14}[\[〔(](?:19|20)\d\d[\]〕)](?:第)?\d{1,5}号\)?$")]
    private static partial Regex NumberBehind();

    [GeneratedRegex("(?:关于|对).{2,160}(?:" + Genres + @")(?:\([^()]{1,30}\))?$|^(?:印发|转发|批转|下达|发布|公布|颁发|切实|认真|做好).{4,160}的(?:通知|意见|决定)$|^(?:中华人民共和国)?[\u4E00-\u9FFF]{2,40}(?:条例|实施细则|办法|规定)(?:\([^()]{1,20}\))?$")]
    private static partial Regex NoticeTitle();

    /// <summary>…关于印发2021年工作要点, broken over lines in front of …及任务分工的通知.</summary>
    [GeneratedRegex("(?:印发|转发|批转)(?!.{0,120}(?:通知|函|决定|公告|批复))[^》]{2,120}(?:方案|规划|计划|要点|细则|措施|安排|清单|分工|意见|报告|办法|规定|预案|纲要|目录|标准|条例)$")]
    private static partial Regex UnfinishedTitle();

    [GeneratedRegex(@"(?:方案|规划|计划|意见|要点|办法|措施|细则|预案|安排|分工|分工表|分解表|任务表|进度表|安排表|一览表|汇总表|明细表|登记表|情况表|统计表|表|清单|台账|规定|纲要|指引|指南|制度|报告|名单|目录|目标|任务|标准|规范|事项|机制|职责|条例|通知|图|说明|任务书|责任书|目标责任|项目|举措|流程)(?:\d{0,2})?(?:\([^()]{1,40}\))?(?:[-:]?(?:19|20)\d\d年?)?$")]
    private static partial Regex PlanTitle();

    [GeneratedRegex(@"^[\u4E00-\u9FFF、()“”]{1,56}(?:人民政府|政府|办公厅|办公室|委员会|局|厅|委|部|院|署|会|中心|公司|领导小组|指挥部|国务院|军委|联席会议|小组|大学|学院|银行|管委会|法院|检察院|海关|支队|总队|集团|社|党委|省委|市委|县委|区委|办|组|督查室|研究室|派出所|村委会|居委会|街道|办事处|中学|小学|医院)(?:\([\u4E00-\u9FFF]{1,20}\))?(?:文件)?$")]
    private static partial Regex OrganLine();

    [GeneratedRegex("[。;!?]|,.*,.*,")]
    private static partial Regex SentenceMark();

    [GeneratedRegex("(?<g>" + Genres + @")(?:\([^()]{1,30}\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex GenreEnd();

    [GeneratedRegex("[^\u4E00-\u9FFFA-Za-z0-9]")]
    private static partial Regex NoKey();
}
