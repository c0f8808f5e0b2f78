using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>What converters make of a page: cells of several lines, escapes, marks on lines of their own, a chapter on a line.</summary>
public class ExtractedTextTests
{
    private static readonly string[] Rows =
    [
        "1 秸秆禁烧，落实网格化监管 | 县农业局/L 县环保局/S 县公安局/S 各乡镇政府/Sg | By ..2019-11-30",
        "2 烟花爆竹禁放 | 县公安局/L 县应急局/S 县供销社/S | Ongoing ..",
    ];

    [Theory]
    [InlineData("1\t秸秆禁烧，\n落实网格化监管\t县农业局\t县环保局\n县公安局\n各乡镇政府\t2019年11月底前\n2\t烟花爆竹禁放\t县公安局\t县应急局、\n县供销社\t长期坚持")]
    [InlineData("1\t\"秸秆禁烧，\n落实网格化监管\"\t县农业局\t\"县环保局\n县公安局\n各乡镇政府\"\t2019年11月底前\n2\t烟花爆竹禁放\t县公安局\t县应急局、县供销社\t\"长期\n坚持\"")]
    [InlineData("| 1 | 秸秆禁烧，\n落实网格化监管 | 县农业局 |\n县环保局\n县公安局\n各乡镇政府 | 2019年11月底前 |\n| 2 | 烟花爆竹禁放 | 县公安局 | 县应急局、\n县供销社 | 长期坚持 |")]
    public void Line_breaks_inside_several_cells_cut_a_numbered_row_in_pieces(string rows)
    {
        var heading = rows[0] == '|' ? "| 序号 | 任务 | 牵头部门 | 配合部门 | 时限要求 |\n|---|---|---|---|---|\n" : "序号\t任务\t牵头部门\t配合部门\t时限要求\n";
        Assert.Equal(Rows, Reading.Tasks(Plan(heading + rows + "\n")));
    }

    [Fact]
    public void A_short_row_above_the_next_number_is_whole() => Assert.Equal(
        ["1 清理河道 | 县水利局/R", "2 修缮道路 | 县交通局/R | By ..2019-06-30"],
        Reading.Tasks(Plan("序号\t任务\t责任单位\t时限\n1\t清理河道\t县水利局\n2\t修缮道路\t县交通局\t6月底前\n")));

    [Theory]
    [InlineData("| ", " | ", " |")]
    [InlineData("", "\t", "")]
    public void Cells_wrapped_at_their_width_go_on_in_rows_without_a_number(string open, string between, string close)
    {
        string[][] rows =
        [
            ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"],
            ["1", "完成固定资产", "市发改委", "市级有关部门，", "2019年"], ["", "投资690亿元。", "", "各县区人民政府", "12月"],
            ["2", "推进灌区前", "市水务局", "市发改委、国土", "2019年"], ["", "期工作。", "", "资源局、", "底前"], ["", "", "", "江东县、江", ""], ["", "", "", "西县人民政府", ""],
            ["3", "扩建机场。", "市交通局", "市财政局", "全年"],
        ];
        Assert.Equal(
            ["1 完成固定资产投资690亿元 | 市发改委/L 市级有关部门/Rg 各县区人民政府/Rg | By ..2019-12-31", "2 推进灌区前期工作 | 市水务局/L 市发改委/R 市国土资源局/R 江东县/R 江西县人民政府/R | By ..2019-12-31", "3 扩建机场 | 市交通局/L 市财政局/R | By ..2019-12-31"],
            Reading.Tasks(Plan(string.Join('\n', rows.Select(r => (open + string.Join(between, r) + close).TrimEnd('\t'))))));
    }

    [Fact]
    public void Rows_that_share_a_merged_number_stay_rows() => Assert.Equal(
        ["1 发放补贴 | 市商务局/L 市财政局/R", "建设充电桩 | 市发改委/L 市住建局/R", "取消限迁 | 市公安局/L 市税务局/R"],
        Reading.Tasks(Plan("| 序号 | 具体措施 | 牵头单位 | 责任单位 |\n| 1 | 发放补贴。 | 市商务局 | 市财政局 |\n| | 建设充电桩。 | 市发改委 | 市住建局 |\n| | 取消限迁。 | 市公安局 | 市税务局 |\n")));

