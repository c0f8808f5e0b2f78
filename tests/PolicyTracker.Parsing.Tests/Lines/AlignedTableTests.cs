namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Tables whose columns only blanks keep apart.</summary>
public sealed class AlignedTableTests
{
    [Fact]
    public void Rows_stand_under_their_headings_and_a_broken_cell_goes_on_below() => Assert.Equal(
        ["1 修缮桥梁5座 | 县公路局/R 县财政局/R | By ..2019-06-30", "2 新建水窖200口 | 县水务局/R | By ..2019-09-30"],
        Reading.Tasks(Reading.Plan(
            "序号    工作内容            责任单位        完成时间\n"
            + "1       修缮桥梁5座         县公路局、      2019年6月\n"
            + "                            县财政局\n"
            + "2       新建水窖200口       县水务局        2019年9月\n")));

    [Fact]
    public void Headings_may_stand_in_the_middle_of_their_columns() => Assert.Equal(
        ["1 引进企业12家，培育名牌产品3个 | 县商务局/L 县税务局/R | By ..2019-12-31", "2 启用新院区，迁建门诊楼 | 县卫健局/L 县财政局/R 县住建局/R | By ..2019-09-30"],
        Reading.Tasks(Reading.Plan(
            "序号          工作任务           牵头单位        责任单位           完成时限\n"
            + " 1    引进企业12家，培育名        县商务局     县税务局            12月底\n"
            + "      牌产品3个。\n"
            + " 2    启用新院区，迁建门诊        县卫健局     县财政局、          9月底\n"
            + "      楼。                                    县住建局\n")));

    [Fact]
    public void Headings_that_name_no_work_make_no_table() => Assert.DoesNotContain(
        Reading.Plan("姓名    单位            电话\n李某    县公路局        2345678\n赵某    县水务局        2345679\n").Documents[0].Tasks, t => t.Departments.Count > 0);

    [Fact]
    public void Text_behind_the_table_is_no_row() => Assert.Equal(
        ["1 修缮桥梁5座 | 县公路局/R | By ..2019-06-30"],
        Reading.Tasks(Reading.Plan("序号    工作内容            责任单位        完成时间\n1       修缮桥梁5座         县公路局        2019年6月\n各单位要按时完成。\n")));
}
