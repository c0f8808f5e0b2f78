namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Cells that a narrow column broke over several lines, one line below the other.</summary>
public sealed class BrokenCellsTests
{
    private const string Heading = "序号\n工作任务\n牵头单位\n配合单位\n完成时限\n";

    [Fact]
    public void Names_of_organs_go_on_in_the_next_line() => Assert.Equal(
        ["1 健全公共停车场，新增泊位200个 | 县交通运输局/L 县卫健局/L 县委组织部/S 县自然资源局/S | By ..2019-12-31", "2 建设图书馆 | 县文旅局/L 各乡镇人民政府/Sg 县交通运输局/S | By ..2019-06-30"],
        Rows(Heading, "1\n健全公共停车场，\n新增泊位200个\n县交通运\n输局、县卫健局\n县委组织部、\n县自然资源局\n12月底前\n2\n建设图书馆\n县文旅局\n各乡镇\n人民政府、县交通\n运输局\n6月底前\n"));

    [Fact]
    public void A_list_that_leaves_off_inside_a_name_is_no_work() => Assert.Equal(
        ["1 推进融资服务 | 县委组织部/L 县生态环境局/L 县科技局/S 县应急局/S | By ..2019-12-31", "2 推进普查 | 团县委/L 县生态环境局/L 县统计局/S | By ..2019-06-30"],
        Rows(Heading, "1\n推进融资服务\n县委组织部、县\n生态环境局\n县科技局、县应\n急局\n12月底前\n2\n推进普查\n团县委、县生态\n环境局\n县统计局\n6月底前\n"));

    [Fact]
    public void A_list_that_goes_on_in_the_next_line_is_no_remark() => Assert.Equal(
        ["1 疏浚河道 | 市水务局/R 市公安局/R 市民政局/R", "2 推进普查 | 市统计局/R"],
        Rows("序号\n工作任务\n责任单位\n备注\n", "1\n疏浚河道\n市水务局\n市公安局、\n市民政局\n2\n推进普查\n市统计局\n"));

    [Fact]
    public void A_bracket_alone_on_its_line_belongs_to_the_name_or_the_heading_above() => Assert.Equal(
        ["1 推进移交 | 区建设管理委/R[区水务局] 西山城投集团/S 申江公司/S | By ..2019-12-31", "2 推进普查 | 区统计局/R 区财政局/S | By ..2019-06-30"],
        Rows("项目序号\n改革任务\n责任部门\n（单位）\n配合部门\n（单位）\n完成时间\n", "1\n推进移交\n区建设管理委\n（区水务局）\n西山城投集团\n申江公司\n12月底前\n2\n推进普查\n区统计局\n区财政局\n6月底前\n"));

    [Fact]
    public void The_rest_of_a_name_is_no_cell_of_its_own() => Assert.Equal(
        ["1 推进老区改造 | 市人力资源社会保障局/L 市民政局/S | By ..2019-12-31", "2 推进普查 | 市统计局/L 市财政局/S | By ..2019-06-30"],
        Rows("序号\n类别\n工作任务\n牵头单位\n配合单位\n完成时限\n", "1\n推进老区改造\n市人力资源社会保\n障局\n市民政局\n12月底前\n2\n推进普查\n市统计局\n市财政局\n6月底前\n"));

    [Fact]
    public void A_line_that_opens_with_a_comma_goes_on() => Assert.Equal(
        ["1 推进老区改造，拓宽道路 | 市住建局/L 市民政局/S 市公安局/S | By ..2019-12-31"],
        Rows(Heading, "1\n推进老区改造\n，拓宽道路\n市住建局\n市民政局\n、市公安局\n12月底前\n"));

    [Fact]
    public void A_note_below_the_table_is_no_cell() => Assert.Equal(
        ["推进融资服务 | 县金融办/L | By ..2019-12-31", "推进普查 | 县统计局/L 县财政局/S | By ..2019-06-30"],
        Rows("工作任务\n牵头单位\n配合单位\n完成时限\n", "推进融资服务\n县金融办\n—\n12月底前\n推进普查\n县统计局\n县财政局\n6月底前\n注：每月25日前报送。\n"));

    [Fact]
    public void Without_numbers_a_bar_stands_for_an_empty_cell() => Assert.Equal(
        ["推进融资服务 | 县金融办/L | By ..2019-12-31", "推进普查 | 县统计局/L 县财政局/S | By ..2019-06-30"],
        Rows("工作任务\n牵头单位\n配合单位\n完成时限\n", "推进融资服务\n县金融办\n—\n12月底前\n推进普查\n县统计局\n县财政局\n6月底前\n"));

    [Fact]
    public void An_office_alone_in_its_cell_is_no_end_of_a_name() => Assert.Equal(
        ["1 公开权责清单 | 法规科/L 办公室/S | By ..2019-12-31", "2 公开预算 | 财务科/L 办公室/S | By ..2019-06-30"],
        Rows(Heading, "1\n公开权责清单\n法规科\n办公室\n12月底前\n2\n公开预算\n财务科\n办公室\n6月底前\n"));

    [Fact]
    public void A_title_between_the_headings_and_the_first_row_is_no_column()
    {
        var tasks = Reading.Plan("序号\n事项\n工作措施\n责任单位\n推进“光伏+”示范工程\n1\n车站工程\n利用既有车站建设光伏\n东方轨道集团\n2\n新建车站屋顶光伏\n3\n机场工程\n利用航站楼建设光伏\n县机场集团\n").Documents[0].Tasks;
        Assert.Equal(["1 东方轨道集团/R", "2 东方轨道集团/R", "3 县机场集团/R"], tasks.Select(t => $"{t.Number} {Reading.Departments(t)}"));
    }

    private static string[] Rows(string heading, string rows) => Reading.Tasks(Reading.Plan(heading + rows));
}
