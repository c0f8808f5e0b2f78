using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Who does it, told by sentences, headings and brackets of unusual build.</summary>
public class WhoInSentencesTests
{
    [Fact]
    public void An_organ_of_a_place_may_lead_where_one_of_a_level_helps() => Assert.Equal(
        "自然资源局东湖分局/L 区水务局/S 区人防办/S", Departments("自然资源局东湖分局牵头，区水务局、区人防办配合，2019年底前完成。"));

    [Fact]
    public void Whom_another_works_with_does_it_too() => Assert.Equal(
        ["（一） 加强规划布局 | 市发改委/R 市商务局/R 市规划局/R | →2019-09-30"],
        Reading.Tasks(Plan("（一）加强规划布局。由市发改委会同市商务局、市规划局等有关部门，于2019年9月底前编制完成发展规划，经批准后实施。")));

    [Theory]
    [InlineData("各市、县水行政主管部门", "各市、县水行政主管部门/Rg")]
    [InlineData("各县、区教育部门", "各县、区教育部门/Rg")]
    [InlineData("实验室与设备管理处、市审计局与市财政局", "实验室与设备管理处/R 市审计局/R 市财政局/R")]
    [InlineData("镇城建办、财政所、派出所、卫生院", "镇城建办/R 镇财政所/R 镇派出所/R 镇卫生院/R")]
    [InlineData("学生工作部（处）、校团委", "学生工作部（处）/R 校团委/R")]
    [InlineData("县民政局、人力社保局、供销合作总社", "县民政局/R 县人力社保局/R 县供销合作总社/R")]
    [InlineData("区住建局 各镇街", "区住建局/R 各镇街/Rg")]
    [InlineData("县公安局、派出所", "县公安局/R 派出所/R")]
    [InlineData("各市、州、直管市及东湖林区人民政府", "各市、州、直管市及东湖林区人民政府/Rg")]
    [InlineData("各乡镇、县水利局", "各乡镇/Rg 县水利局/R")]
    public void Lists_share_levels_and_endings(string names, string expected) => Assert.Equal(expected, Departments($"（{names}负责）"));

    [Theory]
    [InlineData("平江县城市建设投资有限责任公司", "平江县城市建设投资有限责任公司/R")]
    [InlineData("县脱贫攻坚指挥部各专班", "县脱贫攻坚指挥部各专班/Rg")]
    public void A_firm_is_one_organ_and_all_offices_of_a_headquarters_are_a_class(string name, string expected) => Assert.Equal(expected, Departments($"（责任单位：{name}）"));

    [Theory]
    [InlineData("二、市教育局、市民政局按职责牵头负责的工作", "市教育局/L 市民政局/L 市公安局/S")]
    [InlineData("二、多部门共同负责的工作", "市公安局/S")]
    public void A_heading_may_say_that_several_lead_each_his_own(string heading, string expected) => Assert.Equal(
        expected, Departments(Plan("（一）清淤。（市水利局负责）\n" + heading + "\n1.开展检查，组织观摩。（配合单位：市公安局）\n").Documents[0].Tasks[1]));

    [Fact]
    public void Who_takes_part_stands_on_a_line_of_its_own() => Assert.Equal(
        ["1. 开展检查 | 市教育局/L 市公安局/S 市民政局/S", "2. 推进改革 | 市水利局/L 市林业局/S"],
        Reading.Tasks(Plan("1.开展检查。\n牵头单位：市教育局\n参加单位：市公安局、市民政局\n2.推进改革。\n牵头单位：市水利局\n参加单位：市林业局\n")));

    [Fact]
    public void A_bracket_with_who_and_until_when_hands_out_work_even_in_a_regulation()
    {
        var notice = Notice("临江市人民政府关于印发非法集资工作管理办法的通知\n各县区人民政府：\n请认真执行。\n临江市人民政府\n2019年3月5日\n非法集资工作管理办法\n"
            + "一、总则\n（一）坚持属地管理。（市金融办负责）\n二、重点工作\n（一）建立举报制度。（市金融办、财政局负责，2019年10月底前完成）\n");
        Assert.Equal(["（一） 建立举报制度 | 市金融办/R 市财政局/R | By ..2019-10-31"], Reading.Tasks(notice));
    }
}
