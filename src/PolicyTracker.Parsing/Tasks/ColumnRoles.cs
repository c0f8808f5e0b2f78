using System.Text.RegularExpressions;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>What a column of an assignment table holds.</summary>
internal enum ColumnRole
{
    Unknown,
    Number,
    Group,
    Place,
    Task,
    Measure,
    Lead,
    Responsible,
    Support,
    Leader,
    Time,
    Ignored,
}

/// <summary>The headings of assignment tables.</summary>
internal static partial class ColumnRoles
{
    /// <summary>Each cell below one another is asked several times whether it is a heading.</summary>
    private static readonly Met<ColumnRole> Headings = new();

    /// <summary>Whether a table may begin with this heading: its numbers, its groups, its tasks or who leads them stand first. Cheap, because every line is asked.</summary>
    public static bool OpensTable(string heading) =>
        MayBeHeading(heading) && (NumberHeading().IsMatch(heading) || MeasureHeading().IsMatch(heading) || TaskHeading().IsMatch(heading)
            || (heading[^1] is '别' or '类' or '型' or '域' or '面' or '块' or '容' or '位' or '门' && Read(heading) is ColumnRole.Group or ColumnRole.Lead or ColumnRole.Responsible));

    // No heading begins with a number, a bracket or a letter, but for No. and a year.
    public static bool MayBeHeading(string text) => text.Length is > 0 and <= 24 && text[YearLength(text)] is (>= '\u4E00' and <= '\u9FFF') or 'N';

    /// <summary>What the words say of their column; 2031年工作任务 is 工作任务, 负责处室/年级 is 负责处室, 重点任务(2031-2033) is 重点任务.</summary>
    public static ColumnRole Read(string heading)
    {
        if (!MayBeHeading(heading)) return ColumnRole.Unknown;
        if (Headings.TryGet(heading, out var met)) return met;
        var words = heading[YearLength(heading)..];
        var role = ReadWords(words);
        if (role == ColumnRole.Unknown && words.IndexOf('/') is var cut and > 1) role = ReadWords(words[..cut]);
        if (role == ColumnRole.Unknown && words[^1] == ')' && words.IndexOf('(') is var open and > 1) role = ReadWords(words[..open]);
        return Headings.Keep(heading, role);
    }

    private static int YearLength(string text) =>
        text.Length > 6 && text[4] == '年' && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 ? (text[5] == '度' ? 6 : 5) : 0;

    private static ColumnRole ReadWords(string heading) => NumberHeading().IsMatch(heading) ? ColumnRole.Number
        : GroupHeading().IsMatch(heading) ? ColumnRole.Group
        : MeasureHeading().IsMatch(heading) ? ColumnRole.Measure
        : TaskHeading().IsMatch(heading) ? ColumnRole.Task
        : TagLabels.Whole(heading) switch
        {
            LabelKind.Lead => ColumnRole.Lead,
            LabelKind.Responsible => ColumnRole.Responsible,
            LabelKind.Support => ColumnRole.Support,
            LabelKind.Leader => ColumnRole.Leader,
            LabelKind.Time => ColumnRole.Time,
            LabelKind.Ignored => ColumnRole.Ignored,
            _ => IgnoredHeading().IsMatch(heading) ? ColumnRole.Ignored : PlaceHeading().IsMatch(heading) ? ColumnRole.Place : LooseHeading(heading),
        };

    /// <summary>Whether a heading means something without the words that a narrow column may have put on the next line (责任 / 单位, 工作 / 任务).</summary>
    public static bool StandsAlone(string heading) =>
        heading.Length > 1 && heading is not ("工作" or "重点工作" or "主要工作" or "具体工作") && LooseHeading(heading) == ColumnRole.Unknown && Read(heading) != ColumnRole.Unknown;

    public static bool IsDepartment(ColumnRole role) => role is ColumnRole.Lead or ColumnRole.Responsible or ColumnRole.Support;

    public static bool IsTask(ColumnRole role) => role is ColumnRole.Task or ColumnRole.Measure;

    private static ColumnRole LooseHeading(string heading) =>
        heading is "部门" or "责任" or "任务单位" or "主体单位" ? ColumnRole.Responsible
        : heading is "牵头" ? ColumnRole.Lead
        : heading is "配合" or "参与" or "协同" ? ColumnRole.Support
        : ColumnRole.Unknown;

