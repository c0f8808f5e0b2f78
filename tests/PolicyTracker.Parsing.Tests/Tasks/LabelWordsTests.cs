namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>The words in front of a colon: the same in a bracket, on a line of its own and over a column.</summary>
public sealed class LabelWordsTests
{
    public static TheoryData<string> Lead => [.. ("汇总单位 牵头单位 主牵头单位 主办单位 主责单位 统筹单位 牵头（责任）单位 牵头责任单位 牵头负责单位 牵头落实单位 牵头承办单位 牵头实施单位 牵头组织单位 第一责任单位 首要责任单位 牵头单位及责任人 "
        + "牵头部门 牵头处室 牵头科室 牵头股室 牵头站所 牵头办所 牵头站办 牵头部室 牵头院系 牵头支部 牵头镇街 牵头机构 牵头机关 牵头主体 牵头学校 牵头企业 牵头乡镇 牵头街道 牵头县区 牵头地区 牵头委办局 牵头处 牵头科 牵头股 牵头局 牵头方 "
        + "牵头单位1 牵头部门和单位 牵头部门、单位 牵头部门或单位 牵头单位/部门 市级牵头单位 总牵头单位 主要牵头单位 主体牵头单位 直接牵头单位 具体牵头单位 共同牵头单位 联合牵头单位 相关牵头单位 有关牵头单位 其他牵头单位 其它牵头单位 属地牵头单位 行业牵头单位 "
        + "工作牵头单位 任务牵头单位 整改牵头单位 落实牵头单位 第一牵头单位 首要牵头单位").Split(' ')];

    public static TheoryData<string> Responsible => [.. ("责任单位 责任落实单位 承办单位 主承办单位 负责单位 实施单位 落实单位 起草单位 完成单位 执行单位 主管单位 承担单位 承接单位 推进单位 编制单位 经办单位 办理单位 参建单位 涉及单位 归口单位 归口管理单位 责任（牵头）单位 责任单位及责任人 "
        + "责任单位及完成时限 责任单位及时限 牵头单位和责任单位 责任单位、配合单位 责任单位及协办单位 责任单位与参与单位 主办单位/承办单位 第二责任单位 第三责任单位 第四责任部门 职责分工 责任分工 工作分工 部门分工 分工 工作责任").Split(' ')];

    public static TheoryData<string> Support => [.. ("配合单位 协办单位 协助单位 参与单位 协同单位 协作单位 协调单位 支持单位 支撑单位 会办单位 会同单位 协管单位 辅助单位 合作单位 联合单位 保障单位 协同配合单位 责任配合单位 配合（协作）单位 配合责任单位 配合实施单位 配合单位及责任人").Split(' ')];

    public static TheoryData<string> Leader => [.. ("责任领导 牵头领导 负责领导 分管领导 主管领导 包保领导 包联领导 联系领导 挂钩领导 督办领导 督导领导 挂点领导 包抓领导 协助领导 配合领导 牵头市领导 责任县领导 分管区领导 分管州领导 分管省领导 分管局领导 分管校领导 责任市级领导 链长 产业链长 河长 湖长 林长 田长 路长 街长 片长 楼长 "
        + "责任人 第一责任人 直接责任人 主要责任人 负责人 牵头人 市领导 县级领导 区政府分管领导 州级责任领导 省级牵头领导 市级包保领导 县级联系领导 县级包抓领导").Split(' ')];

    public static TheoryData<string> Time => [.. ("完成时限 任务完成时限 工作完成期限 责任完成时间 计划完成时间 预计完工时间 拟开工时间 最迟办结时间 竣工时间 建成时间 办理时限 整改时限 整治期限 治理期限 处置时限 化解时限 解决时限 修复时限 达标年限 交付日期 执行时间 落实时间 实施时间 推进时间 计划时间 目标时间 督办时限 督查时限 攻坚期限 "
        + "销号时限 截止日期 结束时间 建设期限 时限 期限 时间节点 日期 年限 时限要求 时间安排 时间进度 完成时间表 完成时限及目标 时间要求 时间表 工作进度 时序进度 序时进度 进度安排 进度要求 进度计划 建设周期 工作周期 实施周期 年度安排 实施期限 起止时间").Split(' ')];

    public static TheoryData<string> Aside => [.. ("督办单位 督导单位 督查单位 督促单位 考核单位 监督单位 监管单位 验收单位 审核单位 评估单位 指导单位 联系单位 报送单位 填报单位 申报单位 帮扶单位 包保单位 包联单位 挂钩单位 技术支持单位 建设单位 业主单位 项目单位 施工单位 设计单位 监理单位 项目业主 备注 联系人 联系电话 资金来源 "
        + "适用范围 实施对象 试点区域 覆盖地区 推广范围 政策依据 资金渠道 工作目标 完成目标 阶段目标 整改目标 整治目标 年度目标 总体目标 目标 主要成果形式 成果形式 考核方式").Split(' ')];

