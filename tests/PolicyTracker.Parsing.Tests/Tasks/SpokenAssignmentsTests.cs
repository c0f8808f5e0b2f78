namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Who does the work, as sentences, lines and brackets of notices of many places say it. All made up.</summary>
public sealed class SpokenAssignmentsTests
{
    [Theory]
    [InlineData("责任分工：市水务局负责人饮工程和排水；市教育局、市卫健委分别负责学校、卫生室建设。", "市水务局/R[负责人饮工程和排水] 市教育局/R[负责学校、卫生室建设] 市卫健委/R[负责学校、卫生室建设]")]
    [InlineData("（市住建局负责，桃源镇、柳林镇按属地负责）", "市住建局/R 桃源镇/R 柳林镇/R")]
    [InlineData("责任单位：市委办、市政府办（共同牵头），市财政局", "市委办/L 市政府办/L 市财政局/R")]
    [InlineData("责任单位：市住建局、和平街道，和市公安局", "市住建局/R 和平街道/R 市公安局/R")]
    [InlineData("（责任单位：市公安局，市移动公司、电信公司、联通公司）", "市公安局/R 市移动公司/R 市电信公司/R 市联通公司/R")]
    [InlineData("（责任单位：市供电公司、移动公司、联通公司）", "市供电公司/R 移动公司/R 联通公司/R")]
    [InlineData("（责任单位；市住建局、市畜牧局、各乡镇）", "市住建局/R 市畜牧局/R 各乡镇/Rg")]
    [InlineData("牵头部门：市司法局。全市未完成援助任务的县区为桃源县、柳林县。", "市司法局/L")]
    [InlineData("（责任秘书长：李某某，责任单位：市政府办公室）", "市政府办公室/R")]
    [InlineData("（以上政策见临政发〔2009〕66号文件，由市自然资源局牵头，市发展改革委等相关部门配合落实）", "市自然资源局/L 市发展改革委/S 相关部门/Sg")]
    [InlineData("（牵头单位：市农办；主办单位：市编办、市教育局）", "市农办/L 市编办/R 市教育局/R")]
    [InlineData("（主办单位：市编办；协办单位：市教育局）", "市编办/L 市教育局/S")]
    [InlineData("（责任单位：市广电局、各县（市）及相关区政府）", "市广电局/R 各县（市）及相关区政府/Rg")]
    [InlineData("（责任单位：市农业局，各市 （地） 、县 （市） 政府）", "市农业局/R 各市（地）、县（市）政府/Rg")]
    [InlineData("（市发改委、市农委、各县政府、中储粮临江直属库。排名第一的为牵头单位，下同）", "市发改委/L 市农委/R 各县政府/Rg 中储粮临江直属库/R")]
    [InlineData("水利所和各村负责具体实施。", "水利所/R 各村/Rg")]
    [InlineData("就业促进处、省就业服务局负责。", "就业促进处/R 省就业服务局/R")]
    public void A_tag_says_it(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("1.开展回头看。逐户摸排，分类整改。由市农业农村局、市乡村振兴局牵头，各乡镇（街道）负责具体落实。", "市农业农村局/L 市乡村振兴局/L 各乡镇（街道）/Rg")]
    [InlineData("2.公共厕所管护。由各乡镇（街道）负责，落实专人保洁，确保开放。", "各乡镇（街道）/Rg")]
    [InlineData("3.管线整治。市工信局牵头，桃源供电局，市电信公司、移动公司配合，清理乱搭乱挂。", "市工信局/L 桃源供电局/S 市电信公司/S 市移动公司/S")]
    [InlineData("4.夏粮丰收工作情况通报会，2019年上半年，由市统计局负责。", "市统计局/R")]
    [InlineData("5.清理占道摊点。\n整改措施：由包片单位市文广局督促商户撤离，并加强教育。", "市文广局/R")]
    [InlineData("7.水质反复问题，市生态环境局牵头，市水利局、住建局配合，6月30日前查明原因，提出方案报市政府。", "市生态环境局/L 市水利局/S 市住建局/S")]
    [InlineData("8.设备补贴项目。原则同意给予补贴，由高新区管委会牵头，市财政局配合，于3月底前拿出方案报市政府研究。", "高新区管委会/L 市财政局/S")]
    [InlineData("9.投入产出调查。市统计局负责；国家统计局临江调查队配合，2019年6月底前完成调查表填报。", "市统计局/R 国家统计局临江调查队/S")]
    [InlineData("10.督查督导。市纪委监委机关、市委督查室按职责分工负责。对落实不到位的单位严肃追责。", "市纪委监委机关/R 市委督查室/R")]
    [InlineData("11.开展抽检。全年抽检3200批次，由抽检处牵头组织，生产处、流通处配合。", "抽检处/L 生产处/S 流通处/S")]
    [InlineData("12.市城管局负责，取缔无照摊点。", "市城管局/R")]
    public void An_item_says_it_in_a_sentence(string item, string expected) =>
        Assert.Equal(expected, Reading.Departments(Assert.Single(Reading.Plan(item).Documents[0].Tasks)));

