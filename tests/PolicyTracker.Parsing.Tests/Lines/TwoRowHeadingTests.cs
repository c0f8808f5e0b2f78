namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Tables of one cell per line whose headings stand in two rows, and what may stand between their rows. All made up.</summary>
public sealed class TwoRowHeadingTests
{
    private const string Rows = "1\n修缮桥梁\n{0}市交通局\n市财政局\n9月底前\n2\n疏浚河道\n{0}市水务局\n市林业局、市民政局\n年底前\n";

    [Theory]
    [InlineData("责任分工\n完成时限\n牵头单位\n配合单位")]
    [InlineData("责任单位\n完成时限\n\n牵头单位\n配合单位\n")]
    public void The_second_row_divides_a_heading_of_the_first(string headings) => Assert.Equal(
        ["1 修缮桥梁 | 市交通局/L 市财政局/S | By ..2019-09-30", "2 疏浚河道 | 市水务局/L 市林业局/S 市民政局/S | By ..2019-12-31"],
        Read("序号\n工作任务\n" + headings + "\n", string.Format(null, Rows, "")));

    [Theory]
    [InlineData("2019年\n2020年")]
    [InlineData("上半年\n下半年")]
    [InlineData("三季度\n四季度")]
    public void So_do_columns_for_what_is_due_by_then(string periods) => Assert.Equal(
        ["1 修缮桥梁 | 市交通局/L 市财政局/S | By ..2019-09-30", "2 疏浚河道 | 市水务局/L 市林业局/S 市民政局/S | By ..2019-12-31"],
        Read("序号\n工作任务\n年度目标\n牵头单位\n配合单位\n完成时限\n" + periods + "\n", string.Format(null, Rows, "完成立项\n/\n")));

    [Theory]
    [InlineData("工作任务\n责任单位\n牵头单位\n配合单位\n", "")]
    [InlineData("工作任务\n年度计划\n牵头单位\n配合单位\n2019年\n2020年\n", "完成立项\n开工\n")]
    public void So_they_do_where_nothing_is_counted(string headings, string due) => Assert.Equal(
        ["修缮桥梁 | 市交通局/L 市财政局/S", "疏浚河道 | 市水务局/L 市林业局/S 市民政局/S"],
        Read(headings, $"修缮桥梁\n{due}市交通局\n市财政局\n疏浚河道\n{due}市水务局\n市林业局、市民政局\n"));

    [Fact]
    public void Headings_in_one_row_stay_in_their_places() => Assert.Equal(
        ["1 修缮桥梁 | 市财政局/R 市交通局/L 市公安局/S", "2 疏浚河道 | 市林业局/R 市水务局/L 市民政局/S"],
        Read("序号\n工作任务\n责任单位\n牵头单位\n配合单位\n", "1\n修缮桥梁\n市财政局\n市交通局\n市公安局\n2\n疏浚河道\n市林业局\n市水务局\n市民政局\n"));

    [Theory]
    [InlineData("着力补齐短板，提升保障能力。\n")]
    [InlineData("基础设施工程\n")]
    [InlineData("一、基础设施\n")]
    public void A_title_may_stand_between_them_and_the_first_row(string title) => Assert.Equal(
        ["1 修缮桥梁 | 市交通局/L 市财政局/S | By ..2019-09-30", "2 疏浚河道 | 市水务局/L 市林业局/S 市民政局/S | By ..2019-12-31"],
        Read("序号\n工作任务\n责任分工\n完成时限\n牵头单位\n配合单位\n" + title, string.Format(null, Rows, "")));

    [Fact]
    public void A_sentence_may_be_the_title_of_the_rows_below_it() => Assert.Equal(
        ["1 修缮桥梁 | 市交通局/R | By ..2019-09-30", "2 疏浚河道 | 市水务局/R | By ..2019-12-31"],
        Read("序号\n工作任务\n责任单位\n完成时限\n", "1\n修缮桥梁\n市交通局\n9月底前\n着力改善水质，守护碧水清流。\n2\n疏浚河道\n市水务局\n年底前\n"));

    [Fact]
    public void Numbers_may_stand_in_brackets() => Assert.Equal(
        ["(1) 修缮桥梁 | 市交通局/R", "(2) 疏浚河道 | 市水务局/R"],
        Read("序号\n工作任务\n责任单位\n", "(1)\n修缮桥梁\n市交通局\n(2)\n疏浚河道\n市水务局\n"));

    [Fact]
    public void A_merged_group_is_left_open_before_any_other_cell() => Assert.Equal(
        ["1 修缮桥梁 | 市交通局/R", "2 疏浚河道 | 市水务局/R"],
        Read("序号\n类别\n工作任务\n具体措施\n责任单位\n", "1\n基础设施\n修缮桥梁\n分段施工，夜间作业\n市交通局\n2\n疏浚河道\n分段施工，夜间作业\n市水务局\n"));

