using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Which parts of a notice order work, and which tell why, whence and by what principles.</summary>
internal static partial class OrderingSections
{
    /// <summary>Whether a notice or plan with this title can order work that names nobody.</summary>
    public static bool TitleOrders(string title)
    {
        var clean = Glyphs.Fold(title);
        return !SilentTitle().IsMatch(clean) && !SilentGenre().IsMatch(clean);
    }

    /// <summary>
    /// Regulations, replies, appointments, awards, holidays: what a bracket says there is the law or a report, not work handed out,
    /// unless a label (责任单位:) says otherwise.
    /// </summary>
    public static bool HandsOutNothing(string title) => NothingTitle().IsMatch(Glyphs.Fold(title));

    /// <summary>关于印发…的通知: what its own text asks for is how to go about the work that its annex hands out.</summary>
    public static bool OnlyCovers(Node root) => Covering().IsMatch(Glyphs.Fold(root.Title)) && root.Children.Exists(c => c.Kind == NodeKind.Part);

    [GeneratedRegex("(?:印发|转发|批转|分解|下达).*通知$")]
    private static partial Regex Covering();

    /// <summary>主办、承办单位: who holds an event; what each of them does stands elsewhere, or below it under a heading of duties.</summary>
    public static bool NamesOrganisers(Node node) => Organisers().IsMatch(node.CleanTitle) && !node.Children.Exists(c => c.CleanTitle.EndsWith('组') || NamedDuty.IsDutyHeading(c));

    [GeneratedRegex("^(?:主办|承办|协办|支持|组织|指导|举办)(?:[、和及与]?(?:主办|承办|协办|支持|组织|指导|举办))*(?:单位|机构)$|^(?:赛事|活动|会议|比赛|展会|论坛|大会)(?:概况|简介|基本(?:情况|信息))$")]
    private static partial Regex Organisers();

    /// <summary>应急预案: its duties stand for a day that may never come; nobody is to have done them by a date.</summary>
    public static bool IsForEmergencies(string title) => title.Contains("预案", StringComparison.Ordinal);

    /// <summary>纪要, and a notice that passes on what a meeting decided: there each sentence that says who does something is an order.</summary>
    public static bool IsMinutes(string title) => Minutes().IsMatch(Glyphs.Fold(title));

    [GeneratedRegex("纪要$|(?:会|会议)(?:议定|决定|确定|定)的?(?:事项|事宜)|议定(?:事项|事宜)")]
    private static partial Regex Minutes();

    /// <summary>Whether a plan or annex orders work: a table of figures or a list of names does not, nor does what a reply carries or what a praise lists.</summary>
    public static bool PartOrders(string title, string rootTitle) =>
        TitleOrders(title) && !Figures().IsMatch(Glyphs.Fold(title)) && !CarriesNoWork().IsMatch(Glyphs.Fold(rootTitle));

    /// <summary>False for meaning, situation, ideology, principles, goals and phases; true for tasks and measures; null where the heading does not say.</summary>
    public static bool? HeadingOrders(Node node)
    {
        var clean = node.CleanTitle.AsSpan().TrimEnd("。:;,");
        if (clean.Length is 0 or > 40) return null;
        if (Work().IsMatch(clean)) return true;
        if (Phase().IsMatch(clean)) return false;
        if (TellingWhole().IsMatch(clean) || Exhorting().IsMatch(clean)) return false;
        return !Action().IsMatch(clean) && Telling().IsMatch(clean) ? false : null;
    }

    [GeneratedRegex("任免|任职|免职|职务|放假|节假日|休假安排|表彰|表扬|嘉奖|通报批评|授予|命名|组成人员|领导小组的通知|委员会的通知|指挥部的通知|成员名单|调整.{0,30}(?:成员|领导小组|机构)|印章|号牌|废止|失效|修改.{0,20}的(?:决定|通知)|邀请|征求意见|公示|公布.{0,40}(?:名单|目录|名录)|批准.{0,20}名单|同意.{0,40}的(?:通知|函)|名单的通知|办理情况|调查处理情况|吊唁|悼念|更名|撤销|设立.{0,30}的通知")]
    private static partial Regex SilentTitle();

    [GeneratedRegex("(?:批复|复函|函|答复|决定|决议|命令|令|公告|通告|通报|公报|请示|报告|条例|办法|规定|规则|细则|章程|标准|规范|制度|预案|名单|目录|名录|指南|须知|说明|协议|合同|纪要)(?:\\([^()]{1,30}\\))?(?:的通知)?$")]
    private static partial Regex SilentGenre();

