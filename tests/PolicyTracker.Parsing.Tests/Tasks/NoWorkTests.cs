namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>What stands among items and is none: captions, cells of a table that lost its shape, who sits in a group, lists of annexes.</summary>
public sealed class NoWorkTests
{
    [Theory]
    [InlineData("表2 清淤计划表\n年份\n面积（公顷）\n2020年\n4.42", 1)]
    [InlineData("各镇要组织巡查。", 2)]
    public void What_follows_the_last_tag_is_an_item_only_where_it_says_a_sentence(string below, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）清淤。疏浚河道10公里。（责任单位：县水利局）\n" + below).Documents[0].Tasks.Count);

    [Theory]
    [InlineData("成立清淤工作领导小组，统筹全县清淤工作。\n组长：何平 副县长\n成员：孙立 县水利局局长", 1)]
    [InlineData("成立清淤工作领导小组，统筹全县清淤工作，定期研究问题。", 2)]
    public void Who_sits_in_a_group_is_no_work(string body, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）清淤。疏浚河道10公里。\n（二）组织领导\n" + body).Documents[0].Tasks.Count);

    [Theory]
    [InlineData("附件：\n1.清淤户数统计表\n2.清淤工作实例\n3.清淤便民服务措施", 1)]
    [InlineData("附件：\n清淤任务清单\n1.清理河道。（责任单位：县水利局）\n2.清理水库。（责任单位：县水利局）", 3)]
    public void A_list_of_annexes_below_its_label_is_no_list_of_items(string annexes, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）清淤。疏浚河道10公里。（责任单位：县水利局）\n" + annexes).Documents[0].Tasks.Count);

    [Fact]
    public void The_members_of_a_group_under_a_heading_of_duties_are_no_organ() => Assert.DoesNotContain(
        Reading.Notice("青石县清淤工作方案\n一、部门职责\n（一）领导小组成员单位职责\n县水利局：负责清淤。\n县财政局：负责经费。").Documents[0].Tasks,
        t => t.Departments.Any(d => d.Name.Contains("成员单位", StringComparison.Ordinal)));

    [Theory]
    [InlineData("清理资产，逐项登记；", 2)]
    [InlineData("清理全县行政事业单位闲置资产并且逐项登记造册上报备案工作", 2)]
    [InlineData("资产清理台账", 1)]
    [InlineData("注：台账另行印发。", 1)]
    [InlineData("以下各项均需各乡镇落实，不再列出。", 1)]
    [InlineData("本通知自印发之日起施行。", 1)]
    public void A_paragraph_behind_the_last_tag_is_work_unless_it_speaks_of_the_notice_or_is_a_caption(string below, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）清账。逐笔核对。（责任单位：县财政局）\n" + below).Documents[0].Tasks.Count);

    [Fact]
    public void In_a_section_that_orders_nothing_what_follows_a_tag_is_no_item() =>
        Assert.Single(Reading.Plan("一、总体要求\n（一）指导思想。坚持底线。\n清理账目。（县财政局负责）\n核对资产。").Documents[0].Tasks);

    [Theory]
    [InlineData("（一）信息报送\n各单位要于12月10日前报送总结。", 0)]
    [InlineData("（一）清账\n落实责任。各单位要于12月10日前将清账情况报送县财政局。", 0)]
    [InlineData("（一）清账\n逐笔核对。\n各单位要于12月10日前报送总结。", 1)]
    [InlineData("（一）逐笔清理账目，逐项登记资产，及时入账核销，严肃追责问责\n各单位要于12月10日前报送总结。", 1)]
    public void A_title_over_nothing_but_a_report_is_no_item_but_a_sentence_of_work_is(string items, int tasks) =>
        Assert.Equal(tasks, Reading.Plan(items).Documents[0].Tasks.Count);

    [Theory]
    [InlineData("开展督查。定期通报。\n强化考核。纳入年度考核。", "开展督查; 强化考核")]
    [InlineData("开展督查，加强通报。定期通报。\n强化考核。纳入年度考核。", "督查")]
    [InlineData("开展督查。\n强化考核。纳入年度考核。", "督查")]
    public void Paragraphs_are_items_where_each_opens_with_a_title_of_its_own(string body, string titles) =>
        Assert.Equal(titles, string.Join("; ", Reading.Plan("（一）督查\n" + body).Documents[0].Tasks.Select(t => t.Title)));

    [Theory]
    [InlineData("各单位主要负责人是政务公开工作第一责任人。")]
    [InlineData("请各责任单位主要负责同志亲自抓，3月28日前将落实情况反馈至市政府办公室（综合科）。")]
    [InlineData("落实情况请于11月30日前书面报送县政府办公室（政务公开科）。")]
    [InlineData("市教育局负责日常联络。")]
    public void A_covering_notice_of_a_division_of_work_gives_none_itself(string sentence) => Assert.Equal(
        ["1. 改造管网 | 市水务局/R"],
        Reading.Tasks(Reading.Notice($"临江市人民政府办公室关于印发节水工作任务分工的通知\n各县区人民政府：\n{sentence}\n临江市人民政府办公室\n2019年3月5日\n节水工作任务分工\n1.改造管网。（市水务局负责）\n")));

    [Theory]
    [InlineData("各乡镇、各部门组织学习，抓好落实。")]
    [InlineData("各县区、市直各单位认真贯彻，抓好落实。")]
    [InlineData("各乡镇、各部门结合实际，抓好落实。")]
    public void What_a_covering_notice_asks_of_all_names_no_organ(string sentence) => Assert.Equal(
        ["一、 清理河道 | 市水务局/L 市财政局/S"],
        Reading.Tasks(Reading.Notice($"临江市人民政府办公室关于印发清淤方案的通知\n各县区人民政府：\n现将方案印发给你们。\n{sentence}\n2019年3月5日\n清淤方案\n一、清理河道。由市水务局牵头，市财政局配合。\n")));

    [Fact]
    public void Who_drew_the_notice_up_has_no_task_by_that() => Assert.Equal(
        ["1、 完成征缴 | 县财政局/R"],
        Reading.Tasks(Reading.Notice("临江县人民政府办公室关于做好参保缴费工作的通知\n各乡镇人民政府：\n为完成任务，现通知如下：\n一、工作任务\n1、完成征缴。（县财政局负责）\n2014年2月24日\n主办：县人社局　　　督办：县政府办公室五科\n抄送：县委各部门。\n")));
}
