namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Tables that were copied as one cell per line.</summary>
public sealed class CellPerLineTableTests
{
    [Fact]
    public void Without_a_column_of_numbers_every_whole_row_is_read() => Assert.Equal(
        ["推行按病种付费 | 市医保局/L 市卫健委/S | Ongoing ..", "建立分级诊疗制度 | 市卫健委/L 各县（区）人民政府/Sg | By ..2019-10-31"],
        Reading.Tasks(Reading.Plan("重点任务\n牵头单位\n配合单位\n完成时限\n推行按病种付费\n市医保局\n市卫健委\n持续推进\n建立分级诊疗制度\n市卫健委\n各县（区）人民政府\n2019年10月\n请认真落实。\n")));

    [Fact]
    public void Where_no_organ_stands_in_the_column_of_organs_it_is_no_table() => Assert.DoesNotContain(
        Reading.Plan("重点任务\n牵头单位\n完成时限\n推行按病种付费\n建立分级诊疗制度\n做好宣传\n").Documents[0].Tasks, t => t.Departments.Count > 0);

    [Fact]
    public void Cells_that_were_broken_over_lines_are_joined_and_missing_ones_left_open() => Assert.Equal(
        ["1 新建公园6座，配套停车位300个 | 市园林局/L 市住建局/S | By ..2019-09-30", "2 开通公交线路 | 市交通局/L | By ..2019-12-31", "3 举办招聘会 | 市人社局/L 市教育局/S 市总工会/S | Ongoing .."],
        Numbered("1\n新建公园6座，配套\n停车位300个\n市园林局\n市住建局\n9月底前\n2\n开通公交线路\n市交通局\n—\n年底前\n3\n举办招聘会\n市人社局\n市教育局、\n市总工会\n持续推进\n"));

    [Fact]
    public void Leaders_stand_in_their_own_column() => Assert.Equal(
        ["1 核实清查底册，完善单位名录 | 市统计局/R | @王立新"],
        Reading.Tasks(Reading.Plan("序号\n工作任务\n责任领导\n责任单位\n1\n核实清查底册，\n完善单位名录\n王立新\n市统计局\n")));

    [Fact]
    public void Headings_that_no_list_knows_stand_between_the_number_and_the_first_row() => Assert.Equal(
        ["1 茶叶集群 | 市农业局/L 市供销社/S | →2019-12-31 | @孙立", "2 石材集群 | 市工信局/L 市自然资源局/S 东河县人民政府/S | →2019-12-31 | @何敏"],
        Reading.Tasks(Reading.Plan("序号\n集群\n链长\n主要方向及2019年引资目标\n牵头单位\n配合单位\n1\n茶叶集群\n孙立（副市长）\n白茶、黑茶，2019年引资30亿元\n市农业局\n市供销社\n"
            + "2\n石材集群\n何敏（市委常委、副市长）\n板材、人造石，2019年引资20亿元\n市工信局\n市自然资源局、东河县人民政府\n")));

    [Fact]
    public void An_excerpt_begins_with_any_number_and_has_headings_without_rows() => Assert.Equal(
        ["7 修缮桥梁 | 区公路站/L 区住建局/S", "31 举办招聘会 | 区人社局/L"],
        Reading.Tasks(Reading.Plan("序号\n工作任务\n牵头单位\n协同配合单位\n一、交通\n7\n修缮桥梁\n区公路站\n区住建局\n二、水利\n三、教育\n四、就业\n31\n举办招聘会\n区人社局\n—\n")));

    [Fact]
    public void They_may_be_repeated_on_the_next_page() => Assert.Equal(
        ["1 茶叶集群 | 市农业局/L", "2 石材集群 | 市工信局/L"],
        Reading.Tasks(Reading.Plan("序号\n集群\n牵头单位\n1\n茶叶集群\n市农业局\n序号\n集群\n牵头单位\n2\n石材集群\n市工信局\n")));

    [Fact]
    public void A_merged_cell_of_what_is_assessed_groups_its_rows()
    {
        var tasks = Reading.Plan("序号\n测评项目\n工作任务\n牵头单位\n责任单位\n完成时限\n1\n街面秩序\n清理占道经营，规范停车\n区城管局\n区交警大队\n全年持续\n2\n更新护栏1200米\n区交通局\n各街道、各乡镇、区公路站\n9月底前\n"
            + "3\n校园周边\n整治校门口小摊点\n区教育局\n区市场监管局\n6月底前\n").Documents[0].Tasks;
        Assert.Equal(["街面秩序", "街面秩序", "校园周边"], tasks.Select(t => t.Path[^1]));
        Assert.Equal("区交通局/L 各街道/Rg 各乡镇/Rg 区公路站/R", Reading.Departments(tasks[1]));
    }

