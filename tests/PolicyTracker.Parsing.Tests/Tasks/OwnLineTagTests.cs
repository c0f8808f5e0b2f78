namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>How far a tag on a line of its own reaches up.</summary>
public sealed class OwnLineTagTests
{
    [Fact]
    public void Lines_with_other_labels_part_it_from_its_deadline_not() => Assert.Equal(
        ["（一） 整治水体 | 市水务局/L 市城管局/S | By ..2019-11-30", "（二） 整治扬尘 | 市住建局/R | Ongoing .."],
        Tasks("（一）整治水体\n牵头单位：市水务局；\n配合单位：市城管局；\n工作要求：截污率达到98%；\n工作措施：开展排查；\n完成时限：2019年11月。\n（二）整治扬尘\n责任单位：市住建局\n工作措施：开展巡查。\n完成时限：长期坚持。"));

    [Fact]
    public void What_a_label_announces_may_stand_on_the_next_line() => Assert.Equal(
        ["（一） 整治水体 | 市水务局/R 市城管局/R | By ..2019-11-30", "（二） 整治扬尘 | 市住建局/R"],
        Tasks("（一）整治水体\n责任单位：\n市水务局、市城管局\n完成时限：\n2019年11月\n（二）整治扬尘\n责任单位：\n市住建局"));

    [Fact]
    public void Below_several_items_it_closes_their_heading() => Assert.Equal(
        ["（一） 排查隐患 | 市公安局/R", "（二） 严查违法 | 市交通局/R"],
        Tasks("（一）排查隐患。\n1.检查企业。\n2.检查车辆。\n责任单位：市公安局\n（二）严查违法。\n1.管控路段。\n2.打击超员。\n责任单位：市交通局"));

    [Theory]
    [InlineData("来源：市政府办公室")]
    [InlineData("责任编辑：石磊")]
    [InlineData("附件下载")]
    public void What_the_portal_prints_below_the_last_tag_is_no_part_of_it(string line) => Assert.Equal(
        ["（一） 排查隐患 | 市公安局/R 各区属国企/Rg"],
        Tasks("（一）排查隐患。\n责任单位：市公安局，各区属国企\n" + line));

    [Fact]
    public void An_item_that_calls_itself_the_task_is_closed_by_its_bracket_itself() => Assert.Equal(
        ["2. 任务 | 县水务局/R", "2. 任务 | 县审计局/R"],
        Reading.Tasks(Reading.Plan("（一）一站服务\n1.功能。汇集信息。\n2.任务。对接数据。（责任单位：县水务局）\n（二）一单运行\n1.功能。流转单证。\n2.任务。签发单证。（责任单位：县审计局）")).Where(t => t.Contains('/', StringComparison.Ordinal)));

    [Fact]
    public void At_the_end_of_the_last_item_of_each_heading_a_bracket_closes_the_heading() => Assert.Equal(
        ["（一） 排查隐患 | 市公安局/L 市交通局/S", "（二） 严查违法 | 市交通局/R", "（三） 加强宣传 | 市教育局/R"],
        Tasks("（一）排查隐患。\n1.检查企业（含个体户）。\n2.检查车辆。（市公安局牵头，市交通局配合）\n（二）严查违法。\n1.管控路段。\n2.打击超员。（市交通局负责）\n（三）加强宣传。进学校、进社区。（市教育局负责）"));

    [Theory]
    [InlineData("（一）排查隐患。\n1.检查企业。（市商务局负责）\n2.检查车辆。（市公安局负责）\n（二）严查违法。\n1.管控路段。\n2.打击超员。（市交通局负责）")]
    [InlineData("（一）排查隐患。\n1.检查企业。\n2.检查车辆。（市公安局负责）\n（二）严查违法。管控路段。（市交通局负责）")]
    public void Where_other_items_have_brackets_or_only_one_heading_has_it_closes_its_item(string items) =>
        Assert.Contains("2. 检查车辆 | 市公安局/R", Tasks(items));

    [Fact]
    public void Below_the_only_measure_it_closes_the_task_too() => Assert.Equal(
        ["1. 改造厕所 | 市教育局/L | By ..2019-09-30", "2. 铺设公路 | 市交通局/L"],
        Tasks("1.改造厕所\n主要措施：\n（1）新建40座。\n牵头单位：市教育局\n完成时限：9月底前\n2.铺设公路\n主要措施：\n（1）硬化10公里。\n牵头单位：市交通局"));

    [Fact]
    public void Labels_that_are_items_themselves_close_the_heading_above_them() => Assert.Equal(
        ["1. 改造厕所40座 | 市教育局/R 市财政局/S 各区人民政府/Sg | By ..2019-12-31 | @石磊", "2. 铺设公路 | 市交通局/R | @高洁"],
        Tasks("1.改造厕所40座\n（1）责任领导：石磊\n（2）责任单位：市教育局\n（3）协办单位：市财政局，各区人民政府\n（4）项目内容：东区30座、西区10座。\n（5）完成时限：2019年内\n2.铺设公路\n（1）责任领导：高洁\n（2）责任单位：市交通局"));