    [Fact]
    public void What_a_meeting_decided_is_ordered_in_its_own_sentences_also_where_a_notice_passes_it_on() => Assert.Equal(
        ["（一） 桃源镇、柳林镇负责征地协议签订工作，7月15日前完成 | 桃源镇/R 柳林镇/R | →2019-07-15", "（二） 请市工信局会同市税务局、桃源供电局负责做好监测 | 市工信局/R 市税务局/R 桃源供电局/R",
            "二、 关于示范带 | 市乡村振兴局/L 桃源镇/R 柳林镇/R 市财政局/S | →2019-12-31"],
        Reading.Tasks(Reading.Notice("临江市人民政府办公室关于市政府常务会议议定事项的督办通知\n临政办函〔2019〕2号\n各有关单位：\n现将会议议定事项通知如下。\n一、关于征拆\n（一）桃源镇、柳林镇负责征地协议签订工作，7月15日前完成；\n（二）请市工信局会同市税务局、桃源供电局负责做好监测。\n"
            + "二、关于示范带\n会议决定，打造示范带。\n由市乡村振兴局牵头，桃源镇、柳林镇具体负责实施，市财政局配合做好资金保障，年底前完成建设任务。\n临江市人民政府办公室\n2019年3月5日")));

    [Fact]
    public void A_bracket_in_front_of_the_work_may_say_until_when() => Assert.Equal(
        ["1. 排查校舍 | 财务科/R 各县（市、区）教体局/Rg | By ..2019-10-15", "2. 排查体育馆 | 体育科/R | By ..2019-10-31"],
        Reading.Tasks(Reading.Plan("1.（完成时限：2019年10月15日前）排查校舍。责任科室：财务科；责任单位：各县（市、区）教体局。\n2.（完成时限：10月底前）排查体育馆。责任科室：体育科")));

    [Fact]
    public void Items_with_a_mark_begin_anew_though_the_tag_above_has_no_full_stop() => Assert.Equal(
        ["一、 重点任务 | 市渔业局/R", "船籍港休渔 | 各区政府/Rg 市公安局/S", "海上执法 | 市渔业执法支队/R"],
        Reading.Tasks(Reading.Plan("●宣传发动。张贴通告。责任单位：市渔业局\n●船籍港休渔。回船籍港停泊。责任单位：各区政府；配合单位：市公安局\n● 海上执法。开展巡航。责任单位：市渔业执法支队")));

    [Fact]
    public void Minutes_may_charge_an_organ_with_what_is_done_to_somebody() => Assert.Equal(
        ["（一） 责成市市场监管局会同市商务局对涉企收费开展检查 | 市市场监管局/R 市商务局/R"],
        Reading.Tasks(Reading.Notice("临江市人民政府专题会议纪要\n〔2019〕第9期\n会议于2019年5月9日召开，议定以下事项：\n一、关于收费\n（一）责成市市场监管局会同市商务局对涉企收费开展检查。\n二、关于资金\n会议听取了汇报。")));

    [Fact]
    public void Each_matter_of_a_sentence_has_who_answers_for_it() => Assert.Equal(
        ["涉及经费的事项 | 市财政局/R[负责和协调]", "涉及宣传的事项 | 市委宣传部/R[负责和协调] 市融媒体中心/S", "涉及名录的事项 | 市税务局/R[负责和协调] 市市场监管局/R[负责和协调]"],
        Reading.Tasks(Reading.Notice("临江市人民政府关于做好经济普查工作的通知\n临政发〔2019〕2号\n各区人民政府：\n现将有关事项通知如下。\n一、普查组织实施\n各部门要分工协作。\n涉及经费的事项，由市财政局负责和协调；涉及宣传的事项，由市委宣传部负责和协调，市融媒体中心配合；涉及名录的事项，由市税务局、市场监管局负责和协调。")));

    [Fact]
    public void Where_a_statement_says_so_the_first_leads_and_the_others_take_part() => Assert.Equal(
        ["1. 坚持扶贫 | 省扶贫办/L 省民政厅/S 省统计局/S"],
        Reading.Tasks(Reading.Notice("海江省扶贫政策措施分工方案\n现提出如下分工方案（列在首位的为牵头单位，其他为主要参加单位）。\n一、工作分工\n1.坚持扶贫。（省扶贫办、省民政厅、省统计局等）")));

    [Fact]
    public void Groups_that_a_plan_sets_up_say_it_in_their_first_sentence() => Assert.Equal(
        ["（一） 隔离管控组 | 市文旅局/L 市公安局/S", "（二） 督查组 | 市委督查室/R"],
        Reading.Tasks(Reading.Notice("临江市防控工作方案\n一、总体要求\n预防为主。\n二、组织机构\n（一）隔离管控组\n由市文旅局牵头，市公安局配合，负责隔离点管理。\n（二）督查组\n市委督查室按职责分工负责。对落实不到位的严肃追责。")));