    [Fact]
    public void The_label_of_the_next_annex_ends_the_table() => Assert.Equal(
        ["1 修缮桥梁 | 市交通局/R", "2 疏浚河道 | 市水务局/R 市林业局/R"],
        Read("序号\n工作任务\n责任单位\n", "1\n修缮桥梁\n市交通局\n2\n疏浚河道\n市水务局、市林业局、\n附件2\n2019年至2020年任务清单\n"));

    [Theory]
    [InlineData("建设智慧停车平台")]
    [InlineData("培育龙头企业")]
    [InlineData("打造特色园区")]
    public void Work_that_ends_like_an_organ_is_work(string work) => Assert.Equal(
        ["1 " + work + " | 市交通局/R | Ongoing .."],
        Read("序号\n工作任务\n具体措施\n责任单位\n完成时限\n", "1\n" + work + "\n落实资金保障\n市交通局\n持续推进\n").Select(t => t.Replace("落实资金保障", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("建设工程质量监督站")]
    [InlineData("建设发展公司")]
    [InlineData("龙头企业")]
    public void Names_that_begin_or_end_so_are_names(string name) => Assert.Equal(name + (name.EndsWith("企业", StringComparison.Ordinal) ? "/Rg" : "/R"), Reading.Departments($"（责任单位：{name}）"));

    [Fact]
    public void Rows_may_be_counted_in_brackets_below_titles_that_are_counted_too()
    {
        var tasks = Reading.Plan("任务\n分类\n主要方向\n重点任务（2019-2021）\n2019年计划\n2020年计划\n牵头\n部门\n配合\n部门\n（一）\n提升道路品质\n1、改善道路环境\n（1）修缮桥梁20座。\n修缮5座。\n修缮8座。\n市交通局\n市财政局\n"
            + "2、改善河道环境\n（2）疏浚河道。\n疏浚3条。\n疏浚2条。注：以计划为准。\n市水务局\n市财政局、市林业局\n（3）清理岸线。\n清理3处。\n清理2处。\n（二）\n提升服务品质\n3、改善窗口环境\n（4）改造大厅。\n改造1处。\n改造2处。\n市民政局\n市审计局\n").Documents[0].Tasks;
        Assert.Equal(["（1） 市交通局/L 市财政局/S", "（2） 市水务局/L 市财政局/S 市林业局/S", "（3） 市水务局/L 市财政局/S 市林业局/S", "（4） 市民政局/L 市审计局/S"], tasks.Select(t => $"{t.Number} {Reading.Departments(t)}"));
        Assert.Equal("2、改善河道环境", tasks[2].Path[^1]);
    }

    [Fact]
    public void A_title_in_front_of_each_number_may_end_as_organs_do()
    {
        var tasks = Reading.Plan("领域\n序号\n任务\n责任单位\n市场准入\n1\n推进登记便利\n市场监管局\n获取经营场所\n2\n优化用地审批\n市规划资源局\n获取经营场所\n3\n推进多证合一\n市规划资源局\n").Documents[0].Tasks;
        Assert.Equal(["市场准入 市场监管局/R", "获取经营场所 市规划资源局/R", "获取经营场所 市规划资源局/R"], tasks.Select(t => $"{t.Path[^1]} {Reading.Departments(t)}"));
    }

    [Theory]
    [InlineData("序号\t工作任务\t年度目标\t\t责任单位\t完成时限\n\t\t2019年\t2020年\t\t\n")]
    [InlineData("序号\t工作任务\t进度安排\t责任单位\t完成时限\n2019年\t2020年\n")]
    public void Columns_of_periods_are_no_deadlines(string headings) => Assert.Equal(
        ["1 修缮桥梁 | 市交通局/R | By ..2019-09-30", "2 疏浚河道 | 市水务局/R | By ..2019-12-31"],
        Read(headings, "1\t修缮桥梁\t完成立项\t开工\t市交通局\t9月底前\n2\t疏浚河道\t完成立项\t/\t市水务局\t年底前\n"));

    [Theory]
    [InlineData("工作任务\t具体措施\t责任单位\n基础设施\t\t\n修缮桥梁\t分段施工\t市交通局\n疏浚河道\t分段施工\t市水务局\n社会民生\t\t\n改造大厅\t分期施工\t市民政局\n", 3)]
    [InlineData("序号\t工作任务\t具体措施\t责任单位\n基础设施\t\n1\t修缮桥梁\t分段施工\t市交通局\n社会民生\t\n2\t改造大厅\t分期施工\t市民政局\n", 2)]
    [InlineData("|工作任务|责任单位|配合单位|\n|修缮桥梁|市交通局|市财政局|\n|疏浚河道|||\n|改造大厅|市民政局|市财政局|\n", 3)]
    public void A_title_in_the_first_cell_is_no_task_where_the_table_has_such_titles(string table, int tasks) => Assert.Equal(tasks, Read("", table).Length);

    private static string[] Read(string headings, string rows) => Reading.Tasks(Reading.Plan(headings + rows));
}
