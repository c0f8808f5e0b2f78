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

    private static string[] Read(string headings, string rows) => Reading.Tasks(Reading.Plan(headings + rows));
}
