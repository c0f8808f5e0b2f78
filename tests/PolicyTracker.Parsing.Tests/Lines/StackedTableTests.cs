namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>What pages and PDFs do to tables whose cells they put one below the other.</summary>
public sealed class StackedTableTests
{
    [Fact]
    public void Organs_stand_one_per_line_within_their_cell() => Assert.Equal(
        ["1 修建排水管网 | 县水利局/R 县住建局/R 县排水管理中心/R | By ..2019-12-31", "2 新建妇幼保健院 | 县卫健局/R | By ..2019-09-30"],
        Rows("序号\n工作任务\n责任单位\n完成时限\n", "1\n修建排水管网。\n县水利局\n县住建局\n县排水管理中心\n12月底前\n2\n新建妇幼保健院。\n县卫健局\n9月投入使用\n"));

    [Fact]
    public void A_list_that_ends_with_its_mark_goes_on_in_its_cell() => Assert.Equal(
        ["1 修建排水管网 | 县水利局/L 县住建局/L 县财政局/L | By ..2019-12-31", "2 改造桥梁 | 县公路局/L 县交通局/S | By ..2019-09-30"],
        Rows("序号\n工作任务\n牵头单位\n协办单位\n完成时限\n", "1\n修建排水管网\n县水利局、县住建局、\n县财政局\n12月底前\n2\n改造桥梁\n县公路局\n县交通局\n9月底前\n"));

    [Fact]
    public void Pieces_of_one_name_are_no_list() => Assert.Equal(
        ["接受人大监督 | 市政府办公厅/L 市直各单位/Rg"], Rows("牵头单位\n目标任务\n责任单位\n", "市政\n府办\n公厅\n接受人大监督，办好代表建议\n市直各单位\n").Select(t => t.Replace("，办好代表建议", "")));

    [Fact]
    public void Row_that_goes_on_without_a_number_takes_its_organ_from_above() => Assert.Equal(
        ["1 开工建设养护楼 | 县民政局/R | By ..2019-05-31", "开工建设老年大学 | 县民政局/R | By ..2019-12-31", "2 改造桥梁 | 县公路局/R | By ..2019-12-31"],
        Rows("序号\n民生实事\n责任单位\n完成时限\n", "1\n开工建设养护楼。\n县民政局\n5月底前动工\n开工建设老年大学。\n12月底前\n2\n改造桥梁。\n县公路局\n12月底前\n"));

    [Fact]
    public void Heading_that_a_narrow_column_broke_is_one() => Assert.Equal(
        ["8 发展素质教育 | 教育局/L 9个街道、镇/Rg | By ..2020-12-31", "9 改造校舍 | 教育局/L 房管局/R 相关部门/Rg 9个街道、镇/Rg | By ..2018-12-31"],
        Rows("序号\n项目\n类别\n具 体 内 容\n牵头\n部门\n相关责任部门\n完成\n时间\n", "8\n发展素质教育\n教育局\n9个街道、镇\n2020年\n9\n改造校舍\n教育局\n房管局等相关部门，9个街道、镇\n2018年\n"));

    [Fact]
    public void Broken_heading_is_known_again_on_the_next_page() => Assert.Equal(
        ["1 改造校舍 | 教育局/L | By ..2018-12-31", "2 修缮桥梁 | 公路局/L | By ..2019-12-31"],
        Rows("序号\n工作任务\n牵头\n部门\n完成\n时间\n", "1\n改造校舍\n教育局\n2018年\n- 3 -\n序号\n工作任务\n牵头\n部门\n完成\n时间\n2\n修缮桥梁\n公路局\n2019年\n"));

    [Fact]
    public void Numbers_without_a_heading_have_the_title_of_several_rows_in_front()
    {
        var tasks = Reading.Plan("工作任务\n|\n具体要求\n|\n责任科室\n|\n时限要求\n|\n规范公开专栏\n|\n1\n|\n更新目录，公开现行文件。\n|\n办公室\n|\n年底前\n|\n做好解读\n|\n2\n|\n丰富解读形式。\n|\n各科室\n|\n持续推进\n|\n3\n|\n发布解读材料。\n|\n法规科\n|\n持续推进\n|\n").Documents[0].Tasks;
        Assert.Equal(["规范公开专栏 1 办公室/R", "做好解读 2 各科室/Rg", "做好解读 3 法规科/R"], tasks.Select(t => $"{t.Path[^1]} {t.Number} {Reading.Departments(t)}"));
    }

