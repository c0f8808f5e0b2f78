namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Where a paragraph ends.</summary>
public sealed class ParagraphTests
{
    [Fact]
    public void A_western_full_stop_ends_a_sentence_but_not_a_number() => Assert.Equal(
        ["一. 落实减免政策 | 市税务局/R 市财政局/R", "二. 完成3.5万户改造 | 市住建局/R"],
        Reading.Tasks(Reading.Notice("江东市惠企措施\n一.落实减免政策.(市税务局、市财政局)\n二.完成3.5万户改造.(市住建局)")));

    [Fact]
    public void A_tag_that_was_broken_behind_its_label_goes_on() => Assert.Equal(
        ["（一） 开展育种攻关 | 种业管理处/R 科技教育处/R | Range 2024-01-01..2026-12-31"],
        Reading.Tasks(Reading.Plan("（一）开展育种攻关。建立联合体。【责任单位：\n种业管理处、科技教育处；完成时限：2024—2026年】")));

    [Fact]
    public void A_name_that_was_broken_behind_its_place_goes_on() => Assert.Equal(
        ["1、 加快征收扫尾 | 县住建局/L 松岭镇人民政府/R | By ..2019-10-31"],
        Reading.Tasks(Reading.Plan("1、加快征收扫尾。\n牵头单位:县住建局  责任单位:松岭镇\n人民政府  时限:10月末前完成\n")));

    [Theory]
    [InlineData("（牵头单位：市司法局；配合单位：\n各县区、各部门；完成时限：2019年9月底前）", "市司法局/L 各县区/Sg 各部门/Sg")]
    [InlineData("（市司法局牵头，市信访局，各县区人民政府、市\n— 2 —\n高新区管委会负责）", "市司法局/L 市信访局/R 各县区人民政府/Rg 市高新区管委会/R")]
    public void A_tag_that_opens_deep_in_a_wrapped_paragraph_is_read_to_its_end(string tag, string departments)
    {
        const string Wrapped = "　　（一）推进热线归并。除紧急热线以外，各地各部门设立的政务服务热线\n统一归并到一个号码，提供全天候的人工服务，建立健全诉求受理、派单和\n办理、答复、督办、办结、回访、评价的闭环机制，加强与紧急热线的联动\n对接，定期对热线数据进行分析研判，为各级科学决策提供有价值的参考。";
        Assert.Equal(departments, Reading.Departments(Reading.Plan(string.Concat(Enumerable.Repeat("　　为切实做好这项工作，各级各部门要结合实际认真研究，细化措施落实到位\n", 6)) + Wrapped + tag + "\n　　（二）优化服务流程。").Documents[0].Tasks[0]));
    }

    [Fact]
    public void A_sentence_that_a_page_number_cut_goes_on_without_the_indent_of_a_new_paragraph()
    {
        const string Line = "　　各级各部门要结合实际认真研究并细化措施落实到位确保取得工作实效，在\n";
        var tasks = Reading.Plan(string.Concat(Enumerable.Repeat(Line, 8)) + "　　（一）推进热线归并。除紧急热线以外，各地各部门设立的政务服务热线和\n— 2 —\n所有部门的专线统一归并。\n　　（二）优化服务流程。缩短时限。").Documents[0].Tasks;
        Assert.EndsWith("热线和所有部门的专线统一归并。", tasks[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_the_notice_below_the_portal_s_date_is_a_line_of_its_own() => Assert.Equal(
        "江创文指〔2018〕6号",
        Reading.Notice("江东区创建文明城市指挥部关于印发《任务分解表》的通知\n日期：2018-03-29 16:40:15   信息来源：区文明办   点击数： 562\n江创文指〔2018〕6号\n各街道办事处：\n请认真落实。").Documents.Single().DocNumber);

    [Fact]
    public void Addressees_are_not_joined_to_a_title_as_wide_as_the_page()
    {
        const string Body = "为认真做好冬季安全生产工作经研究决定在全镇开展一次拉网式的安全生产大检\n查活动请各单位高度重视加强领导明确责任细化措施狠抓落实确保取得实实在在\n";
        var document = Reading.Notice("青石镇安全生产委员会关于印发《青石镇冬季安全生产大检查方案》的通知\n各村（居），各企业，镇直相关单位：\n" + Body + Body + Body + Body + "2020年11月25日").Documents.Single();
        Assert.Equal("青石镇安全生产委员会关于印发《青石镇冬季安全生产大检查方案》的通知", document.Title);
        Assert.Equal("各村（居），各企业，镇直相关单位", document.Addressees);
    }
}