    [Fact]
    public void A_line_that_opens_with_a_bracketed_label_begins_anew() => Assert.Equal(
        ["【工单编号】20190214 | 市水务局/R | By ..2019-04-10", "【工单编号】20190226 | 桃源区政府/R 市城管局/S | By ..2019-04-15"],
        Reading.Tasks(Reading.Notice("临江市人民政府办公室关于交办热线工单的通知\n临政办函〔2019〕2号\n各单位：\n现将工单交办如下。\n【工单编号】20190214\n【反映事项】市民反映污水外溢。\n【责任单位】市水务局\n【办结时限】4月10日前\n【工单编号】20190226\n【反映事项】市民反映占道经营。\n【责任单位】桃源区政府\n【协办单位】市城管局\n【办结时限】4月15日\n临江市人民政府办公室\n2019年3月1日")));

    [Fact]
    public void A_line_below_an_item_of_a_leader_is_that_items() => Assert.Equal(
        ["1. 优化机构设置 | 省编办/L", "2. 推进乡镇改革 | 省编办/L 省财政厅/S 省人事厅/S"],
        Reading.Tasks(Reading.Notice("海江省工作目标责任分解\n一、省长负责的工作\n（一）省编办牵头的工作\n1.优化机构设置。\n2.推进乡镇改革。\n协同单位：省财政厅、省人事厅。")));

    [Fact]
    public void In_minutes_a_bracket_that_says_only_when_belongs_to_whom_the_sentence_names() => Assert.Equal(
        ["一、 关于石材产业 | 市石材发展中心/R | By ..2019-06-30"],
        Reading.Tasks(Reading.Notice("临江市人民政府专题会议纪要\n〔2019〕第9期\n会议于2019年5月9日召开，议定以下事项：\n一、关于石材产业\n会议原则同意该方案，由市石材发展中心根据意见修改完善后印发。（完成时限：2019年6月底前）\n二、关于资金\n会议听取了汇报。")));

    [Fact]
    public void A_heading_may_name_two_that_lead_together() => Assert.Equal(
        ["1. 深化产教融合 | 市教育局/L 市人社局/L 市总工会/R", "2. 完善管理体制 | 市教育局/L 市人社局/L 市财政局/R"],
        Reading.Tasks(Reading.Notice("临江市重点任务分工\n一、由市教育局、市人社局共同牵头的工作（2项）\n1.深化产教融合。（责任单位：市总工会）\n2.完善管理体制（责任单位：市财政局）")));

    [Fact]
    public void A_tag_below_the_last_item_is_that_items_where_the_others_say_who_does_them() => Assert.Equal(
        ["（一） 由市住建局负责，于6月15日前完成普查 | 市住建局/R | →2019-06-15", "（二） 道路审批，由市公安局、市城管局开辟绿色通道 | 市公安局/R 市城管局/R", "（三） 完成排水户发证工作 | 市住建局/L 各区政府/Sg"],
        Reading.Tasks(Reading.Notice("临江市人民政府专题会议纪要\n〔2019〕第9期\n会议于2019年5月9日召开，议定以下事项：\n一、关于管网改造\n（一）由市住建局负责，于6月15日前完成普查。\n（二）道路审批，由市公安局、市城管局开辟绿色通道。\n（三）完成排水户发证工作。\n牵头单位：市住建局\n配合单位：各区政府\n二、关于资金\n会议听取了汇报。")));

    [Fact]
    public void Who_holds_an_event_is_told_in_its_overview_and_has_no_work_by_that() => Assert.Equal(
        ["（一） 竞赛组 | 市文体局/L 团市委/S"],
        Reading.Tasks(Reading.Notice("临江市自行车赛筹备工作方案\n一、赛事概况\n主办单位：中国自行车运动协会\n承办单位：临江市人民政府\n二、工作组及职责分工\n（一）竞赛组\n牵头单位：市文体局\n配合单位：团市委\n工作职责：负责计时计分。完成培训。")));

    [Fact]
    public void Lines_without_numbers_that_each_have_a_tag_begin_alike() => Assert.Equal(
        ["第12号关于加快片区建设的建议 | 市住建局/L 桃源区政府/S", "第63号关于优化公交的建议 | 市交通运输局/L 临江公交集团/L"],
        Reading.Tasks(Reading.Notice("临江市人民政府办公室关于交办代表建议的通知\n各有关单位：\n现将代表建议交办如下。\n建议编号　　建议标题　　领衔代表　　主办单位　　会办单位\n第12号　关于加快片区建设的建议\n领衔代表：覃兵\n主办单位：市住建局\n会办单位：桃源区政府\n第63号　关于优化公交的建议\n领衔代表：郑芬\n分别主办：市交通运输局、临江公交集团"))
            .Select(t => t.Replace(" | @覃兵", "", StringComparison.Ordinal).Replace(" | @郑芬", "", StringComparison.Ordinal)));
}