    [Fact]
    public void Below_a_paragraph_that_counts_by_itself_it_closes_the_heading() => Assert.Equal(
        ["（一） 完善网络 | 市水务局/R"],
        Tasks("（一）完善网络\n一是加密站点，新增30处。二是整治河道。三是建立制度。（市水务局负责）"));

    [Fact]
    public void A_single_item_that_opens_with_a_label_does_not() => Assert.DoesNotContain(
        Tasks("1.改造厕所40座\n（1）摸清底数。\n（2）责任单位：由各区自行确定。"), t => t.StartsWith("1. 改造厕所40座 |", StringComparison.Ordinal) && !t.EndsWith('|'));

    [Fact]
    public void Where_the_notice_tags_such_items_one_by_one_it_closes_its_own_alone() => Assert.Equal(
        ["（一） 改造社区 | 市住建局/R", "（二） 改造管网 | 市水务局/R", "（一） 建立专班 |", "（二） 拓宽渠道 | 市财政局/R"],
        Tasks("（一）改造社区。开展试点。\n责任单位：市住建局\n（二）改造管网。编制方案。\n责任单位：市水务局\n二、保障措施\n（一）建立专班。定期调度。\n（二）拓宽渠道。争取债券。\n责任单位：市财政局"));

    [Fact]
    public void A_chapter_is_not_closed_either_where_tags_stand_one_level_deeper() => Assert.Equal(
        ["1. 创建工厂3家 | 市工信局/R", "2. 完成审核 | 市环保局/R", "（一） 强化统筹 |", "（二） 强化宣传 | 市委宣传部/R"],
        Tasks("（一）绿色发展\n1.创建工厂3家。\n责任单位：市工信局\n2.完成审核。\n责任单位：市环保局\n二、保障措施\n（一）强化统筹。实行月调度。\n（二）强化宣传。\n责任单位：市委宣传部"));

    [Fact]
    public void Numbered_measures_of_one_paragraph_have_their_own_tags() => Assert.Equal(
        ["（一） 配套治理 | 市委编办/R 市教育局/R", "（2） 落实待遇 | 市财政局/R | By ..2019-06-30"],
        Tasks("（一）配套治理。（1）加强配备。责任部门：市委编办、市教育局。（2）落实待遇。责任部门：市财政局。完成时限：2019年6月。"));

    [Fact]
    public void The_next_item_that_lost_its_line_break_stands_beside_the_first()
    {
        var tasks = Reading.Plan("（一）排查隐患。检查企业。（市公安局负责，3月25日前完成）（二）严查违法。管控路段。（市交通局负责）").Documents[0].Tasks;
        Assert.Equal([("（一）", "一、重点任务"), ("（二）", "一、重点任务")], tasks.Select(t => (t.Number!, t.Path[^1])));
    }

    [Fact]
    public void Who_supervises_and_what_is_aimed_at_stand_between_the_lines_of_one_tag() => Assert.Equal(
        ["（一） 管网破损 | 市水务局/L 市住建局/R | By ..2019-06-30", "（二） 河面漂浮物 | 市城管局/R | Ongoing .."],
        Tasks("（一）管网破损。\n牵头单位：市水务局\n责任单位：市住建局\n督办单位：市政府督查室\n整改时限：2019年6月\n整改目标：污水全部收集。\n整改措施：\n1.更换管网。\n2.定期巡查。\n（二）河面漂浮物。\n责任单位：市城管局\n整改时限：长期坚持\n整改目标：河面清洁。"));

    [Fact]
    public void Same_as_above_names_whom_the_tag_above_names() => Assert.Equal(
        ["1. 规范窗口 | 县政务中心/R 各乡镇/Rg", "2. 推行代办 | 县政务中心/R 各乡镇/Rg | By ..2019-06-30"],
        Tasks("1.规范窗口。\n责任单位：县政务中心，各乡镇\n2.推行代办。\n责任单位：同上\n完成时限：2019年6月"));

    [Fact]
    public void Blanks_stand_for_the_colons_of_several_labels() => Assert.Equal(
        ["1. 建设机场 | 市交通局/L 市发改委/R 市财政局/R"], Tasks("1.建设机场。牵头单位 市交通局 责任单位 市发改委、市财政局"));

    [Fact]
    public void Label_of_a_deadline_below_is_part_of_the_tag_and_no_target() => Assert.Equal(
        ["1、 发放贷款。新增贷款20亿元 | 市金融办/R | By ..2019-06-30", "2、 修复路面 | 市交通局/R | Ongoing .."],
        Tasks("1、发放贷款。新增贷款20亿元。\n责任单位：市金融办\n督办时限：6月底前\n2、修复路面。\n责任单位：市交通局\n督办时限：长期坚持").Select(t => t.Replace("1、 发放贷款 |", "1、 发放贷款。新增贷款20亿元 |")));