    /// <summary>What a word means that heads a column only beside other headings; in a cell it may be said of anything.</summary>
    public static ColumnRole AmongHeadings(string heading) => heading switch
    {
        "负责" or "落实" or "承办" or "组织单位" or "相关单位" or "相关部门" or "有关单位" or "有关部门" => ColumnRole.Responsible,
        "主办" => ColumnRole.Lead,
        "协办" => ColumnRole.Support,
        "时间" => ColumnRole.Time,
        _ when SaysUntilWhen().IsMatch(heading) => ColumnRole.Time,
        _ when heading.Contains("措施", StringComparison.Ordinal) || heading.Contains("举措", StringComparison.Ordinal) => ColumnRole.Measure,
        _ => ColumnRole.Unknown,
    };

    /// <summary>报送审查时间: by when something is handed in or put out; not 开工时间, 发生时间.</summary>
    [GeneratedRegex("(?:完成|办结|报送|送审|审查|提交|出台|上报|审议|决策|印发|发布|整改)的?(?:时间|时限|日期)$")]
    private static partial Regex SaysUntilWhen();

    [GeneratedRegex("^(?:(?:项目|任务|问题|事项|清单|建议|提案|议案|案件)?(?:编号|序号)|案号|项次|项号|序|No\\.?)$")]
    private static partial Regex NumberHeading();

    [GeneratedRegex("^(?:(?:任务|工作|项目|问题|行动|措施|事项|建设|整治|整改|改革|重点|所属|抽查|监管|分工|培训|活动)?(?:类别|类型|分类|领域|板块|方面|模块)|一级指标|章节|大项|(?:测评|考评|考核|创建|检查|评价|评估)(?:项目|类别|领域|板块|方面|模块)|(?:测评|评价|评估)内容)$")]
    private static partial Regex GroupHeading();

    [GeneratedRegex("^(?:具体|主要|工作|重点|落实|推进|改革|整改|整治|治理|解决|防范|工程)?(?:措施|举措|做法|内容)(?:及要求|和要求|要求)?$|^(?:具体|工作|任务)(?:内容|事项|任务|要求|工作)(?:及要求)?$|^(?:工作|细化|子)(?:任务|内容)(?:及措施)?$|^(?:任务|工作)(?:细化|分解|内容)$|^(?:细化|具体|任务)分工$|^(?:细化|具体)?(?:分解|推进)?(?:措施|举措|安排|步骤)$|^(?:职责(?:与|和|及)?任务|任务(?:与|和|及)?职责)$|^二级指标$|^(?:创建|考核|测评|检查|验收|达标|目标|具体|工作|指标)?(?:标准|要求)(?:及?要求|内容|及内容)?$")]
    private static partial Regex MeasureHeading();

    [GeneratedRegex("^(?:重点|主要|工作|目标|具体|年度|分解|改革|建设|整改|试点|专项)?(?:工作)?(?:任务|事项|工作|项目|目标任务|任务目标|任务分解|工作目标)(?:名称|内容|事项|分解|[及和]?(?:目标|要求))?$|^(?:立法|法规|规章|项目|文件|措施|议题|问题|建议|指标|政策|事项|任务|工作)(?:项目|规章)?(?:名称|内容|清单|表述)$|^[\u4E00-\u9FFF]{2,6}(?:项目|文件|事项|任务)名称$|^[\u4E00-\u9FFF]{2}(?:项目|事项|任务)$|^(?:民生|为民|惠民)?实事$|^(?:主要|工作|建设)?(?:内容|指标)$|^(?:名称|[\u4E00-\u9FFF]{2}科目)$|^(?:存在|主要|突出|具体|反馈)(?:的)?问题(?:描述|表现|清单)?$|^(?:重点|主要)?改革举措$|^政策措施$|^考核指标$|^(?:建议|提案|议案)?(?:标题|题目|案由)$")]
    private static partial Regex TaskHeading();

    /// <summary>隐患部位, 点位名称, 河流: where the work is to be done.</summary>
    [GeneratedRegex("^[\u4E00-\u9FFF]{0,6}(?:部位|位置|地点|点位|地段|路段|河段|区段|河流|河湖|场所|隐患点|风险点|(?<!单位|领导|姓)名称)$")]
    private static partial Regex PlaceHeading();

    [GeneratedRegex("^(?:备注|说明|依据|来源|联系人|联系电话|电话|分值|权重|计量单位|单位名称|数量|金额|投资|总投资|年度投资|进展情况|完成情况|目前进展|报送材料|工作成果|成果形式|预期成果|工作目标|年度目标|(?:年度|工作|实施|推进|阶段)计划|目标|完成标志|评分标准|(?:评分|打分|评价|数据来源|数据采集)(?:部门|单位)|建设性质|建设地点|资金来源)$")]
    private static partial Regex IgnoredHeading();
}
