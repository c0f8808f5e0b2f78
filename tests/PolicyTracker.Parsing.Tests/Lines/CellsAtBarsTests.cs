using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Rows that bars part: label and value as two cells, bars of other shapes, rows that a line break cut.</summary>
public class CellsAtBarsTests
{
    private static readonly string[] LabelledItems =
    [
        "河道清淤不及时 | 县水务局/L 县财政局/R 县住建局/R | By ..2019-06-30 | @李明",
        "管护责任不清 | 县农业农村局/R 各乡镇人民政府/Rg",
    ];

    [Theory]
    [InlineData("{0} | {1}")]
    [InlineData("| {0} | {1} |")]
    [InlineData("{0}\t{1}")]
    [InlineData("{0}： | {1}")]
    [InlineData("{0}｜{1}")]
    public void A_label_and_its_words_may_be_two_cells(string row)
    {
        var rows = new[]
        {
            ("问题1", "河道清淤不及时。"), ("整改措施", "疏浚河道12公里。"), ("牵头领导", "李明"), ("牵头单位", "县水务局"), ("责任单位", "县财政局、住建局"), ("整改时限", "6月底前"),
            ("问题2", "管护责任不清。"), ("整改措施", "逐项明确管护主体。"), ("责任单位", "县农业农村局、各乡镇人民政府"),
        };
        Assert.Equal(LabelledItems, Reading.Tasks(Plan(string.Join('\n', rows.Select(r => string.Format(row, r.Item1, r.Item2))))).Select(t => t[(t.IndexOf(' ') + 1)..]));
    }

    [Theory]
    [InlineData('｜')]
    [InlineData('丨')]
    public void A_bar_behind_a_number_is_no_part_of_it(char bar) => Assert.Equal(
        ["问题1", "问题2"],
        Plan("问题1|河道淤塞。\n责任单位|县水务局\n问题2|管护不清。\n责任单位|县住建局\n".Replace('|', bar)).Documents[0].Tasks.Select(t => t.Number));

    [Fact]
    public void Words_without_a_label_go_on_with_the_field_above()
    {
        var tasks = Reading.Tasks(Plan("问题1 | 车间闲置。\n整改措施 | 1.盘活车间5个。\n牵头单位 | 县就业局\n整改时限 | 6月底前\n | 2.完善机制。\n牵头单位 | 县农业农村局\n"));
        Assert.Equal(2, tasks.Length);
        Assert.Equal("2. 完善机制 | 县农业农村局/L", tasks[1]);
    }

    [Fact]
    public void Two_headings_beside_each_other_are_no_field()
    {
        Assert.Equal(["清理河道 | 市水利局/L 市财政局/S", "修缮道路 | 市交通局/L 市民政局/S"],
            Reading.Tasks(Plan("工作任务 | 牵头单位 | 配合单位\n清理河道 | 市水利局 | 市财政局\n修缮道路 | 市交通局 | 市民政局\n")));
    }

    [Theory]
    [InlineData('｜')]
    [InlineData('│')]
    [InlineData('┃')]
    [InlineData('¦')]
    public void Bars_have_several_shapes(char bar)
    {
        var table = "序号｜工作任务｜牵头单位｜责任单位｜完成时限\n一、健全机制\n1｜制定配套文件。｜市城管局｜市司法局｜6月底前\n2｜建设分类屋。｜市住建局｜｜9月底前\n".Replace('｜', bar);
        Assert.Equal(["1 制定配套文件 | 市城管局/L 市司法局/R | By ..2019-06-30", "2 建设分类屋 | 市住建局/L | By ..2019-09-30"], Reading.Tasks(Plan(table)));
    }

    [Theory]
    [InlineData("2 | 兑现政策。 | 市税务局、市财政局\n市医保局 | 9月底前")]
    [InlineData("2 | 兑现政策。 | 市税务局、\n市财政局、\n市医保局 | 9月底前")]
    [InlineData("| 2 | 兑现政策。 | 市税务局、市财政局、\n市医保局 | 9月底前 |")]
    public void A_line_break_inside_a_cell_may_leave_one_bar_below(string row)
    {
        Assert.Equal(["1 减免租金 | 市国资委/R | By ..2019-06-30", "2 兑现政策 | 市税务局/R 市财政局/R 市医保局/R | By ..2019-09-30", "3 清理欠款 | 市工信局/R | By ..2019-12-31"],
            Reading.Tasks(Plan("序号 | 工作任务 | 责任单位 | 完成时限\n1 | 减免租金。 | 市国资委 | 6月底前\n" + row + "\n3 | 清理欠款。 | 市工信局 | 年底前\n")));
    }

    [Fact]
    public void A_row_that_no_bar_closes_goes_on_to_the_bar_that_does()
    {
        Assert.Equal(["1 推进搬迁 | 市经信局/L 市应急局/S 市环保局/S", "2 治理污染 | 市环保局/R"],
            Reading.Tasks(Plan("| 序号 | 工作任务 | 责任单位 |\n| 1 | 推进搬迁。 | 市经信局牵头，市应急局、\n市环保局配合 |\n| 2 | 治理污染。 | 市环保局 |\n")));
    }

    [Fact]
    public void Organs_one_per_line_may_be_many_where_nothing_counts_the_rows()
    {
        Assert.Equal(
            ["建设教学用房，改扩建学校12所 | 市教育局/R 市发展和改革局/R 市自然资源和规划局/R 市住房和城乡建设局/R 有关镇乡（街道）/Rg | By ..2020-12-31",
             "编制布局专项规划 | 市教育局/L 市自然资源和规划局/S 市财政局/S | By ..2020-12-31", "统筹分配教职工编制 | 市委编办/R 市教育局/R | Recurring .."],
            Reading.Tasks(Plan("评估内容\n工作措施\n责任单位\n完成时限\n资源配置\n建设教学用房，改扩建学校12所。\n市教育局\n市发展和改革局\n市自然资源和规划局\n市住房和城乡建设局\n有关镇乡（街道）\n2020年底前\n"
                + "政府保障程度\n编制布局专项规划。\n牵头单位：市教育局\n配合单位：市自然资源和规划局、市财政局\n2020年底前\n统筹分配教职工编制。\n市委编办\n市教育局\n每学年初\n")));
    }

    [Fact]
    public void Every_other_cell_may_be_a_label() => Assert.Equal(
        ["（一） 改造小区 | 县住建局/R 县财政局/R | By ..2019-12-31", "（二） 建设公厕 | 县城管局/L | By ..2019-06-30"],
        Reading.Tasks(Plan("（一）改造小区。\n责任单位丨县住建局、财政局 | 完成时限丨12月底\n（二）建设公厕。\n| 牵头单位 | 县城管局 | 完成时限 | 6月底 |\n")));
}