    [Fact]
    public void Bars_close_one_row_and_open_the_next() => Assert.Equal(
        ["1 改造校舍 | 县教育局/R 县住建局/R | By ..2019-12-31", "2 修缮桥梁 | 县公路局/R | Ongoing .."],
        Rows("|\n序号\n|\n工作任务\n|\n负责部门\n|\n时间进度\n|\n|\n", "1\n|\n改造校舍\n|\n县教育局、县住建局\n|\n2019年底前\n|\n|\n2\n|\n修缮桥梁\n|\n县公路局\n|\n持续推进\n|\n"));

    [Fact]
    public void Table_without_a_notice_around_it_is_read()
    {
        var tasks = Reading.Notice("序号\n工作任务\n责任单位\n1\n改造校舍\n县教育局\n2\n建设平台\n县数据局\n").Documents[0].Tasks;
        Assert.Equal(["1 县教育局/R", "2 县数据局/R"], tasks.Select(t => $"{t.Number} {Reading.Departments(t)}"));
    }

    [Fact]
    public void Heading_may_begin_with_its_year() => Assert.Equal(
        ["1 粮食总产达到20万吨 | 县农业农村局/R", "2 新增就业3000人 | 县人社局/R"],
        Rows("序号\n\n2019年度预期目标\n\n责任单位\n\n", "1\n\n粮食总产达到20万吨\n\n县农业农村局\n\n2\n\n新增就业3000人\n\n县人社局\n\n"));

    [Fact]
    public void Titles_stand_between_the_headings_and_the_first_row_and_the_number_of_one_has_a_cell_of_its_own()
    {
        var tasks = Reading.Plan("序号\n重点工作\n牵头单位\n配合单位\n着力改善民生。\n\n（一）\n办好学校。\n\n1\n改造校舍\n县教育局\n县住建局\n（二）\n办好医院。\n2\n建设病房\n县卫健局\n县财政局\n").Documents[0].Tasks;
        Assert.Equal(["（一）办好学校。 1 县教育局/L 县住建局/S", "（二）办好医院。 2 县卫健局/L 县财政局/S"], tasks.Select(t => $"{t.Path[^1]} {t.Number} {Reading.Departments(t)}"));
    }

    [Fact]
    public void A_title_may_have_its_bare_number_in_the_column_of_numbers()
    {
        var tasks = Reading.Plan("序号\n工作任务\n完成时限\n责任单位\n一\n办好学校\n1\n鼓励企业加入教育联盟\n4月底前\n县教育局、县住建局等\n二\n办好医院\n2\n配合市级部门建设病房\n5月底前\n县卫健局、各相关单位\n十三\n办好车站\n3\n铺设站台\n6月底前\n县交通局\n").Documents[0].Tasks;
        Assert.Equal(["一、办好学校 1 县教育局/R 县住建局/R", "二、办好医院 2 县卫健局/R 各相关单位/Rg", "十三、办好车站 3 县交通局/R"], tasks.Select(t => $"{t.Path[^1]} {t.Number} {Reading.Departments(t)}"));
    }

    [Fact]
    public void Titles_in_a_column_of_their_own_stand_in_twos_and_a_merged_cell_goes_on_beside_them()
    {
        var tasks = Reading.Plan("任务类型\n序号\n工作任务\n推进单位\n行动一：再造（综合焕新行动）\n1\n整治东河沿岸\n区水务局、区房管局\n行动二：重塑（品质提升行动）\n旧区改造\n2\n改造零星旧里\n区房管局、各相关街镇\n旧住房更新\n3\n改造老旧住房\n“美丽家园”建设\n4\n创建特色小区\n行动三：提档（提质增效行动）\n产业园区\n5\n盘活低效用地\n区商务委\n").Documents[0].Tasks;
        Assert.Equal(["1 区水务局/R 区房管局/R", "2 区房管局/R 各相关街镇/Rg", "3 区房管局/R 各相关街镇/Rg", "4 区房管局/R 各相关街镇/Rg", "5 区商务委/R"], tasks.Select(t => $"{t.Number} {Reading.Departments(t)}"));
        Assert.Equal(["旧区改造", "旧住房更新", "“美丽家园”建设", "产业园区"], tasks.Skip(1).Select(t => t.Path[^1]));
    }

    [Theory]
    [InlineData("序号\t单位名称\t项目名称\t所在乡镇\n1\t东湖建材公司\t砌砖生产项目\t岚城\n2\t县祥和冷冻厂\t冷冻项目\t流水")]
    [InlineData("序号\t任务\t责任单位\n1\t253\t县水利局\n2\t12.5%\t县水利局")]
    public void A_register_of_firms_and_a_column_of_quantities_hand_out_nothing(string table) =>
        Assert.DoesNotContain(Reading.Plan(table).Documents[0].Tasks, t => t.Departments.Count > 0);