    [Fact]
    public void A_sheet_s_title_is_the_title_though_empty_cells_stand_behind_it()
    {
        var notice = Notice("临江县2019年重点项目责任分解表\t\t\t\t\n填报单位：临江县农业局\t\t\t\t单位：万元\n序号\t项目名称\t牵头单位\t责任单位\t完成时限\n1\t\"饮水工程：\n新建水池\"\t县水利局\t\"县财政局\n县住建局\"\t9月底前\n2\t修路\t县交通局\t县公安局\t年底前\n");
        Assert.Equal("临江县2019年重点项目责任分解表", notice.Documents[0].Title);
        Assert.Equal(["1 饮水工程：新建水池 | 县水利局/L 县财政局/R 县住建局/R | By ..2019-09-30", "2 修路 | 县交通局/L 县公安局/R | By ..2019-12-31"], Reading.Tasks(notice));
    }

    [Fact]
    public void Escapes_of_Markdown_say_nothing() => Assert.Equal(
        ["1. 压缩时间 | 市公安局/R", "2. 推进注销 | 市税务局/R"],
        Reading.Tasks(Plan("1\\. **压缩时间。**（责任单位：市公安局）\n  * 2\\. 推进注销。（责任单位：市税务局）\n")));

    [Fact]
    public void Marks_labels_and_numbers_may_stand_on_lines_of_their_own() => Assert.Equal(
        ["（一） 厕所改造 | 县住建局/L 县财政局/R 各乡镇人民政府/Rg", "（二） 公厕建设 | 县国土局/R 县环保局/R 各乡镇/Rg", "（三） 旅游厕所 | 县旅游局/R 县财政局/R"],
        Reading.Tasks(Plan("（一）\n厕所改造\n。\n优先改造农村厕所。\n（\n牵头单位：县住建局；\n责任单位：县财政局，\n各乡镇人民政府\n）\n"
            + "\n（二）\n公厕建设\n。\n每村建设一座。\n责任单位：\n县国土局、县环\n保局、\n各乡镇\n\n（三）\n旅游厕所\n。\n全部达到标准。\n责任单位\n：\n县旅游局、财政局\n")));

    [Fact]
    public void A_chapter_may_stand_on_one_line() => Assert.Equal(
        ["（一） 编制规划 | 旗旅游局/L 旗发改局/S", "（二） 打造景区 | 旗文旅局/R 旗林业局/R", "1. 旅游交通 | 旗交通局/R", "2. 智慧旅游 | 旗旅游局/R", "3. 旅游厕所 | 旗住建局/R", "4. 旅游购物 | 旗商务局/R"],
        Reading.Tasks(Plan("二、建设任务 （一）编制规划。编制全域旅游发展规划，完成评审，做好与土地利用、城乡建设等规划的衔接，明确发展方向、空间布局和重点项目，报旗人民政府批准后组织实施。（旗旅游局牵头，旗发改局配合）（二）打造景区。完善道路、停车场和厕所等设施，启动国家级景区创建，力争通过验收。（责任单位：旗文旅局、林业局）\n"
            + "三、配套设施 1.旅游交通。加快旅游公路建设，增设旅游标识牌四十余块，开通城区至各景区的旅游公交专线，方便游客出行。（责任单位：旗交通局）2.智慧旅游。实现景区无线网络全覆盖，建设旅游大数据中心。（责任单位：旗旅游局）3.旅游厕所。新建改建二十二座旅游厕所。（责任单位：旗住建局）4.旅游购物。建成特产展销中心一处。（责任单位：旗商务局）\n")));

    [Fact]
    public void What_stands_above_the_marks_of_items_is_not_the_title_of_the_first()
    {
        var tasks = Notice("临江县为民办实事项目\n近日，责任分解印发。\n01\n优化教育\n★ 建设幼儿园4所。\n责任单位：县教育局\n★ 改造食堂2个。\n责任单位：县民政局\n02\n提升健康\n★ 建设医院2个。\n牵头单位：县卫健委\n配合单位：县发改委\n★ 培训医生。\n责任单位：县医保局\n")
            .Documents[0].Tasks;
        Assert.Equal(["建设幼儿园4所 | 县教育局/R", "改造食堂2个 | 县民政局/R", "建设医院2个 | 县卫健委/L 县发改委/S", "培训医生 | 县医保局/R"], tasks.Select(t => $"{t.Title} | {Departments(t)}"));
        Assert.Equal(["01优化教育", "01优化教育", "02提升健康", "02提升健康"], tasks.Select(t => t.Path[^1]));
    }
}
