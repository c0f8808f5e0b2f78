using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Whether a text is the name of an organ or of a class of organs, told by how such names are built.</summary>
internal static partial class OrganName
{
    /// <summary>Characters of the longest name.</summary>
    public const int Longest = 40;

    private static readonly SearchValues<char> LastOfEndings = SearchValues.Create([.. OrganWords.Endings.Select(e => e[^1]).Distinct()]);

    /// <summary>One of these is in whatever <see cref="GroupInside"/> finds: cheap, because every name is asked.</summary>
    private static readonly SearchValues<char> InGroups = SearchValues.Create("关各属员管任能涉直级镇(〔");

    /// <summary>Whatever <see cref="GroupWhole"/> finds ends so.</summary>
    private static readonly SearchValues<char> LastOfGroups = SearchValues.Create("学校园构村居会业门位区镇道县市州旗街乡级府委处心企院司行所织体商");

    private static readonly SearchValues<char> Separators = SearchValues.Create("、,;/");

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("。;:!?、,“”《》<>|/=+%");

    /// <summary>市财政局, 各县(市、区)人民政府, 国网某市供电公司: an ending of an organ, no verb, no punctuation of a sentence.</summary>
    public static bool IsOrgan(string clean)
    {
        if (IsLowestLevel(clean)) return true;
        if (clean.Contains('“')) clean = QuotedPart().Replace(clean, "${word}");
        if (clean.Length is < 2 or > Longest) return false;
        // Most words are neither, which is told fastest.
        var ends = HasOrganEnding(clean);
        if (!ends && !IsGroup(clean) || WithoutGroupBrackets(clean).AsSpan().ContainsAny(Forbidden) || OrdersWork().IsMatch(clean) || OpensWithVerb().IsMatch(clean)) return false;
        return ends && !Verb().IsMatch(clean) || (!ends || IsGroup(clean)) && !Exhorts().IsMatch(clean) && !Thing().IsMatch(clean);
    }

