namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>牵头, 责任, 配合 and the words that tags use for them. Names are made up.</summary>
public sealed class RolesTests
{
    [Theory]
    [InlineData("（市财政局牵头，市审计局、教育局配合）", "市财政局/L 市审计局/S 市教育局/S")]
    [InlineData("(责任单位:市财政局、市审计局)", "市财政局/R 市审计局/R")]
    [InlineData("【牵头单位：市财政局；配合单位：市审计局】", "市财政局/L 市审计局/S")]
    [InlineData("[牵头部门：市财政局 责任部门：市审计局 协办部门：市统计局]", "市财政局/L 市审计局/R 市统计局/S")]
    [InlineData("（市财政局、市审计局负责）", "市财政局/R 市审计局/R")]
    [InlineData("（市财政局、市审计局按职责分工负责）", "市财政局/R 市审计局/R")]
    [InlineData("（市财政局牵头，市审计局等按职责分工负责）", "市财政局/L 市审计局/R")]
    [InlineData("（市财政局牵头负责，市审计局参与）", "市财政局/L 市审计局/S")]
    [InlineData("（市财政局、市审计局分别牵头）", "市财政局/L 市审计局/L")]
    [InlineData("（由市财政局牵头，市审计局协助）", "市财政局/L 市审计局/S")]
    [InlineData("（市财政局会同市审计局负责）", "市财政局/R 市审计局/R")]
    [InlineData("（市财政局会同有关部门）", "市财政局/R 有关部门/Rg")]
    [InlineData("（发展改革委牵头，财政部、人民银行、能源局等配合）", "发展改革委/L 财政部/S 人民银行/S 能源局/S")]
    [InlineData("（国家发展改革委、财政部等按职责分工负责）", "国家发展改革委/R 财政部/R")]
    [InlineData("（牵头单位：市财政局；责任单位：市财政局、市审计局）", "市财政局/L 市审计局/R")]
    [InlineData("（牵头：市财政局；配合：市审计局）", "市财政局/L 市审计局/S")]
    [InlineData("（牵头责任单位：市财政局；协同责任单位：市审计局）", "市财政局/L 市审计局/S")]
    [InlineData("（责任股室：预算股、办公室；配合股室：国库股）", "预算股/R 办公室/R 国库股/S")]
    [InlineData("（责任单位：市财政局；执行期限：2020年2—6月）", "市财政局/R")]
    [InlineData("（市气象局负责，汛期内每日发布）", "市气象局/R")]
    [InlineData("（市财政局会同市审计局，每年组织）", "市财政局/R 市审计局/R")]
    [InlineData("（主办单位：市财政局，协办单位：市审计局）", "市财政局/L 市审计局/S")]
    [InlineData("（责任单位：市财政局牵头，市审计局配合）", "市财政局/L 市审计局/S")]
    [InlineData("（市财政局负责资金保障，市审计局负责监督检查）", "市财政局/R[负责资金保障] 市审计局/R[负责监督检查]")]
    [InlineData("（市财政局、市审计局）", "市财政局/R 市审计局/R")]
    [InlineData("保额提高至1500元（县财政局、县银监组、江北财险、东方财险）。", "县财政局/R 县银监组/R 江北财险/R 东方财险/R")]
    [InlineData("由市财政局牵头，市审计局、各县（区）配合。", "市财政局/L 市审计局/S 各县（区）/Sg")]
    [InlineData("此项工作由市财政局、市审计局负责。", "市财政局/R 市审计局/R")]
    [InlineData("（责任单位：市财政局，市审计局；各县（区）人民政府）", "市财政局/R 市审计局/R 各县（区）人民政府/Rg")]
    [InlineData("主办：市财政局；会办：市审计局、统计局。", "市财政局/L 市审计局/S 市统计局/S")]
    [InlineData("（牵头部门：市财政局；相关责任部门：市审计局）", "市财政局/L 市审计局/R")]
    [InlineData("（责任单位：市财政局；主管领导：李敏；主要责任人：王立新）", "市财政局/R")]
    [InlineData("（牵头单位：市财政局；支撑单位：市审计局）", "市财政局/L 市审计局/S")]
    [InlineData("（第12号。牵头单位：市财政局；协办单位：市审计局）", "市财政局/L 市审计局/S")]
    [InlineData("（承办：市财政局；协助：市审计局）", "市财政局/R 市审计局/S")]
    [InlineData("〖主办单位：市财政局；协办单位：市审计局〗", "市财政局/L 市审计局/S")]
    [InlineData("（市财政局牵头 市审计局、市统计局配合）", "市财政局/L 市审计局/S 市统计局/S")]
    [InlineData("（责任单位：市财政局[牵头]、市审计局）", "市财政局/L 市审计局/R")]
    [InlineData("（第一责任单位：市财政局；第二责任单位：市审计局）", "市财政局/L 市审计局/R")]
    [InlineData("（总牵头：市财政局；牵头：市审计局；配合：市统计局）", "市财政局/L 市审计局/L 市统计局/S")]
    [InlineData("（市财政局总牵头，市审计局、市统计局分别牵头）", "市财政局/L 市审计局/L 市统计局/L")]
    [InlineData("（市财政局、市审计局双牵头，市统计局配合）", "市财政局/L 市审计局/L 市统计局/S")]
    [InlineData("（市财政局指导、各县（区）政府组织实施）", "各县（区）政府/Rg")]
    [InlineData("牵头（责任）单位：市财政局；配合（协作）单位：市审计局", "市财政局/L 市审计局/S")]
    [InlineData("→责任单位：市财政局、市审计局", "市财政局/R 市审计局/R")]
    [InlineData("{责任单位：市财政局、市审计局}", "市财政局/R 市审计局/R")]
    [InlineData("（市财政局等5部门按职责负责）", "市财政局/R")]
    [InlineData("（市财政局负总责，市审计局具体落实）", "市财政局/R 市审计局/R")]
    [InlineData("（市财政局负责牵头，市审计局予以支持）", "市财政局/L 市审计局/S")]
    [InlineData("（市财政局牵头，市审计局积极配合）", "市财政局/L 市审计局/S")]
    [InlineData("（此项工作由市财政局负责）", "市财政局/R")]
    [InlineData("（以上事项均由市财政局牵头，市审计局配合）", "市财政局/L 市审计局/S")]
    [InlineData("★责任单位：市财政局，市审计局。", "市财政局/R 市审计局/R")]
    [InlineData("（负责部门：市财政局、市审计局；适用范围：江北试验区）", "市财政局/R 市审计局/R")]
    [InlineData("（市财政局负责；督办单位：市政府督查室）", "市财政局/R")]
    [InlineData("由镇国土所牵头，镇水利站、环保办配合，各村具体实施，9月底前完成。", "镇国土所/L 镇水利站/S 镇环保办/S 各村/Rg")]
    [InlineData("具体由城建办负责。", "城建办/R")]
    [InlineData("培养骨干【组织部、各党总支】", "组织部/R 各党总支/Rg")]
    [InlineData("责任领导：张明，牵头办所：社会事务办，责任单位：各村（社区）", "社会事务办/L 各村（社区）/Rg")]
    [InlineData("（責任單位：市財政局、市審計局）", "市財政局/R 市審計局/R")]
    [InlineData("（ 责 任 单 位 ： 市财 政局、市审计局 ）", "市财政局/R 市审计局/R")]
    public void A_tag_gives_each_organ_its_role(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（责任单位：市教育局、市科技局等有关部门）", "市教育局/R 市科技局/R 有关部门/Rg")]
    [InlineData("（责任单位：市教育局等市级有关部门）", "市教育局/R 市级有关部门/Rg")]
    [InlineData("（责任单位：临江学院、江北职业学院等高校）", "临江学院/R 江北职业学院/R 高校/Rg")]
    [InlineData("（责任单位：市教育局等）", "市教育局/R")]
    [InlineData("（教育部、财政部等部门按职责分工负责）", "教育部/R 财政部/R")]
    [InlineData("（市教育局、市科技局等单位负责）", "市教育局/R 市科技局/R")]
    public void What_stands_behind_and_so_on_is_a_class(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（责任领导：张明副市长；责任单位：市教育局）", "市教育局/R", "张明副市长")]
    [InlineData("（李华副市长牵头，市教育局负责）", "市教育局/R", "李华副市长")]
    [InlineData("（牵头领导：王强；牵头单位：市教育局）", "市教育局/L", "王强")]
    [InlineData("（市级领导：王强；牵头单位：市教育局；督办单位：市政府督查室）", "市教育局/L", "王强")]
    [InlineData("（牵头负责领导：王强；责任单位：市教育局）", "市教育局/R", "王强")]
    public void Persons_are_leaders_and_no_departments(string tag, string departments, string leader)
    {
        var task = Reading.Plan("（一）推进示范建设。完善工作机制。" + tag).Documents[0].Tasks.Single();
        Assert.Equal(departments, Reading.Departments(task));
        Assert.Equal([leader], task.Leaders);
    }

    [Fact]
    public void A_line_of_leaders_belongs_to_the_line_of_units_below_it()
    {
        var task = Reading.Plan("（一）物资组\n牵头领导：王强\n协助领导：李华\n主要职责：负责物资调配；负责资金保障。\n责任单位：市财政局、市商务局").Documents[0].Tasks.Single();
        Assert.Equal("（一） 物资组 市财政局/R 市商务局/R", task.Number + " " + task.Title + " " + Reading.Departments(task));
        Assert.Equal(["王强", "李华"], task.Leaders);
    }

    [Fact]
    public void A_contact_is_neither_a_leader_nor_a_department()
    {
        var task = Reading.Plan("（一）推进示范建设。完善工作机制。（责任单位：市教育局；联系人：赵敏，联系电话：2345678）").Documents[0].Tasks.Single();
        Assert.Equal("市教育局/R", Reading.Departments(task));
        Assert.Empty(task.Leaders);
    }

    [Theory]
    [InlineData("鼓励企业参与建设（企业自行负责运营费用）。")]
    [InlineData("健全党委领导、政府负责、社会协同的体制。")]
    [InlineData("形成政府牵头、部门配合、社会参与的格局。")]
    [InlineData("由市财政局牵头成立专班，市审计局配合，及时研究问题。")]
    [InlineData("各地要加强领导，各级教育部门要统筹推进，其他部门要密切配合。")]
    [InlineData("报主管部门备案（省级示范社、家庭农场、专业合作社）")]
    [InlineData("坚持政府统一领导、部门分工负责。")]
    [InlineData("用好扶持政策（含财政贴息、税费减免）。")]
    public void Prose_about_who_does_what_is_no_tag(string sentence)
    {
        var task = Reading.Plan("（一）推进示范建设。" + sentence).Documents[0].Tasks.Single();
        Assert.Empty(task.Departments);
    }

    [Theory]
    [InlineData("（责任单位：市财政局（牵头）、市审计局（参与）、市统计局（负责））", "市财政局/L 市审计局/S 市统计局/R")]
    [InlineData("（市财政局、市审计局（牵头单位）；市统计局、市林业局（配合单位））", "市财政局/L 市审计局/L 市统计局/S 市林业局/S")]
    [InlineData("（市财政局、市审计局（统计科）；市统计局（配合单位））", "市财政局/R 市审计局/R[统计科] 市统计局/S")]
    public void A_role_in_brackets_is_that_of_its_name_or_of_the_names_back_to_the_semicolon(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（市财政局牵头会同市审计局、市统计局落实）", "市财政局/L 市审计局/R 市统计局/R")]
    [InlineData("（市财政局牵头会商市审计局推进）", "市财政局/L 市审计局/R")]
    public void Whom_the_leader_works_with_is_responsible(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Fact]
    public void A_comma_parts_who_does_it_from_who_helps() =>
        Assert.Equal("市财政局/R 市审计局/S 市统计局/S", Reading.Departments("（市财政局，市审计局、市统计局配合）"));

    [Fact]
    public void A_comma_in_the_brackets_of_a_share_does_not_end_it() =>
        Assert.Equal("市财政局/R[负责（资金保障、绩效评价）] 市审计局/S", Reading.Departments("（市财政局负责（资金保障、绩效评价），市审计局配合）"));

    [Theory]
    [InlineData("（责任单位：市财政局。要逐笔核对账目，及时入账。）", "市财政局/R")]
    [InlineData("责任单位：市财政局。要逐笔核对账目，及时入账。", "市财政局/R")]
    [InlineData("责任单位：市财政局（含市债务办。下同）、市审计局", "市财政局/R[含市债务办。下同] 市审计局/R")]
    [InlineData("责任单位：市财政局、市审计局。市统计局按职责配合。", "市财政局/R 市审计局/R 市统计局/S")]
    [InlineData("牵头单位：市财政局。市审计局。", "市财政局/L 市审计局/L")]
    public void What_stands_behind_the_full_stop_of_a_list_counts_only_where_it_names_organs(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（一）推进清账。理清账目（责任领导：王强）。", "王强")]
    [InlineData("（一）推进清账。成立县财政局（责任领导：王强）工作专班。", "")]
    public void A_leader_in_brackets_behind_the_name_of_an_organ_is_that_organ_s(string item, string leader) =>
        Assert.Equal(leader, string.Concat(Reading.Plan(item).Documents[0].Tasks.Single().Leaders));

    [Theory]
    [InlineData("（一）清账。逐笔核对。\n市财政局牵头，市审计局配合", "市财政局/L 市审计局/S")]
    [InlineData("（一）清账。逐笔核对。\n市财政局牵头抓好账目核对，市审计局配合", "")]
    [InlineData("（一）清账。逐笔核对。\n各部门积极参与。", "各部门/Sg")]
    [InlineData("（一）清账。逐笔核对。\n各部门要积极参与。", "")]
    [InlineData("（一）清账。逐笔核对。\n各部门、市财政局要积极参与。", "各部门/Sg 市财政局/S")]
    [InlineData("（一）清账。逐笔核对。各部门要密切配合。", "")]
    public void A_line_or_sentence_of_organs_and_verbs_alone_is_a_tag_but_no_exhortation_is(string item, string expected) =>
        Assert.Equal(expected, Reading.Departments(Reading.Plan(item).Documents[0].Tasks.Single()));

    [Theory]
    [InlineData("（一）清账。逐笔核对（教育局、财政局）。", "教育局/R 财政局/R")]
    [InlineData("（一）清账。逐笔核对（教育局）。", "")]
    [InlineData("（一）清账。逐笔核对（市财政局、市审计局）。", "市财政局/R 市审计局/R")]
    public void Bare_names_of_offices_in_brackets_are_a_tag_where_there_are_two(string item, string expected) =>
        Assert.Equal(expected, Reading.Departments(Reading.Plan(item).Documents[0].Tasks.Single()));

    [Theory]
    [InlineData("（一）清账。逐笔核对，责任单位市财政局。", "市财政局/R")]
    [InlineData("（一）清账。逐笔核对 责任单位：市财政局", "市财政局/R")]
    [InlineData("（一）清账。逐笔核对。市财政局负责，责任人：王强。", "市财政局/R")]
    [InlineData("（一）清账。逐笔核对。监督单位：市财政局。", "")]
    [InlineData("（一）清账。 责任单位 要切实负起责任", "")]
    public void A_label_behind_the_text_opens_a_tag(string item, string expected) =>
        Assert.Equal(expected, Reading.Departments(Reading.Plan(item).Documents[0].Tasks.Single()));

    [Fact]
    public void A_bracket_beside_a_tag_is_its_deadline_only_where_it_says_when() => Assert.Equal(
        ["（一） 清账 | 市财政局/R | By ..2019-06-30", "（二） 清账 | 市财政局/R"],
        Reading.Tasks(Reading.Plan("（一）清账。逐笔核对。（市财政局负责）（6月底前）\n（二）清账。逐笔核对。（市财政局负责）（试点推进）")));

    [Fact]
    public void A_list_in_a_bracket_of_its_own_above_the_items_is_no_item() => Assert.Equal(
        ["一、 重点任务 | 市财政局/R 市审计局/R"], Reading.Tasks(Reading.Plan("（市财政局、市审计局）\n（一）清账。")));

    [Theory]
    [InlineData("（市财政局负责人到场）", "")]
    [InlineData("（市财政局协同，市审计局协同创新中心配合）", "市财政局/S 市审计局协同创新中心/S")]
    [InlineData("（市财政局、市政协办负责）", "市财政局/R 市政协办/R")]
    [InlineData("（市财政局结合各自职责依法分别落实）", "市财政局/R")]
    [InlineData("（市财政局在本部门职权范围内负责）", "市财政局/R")]
    [InlineData("（市财政局负责，市审计局、市统计局督办）", "市财政局/R")]
    [InlineData("（新建县教育局、改扩建区水务局负责）", "")]
    [InlineData("（实施办、市财政局负责）", "实施办/R 市财政局/R")]
    [InlineData("（责任单位：市财政局。相关单位：市审计局、市统计局）", "市财政局/R 市审计局/R 市统计局/R")]
    [InlineData("（牵头单位是市财政局，配合单位为市审计局）", "市财政局/L 市审计局/S")]
    public void A_word_that_holds_a_role_is_a_verb_only_behind_a_name(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));

    [Theory]
    [InlineData("（责任单位﹕市财政局﹑市审计局）", "市财政局/R 市审计局/R")]
    [InlineData("﹝责任单位︰市财政局､市审计局﹞", "市财政局/R 市审计局/R")]
    [InlineData("〖责任单位∶市财政局﹐市审计局﹔市统计局〗", "市财政局/R 市审计局/R 市统计局/R")]
    [InlineData("﹙市财政局牵头﹐市审计局配合﹚", "市财政局/L 市审计局/S")]
    [InlineData("｛责任单位：市财政局｡牵头单位：市审计局｝", "市财政局/R 市审计局/L")]
    [InlineData("（责任​单位：市﻿财政局、**市审计局**）", "市财政局/R 市审计局/R")]
    [InlineData("（责任单位：市财政局；完成时限：2019～2020年）", "市财政局/R")]
    [InlineData("⟨责任单位：市财政局（「市债务办」）⟩", "市财政局/R[「市债务办」]")]
    public void Marks_of_any_shape_mean_the_same(string tag, string expected) => Assert.Equal(expected, Reading.Departments(tag));
}
