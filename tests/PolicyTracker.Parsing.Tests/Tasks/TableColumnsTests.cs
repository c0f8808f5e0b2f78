namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>What the columns of assignment tables are called.</summary>
public sealed class TableColumnsTests
{
    [Fact]
    public void A_few_words_between_two_rows_name_what_the_rows_below_have_in_common()
    {
        var tasks = Reading.Plan("序号\t工作任务\t责任单位\n加快数字转型\n1\t建设平台\t县数据局\n3\t培训人才\t县人社局\n做强县域物流\n4\t建设仓库\t县商务局\n").Documents[0].Tasks;
        Assert.Equal(["加快数字转型 1 建设平台 县数据局/R", "加快数字转型 3 培训人才 县人社局/R", "做强县域物流 4 建设仓库 县商务局/R"],
            tasks.Select(t => $"{t.Path[^1]} {t.Number} {t.Title} {Reading.Departments(t)}"));
    }

    [Theory]
    [InlineData("项目\t标准要求\t责任单位\t协办单位\n市容\t1、垃圾日产日清。\t县城管局\t县住建局\n市容\t2、路面平整。\t县城管局\t县公路局\n", "1、 垃圾日产日清 | 县城管局/R 县住建局/S; 2、 路面平整 | 县城管局/R 县公路局/S")]
    [InlineData("问题编号\t存在问题\t整改措施\t责任单位\n01\t占道经营\t清理摊位\t县城管局\n", "01 占道经营 | 县城管局/R")]
    [InlineData("序号\t工作任务\t牵头单位\t配合单位\t完成时限\n1\t打通消防通道\t县消防大队\t县公安局\n县城管局\n县住建局\t6月底\n2\t改造市场\t县商务局\t县住建局\t9月底\n", "1 打通消防通道 | 县消防大队/L 县公安局/S 县城管局/S 县住建局/S | By ..2019-06-30; 2 改造市场 | 县商务局/L 县住建局/S | By ..2019-09-30")]
    [InlineData("序号\t工作任务\t责任单位\n1\t打通消防通道\t县消防大队\n县城管局\n县住建局\n2\t改造市场\t县商务局\n县住建局\n2019年1月1日\n", "1 打通消防通道 | 县消防大队/R 县城管局/R 县住建局/R; 2 改造市场 | 县商务局/R")]
    [InlineData("部门\t职责与任务\n县教育局\t建设健康学校\n县民政局\t健全救助体系\n", "建设健康学校 | 县教育局/R; 健全救助体系 | 县民政局/R")]
    [InlineData("序号\t工作事项\t主要内容\t牵头单位\t配合单位\t县卫健局内牵头处室\t县卫健局内配合处室\n1\t扩大来源\t组建家医团队。\t县卫健局\t县人社局\t基层处\t人事处\n加大招聘力度。\t县人社局\t县教育局\t人事处\t基层处\n2\t保障用药\t落实目录。\t县医保局\t/\t药政处\t医政处\n", "1 扩大来源 | 县卫健局/L 县人社局/S; 加大招聘力度 | 县人社局/L 县教育局/S; 2 保障用药 | 县医保局/L")]
    [InlineData("序号\t工作任务\t主办\t协办\t时间\n1\t修缮桥梁\t县公路局\t县财政局\t6月\n", "1 修缮桥梁 | 县公路局/L 县财政局/S | By ..2019-06-30")]
    [InlineData("类别|重点任务|牵头单位|责任单位\n生态|治理河道|县水利局|县财政局\n|修复湿地|县林业局|县财政局\n", "治理河道 | 县水利局/L 县财政局/R; 修复湿地 | 县林业局/L 县财政局/R")]
    [InlineData("序号|工作任务|细化分工|责任科室|完成时限|备注\n1|公开信息|发布预案|应急科、法规科|长期|无\n2|公开预算|财务科|6月底前|无\n", "1 公开信息 | 应急科/R 法规科/R | Ongoing ..; 2 公开预算 | 财务科/R | By ..2019-06-30")]
    [InlineData("序号\t工作任务\t负责处室/年级\t配合处室\n1\t修订章程\t校办\t教务处\n", "1 修订章程 | 校办/R 教务处/S")]
    [InlineData("序号\t工作任务\t相关单位\n1\t修缮桥梁\t县公路局\n", "1 修缮桥梁 | 县公路局/R")]
    [InlineData("河流\t存在问题\t整治措施\t责任单位\n红石河\t河道垃圾\t建立保洁队伍\t卡子镇\n天池湖\t围网养殖\t全部拆除\t县农业农村局\n", "红石河 河道垃圾 | 卡子镇/R; 天池湖 围网养殖 | 县农业农村局/R")]
    [InlineData("序号\t风险部位\t存在问题\t整治措施\t责任单位\t责任人\t整治时限\n1\t云岭隧道\t渗水\t注浆堵漏\t区交通局、青河镇人民政府\t何平\t7月中旬\n2\t南门菜场\t线路老化\t换线\t区商务局\t方圆\t10月底前，长期巡查\n", "1 云岭隧道 渗水 | 区交通局/R 青河镇人民政府/R | By ..2019-07-20 | @何平; 2 南门菜场 线路老化 | 区商务局/R | By ..2019-10-31 | @方圆")]
    [InlineData("序号\t工作任务\t实施地点\t责任单位\n1\t修缮桥梁\t白石村\t县公路局\n", "1 修缮桥梁 | 县公路局/R")]
    [InlineData("序号\t考核项目\t分值\t责任单位\n1\t街面整洁\t10\t县城管局\n2\t河面清洁\t5\t县水利局\n", "1 街面整洁 | 县城管局/R; 2 河面清洁 | 县水利局/R")]
    [InlineData("序号\t工作任务\t牵头责任单位\t计划竣工时间\n1\t修缮桥梁\t县公路局\t2019年9月\n", "1 修缮桥梁 | 县公路局/L | By ..2019-09-30")]
    [InlineData("编号\t案由\t提案人\t承办单位\t\n\t\t\t牵头单位\t协办单位\n01\t关于建设停车场的提案\t石磊\t市城管局\t市公安局\n02\t关于保护古村的提案\t高洁\t市文旅局\t—\n", "01 关于建设停车场的提案 | 市城管局/L 市公安局/S; 02 关于保护古村的提案 | 市文旅局/L")]
    [InlineData("序号\t存在问题\t整改措施\t整改责任单位\t整改时限\n1\t结余未收回\t清理结余资金\t市财政局\t8月底前\n", "1 结余未收回 | 市财政局/R | By ..2019-08-31")]
    [InlineData("序号\t工作任务\t责任单位\t时限\n1\t治理河道二期\n（含橡胶坝3座）\t县水利局\t上半年\n2\t修建公路\t县交通局\t三季度\n", "1 治理河道二期（含橡胶坝3座） | 县水利局/R | By ..2019-06-30; 2 修建公路 | 县交通局/R | By ..2019-09-30")]
    public void The_work_the_organs_and_the_time_are_told_by_their_headings(string table, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reading.Tasks(Reading.Plan(table))));
}