    /// <summary>区“两旧”专班, “放管服”改革办公室: quotation marks inside a name.</summary>
    [GeneratedRegex("“(?<word>[\u4E00-\u9FFF]{2,6})”(?=[\u4E00-\u9FFF]{0,8}(?:办|专班|办公室|中心|组)$)", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedPart();

    /// <summary>Whether the text ends as names of organs do.</summary>
    public static bool HasOrganEnding(string clean)
    {
        var bare = clean is [.., ')'] ? TrailingBracket().Replace(clean, "") : clean;
        if (bare.Length == 0 || !LastOfEndings.Contains(bare[^1])) return false;
        foreach (var ending in OrganWords.Endings)
            if (bare.EndsWith(ending, StringComparison.Ordinal) && (bare.Length > ending.Length || ending.Length > 1)) return true;
        return false;
    }

    /// <summary>各街道、镇: behind a class, what one of them would be called means all of them.</summary>
    private static bool IsLowestLevel(string clean) => clean is "镇" or "乡";

    /// <summary>A class of organs: 各…, 有关部门, 市直单位, 县(区)政府, 骨干企业.</summary>
    public static bool IsGroup(string clean) => IsLowestLevel(clean) || GroupStart().IsMatch(clean) || ((clean.AsSpan().ContainsAny(InGroups) && GroupInside().IsMatch(clean) || clean.Length > 0 && LastOfGroups.Contains(clean[^1]) && GroupWhole().IsMatch(clean)) && !IsOfOneField(clean));

    /// <summary>民政部门, 价格主管部门: at each level the one organ of that field; 监管部门, 业务部门 are as many as there are fields.</summary>
    private static bool IsOfOneField(string clean) =>
        (ElidedTail.FieldOfDepartment(clean) ?? ElidedTail.FieldOfDepartment(clean.TrimStart('省', '市', '县', '区', '州', '旗'))) is { } field && !AnyField().IsMatch(field);

    [GeneratedRegex("^(?:行政|管理|监督|监管|服务|事务|工作|保护|保障|执法|综合|促进|协调|推进|指导|经济|产业|企业|项目|建设|安全|改革|考核|研究|质量|投资|发展)+$")]
    private static partial Regex AnyField();

    /// <summary>A list that names organs and nothing else.</summary>
    public static bool LooksLikeList(string clean)
    {
        if (clean.Length is 0 or > 600) return false;
        var list = WithoutGroupBrackets(clean);
        if (!list.AsSpan().ContainsAny(Separators)) return IsOrgan(list.TrimEnd('等', '。'));
        var names = list.Replace("委、办、局", "委办局", StringComparison.Ordinal).Split(['、', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 && names.All(n => IsOrgan(n.TrimEnd('等', '。')) || n is "镇" or "乡" or "县" or "区" or "旗" && n != names[0]);
    }

    /// <summary>So, or with the words that say what each does: 市财政局牵头,市教育局配合; 牵头单位:市财政局.</summary>
    public static bool LooksLikeShares(string clean) => LooksLikeList(clean) || clean.Length < 200 && Shares().IsMatch(clean) && LooksLikeList(Shares().Replace(clean, "、"));

    [GeneratedRegex("(?:牵头|主办|主责|责任|承办|配合|协办|参与|参加)(?:单位|部门|科室):|(?:负责|总)?牵头(?:负责)?(?=[、,;。]|$)|(?:共同|具体|分别|按职责(?:分工)?)?(?:负责(?:落实|实施)?|配合|参与|协办|办理)(?=[、,;。]|$)")]
    private static partial Regex Shares();

    /// <summary>A person by his office: 王某副市长, 分管副县长.</summary>
    public static bool IsPerson(string clean) => clean.Length is > 1 and < 24 && Person().IsMatch(clean);

    private static string WithoutGroupBrackets(string clean) => clean.Contains('(') ? Brackets().Replace(clean, "") : clean;

    [GeneratedRegex(@"\([^()]{0,40}\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\([^()]{0,40}\)$")]
    private static partial Regex TrailingBracket();

    [GeneratedRegex("^(?:(?:[省市县区州旗盟][级直属内]?)?各(?!界)|(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})个(?=街道|乡|镇|县|区|市|州|旗|部门|单位|社区|村)|有关|相关|其他|其它|全体|全市|全省|全县|全区|全州|所有|部分|骨干|重点企业|涉及|属地|所在地|辖区|当地|县级|市级(?!机关事务)|省级(?!机关事务)|地方(?!金融|税务|海事|史志|志|铁路)|基层(?![\u4E00-\u9FFF]{2,8}[科股处室]$)|沿江|沿海|沿线|沿边|周边|毗邻|试点)")]
    private static partial Regex GroupStart();

    [GeneratedRegex("(?:有关|相关|各|所属|成员|主管|(?<!有限)责任|职能|涉[\u4E00-\u9FFF]{1,4})(?:职能|业务|行业|责任|成员|行政|主管|专业|直属|金融|银行|银行业金融|保险|医疗|培训|教育|驻[\u4E00-\u9FFF]{1,2})?(?:部门|单位|企业|机构|委办局|局办|委局|科室|处室|高校|院校|地区|地方|方面|公司)|(?:市|省|区|县|州)(?:直|属|级)(?:机关)?(?:各|有关|相关)?(?:部门|单位|机关(?!工委|工作委|党委|党工委|事务)|委办局|企业|国有企业|高校)|[省市县区州乡镇]\\([省市县区州旗盟、乡镇街道办事处开发区场]{1,20}\\)|直有关|[\u4E00-\u9FFF]各(?:村|乡|镇|乡镇|街道|社区|县|区|市|州|旗|专班|工作组|专项组)|[县市区]〔[县市区、]{1,9}〕|[\u4E00-\u9FFF]乡镇(?:人民政府|政府|党委)$")]
    private static partial Regex GroupInside();

    [GeneratedRegex("^(?:(?:中小学校?|中小学校?幼儿园|幼儿园|学校|托育机构|养老机构|行政村|村居|村委会|居委会|物业服务企业)$)|^负有[\u4E00-\u9FFF]{2,20}职责的?(?:部门|单位|机构)$|^(?:[\u4E00-\u9FFF]{2,6}所在(?:行政村|村|社区|乡镇|街道|县区)$)|^(?:县市区|县区|市区县|区县|区市县|市县|市州|县市|旗县区|旗县|旗县市区|镇街|街镇|乡镇街道|乡镇|镇乡|镇(?:办|场|村)?街道?|省市级|市县级|街道)(?:[、和](?:街道|开发区|园区))?(?:人民政府|政府|党委|党委政府|办事处|管委会|[\u4E00-\u9FFF]{0,14}(?:中心|部门|单位))?$|^[省市县区州]属(?:国企|国有企业|企业|高校|医院|院校|学校|公司|重点企业)$|^(?![省市县区州][\u4E00-\u9FFF]{2,6}(?:协会|银行|公司)$)(?:[\u4E00-\u9FFF]{0,8})?(?:金融机构|保险公司|证券公司|担保公司|小贷公司|商业银行|骨干企业|龙头企业|重点企业|企业|高校|高等学校|高等院校|职业院校|院校|科研院所|高校院所|科研机构|医疗机构|行业协会|商协会|社会组织|社会团体|运营商|运营企业|新闻媒体|媒体|中介机构|部门|单位|平台企业|技术中心|业主单位|建设单位|施工单位)$")]
    private static partial Regex GroupWhole();

    [GeneratedRegex("\\d(?:台|处|站|场|园)$|加强|推进|推动|出台|建立|完善|落实|负责|牵头|按照|确保|组织实施|开展|做好|提高|实施(?!办)|要求|不得|应当|进行|提供|予以|可以|制定|为主|为重点|以上|以下|等级|大力|(?:指导|督促|组织|协调)各|的")]
    private static partial Regex Verb();

    /// <summary>打造特色园区, 培育龙头企业, 建设停车平台: what is to become of it; 建设工程公司, 建设管理平台 have the word for their field.</summary>
    [GeneratedRegex("^(?:打造|培育|修缮|修建|兴建|疏浚|维修|改造|扩建|创建(?!办|工作)|举办|引进|开工建设|启动|新建(?![县区])|改扩建|迁建|续建|建成|建设(?!工程|项目|投资|发展|管理|规划|交通|集团)[\u4E00-\u9FFF]{2,}(?:平台|园|园区|基地|学校|小学|中学|企业|公路|医院)$)")]
    private static partial Regex OpensWithVerb();

    /// <summary>鼓励本区企业加入…联盟, 配合市级部门推进…, 市某局为牵头单位: a sentence with an organ in it, not its name.</summary>
    [GeneratedRegex("^(?:鼓励|配合|支持|引导(?!基金)|协助|积极|严格|强化|充分|深入(?!实施)|加快|持续|继续(?!教育)|探索|完成|编制(?!办|委))|(?:作为|[为是])[\u4E00-\u9FFF]{0,8}(?:牵头|责任|配合|实施)(?:单位|部门)$")]
    private static partial Regex OrdersWork();

    /// <summary>相关附件, 有关规定: a class of things.</summary>
    [GeneratedRegex("(?:附件|文件|材料|资料|规定|政策|情况|要求|事项|信息|内容|制度|措施|链接|阅读|解读|新闻|统筹|主导)$")]
    private static partial Regex Thing();

    /// <summary>各级部门要密切…, 各部门组织学习: a sentence that opens with a class is not its name.</summary>
    [GeneratedRegex("(?<![主重需])要|的[\u4E00-\u9FFF]{1,6}[为是]|应当|必须|明确|密切|不少于|不低于|不超过|按照|大力|开展|做好|(?:指导|督促|组织|协调)各|^(?:[省市县区州旗]直)?各[\u4E00-\u9FFF]{1,12}?(?:组织(?:学习|实施|力量|人员|宣传)|认真|加强|结合|高度|切实|广泛|深入|积极|及时|全面)")]
    private static partial Regex Exhorts();

    [GeneratedRegex("(?:市|县|区|省|州|镇|乡|局|厅|处|科|院|校|秘书|巡视|调研|盟|旗)长$|书记$|主席$|主任$|同志$|常委$|专员$|领导$|主要负责人$|主要负责同志$|负责同志$")]
    private static partial Regex Person();
}
