namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>The many words with which tags say the same few roles, and the labels that announce them.</summary>
public sealed class RoleWordsTests
{
    /// <summary>Words behind a list of organs that make them responsible.</summary>
    public static TheoryData<string> Responsible => [.. ("按分工落实 按照分工负责 依分工负责 负责 具体负责 组织 组织实施 组织落实 组织开展 组织推进 抓好落实 抓落实 落实 具体落实 贯彻落实 推进 推动 推进落实 统筹 统筹推进 统筹协调 协调 "
        + "总负责 主抓 主管 承办 经办 办理 实施 具体实施 执行 承担 联合推进 按职责 按职能 依职责 各负其责 分头落实 分级负责 属地负责 共同推进 合力推进 起草 制定 编制 开展 抓好 "
        + "根据职责分工负责 依据职责落实 按照职责分工抓好落实 按职责分工组织实施 按职责分别负责 总体负责 负总责 负主要责任 为主负责 推动落实").Split(' ')];

    public static TheoryData<string> Lead => [.. "主牵头 主导 主推 牵头 牵头负责 负责牵头 总牵头 主责 主办 负主责 分别牵头 共同牵头 牵头落实 牵头推进 牵头抓总 牵头组织实施".Split(' ')];

    public static TheoryData<string> Support => [.. "协调配合 支持配合 负责配合 负责协助落实 配合 协助 协同 协办 参与 参加 支持 保障 组织配合 协同配合 密切配合 配合落实 按职责配合 协作 协作配合 共同参与 会办".Split(' ')];

    [Theory]
    [MemberData(nameof(Responsible))]
    public void Who_does_the_work_is_responsible(string verb)
    {
        Assert.Equal("市财政局/R 市审计局/R", Reading.Departments($"（市财政局、市审计局{verb}）"));
        Assert.Equal("市统计局/L 市财政局/R 各区政府/Rg", Reading.Departments($"（市统计局牵头，市财政局、各区政府{verb}）"));
    }

    [Theory]
    [MemberData(nameof(Lead))]
    public void Who_leads_it_leads(string verb) =>
        Assert.Equal("市财政局/L 市审计局/S", Reading.Departments($"（市财政局{verb}，市审计局配合）"));

    [Theory]
    [MemberData(nameof(Support))]
    public void Who_helps_supports(string verb) =>
        Assert.Equal("市统计局/L 市财政局/S 市审计局/S", Reading.Departments($"（市统计局牵头，市财政局、市审计局{verb}）"));

