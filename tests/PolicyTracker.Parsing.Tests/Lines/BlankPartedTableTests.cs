namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Tables of which a page's text kept one blank between two cells.</summary>
public sealed class BlankPartedTableTests
{
    [Fact]
    public void Who_and_until_when_stand_at_the_right_and_the_rest_is_the_work() => Assert.Equal(
        ["1 修缮桥梁5座 | 县公路局/R | By ..2019-06-30", "2 新建水窖200口 | 县水务局/R 县财政局/R | By ..2019-09-30"],
        Reading.Tasks(Reading.Plan("序号 工作内容 责任单位 完成时间\n1 修缮桥梁 5 座 县公路局 2019年6月\n2 新建水窖200口 县水务局、县财政局 2019年9月\n各单位要按时完成。\n")));

    [Fact]
    public void A_heading_may_be_spread_and_a_page_break_lie_between_rows() => Assert.Equal(
        ["4 修缮桥梁 | 县公路局/L 县财政局/L", "5 新建水窖 | 水务局/L"],
        Reading.Tasks(Reading.Plan("序号 工 作 任 务 牵头负责部门\n4 修缮桥梁 县公路局 县财政局\n\n- 2 -\n5 新建水窖 水务局\n")));

    [Fact]
    public void Who_answers_in_person_may_stand_between() => Assert.Equal(
        ["1 修缮桥梁 | 公路站/R 城建办/R | By ..2019-06-30 | @石磊", "2 新建水窖 | 各村（社区）/Rg | Ongoing .. | @高洁"],
        Reading.Tasks(Reading.Plan("序号 工作内容 牵头领导 责任单位 完成时间\n1 修缮桥梁 石磊 公路站、城建办 6月底\n2 新建水窖 高洁 各村（社区） 持续推进\n")));

    [Theory]
    [InlineData("序号 工作内容 责任单位\n1 修缮桥梁 已于去年完工\n2 新建水窖 尚在设计\n")]
    [InlineData("序号 姓名 单位\n1 李某 县公路局\n2 赵某 县水务局\n")]
    [InlineData("序号 工作内容 责任单位\n县公路局 县水务局 县财政局\n")]
    [InlineData("序号为1的工作内容由县公路局承担 责任单位另行通知\n1 修缮桥梁 县公路局\n")]
    public void Other_lines_with_blanks_are_no_such_table(string lines) =>
        Assert.DoesNotContain(Reading.Plan(lines).Documents[0].Tasks, t => t.Departments.Count > 0);

    [Fact]
    public void A_number_that_does_not_count_on_ends_the_table() => Assert.Equal(
        ["1 修缮桥梁 | 县公路局/R"], Reading.Tasks(Reading.Plan("序号 工作内容 责任单位\n1 修缮桥梁 县公路局\n12 新建水窖 县水务局\n")).Where(t => t.Contains('/')));
}