    [GeneratedRegex("(?:指标|指标体系|统计表|情况表|一览表|登记表|申报表|申请表|汇总表|坐标表?|示意图|流程图|图|样表|格式|报表|名录|目录|名单)(?:\\([^()]{1,20}\\))?$")]
    private static partial Regex Figures();

    [GeneratedRegex("(?:条例|(?<!工作|考核|实施)办法|规定|规则|章程|批复|复函|答复|令)(?:\\([^()]{1,30}\\))?(?:的通知)?$|任免|任职|免职|放假|节假日安排|表彰|嘉奖|授予|命名")]
    private static partial Regex NothingTitle();

    [GeneratedRegex("(?:批复|复函|答复|任免的通知)$|表彰|表扬|嘉奖|授予|命名")]
    private static partial Regex CarriesNoWork();

    [GeneratedRegex("(?<!目标)任务(?!目标)|目标任务.*分|措施|举措|工作重点|重点工作|分工|组织实施|组织领导|责任落实|工作要求|保障机制|政策支持|组织保障|实施保障|保障体系")]
    private static partial Regex Work();

    [GeneratedRegex("阶段|步骤|时间安排|进度安排|日程安排|工作安排$")]
    private static partial Regex Phase();

    [GeneratedRegex("^(?:进一步|切实|大力|全面|着力|积极|不断|努力|扎实|深入|持续|加快|加大)?(?:加强|加快|推进|推动|完善|建立|健全|强化|优化|提升|提高|落实|做好|抓好|实施|开展|深化|扩大|促进|培育|构建|打造|发展|支持|鼓励|引导|规范|创新|夯实|统筹|制定|编制|严格|确保|巩固|拓展|壮大|改善|改进|狠抓|突出|整合|搭建|解决|化解|破解|整治|整改|治理|排查|清理|补齐|消除|防范)")]
    private static partial Regex Action();

    /// <summary>提高政治站位,充分认识…的重要性: why, not what.</summary>
    [GeneratedRegex("^(?:切实|进一步|充分|高度|深刻|全面)?(?:提高|提升|统一|深化)(?:思想|政治)?(?:认识|站位)(?:[,、].*(?:认识|站位|重要性|紧迫性|严峻性|意义|责任感))?$")]
    private static partial Regex Exhorting();

    /// <summary>A heading of one of these words and at most a field in front of it: 发展目标, 主要原则和目标.</summary>
    [GeneratedRegex("^(?:(?:总体|基本|工作|主要|发展|具体|实施|建设|改革|重要|重大|现实|指导|近期|远期|长远|年度|预期|总的|面临|存在|当前|战略|阶段性?|编制|整治|整改|治理|排查|清理|防范){0,2}(?:指导思想|要求(?<=总体要求|基本要求)|思路|原则|目标|目标任务|意义|必要性|背景|现状|形势|基础|趋势|回顾|机遇|挑战|问题|情况|思想|定位|考虑|范围|期限|对象|依据|理念|战略)(?:和|与|及|以及|、|,)?){1,4}$")]
    private static partial Regex TellingWhole();

    [GeneratedRegex("(?:指导思想|总体要求|总体思路|基本思路|发展思路|工作思路|总体考虑|思路|原则|目标|意义|重要性|必要性|紧迫性|背景|现状|形势|基础|趋势|回顾|成就|成效|机遇|挑战|总则|适用范围|(?:适用|保障|补贴|奖励|申报|救助|资助)对象|(?:申报|申请|准入|享受|认定|补贴|奖励)条件|实施范围|工作范围|整治范围|试点范围|(?<!统一|覆盖|扩大)范围及?形式|工作进度|考核程序|指标体系|组织形式|(?<!完善|健全|建立|成立|构建)(?:组织体系|组织架构|(?:组织|工作|领导|普查|调查)机构)|(?<!保障|落实|加大|工作)经费|(?:普查|调查)纪律|(?:督查|督导|检查|考核|评估|验收)(?:目的|方式|方法|程序|安排|内容|对象)|主要职能|职能|工作规则|工作原则|依据|附则|名单|组成人员|成员|情况|问题|定位|战略|指标|理念|布局|总论|前言|解释|期限|有效期|主题|名词|定义|(?<!服务|办理|办结|等候|压缩)时间)$|^(?:指导思想|总体要求|基本原则|工作目标|总体目标|发展目标|主要目标|目标任务)")]
    private static partial Regex Telling();
}