    [Fact]
    public void Offices_of_fields_that_no_list_knows_stand_one_per_line_too() => Assert.Equal(
        ["1 改造慢行道 | 设施运行处/L 霄汉规划处/S 霄汉养护处/S", "2 铺设管线 | 设施运行处/L"],
        Rows("序号\n\n工作任务\n\n牵头处室\n\n配合处室\n\n", "1\n\n改造慢行道\n\n设施运行处\n\n霄汉规划处\n霄汉养护处\n\n2\n\n铺设管线\n\n设施运行处\n\n"));

    [Fact]
    public void Title_between_two_rows_belongs_to_the_rows_below()
    {
        var tasks = Reading.Plan("序号\n工作任务\n责任单位\n完成时限\n1\n改造校舍\n县教育局\n6月底前\n加快数字转型\n2\n建设平台\n县数据局\n年底前\n").Documents[0].Tasks;
        Assert.Equal(["一、重点任务 1 By ..2019-06-30", "加快数字转型 2 By ..2019-12-31"], tasks.Select(t => $"{t.Path[^1]} {t.Number} {Reading.Deadline(t.Deadline)}"));
    }

    [Fact]
    public void Without_numbers_a_row_may_lack_a_cell_and_another_be_broken() => Assert.Equal(
        ["公开权责清单 | 执法处/L 办公室/S", "公开预算决算 | 财务处/L", "发布规章和解读材料 | 法规处/L 办公室/S"],
        Rows("工作任务\n\n牵头处室\n\n配合处室\n\n工作要求\n\n", "公开权责清单\n\n执法处\n\n办公室\n\n在网站公布，及时更新。\n\n公开预算决算\n\n财务处\n\n\u00A0\n\n内容包括单位职责、机构设置。\n\n发布规章和\n\n解读材料\n\n法规处\n\n办公室\n\n在网站公开。\n\n"));

    [Fact]
    public void Numbers_in_front_of_the_titles_of_items_part_the_rows()
    {
        var tasks = Reading.Plan("类别\n\n项目\n\n主要任务\n\n牵头单位\n\n配合单位\n\n一、夯实基础\n\n1.编制规划\n\n同步编制消防规划，同步实施。\n\n县消防大队\n\n县住建局、各乡镇\n\n2.完善制度\n\n细化职责，明确流程。\n\n县消防大队\n\n"
            + "各乡镇、\n相关委、办、局\n\n指导各乡镇按照国家标准建设志愿消防队、微型消防站。\n\n县应急局\n\n各乡镇\n\n二、强化保障\n\n3.加强督导\n\n督促各乡镇落实责任。\n\n县考核办\n\n县消防大队\n\n").Documents[0].Tasks;
        Assert.Equal(
            ["一、夯实基础 1. 编制规划 县消防大队/L 县住建局/S 各乡镇/Sg", "2.完善制度  细化职责，明确流程 县消防大队/L 各乡镇/Sg 相关委、办、局/Sg",
                "2.完善制度  指导各乡镇按照国家标准建设志愿消防队、微型消防站 县应急局/L 各乡镇/Sg", "二、强化保障 3. 加强督导 县考核办/L 县消防大队/S"],
            tasks.Select(t => $"{t.Path[^1]} {t.Number} {t.Title} {Reading.Departments(t)}"));
    }

    [Fact]
    public void Work_that_speaks_of_measures_is_no_heading_that_a_page_repeats() => Assert.Equal(
        ["制定防汛应急措施 | 县水利局/R", "完善消防安全举措 | 县消防大队/R", "修缮桥梁 | 县公路局/R"],
        Rows("工作任务\n责任单位\n", "制定防汛应急措施\n县水利局\n完善消防安全举措\n县消防大队\n修缮桥梁\n县公路局\n"));

    [Fact]
    public void Text_behind_rows_without_numbers_is_none() => Assert.Equal(
        ["公开权责清单 | 执法处/L 办公室/S", "公开预算决算 | 财务处/L 各处室/Sg"],
        Rows("工作任务\n牵头处室\n配合处室\n", "公开权责清单\n执法处\n办公室\n公开预算决算\n财务处\n各处室\n请各处室按照要求认真落实，并于年底前报送情况。\n办公室联系人：王立新\n"));

    [Theory]
    [InlineData("市城管局\n清扫街道\n")]
    [InlineData("教育工作\n宣传报道\n文明创建\n")]
    public void Words_that_might_be_headings_open_no_table_without_rows(string lines) =>
        Assert.DoesNotContain(Reading.Plan("责任单位\n工作任务\n完成时限\n" + lines).Documents[0].Tasks, t => t.Departments.Count > 0);

    private static string[] Rows(string headings, string rows) => Reading.Tasks(Reading.Plan(headings + rows));
}