    [Theory]
    [InlineData("序号\n姓名\n职务\n1\n王立新\n市统计局局长\n2\n孙立\n市财政局局长\n")]
    [InlineData("序号\n责任单位\n工作要点如下，请认真落实。\n1\n市统计局\n做好统计\n")]
    public void Other_lists_with_a_column_of_numbers_assign_nothing(string list) =>
        Assert.DoesNotContain(Reading.Plan(list).Documents[0].Tasks, t => t.Departments.Count > 0);

    [Fact]
    public void A_bar_alone_is_an_empty_cell() => Assert.Equal(
        ["1 建设水库 | 市水务局/L | By ..2025-12-31", "2 建设铁路 | 市铁建办/L 市财政局/S | Ongoing .."],
        Numbered("1 |\n建设水库 |\n市水务局 |\n|\n2025年12月 |\n2 |\n建设铁路 |\n市铁建办 |\n市财政局 |\n持续推进 |\n"));

    [Fact]
    public void Number_out_of_order_is_a_cell_and_no_new_row() => Assert.Equal(
        ["1 建设驿站 | 市住建局/L | By ..2019-12-31", "2 改造公厕 | 市城管局/L | By ..2019-12-31"],
        Numbered("1\n建设驿站\n24\n市住建局\n—\n年底前\n2\n改造公厕\n市城管局\n—\n年底前\n").Select(t => t.Replace("建设驿站24", "建设驿站")));

    [Fact]
    public void Work_that_ends_like_the_name_of_an_organ_is_still_the_work() => Assert.Equal(
        ["1 新建妇幼保健院 | 市卫健委/L | By ..2019-12-31"], Numbered("1\n新建妇幼保健院\n市卫健委\n—\n年底前\n"));

    [Fact]
    public void More_cells_than_a_row_has_room_for_end_the_table_behind_the_first_of_them() => Assert.Equal(
        "第1段说明。", Reading.Plan("序号\n工作任务\n牵头单位\n配合单位\n完成时限\n1\n" + string.Concat(Enumerable.Range(1, 21).Select(i => $"第{i}段说明。\n")) + "2\n建设驿站\n市住建局\n—\n年底前\n")
            .Documents[0].Tasks[0].Text);

    [Fact]
    public void Text_behind_the_last_row_is_not_drawn_into_it() => Assert.Equal(
        ["1 建设驿站 | 市住建局/L 市财政局/S | By ..2019-12-31"],
        Numbered("1\n建设驿站\n市住建局\n市财政局\n年底前\n请各单位于每月底前报送进展情况。\n"));

    private static string[] Numbered(string rows) => Reading.Tasks(Reading.Plan("序号\n工作任务\n牵头单位\n配合单位\n完成时限\n" + rows));

    [Fact]
    public void Months_may_be_the_titles_of_rows()
    {
        var notice = Reading.Plan("序号\n工作任务\n责任单位\n完成时间\n7月份\n1\n拆迁扫尾\n市征收办\n7月20日\n8月份\n2\n建设病区\n市卫健委\n8月底\n");
        Assert.Equal(["1 拆迁扫尾 | 市征收办/R | By ..2019-07-20", "2 建设病区 | 市卫健委/R | By ..2019-08-31"], Reading.Tasks(notice));
        Assert.Equal(["7月份", "8月份"], notice.Documents[0].Tasks.Select(t => t.Path[^1]));
    }

    [Fact]
    public void A_month_in_front_of_the_next_number_is_the_last_cell_of_its_row() => Assert.Equal(
        ["1 清理河道 | 市水务局/R | By ..2019-07-31", "2 修缮道路 | 市交通局/R | By ..2019-08-31", "3 种植树木 | 市林业局/R | By ..2019-09-30"],
        Reading.Tasks(Reading.Plan("序号\n工作任务\n责任单位\n完成时间\n1\n清理河道\n市水务局\n7月份\n2\n修缮道路\n市交通局\n8月份\n3\n种植树木\n市林业局\n9月份\n")));
}