    [Theory]
    [InlineData("牵头单位：县财政局\n工作措施：逐笔核对\n完成时限：6月底前", "（一） 清账 | 县财政局/L | By ..2019-06-30")]
    [InlineData("牵头单位：县财政局\n逐笔核对，及时入账。\n完成时限：6月底前", "（一） 清账 | 县财政局/L | By ..2019-06-30")]
    [InlineData("牵头单位：县财政局\n逐笔核对，及时入账。\n责任单位：县审计局", "（一） 清账 | 县财政局/L; 逐笔核对，及时入账 | 县审计局/R")]
    [InlineData("牵头单位：县财政局\n督办单位：县政府督查室\n责任单位：县审计局", "（一） 清账 | 县财政局/L 县审计局/R")]
    public void Lines_of_labels_are_one_tag_unless_text_parts_who_does_it(string lines, string expected) =>
        Assert.Equal(expected, string.Join("; ", Tasks("（一）清账。清理账目。\n" + lines)));

    [Theory]
    [InlineData("（一）物资组\n牵头领导：王强\n主要职责：负责物资调配。\n配合事项：（责任单位：县财政局）", "（一） 物资组 |  | @王强; 主要职责：负责物资调配 | 县财政局/R")]
    [InlineData("（一）物资组。组织调配。（牵头领导：王强）\n做好登记。（责任单位：县财政局）", "（一） 物资组 |  | @王强; 做好登记 | 县财政局/R")]
    public void Leaders_and_units_are_one_item_only_where_both_stand_on_lines_of_their_own(string items, string expected) =>
        Assert.Equal(expected, string.Join("; ", Tasks(items)));

    [Theory]
    [InlineData("（一）清账\n责任单位：县财政局\n清理账目，做好台账。\n核对资产。", "（一） 清账 | 县财政局/R")]
    [InlineData("（一）清账目，做好台账，及时完成。\n清理账目。\n责任单位：县财政局\n核对资产。", "（一） 清账目，做好台账，及时完成 | 县财政局/R; 核对资产 |")]
    public void A_tag_between_a_bare_heading_and_its_text_names_who_does_all_of_it(string items, string expected) =>
        Assert.Equal(expected, string.Join("; ", Tasks(items)));

    [Theory]
    [InlineData("（一）清账。逐笔核对（市财政局）。2．清理资产。逐项登记。（市国资委负责）")]
    [InlineData("（一）清账。逐笔核对。（市财政局负责）2．清理资产。逐项登记。（市国资委负责）")]
    [InlineData("（一）清账。逐笔核对。责任单位：市财政局。2．清理资产。逐项登记。责任单位：市国资委。")]
    public void A_number_behind_a_tag_opens_the_next_item_though_its_line_break_is_lost(string items) =>
        Assert.Equal(["（一） 清账 | 市财政局/R", "2． 清理资产 | 市国资委/R"], Tasks(items));

    private static string[] Tasks(string items) => Reading.Tasks(Reading.Plan(items));

    [Theory]
    [InlineData("——责任单位：市水务局；配合单位：市财政局；完成时限：2019年10月底前\n")]
    [InlineData("责任单位——市水务局；配合单位：市财政局；2019年10月底前\n")]
    [InlineData("责任单位--市水务局；配合单位--市财政局；10月底前\n")]
    public void Dashes_lead_to_a_label_or_stand_for_its_colon(string tag) =>
        Assert.Equal(["1. 清理河道 | 市水务局/R 市财政局/S | By ..2019-10-31"], Reading.Tasks(Reading.Plan("1.清理河道。\n" + tag)));

    [Theory]
    [InlineData("责任单位：市水务局\n完成时限：6月底前", "市水务局/R", "6月底前")]
    [InlineData("责任单位：市水务局；长期坚持", "市水务局/R", "长期坚持")]
    [InlineData("责任单位：市水务局、市审计局；汛期前", "市水务局/R 市审计局/R", "汛期前")]
    [InlineData("责任单位：市水务局；入冬前", "市水务局/R", "入冬前")]
    [InlineData("责任单位：市水务局、市审计局；学期末", "市水务局/R 市审计局/R", "学期末")]
    public void What_stands_below_until_when_is_not_more_of_it(string tag, string who, string raw)
    {
        var task = Reading.Plan($"1.清理河道。\n{tag}\n全面疏浚河道\n2.安排经费。（市财政局负责）\n").Documents[0].Tasks[0];
        Assert.Equal(who, Reading.Departments(task));
        Assert.Equal(raw, task.Deadline!.Raw);
    }

    [Fact]
    public void Who_does_it_in_person_stands_behind_a_label_of_its_own() => Assert.Equal(
        ["1. 清理河道 | 防汛科/L 综合科/S | Ongoing .. | @梁志强"],
        Reading.Tasks(Reading.Plan("1.清理河道。\n【主办科室】防汛科 【协办科室】综合科 【承办人】梁志强 【联系方式】办公室转 【时限】长期坚持\n")));

    [Fact]
    public void Behind_a_complete_list_the_next_line_says_something_of_its_own() => Assert.Equal(
        ["（一） 设置医疗点 | 市卫健委/R 市红十字会/R"],
        Reading.Tasks(Reading.Plan("（一）设置医疗点。每日巡查。责任单位：市卫健委、市红十字会\n请各单位按照分工，于8月20日前报送联系人。\n")).Take(1));
}
