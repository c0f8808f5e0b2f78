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

    [Fact]
    public void Titles_part_the_rows_and_persons_have_names_of_two_characters()
    {
        var notice = Reading.Plan(
            "序号  考 核 指 标        目标值      牵头单位      责任单位                  主管领导\n"
            + "(一)经济指标\n"
            + "1     生产总值增速       9%          县发改局      县统计局、县商务局        张军辉\n"
            + "2     招商到位资金       72亿元      县商务局      县财政局、                李  斌\n"
            + "                                                   各镇(街)\n"
            + "(二)民生指标\n"
            + "3     城镇新增就业       5200人      县人社局      县财政局                  王建军\n"
            + "二、工作要求\n各单位要加强领导。\n");
        Assert.Equal(
            ["1 生产总值增速 | 县发改局/L 县统计局/R 县商务局/R | @张军辉", "2 招商到位资金 | 县商务局/L 县财政局/R 各镇(街)/Rg | @李斌", "3 城镇新增就业 | 县人社局/L 县财政局/R | @王建军"],
            Reading.Tasks(notice).Take(3));
        Assert.Equal(["(一)经济指标", "(一)经济指标", "(二)民生指标"], notice.Documents[0].Tasks.Take(3).Select(t => t.Path[^1]));
        Assert.DoesNotContain(notice.Documents[0].Tasks, t => t.Title.Contains("工作要求", StringComparison.Ordinal) && t.Departments.Count > 0);
    }

    [Fact]
    public void Cells_that_stand_below_nothing_are_told_by_their_order() => Assert.Equal(
        ["1 制定秸秆还田方案，8月底前下达指标 | 市农业农村局/R | By ..2019-08-31 | →2019-08-31 | @孙志国", "2 核定供热价格 | 市发改局/L 市住建局/S | By ..2019-08-20 | @周岩", "3 加快大豆项目谋划 | 市发改局/R 市商务局/R 市农业农村局/R | Ongoing .. | @周岩"],
        Reading.Tasks(Reading.Plan(
            "序号  议定事项  承办单位  分管市长  办结时限\n1  制定秸秆还田方案，8月底前下达指标  市农业农村局  孙志国  8月31日\n2  核定供热价格  市发改局牵头，市住建局配合  周  岩  8月20日前\n"
            + "3  加快大豆项目谋划  市发改局、市商务局、\n农业农村局  周  岩  持续推进\n")));

    [Fact]
    public void Names_one_below_the_other_are_a_list() => Assert.Equal(
        ["1 排查隐患，建立清单 | 县应急局/L 县水利局/S 县自然资源局/S 各镇（街道）/Sg | By ..2019-05-31", "2 修订预案 | 县应急局/L 各镇（街道）/Sg | By ..2019-05-20"],
        Reading.Tasks(Reading.Plan(
            "序号    职责任务              牵头单位        配合单位            完成时限\n"
            + " 1      排查隐患，建立        县应急局        县水利局            5月底前\n"
            + "        清单。                                县自然资源局\n"
            + "                                              各镇（街道）\n"
            + " 2      修订预案。            县应急局        各镇（街道）        5月20日前\n")));

    [Fact]
    public void Blanks_inside_the_work_part_no_cells_where_others_stand_in_order() => Assert.Equal(
        "3 加快大豆项目谋划 | 市商务局/R | Ongoing .. | @周岩",
        Reading.Tasks(Reading.Plan(
            "序号  议定事项  承办单位  分管市长  办结时限\n1  制定秸秆还田方案，下达全市指标  市农业农村局  孙志国  8月31日\n2  核定价格  市发改局  周  岩  8月20日前\n"
            + "3  加快  大豆项目谋划  市商务局  周  岩  持续推进\n")).Last());

    [Fact]
    public void A_heading_behind_the_table_is_no_title_of_rows()
    {
        var notice = Reading.Plan("序号    工作内容            责任单位        完成时间\n1       修缮桥梁5座         县公路局        2019年6月\n二、工作要求\n（一）加强督查。（县政府办公室负责）\n");
        Assert.Equal(["1 修缮桥梁5座 | 县公路局/R | By ..2019-06-30", "（一） 加强督查 | 县政府办公室/R"], Reading.Tasks(notice));
        Assert.Equal("二、工作要求", notice.Documents[0].Tasks[1].Path[^1]);
    }
}
