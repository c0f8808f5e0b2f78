namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Duties listed by organ, and what minutes of a meeting decide. All made up.</summary>
public sealed class NamedDutyTests
{
    [Theory]
    [InlineData("一、区林业局\n1.组织巡护，6月底前完成演练。\n2.培训护林员。\n二、区公安局、区民政局\n1.查处火案。", "1. 组织巡护，6月底前完成演练 | 区林业局/R | →2019-06-30; 2. 培训护林员 | 区林业局/R; 1. 查处火案 | 区公安局/R 区民政局/R")]
    [InlineData("一、区林业局\n组织巡护。\n二、区公安局\n查处火案。\n三、工作要求\n加强领导。", "一、 区林业局 | 区林业局/R; 二、 区公安局 | 区公安局/R")]
    public void A_list_of_work_with_an_organ_for_each_heading_assigns_what_stands_below(string list, string expected) =>
        Assert.Equal(expected, string.Join("; ", Assigned("东湖区2019年重点工作任务清单\n" + list)));

    [Theory]
    [InlineData("东湖区2019年重点工作任务清单\n一、区林业局\n1.组织巡护。\n二、加强治安\n1.查处火案。")]
    [InlineData("东湖区防火知识\n一、区林业局\n1.组织巡护。\n二、区公安局\n1.查处火案。")]
    [InlineData("东湖区2019年目标责任落实情况的报告\n一、区林业局\n1.组织了巡护。\n二、区公安局\n1.查处了火案。")]
    public void Among_other_headings_or_in_another_text_an_organ_assigns_nothing(string notice) => Assert.Empty(Assigned(notice));

    [Theory]
    [InlineData("消防大队负责，各专职队配合，开展值守。", "消防大队/R 各专职队/Sg")]
    [InlineData("消防部门牵头，宣传部门参与，开设专栏。", "消防部门/L 宣传部门/S")]
    public void An_organ_without_its_level_may_open_the_item(string text, string expected) =>
        Assert.Equal(expected, Reading.Departments(Assert.Single(Reading.Plan("（一）强化值守。" + text).Documents[0].Tasks)));