    [Theory]
    [MemberData(nameof(Lead))]
    public void This_label_announces_who_leads(string label) => Announces(label, "市财政局/L 市审计局/L");

    [Theory]
    [MemberData(nameof(Responsible))]
    public void This_label_announces_who_is_responsible(string label) => Announces(label, "市财政局/R 市审计局/R");

    [Theory]
    [MemberData(nameof(Support))]
    public void This_label_announces_who_helps(string label) => Announces(label, "市财政局/S 市审计局/S");

    [Theory]
    [InlineData("牵头 主办 总牵头", "L")]
    [InlineData("责任 承办 负责 落实", "R")]
    [InlineData("配合 协办 参与 会办 协助", "S")]
    public void A_colon_makes_labels_of_bare_words(string labels, string role) =>
        Assert.All(labels.Split(' '), label => Assert.Equal($"市财政局/{role}", Reading.Departments($"（{label}：市财政局）")));

    [Theory]
    [InlineData("牵头指导 牵头组织 业务牵头 统筹协调", "L")]
    [InlineData("整治责任 治理责任 建设责任 管理责任 属地责任 工作承办 任务承担 具体推进 组织执行 责任主管 相关负责 对口落实 直接实施 主要承办 分管 组织", "R")]
    [InlineData("协同推进 配合实施 协助落实 参与协作 支持配合 协办支持", "S")]
    public void Of_several_words_the_first_that_says_a_role_does(string labels, string role) => Assert.All(labels.Split(' '), label =>
        Assert.All(new[] { "单位", "部门", "处室" }, who => Assert.Equal($"市审计局/{role}", Reading.Departments($"（{label}{who}：市审计局）"))));

    [Theory]
    [InlineData("业务指导 指导监督 督促检查 跟踪督办 督导检查 工作相关 检查 评价 监测 抽查")]
    public void Who_only_watches_has_no_part_in_the_work(string labels) => Assert.All(labels.Split(' '), label =>
        Assert.All(new[] { "单位", "部门" }, who => Assert.Equal("市财政局/L", Reading.Departments($"（牵头单位：市财政局；{label}{who}：市审计局）"))));

    [Theory]
    [MemberData(nameof(Leader))]
    public void This_label_announces_a_person(string label)
    {
        Assert.All([Read($"（{label}：王强；责任单位：市财政局）"), Read($"\n{label}：王强\n责任单位：市财政局")], task =>
            Assert.Equal(("市财政局/R", "王强"), (Reading.Departments(task), string.Join(' ', task.Leaders))));
        Assert.Equal(["1 清账 | 市财政局/R | @王强", "2 清资产 | 市国资委/R | @李敏"], Table(label, "王强", "李敏"));
    }

    [Theory]
    [MemberData(nameof(Time))]
    public void This_label_announces_until_when(string label)
    {
        Assert.All([Read($"（责任单位：市财政局；{label}：6月底）"), Read($"\n责任单位：市财政局\n{label}：6月底")], task =>
            Assert.Equal(("市财政局/R", "By ..2019-06-30"), (Reading.Departments(task), Reading.Deadline(task.Deadline))));
        Assert.Equal(["1 清账 | 市财政局/R | By ..2019-06-30", "2 清资产 | 市国资委/R | By ..2019-09-30"], Table(label, "6月底", "9月底"));
    }

    [Theory]
    [MemberData(nameof(Aside))]
    public void This_label_announces_nobody_who_does_the_work(string label)
    {
        Assert.All([Read($"（责任单位：市财政局；{label}：市审计局）"), Read($"\n责任单位：市财政局\n{label}：市审计局\n配合单位：各区")], task =>
            Assert.Equal("市财政局/R", Reading.Departments(task).Replace(" 各区/Sg", "")));
        Assert.Equal(["1 清账 | 市财政局/R", "2 清资产 | 市国资委/R"], Table(label, "市审计局", "市审计局"));
    }

    private static void Announces(string label, string expected)
    {
        Assert.Equal(expected, Reading.Departments($"（{label}：市财政局、市审计局）"));
        Assert.Equal(expected, Reading.Departments($"\n{label}：市财政局、市审计局"));
        Assert.Equal(expected, Reading.Departments(Reading.Plan($"序号\t工作任务\t{label}\n1\t清账\t市财政局、市审计局\n2\t清资产\t市国资委\n").Documents[0].Tasks[0]));
    }

    private static ParsedTask Read(string tag) => Reading.Plan("（一）推进示范建设。完善工作机制。" + tag).Documents[0].Tasks[0];

    private static string[] Table(string label, string first, string second) =>
        Reading.Tasks(Reading.Plan($"序号\t工作任务\t责任单位\t{label}\n1\t清账\t市财政局\t{first}\n2\t清资产\t市国资委\t{second}\n"));
}