    [Theory]
    [InlineData("（市财政局指导，市审计局监督，各区政府实施）", "各区政府/Rg")]
    [InlineData("（各镇（街）负责，县农业局指导）", "各镇（街）/Rg")]
    [InlineData("（县农业局，县林业局指导）", "县农业局/R")]
    public void Who_only_watches_has_no_part_in_it(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（市财政局负责，持续推进）", "市财政局/R", "Ongoing ..")]
    [InlineData("（市财政局负责 全年）", "市财政局/R", "By ..2019-12-31")]
    [InlineData("（市财政局负责 2019年8月底前完成）", "市财政局/R", "By ..2019-08-31")]
    [InlineData("（各区政府 2019年8月底前）", "各区政府/Rg", "By ..2019-08-31")]
    [InlineData("（市财政局负责2019年度预算编制）", "市财政局/R[负责2019年度预算编制]", "none")]
    public void When_it_goes_on_is_no_verb_and_until_when_no_share(string tag, string departments, string deadline)
    {
        var task = Assert.Single(Reading.Plan("（一）推进示范建设。完善工作机制。" + tag).Documents[0].Tasks);
        Assert.Equal(departments, Reading.Departments(task));
        Assert.Equal(deadline, Reading.Deadline(task.Deadline));
    }

    [Theory]
    [InlineData("（县级统筹）")]
    [InlineData("（企业实施）")]
    [InlineData("（政府推动）")]
    [InlineData("【相关附件】")]
    public void A_bracket_without_an_organ_is_prose(string bracket) => Assert.Equal("", Reading.Departments(bracket));

    [Theory]
    [InlineData("市级牵头单位", "L")]
    [InlineData("联合牵头单位", "L")]
    [InlineData("主要牵头单位", "L")]
    [InlineData("牵头（责任）单位", "L")]
    [InlineData("牵头部门或单位", "L")]
    [InlineData("统筹部门", "L")]
    [InlineData("首要责任单位", "L")]
    [InlineData("区级责任单位", "R")]
    [InlineData("其他责任单位", "R")]
    [InlineData("责任部门和单位", "R")]
    [InlineData("责任单位、配合单位", "R")]
    [InlineData("责任单位2", "R")]
    [InlineData("责任委办局", "R")]
    [InlineData("部门分工", "R")]
    [InlineData("工作责任", "R")]
    [InlineData("推进单位", "R")]
    [InlineData("编制单位", "R")]
    [InlineData("涉及部门", "R")]
    [InlineData("落实", "R")]
    [InlineData("相关配合单位", "S")]
    [InlineData("会同部门", "S")]
    [InlineData("协调部门", "S")]
    [InlineData("保障单位", "S")]
    [InlineData("配合单位及责任人", "S")]
    public void A_label_announces_a_role_whatever_stands_in_front_of_it_or_behind(string label, string role)
    {
        Assert.Equal($"市财政局/{role} 市审计局/{role}", Reading.Departments($"（{label}：市财政局、市审计局）"));
        Assert.Equal($"市财政局/{role} 市审计局/{role}", Reading.Departments($"\n{label}：市财政局、市审计局"));
        Assert.Equal($"市统计局/L 市财政局/{role}", Reading.Departments($"（牵头单位：市统计局；{label}：市财政局）"));
    }

    [Theory]
    [InlineData("督促单位")]
    [InlineData("填报单位")]
    [InlineData("建设单位")]
    [InlineData("包保单位")]
    public void A_label_of_others_names_nobody_of_the_task(string label) =>
        Assert.Equal("市统计局/L", Reading.Departments($"（牵头单位：市统计局；{label}：市财政局）"));

    [Theory]
    [InlineData("截止时间")]
    [InlineData("最迟完成时间")]
    [InlineData("责任时限")]
    [InlineData("完成年限")]
    [InlineData("时序进度")]
    [InlineData("建设周期")]
    [InlineData("时间表")]
    public void A_label_of_time_announces_the_deadline(string label)
    {
        var task = Assert.Single(Reading.Plan($"（一）推进示范建设。完善工作机制。（责任单位：市财政局；{label}：2019年8月底前）").Documents[0].Tasks);
        Assert.Equal("市财政局/R", Reading.Departments(task));
        Assert.Equal("By ..2019-08-31", Reading.Deadline(task.Deadline));
    }

    [Theory]
    [InlineData("牵头单位为市财政局，责任单位为市审计局、统计局。", "市财政局/L 市审计局/R 市统计局/R")]
    [InlineData("责任单位市财政局、市审计局。", "市财政局/R 市审计局/R")]
    [InlineData("（牵头单位市财政局，配合单位市审计局）", "市财政局/L 市审计局/S")]
    [InlineData("\n责任分工：牵头单位为市财政局，配合单位为各区政府", "市财政局/L 各区政府/Sg")]
    [InlineData("\n相关部门：市财政局、市审计局、各区政府等。", "市财政局/R 市审计局/R 各区政府/Rg")]
    [InlineData("\n有关单位：请按时上报材料。", "")]
    [InlineData("各责任单位要按时上报。", "")]
    [InlineData("明确责任单位和时限。", "")]
    [InlineData("责任单位为第一责任人。", "")]
    public void A_label_may_lack_its_colon(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（责任单位：市财政局/审计局/统计局）", "市财政局/R 市审计局/R 市统计局/R")]
    [InlineData("形成工作闭环责任单位：市财政局、审计局完成时限：2019年12月", "市财政局/R 市审计局/R")]
    [InlineData("形成工作闭环牵头单位：市财政局；配合单位：市审计局", "市财政局/L 市审计局/S")]
    [InlineData("要明确责任单位：谁主管谁负责，市财政局要抓好落实。", "")]
    [InlineData("各科室要抓好落实，牵头单位并于10月10日前将情况报送办公室。", "")]
    [InlineData("（市财政局、市审计局等部门协同负责，市统计局配合）", "市财政局/R 市审计局/R 市统计局/S")]
    [InlineData("（市财政局负责，市审计局协同）", "市财政局/R 市审计局/S")]
    [InlineData("（牵头单位：市财政局；数据提供单位：市统计局）", "市财政局/L 市统计局/S")]
    [InlineData("（责任单位：市财政局；技术依托单位：市统计局；配合单位：市审计局）", "市财政局/R 市审计局/S")]
    [InlineData("责任单位：市级有关部门（市财政局牵头）。", "市级有关部门/Rg 市财政局/L")]
    [InlineData("责任单位：市财政局（牵头单位）；市审计局、市统计局（配合单位）。", "市财政局/L 市审计局/S 市统计局/S")]
    [InlineData("责任单位：市财政局、市审计局（牵头）、市统计局。", "市财政局/R 市审计局/L 市统计局/R")]
    [InlineData("（区属国企、市属高校）", "区属国企/Rg 市属高校/Rg")]
    [InlineData("（省财政厅、地方金融监管局）", "省财政厅/R 省地方金融监管局/R")]
    [InlineData("（市财政局、市审计局。未明确牵头单位的，由所列责任单位按职责负责，下同）", "市财政局/R 市审计局/R")]
    [InlineData("（市财政局、市审计局（除标注“分别牵头”外，列第一位的为牵头单位，下同））", "市财政局/L 市审计局/R")]
    public void Lists_and_brackets_say_who_is_meant(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));
}