    [Theory]
    [InlineData("二、部门职责\n区林业局：负责林区巡护。\n区公安局：负责查处火案。", "区林业局：负责林区巡护 | 区林业局/R; 区公安局：负责查处火案 | 区公安局/R")]
    [InlineData("二、成员单位职责\n区林业局负责林区巡护。\n区民政局、区教体局分别负责养老机构、学校排查。\n各乡镇人民政府负责本辖区工作。", "区林业局负责林区巡护 | 区林业局/R; 区民政局、区教体局分别负责养老机构、学校排查 | 区民政局/R 区教体局/R; 各乡镇人民政府负责本辖区工作 | 各乡镇人民政府/Rg")]
    [InlineData("二、职责分工\n（一）区林业局\n1.组织林区巡护。\n2.培训护林员。\n（二）区公安局、区民政局\n查处火案。", "1. 组织林区巡护 | 区林业局/R; 2. 培训护林员 | 区林业局/R; （二） 区公安局、区民政局 | 区公安局/R 区民政局/R")]
    [InlineData("二、检查重点及分工\n1、道路交通：由派出所牵头，交管站配合，整治货车。\n2、燃气：镇经发办、村建站负责，12月底前完成。", "1、 道路交通：由派出所牵头，交管站配合，整治货车 | 派出所/L 交管站/S; 2、 燃气：镇经发办、村建站负责，12月底前完成 | 镇经发办/R 村建站/R")]
    public void A_list_by_organ_under_a_heading_of_duties_assigns_each_duty(string list, string expected) =>
        Assert.Equal(expected, string.Join("; ", Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、总体要求\n预防为主。\n" + list)));

    [Theory]
    [InlineData("二、部门职责\n区教委：提供避险场地。\n区社会办：指导社区巡查。\n区森防支队协助街道转移群众。", "区教委：提供避险场地 | 区教委/R; 区社会办：指导社区巡查 | 区社会办/R; 区森防支队协助街道转移群众 | 区森防支队/R")]
    [InlineData("二、各部门要密切配合，组织好各项工作，其职责分工为：\n林业委：巡护林区。\n公安分局：查处火案。", "林业委：巡护林区 | 林业委/R; 公安分局：查处火案 | 公安分局/R")]
    [InlineData("二、压实责任\n（一）强化部门的监管责任。\n林业部门负责林区巡护。具体包括：检查火种。\n公安部门负责查处火案。", "林业部门负责林区巡护 | 林业部门/R; 公安部门负责查处火案 | 公安部门/R")]
    [InlineData("二、职责分工\n该护林站建设主体为区林业局，统筹施工。区公安局负责查处火案。", "该护林站建设主体为区林业局，统筹施工 | 区林业局/R; 区公安局负责查处火案 | 区公安局/R")]
    [InlineData("二、有关事项\n区林业局：负责林区巡护。\n区公安局：负责查处火案。\n区气象局：根据天气发布火险等级。", "区林业局：负责林区巡护 | 区林业局/R; 区公安局：负责查处火案 | 区公安局/R; 区气象局：根据天气发布火险等级 | 区气象局/R")]
    [InlineData("二、有关事项\n现将有关单位分工明确。\n成员单位职责\n区林业局负责林区巡护。\n区公安局负责查处火案。", "区林业局负责林区巡护 | 区林业局/R; 区公安局负责查处火案 | 区公安局/R")]
    public void So_does_a_list_whose_heading_is_a_sentence_a_line_or_none(string list, string expected) =>
        Assert.Equal(expected, string.Join("; ", Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、总体要求\n预防为主。\n" + list)));

    [Theory]
    [InlineData("东湖区防火工作部门职责分工\n区林业局负责林区巡护。\n区公安局查处火案。区教委：提供避险场地。\n区气象局：根据天气发布火险等级。", "区林业局负责林区巡护 | 区林业局/R; 区气象局：根据天气发布火险等级 | 区气象局/R")]
    [InlineData("东湖区人民政府办公室关于做好防火工作的通知\n东政办〔2019〕3号\n各街道办事处：\n现将有关事项通知如下。\n附件：东湖区防火工作责任分工\n东湖区人民政府办公室\n2019年3月1日\n附件\n东湖区防火工作责任分工\n1.区林业局：巡护林区。\n2.区公安局：查处火案。\n3.其他工作\n按要求落实。", "1. 区林业局：巡护林区 | 区林业局/R; 2. 区公安局：查处火案 | 区公安局/R")]
    public void So_does_an_annex_or_an_excerpt_that_is_such_a_list(string text, string expected) => Assert.Equal(expected, string.Join("; ", Assigned(text)));

    [Theory]
    [InlineData("二、职责分工\n林业部门要巡护林区；公安机关要查处火案；气象部门要发布火险等级。", "林业部门要巡护林区 | 林业部门/R; 公安机关要查处火案 | 公安机关/R; 气象部门要发布火险等级 | 气象部门/R")]
    [InlineData("二、职责分工\n（一）区林业局作为牵头单位，负责统筹。\n（二）区公安局是查处火案的责任主体，负责办案。\n（三）各街道、镇为属地管理的责任主体，负责巡查。", "（一） 区林业局作为牵头单位，负责统筹 | 区林业局/R; （二） 区公安局是查处火案的责任主体，负责办案 | 区公安局/R; （三） 各街道、镇为属地管理的责任主体，负责巡查 | 各街道/Rg 镇/Rg")]
    [InlineData("二、责任分工\n1.由保洁公司负责清运垃圾。\n2.林业工作站做好组织协调工作，检查成效。", "1. 由保洁公司负责清运垃圾 | 保洁公司/R; 2. 林业工作站做好组织协调工作，检查成效 | 林业工作站/R")]
    [InlineData("二、职责和任务\n（一）区级部门\n1.区林业局负责统筹。\n2.区公安局：查处火案。", "1. 区林业局负责统筹 | 区林业局/R; 2. 区公安局：查处火案 | 区公安局/R")]
    [InlineData("二、职责分工\n（一）牵头部门\n区林业局：负责统筹。\n（二）配合部门\n区公安局：负责查处火案。\n区气象局：负责发布火险等级。", "区林业局：负责统筹 | 区林业局/R; 区公安局：负责查处火案 | 区公安局/R; 区气象局：负责发布火险等级 | 区气象局/R")]
    public void Each_organ_has_its_own_duty_however_the_list_is_parted(string list, string expected) =>
        Assert.Equal(expected, string.Join("; ", Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、总体要求\n预防为主。\n" + list)));

    [Theory]
    [InlineData("现将各单位在防火工作中的任务作如下明确：")]
    [InlineData("现将各成员单位的职责分工如下：")]
    [InlineData("现将有关部门职责任务分解如下：")]
    public void So_does_an_excerpt_that_opens_with_the_sentence_that_announces_them(string sentence) => Assert.Equal(
        ["区林业局负责林区巡护 | 区林业局/R", "区公安分局要查处火案，配合区林业局巡山 | 区公安分局/R"],
        Assigned("为做好东湖区防火工作，根据上级要求，" + sentence + "\n区林业局负责林区巡护。\n区公安分局要查处火案，配合区林业局巡山。"));

    [Theory]
    [InlineData("现将有关任务说明如下：")]
    [InlineData("现将各单位报名须知作如下说明：")]
    public void Other_sentences_that_end_with_a_colon_announce_no_duties(string sentence) =>
        Assert.Empty(Assigned("为做好东湖区防火工作，根据上级要求，" + sentence + "\n区林业局负责林区巡护。\n区公安分局要查处火案，配合区林业局巡山。"));

    [Theory]
    [InlineData("二、有关事项\n林业部门要巡护林区，会同公安机关检查火种。\n公安机关要查处火案。\n气象（地震）部门应发布火险等级。\n各街道要配合检查。", "林业部门要巡护林区，会同公安机关检查火种 | 林业部门/R; 公安机关要查处火案 | 公安机关/R; 气象（地震）部门应发布火险等级 | 气象（地震）部门/R; 各街道要配合检查 | 各街道/Rg")]
    [InlineData("二、有关事项\n（一）区林业局。负责林区巡护。\n（二）区公安局。负责查处火案。\n（三）区气象局要发布火险等级。\n（四）严格落实值班制度。", "（一） 区林业局 | 区林业局/R; （二） 区公安局 | 区公安局/R; （三） 区气象局要发布火险等级 | 区气象局/R")]
    public void So_do_three_in_a_row_that_order_it_of_single_organs(string list, string expected) =>
        Assert.Equal(expected, string.Join("; ", Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、总体要求\n预防为主。\n" + list)));

    [Fact]
    public void Where_work_is_ordered_a_name_and_a_colon_in_front_of_each_item_suffice()
    {
        Assert.Equal(["1. 区林业局：巡护林区 | 区林业局/R", "2. 区公安局：查处火案 | 区公安局/R", "3. 区气象局：发布预警 | 区气象局/R"],
            Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、重点任务\n1.区林业局：巡护林区。\n2.区公安局：查处火案。\n3.区气象局：发布预警。"));
        Assert.Empty(Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、重点任务\n1.区林业局：巡护林区。\n2.宣传教育：发放手册。\n3.督促检查：每月一次。"));
        Assert.Empty(Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、基本情况\n1.区林业局：护林员20名。\n2.区公安局：民警5名。\n3.区气象局：站点4个。"));
    }

    [Theory]
    [InlineData("二、有关事项\n林业部门要巡护林区。\n公安机关要查处火案。\n要严格落实值班制度。\n气象部门要发布火险等级。")]
    [InlineData("二、有关事项\n各街道要高度重视。\n各部门要密切配合。\n有关企业要落实责任。\n各单位应及时报告。")]
    public void Two_of_them_or_classes_alone_order_nothing_of_anybody(string list) =>
        Assert.Empty(Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、总体要求\n预防为主。\n" + list));

    [Theory]
    [InlineData("（一）货车整治，由公安、交通部门负责，有关部门配合。要查处超载。", "（一） 货车整治，由公安、交通部门负责，有关部门配合 | 公安部门/R 交通部门/R 有关部门/Rg")]
    [InlineData("（一）【整治货车】由区公安局负责，9月底前完成。", "（一） 【整治货车】由区公安局负责，9月底前完成 | 区公安局/R")]
    [InlineData("（一）由区公安局负责开展夜查；（10月7日—14日）", "（一） 由区公安局负责开展夜查；（10月7日—14日） | 区公安局/R")]
    [InlineData("（一）由区公安局、区交通局牵头组织夜查。", "（一） 由区公安局、区交通局牵头组织夜查 | 区公安局/L 区交通局/L")]
    [InlineData("（一）请区公安局牵头查处超载，守住路口。", "（一） 请区公安局牵头查处超载，守住路口 | 区公安局/L")]
    [InlineData("（一）整治货车\n由区公安局主办，区交通局协办。目标：不再超载。", "（一） 整治货车 | 区公安局/L 区交通局/S")]
    [InlineData("（一）由区公安局负责，区交通局、应急局配合，查处超载，年内见效。", "（一） 由区公安局负责，区交通局、应急局配合，查处超载，年内见效 | 区公安局/R 区交通局/S 区应急局/S")]
    public void The_sentence_that_opens_an_item_may_say_who_does_it(string item, string expected) =>
        Assert.Equal([expected.Replace("有关部门/Rg", "有关部门/Sg", StringComparison.Ordinal)], Assigned("东湖区道路整治方案\n一、整治内容\n" + item));

    [Fact]
    public void Where_work_is_ordered_organs_with_a_colon_may_count_their_duties() => Assert.Equal(
        ["（一） 区公安局：①设置路障；②准备拖车 | 区公安局/R", "（二） 区交通局：①检修护栏 | 区交通局/R", "（三） 区文旅集团：负责停车 | 区文旅集团/R"],
        Assigned("东湖区道路整治方案\n五、要素保障\n（一）区公安局：①设置路障；②准备拖车。\n（二）区交通局：①检修护栏。\n（三）区文旅集团：负责停车。"));

    [Theory]
    [InlineData("近期由综合执法处牵头，联合街道工作队开展巡查。", "综合执法处/L")]
    [InlineData("近期由企业牵头，联合商户开展自查。", "")]
    [InlineData("近期由属地政府牵头，开展巡查。", "")]
    [InlineData("行业处牵头，景区管理处配合认真推进整治。", "行业处/L 景区管理处/S")]
    public void An_office_of_the_issuer_has_no_level(string sentence, string expected) =>
        Assert.Equal(expected, Reading.Departments(Assert.Single(Reading.Notice("东湖管理区道路整治方案\n一、重点任务\n（一）整治货车。" + sentence).Documents[0].Tasks)));

    [Theory]
    [InlineData("1.区公安局负责查处超载；\n2.区交通局负责维修标志；\n3.区城管局负责清理占道；\n4.市场监管所负责检查门店。")]
    [InlineData("区公安局负责查处超载；\n区交通局负责维修标志；\n区城管局负责清理占道；\n市场监管所负责检查门店。")]
    public void Where_work_is_ordered_a_run_of_organs_of_a_level_answers_for_it(string items) => Assert.Equal(
        ["区公安局/R", "区交通局/R", "区城管局/R", "市场监管所/R"],
        Assigned("东湖区道路整治方案\n五、工作内容\n" + items).Select(t => t[(t.LastIndexOf(' ') + 1)..]));

    [Theory]
    [InlineData("一、基本情况\n1.区公安局负责查处超载；\n2.区交通局负责维修标志；\n3.区城管局负责清理占道。")]
    [InlineData("一、工作内容\n1.区公安局负责人到场；\n2.清理占道；\n3.维修标志。")]
    public void Elsewhere_or_alone_it_does_not(string text) => Assert.Empty(Assigned("东湖区道路整治方案\n" + text));

    [Theory]
    [InlineData("列入年度计划，由区公安局牵头，区交通局、区城管局配合。属地政府要做好劝导。", "区公安局/L 区交通局/S 区城管局/S")]
    [InlineData("规划由区公安局负责编制，专家参与。", "区公安局/R")]
    [InlineData("区公安局会同区交通局、区城管局等部门共同推进巡查。", "区公安局/R 区交通局/R 区城管局/R")]
    [InlineData("区公安局会同区交通局定期开展巡查。", "区公安局/R 区交通局/R")]
    [InlineData("区公安局会同有关部门加强巡查。", "")]
    [InlineData("各方参与，区公安局为该项工作的责任单位。", "区公安局/R")]
    [InlineData("区公安局作为牵头单位，区交通局为配合单位，各方参与。", "区公安局/L 区交通局/S")]
    [InlineData("区公安局为文明单位，带头整治。", "")]
    [InlineData("区公安局会同区交通局成立专班，加强巡查。", "")]
    [InlineData("改造资金由区财政局负责筹集，区审计局负责监督，各方共同使用。", "区财政局/R 区审计局/R")]
    [InlineData("由区公安局牵头成立专班，区审计局配合，及时研究问题。", "")]
    [InlineData("领导小组下设办公室，由区公安局牵头，区交通局等部门组成。", "")]
    [InlineData("健全由区公安局牵头、区交通局参与的会商机制。", "")]
    [InlineData("建立由区公安局负责的巡查队伍。", "")]
    [InlineData("跨区车辆由登记地公安部门负责检验。", "")]
    [InlineData("车辆由区公安局负责人签发证件。", "")]
    public void A_sentence_within_an_item_may_name_who_does_it(string sentence, string expected)
    {
        var task = Assert.Single(Reading.Notice("东湖区道路整治方案\n一、重点任务\n（一）整治货车。加强路面管控。" + sentence).Documents[0].Tasks);
        Assert.Equal(expected, Reading.Departments(task));
        Assert.All(task.Departments, d => Assert.Equal(Certainty.Likely, d.Origin!.Certainty));
        Assert.Equal(expected.Length > 0 ? "named-in-sentence" : "untagged-item", task.Origin!.Rule);
    }

    [Fact]
    public void A_sentence_names_nobody_where_no_work_is_ordered() =>
        Assert.Empty(Assigned("东湖区道路整治方案\n一、基本情况\n（一）货车现状。近年来路面管控由区公安局负责，成效明显。"));

    [Theory]
    [InlineData("由孙立明副区长负责，区公安局牵头，相关部门配合，尽快查处超载。", "孙立明副区长", "区公安局/L 相关部门/Sg")]
    [InlineData("由何敏主任牵头，区公安局、区交通局负责，年内见效。", "何敏主任", "区公安局/R 区交通局/R")]
    public void A_person_in_office_in_front_of_the_organ_is_its_leader(string sentence, string leader, string departments)
    {
        var task = Reading.Notice("东湖区道路整治方案\n一、整治内容\n（一）整治货车\n" + sentence).Documents[0].Tasks.Single();
        Assert.Equal("（一） 整治货车 " + departments, $"{task.Number} {task.Title} {Reading.Departments(task)}");
        Assert.Equal([leader], task.Leaders);
    }

    [Theory]
    [InlineData("一、整治内容\n（一）整治货车\n由孙立明副区长负责，尽快查处超载。")]
    [InlineData("一、整治内容\n（一）整治货车\n由孙立明副区长负责协调，区公安局牵头建立的会商机制不变。")]
    [InlineData("一、整治内容\n（一）由企业负责运营的车辆，一律登记。")]
    [InlineData("一、整治内容\n（一）健全由区公安局牵头的会商机制，每月会商。")]
    [InlineData("一、基本情况\n（一）车辆管理，由区公安局负责，区交通局配合。现有货车三千辆。")]
    [InlineData("一、整治内容\n培训时间：负责人员另行通知。\n培训地点：负责人员另行通知。\n报名方式：负责人员另行通知。")]
    public void Other_sentences_with_such_words_do_not(string text) => Assert.Empty(Assigned("东湖区道路整治方案\n" + text));

    [Theory]
    [InlineData("二、部门职责\n领导小组：负责统筹协调。\n综合协调组：负责日常工作。")]
    [InlineData("二、主要任务\n（一）区林业局\n林区面积较大。")]
    [InlineData("二、部门职责\n各有关部门要明确一位负责同志分管。")]
    [InlineData("二、明确职责\n（一）各有关教育主管部门要明确一位负责同志分管工作。\n请遵照执行。")]
    public void Bodies_of_the_notice_itself_and_other_headings_do_not(string list) =>
        Assert.Empty(Assigned("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、总体要求\n预防为主。\n" + list));

    [Fact]
    public void What_a_praise_lists_is_no_work() =>
        Assert.Empty(Reading.Tasks(Reading.Notice("江东市人民政府关于对典型经验做法给予表扬的通报\n江东政发〔2019〕3号\n各县（区）人民政府：\n现予以通报表扬。\n附件：典型经验做法\n江东市人民政府\n2019年3月1日\n附件\n典型经验做法\n1.东河县推进节水改造，覆盖全部灌区。\n2.西山县建设水网。")));

    [Fact]
    public void Regulations_list_duties_as_law_and_not_as_work() =>
        Assert.Empty(Assigned("东湖区防火管理办法\n为做好防火工作，制定本办法。\n一、部门职责\n区林业局：负责林区巡护。"));

    [Fact]
    public void Plans_for_emergencies_list_standing_duties_and_not_work() =>
        Assert.Empty(Assigned("东湖区森林火灾应急预案\n为做好防火工作，制定本预案。\n一、部门职责\n区林业局：负责林区巡护。"));

    [Theory]
    [InlineData("由区水利局牵头，区财政局配合，尽快完成设计。", "区水利局/L 区财政局/S")]
    [InlineData("由区水利局会同各街道办事处抓紧实施。", "区水利局/R 各街道办事处/Rg")]
    [InlineData("由区水利局牵头，会同区排水管理处对方案进行论证。", "区水利局/L 区排水管理处/R")]
    [InlineData("由区发改局牵头，会同区统计局建立统计制度，定期分析。", "区发改局/L 区统计局/R")]
    [InlineData("供水主管网由区供水公司负责，10月20日前完成设计。", "区供水公司/R")]
    [InlineData("组建工作由开发区管委会负责，注册资本不低于1亿元。区国资委、区金融办要予以指导。", "开发区管委会/R")]
    [InlineData("安置房建设由区房产局牵头，云山镇人民政府配合，年底前开工。", "区房产局/L 云山镇人民政府/S")]
    [InlineData("管线迁改由区住建局牵头协调，区供水公司、区燃气公司具体负责，8月底前完成。", "区住建局/L 区供水公司/R 区燃气公司/R")]
    [InlineData("请区财政局统筹安排资金。", "区财政局/R")]
    [InlineData("会议要求：一是区水利局要加强调度；二是区财政局要落实资金。", "区水利局/R 区财政局/R")]
    [InlineData("会议要求，区水利局要尽快办理手续；由区财政局负责落实资金。", "区水利局/R 区财政局/R")]
    public void Minutes_decide_who_does_it_in_the_sentence_itself(string sentence, string expected) =>
        Assert.Equal([$"一、 关于河道治理 | {expected}"], WithoutDates($"东湖区专题会议纪要\n现将议定事项纪要如下：\n一、关于河道治理。{sentence}\n出席：李某（区审计局）"));

    [Fact]
    public void So_it_is_behind_a_number_in_digits() => Assert.Equal(
        ["1． 由区水利局牵头，区财政局配合，对方案进行修编 | 区水利局/L 区财政局/S"],
        Assigned("东湖区专题会议纪要\n现将议定事项纪要如下：\n一、关于河道治理\n1．由区水利局牵头，区财政局配合，对方案进行修编。"));

    [Theory]
    [InlineData("东湖区专题会议纪要", "管网由专业公司负责运营，区里给予补贴。")]
    [InlineData("东湖区专题会议纪要", "各部门要进一步提高认识。")]
    [InlineData("东湖区专题会议纪要", "会议听取了区水利局情况汇报。")]
    [InlineData("东湖区河道治理方案", "请区财政局统筹安排资金，区水利局要尽快办理手续。")]
    public void Exhortations_and_other_kinds_of_notice_decide_nothing(string title, string sentence) =>
        Assert.Empty(Assigned($"{title}\n现将有关事项明确如下：\n一、关于河道治理。{sentence}"));

    [Theory]
    [InlineData("（一）强化督导。区督查室牵头，区水利局配合，每月督查一次。", "（一） 强化督导 | 区督查室/L 区水利局/S")]
    [InlineData("（一）督查室牵头，各部门配合，形成合力。", "")]
    public void Organs_of_a_level_that_lead_and_help_open_the_order(string item, string expected) =>
        Assert.Equal(expected, string.Concat(Assigned("东湖区河道治理方案\n一、工作措施\n" + item)));

    [Fact]
    public void Who_helps_may_stand_at_the_end_of_a_duty() => Assert.Equal(
        ["1、 综治办牵头负责排查纠纷；派出所、司法所配合 | 综治办/L 派出所/S 司法所/S", "2、 派出所负责巡防，各村要积极配合 | 派出所/R", "3、 应急办负责检查 | 应急办/R"],
        Assigned("东湖街道平安建设方案\n一、任务分工\n1、综治办牵头负责排查纠纷；派出所、司法所配合。\n2、派出所负责巡防，各村要积极配合。\n3、应急办负责检查。"));

    [Fact]
    public void Under_a_heading_of_duties_what_an_organ_does_may_be_told_without_that_word() => Assert.Equal(
        ["区城管局依法查处倾倒行为 | 区城管局/R", "区房管局指导、协调物业企业 | 区房管局/R", "各街道会同区城管局巡查 | 各街道/Rg", "房管所负责牵头组织排查 | 房管所/L"],
        Assigned("东湖区垃圾处理方案\n一、职责分工\n区城管局依法查处倾倒行为。\n区房管局指导、协调物业企业。\n各街道会同区城管局巡查。\n房管所负责牵头组织排查。"));

    [Theory]
    [InlineData("区应急局强化综合监管。", "区应急局强化综合监管 | 区应急局/R")]
    [InlineData("区水务局组织清淤。", "区水务局组织清淤 | 区水务局/R")]
    [InlineData("区委组织部负责考核。", "区委组织部负责考核 | 区委组织部/R")]
    [InlineData("辖区面积较大，强化监管。", "")]
    public void Under_a_heading_of_duties_an_organ_and_what_it_does_suffice(string duty, string expected) =>
        Assert.Equal(expected, string.Concat(Assigned("东湖区加装电梯方案\n一、职责分工\n区房管局负责监督。\n" + duty).Skip(1)));

    [Fact]
    public void A_comma_may_part_the_organ_from_its_duty_and_a_class_of_headquarters_has_one_too() => Assert.Equal(
        ["（一） 区水务局，负责清淤 | 区水务局/R", "（二） 各项目建设指挥部负责协调 | 各项目建设指挥部/Rg"],
        Assigned("东湖区河道治理方案\n一、职责分工\n（一）区水务局，负责清淤。\n（二）各项目建设指挥部负责协调。\n（三）综合协调组负责联络。"));

    [Fact]
    public void Departments_of_one_field_each_that_are_ordered_in_a_row_are_a_list_of_duties() => Assert.Equal(
        ["（一） 市公安部门要查处超载 | 市公安部门/R", "（二） 市质量技术监督部门要检测罐体 | 市质量技术监督部门/R", "（三） 市交通运输行政管理部门要公布目录 | 市交通运输行政管理部门/R"],
        Assigned("江东市危险货物运输监管意见\n一、严格监管\n（一）市公安部门要查处超载。\n（二）市质量技术监督部门要检测罐体。\n（三）市交通运输行政管理部门要公布目录。"));

    [Fact]
    public void Where_the_text_below_most_headings_opens_with_who_does_it_each_is_assigned() => Assert.Equal(
        ["（一） 统筹布局 | 市水务局/R", "（二） 培育产业 | 市商务局/R", "（三） 攻关技术 | 市科技局/L"],
        Assigned("江东市节水园区方案\n一、组织保障\n（一）统筹布局\n市水务局统筹园区布局，优化结构。\n（二）培育产业\n市商务局支持企业发展。\n（三）攻关技术\n市科技局牵头开展攻关。\n（四）营造氛围\n通过多种渠道宣传。"));

    [Fact]
    public void Two_such_texts_divide_nothing() => Assert.Empty(
        Assigned("江东市节水园区方案\n一、组织保障\n（一）统筹布局\n市水务局统筹园区布局，优化结构。\n（二）培育产业\n市商务局支持企业发展。\n（三）营造氛围\n通过多种渠道宣传。"));

    [Fact]
    public void Who_helps_may_stand_behind_an_enumeration_comma_and_in_front_of_the_work() => Assert.Equal(
        ["（一） 面向学生宣传 | 区教育局/L 区司法局/S"],
        Assigned("东湖区普法方案\n一、重点任务\n（一）面向学生宣传。由区教育局牵头、区司法局配合组织学校开展宣传工作。"));

    [Fact]
    public void In_a_list_of_duties_by_organ_what_is_ordered_is_a_duty_too() => Assert.Equal(
        ["（一） 区公安局负责维持秩序 | 区公安局/R", "（二） 区农业局要保护耕地 | 区农业局/R", "（三） 区财政局确保经费 | 区财政局/R", "（四） 各乡镇要落实属地责任 | 各乡镇/Rg", "（五） 区运管部门加强指导 | 区运管部门/R", "（六） 各街镇是实施的主体，负责管理 | 各街镇/Rg"],
        Assigned("东湖区整治方案\n一、责任分工\n（一）区公安局负责维持秩序。\n（二）区农业局要保护耕地。\n（三）区财政局确保经费。\n（四）各乡镇要落实属地责任。\n（五）区运管部门加强指导。\n（六）各街镇是实施的主体，负责管理。"));

    [Fact]
    public void Where_all_are_only_called_upon_nobody_is_named() => Assert.Empty(
        Assigned("东湖区办学请示\n一、加强领导，明确职责\n（一）各校要加强领导。\n（二）各有关乡镇要配备人员。\n（三）各有关部门要明确一位负责同志分管。"));

    [Theory]
    [InlineData("（二）区防汛指挥部办公室负责调度。", "（二） 区防汛指挥部办公室负责调度 | 区防汛指挥部办公室/R")]
    [InlineData("（二）东湖区旧区改造指挥部\n1.落实拆房申报。", "1. 落实拆房申报 | 东湖区旧区改造指挥部/R")]
    [InlineData("（二）工程指挥部负责调度。", "")]
    public void Headquarters_of_a_level_stand_and_others_are_set_up(string duty, string expected) => Assert.Equal(
        expected, string.Concat(Assigned("东湖区清淤方案\n一、职责分工\n（一）区水务局负责清淤。\n" + duty).Skip(1)));

    [Theory]
    [InlineData("（一）取缔非法运输。区城管局、区公安局及各街道等单位负责强化检查，加大处罚。", "区城管局/R 区公安局/R 各街道/Rg")]
    [InlineData("（一）取缔非法运输。区城管局负责人带队检查。", "")]
    [InlineData("（一）取缔非法运输。执法人员负责检查。", "")]
    public void Organs_of_a_level_may_open_the_sentence_behind_the_title(string item, string expected) => Assert.Equal(
        expected, string.Join(';', Reading.Plan(item).Documents[0].Tasks.Select(Reading.Departments)));

    [Theory]
    [InlineData("（一）医疗保障。由区卫健局安排人员接受培训，负责保障。", "区卫健局/R")]
    [InlineData("（一）医疗保障\n由区卫健局成立指导组，指导监测。", "区卫健局/R")]
    [InlineData("（一）医疗保障。由专人安排值守。", "")]
    [InlineData("（一）医疗保障。由区卫健局牵头成立专班。", "")]
    public void By_whom_it_is_to_be_done_may_open_the_sentence(string item, string expected) => Assert.Equal(
        expected, string.Join(';', Reading.Plan(item).Documents[0].Tasks.Select(Reading.Departments)));

    [Theory]
    [InlineData("1.社会事业处：对接区局，督促学校培训。\n2.各村（居）：掌握底数，建立台账。", "社会事业处/R; 各村（居）/Rg")]
    [InlineData("1.党政办公室：做好机关培训。\n2.农业农村处：督促船舶培训。\n3.医护人员：参加培训。", "; ; ")]
    public void Offices_and_classes_in_front_of_a_colon_have_the_work_if_all_items_have_one(string items, string expected) => Assert.Equal(
        expected, string.Join("; ", Reading.Plan("（一）工作任务\n" + items).Documents[0].Tasks.Select(Reading.Departments)));

    private static string[] WithoutDates(string text) => [.. Assigned(text).Select(t => t.Split(" | →")[0])];

    private static string[] Assigned(string text) => [.. Reading.Tasks(Reading.Notice(text)).Where(t => t.Contains('|', StringComparison.Ordinal))
        .Where(t => !t.EndsWith('|'))];

    [Fact]
    public void In_a_list_of_duties_the_title_of_an_item_names_who_does_it() => Assert.Equal(
        ["市场监督管理所/R 商务服务所/R", "镇建设服务中心/R"],
        Reading.Notice("青石镇走访工作方案\n一、任务分工\n1.市场监督管理所、商务服务所。由分管领导带队负责走访商铺。\n2.镇建设服务中心。由分管领导带队负责走访工地。").Documents[0].Tasks.Select(Reading.Departments));

    [Fact]
    public void What_is_to_be_put_right_is_ordered_of_the_organ_that_the_line_below_names() => Assert.Equal(
        ["1、 河边有垃圾 | 县环卫站/R", "2、 墙上有野广告,路边有杂物 | 县气象局/R 县供销社/R"],
        Reading.Tasks(Reading.Notice("1、河边有垃圾。\n整改要求：由县环卫站负责清除。\n2、墙上有野广告,路边有杂物。\n整改要求：按照先易后难的要求，由沿线包片单位县气象局、县供销社负责督促清理。")));

    [Fact]
    public void One_paragraph_may_hold_the_duties_of_several_organs() => Assert.Equal(
        ["县消防局负责指导改造 | 县消防局/R", "县财政局、县发改委负责落实经费 | 县财政局/R 县发改委/R", "各街道负责排摸底数 | 各街道/Rg"],
        Reading.Tasks(Reading.Notice("青石县充电场所改造方案\n一、职责分工\n本项目分步实施。县消防局负责指导改造。对方案把关。县财政局、县发改委负责落实经费。各街道负责排摸底数。")));

    [Theory]
    [InlineData("（一）市财政局负责的任务（2项）\n1.整理账目。做好台账。（6月底前完成）\n2.清理资产。及时入账。", "市财政局/R; 市财政局/R")]
    [InlineData("（一）市财政局牵头的工作\n1.整理账目。做好台账。\n2.清理资产。及时入账。", "市财政局/L; 市财政局/L")]
    [InlineData("（一）东风行动牵头的工作\n1.整理账目。做好台账。\n2.清理资产。及时入账。", "; ")]
    public void A_heading_that_says_who_leads_gives_its_items_that_role_if_it_is_an_organ(string items, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reading.Plan(items).Documents[0].Tasks.Select(Reading.Departments)));

    [Theory]
    [InlineData("（一）培训\n1.县教育局：培训师资。\n2.县财政局：落实资金。\n3.县审计局：组织审计。", "县教育局/R; 县财政局/R; 县审计局/R")]
    [InlineData("（一）培训\n1.县教育局：培训师资。\n2.县财政局：落实资金。", "县教育局/R; 县财政局/R")]
    [InlineData("（一）培训\n1.教育局：培训师资。\n2.财政局：落实资金。\n3.审计局：组织审计。", "教育局/R; 财政局/R; 审计局/R")]
    [InlineData("（一）培训\n1.县教育局：培训师资。", "")]
    [InlineData("（一）培训\n1.学生家长：参加培训。\n2.县财政局：落实资金。\n3.县审计局：组织审计。", "; ; ")]
    public void Items_that_all_open_with_organs_and_a_colon_are_theirs(string items, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reading.Plan(items).Documents[0].Tasks.Select(Reading.Departments)));

    [Fact]
    public void The_duties_of_an_emergency_plan_are_no_tasks_though_organs_stand_in_front() => Assert.Empty(
        Assigned("青石县防汛应急预案\n一、部门职责\n县水利局：负责巡查河道。\n县公安局：负责维护秩序。\n县卫健局：负责救护。"));

    [Theory]
    [InlineData("（一）推进清账。由县财政局负责，县审计局配合，加快清理账目。", "县财政局/R 县审计局/S")]
    [InlineData("（一）推进清账。由王强副县长负责，县财政局牵头，县审计局配合，加快清理账目。", "县财政局/L 县审计局/S")]
    [InlineData("（一）推进清账。由企业自行负责，加快清理账目。", "")]
    public void The_order_may_stand_behind_the_title_of_the_item(string item, string expected) =>
        Assert.Equal(expected, Reading.Departments(Reading.Plan(item).Documents[0].Tasks.Single()));

    [Fact]
    public void In_minutes_what_is_no_organ_is_told_nothing() => Assert.Equal(
        ["二、 会议听取水利汇报 | 区水利局/R"],
        Assigned("东湖区政府办公会议纪要\n一、会议听取了财政汇报。会议要求，由东风行动负责，抓紧清理账目。\n二、会议听取水利汇报。会议强调，请区水利局研究制定方案。"));

    [Theory]
    [InlineData("县应急局负责演练。", "县应急局/R")]
    [InlineData("县财政局要求负责同志到场。", "")]
    [InlineData("各单位要明确专人负责。", "")]
    [InlineData("县教育局主要负责演练。", "县教育局/R")]
    [InlineData("县教育局。制定演练方案。", "县教育局/R")]
    [InlineData("县教育局。演练方案如下。", "")]
    [InlineData("县教育局：制定演练方案。", "县教育局/R")]
    public void Under_a_heading_of_duties_only_an_organ_in_front_names_who(string paragraph, string expected) =>
        Assert.Equal(expected, string.Join("; ", Assigned("青石县清账方案\n一、工作分工\n" + paragraph).Select(t => t.Split(" | ")[1])));

    [Theory]
    [InlineData("（一）推进清账，由县财政局承办，县审计局协办，于6月底前完成。", "县财政局/R 县审计局/S")]
    [InlineData("（一）推进清账，由县财政局主办，确保年底前完成。", "县财政局/L")]
    [InlineData("（一）推进清账。请县财政局负责人到场。", "")]
    [InlineData("（一）请县财政局牵头清理账目。", "县财政局/L")]
    [InlineData("（一）请县财政局负责清理账目。", "县财政局/R")]
    public void An_order_in_the_first_sentence_names_who_carries_it_out(string item, string expected) =>
        Assert.Equal(expected, Reading.Departments(Reading.Plan(item).Documents[0].Tasks.Single()));

    [Theory]
    [InlineData("现将各部门的任务作如下划分：")]
    [InlineData("各成员单位职责明确如下：")]
    [InlineData("各有关单位责任分解如下：")]
    [InlineData("具体职责分工如下：")]
    [InlineData("部门职责安排如下，具体分工为：")]
    public void A_line_that_leads_to_duties_is_no_duty_of_its_own(string line) => Assert.Equal(
        ["县教育局负责培训师资 | 县教育局/R", "县财政局：保障经费 | 县财政局/R"],
        Assigned($"青石县清账方案\n一、清账\n{line}\n县教育局负责培训师资。\n县财政局：保障经费。"));
}
