namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>The forms in which notices print a list of duties by organ, and the headings under which it stands. All made up.</summary>
public sealed class DutyListFormsTests
{
    private const string Expected = "区林业局/R; 区公安局/R; 各街道（镇）/Rg; 区气象局/R";
    private const string Plain = "区林业局负责巡护林区。\n区公安局负责查处火案。\n各街道（镇）负责清理可燃物。\n区气象局负责发布预警。";

    [Theory]
    [InlineData("区林业局\n负责巡护林区。\n区公安局\n查处火案。\n各街道（镇）\n清理可燃物。\n区气象局\n发布预警。")]
    [InlineData("——区林业局：负责巡护林区。\n——区公安局：查处火案。\n——各街道（镇）：清理可燃物。\n——区气象局：发布预警。")]
    [InlineData("·区林业局：负责巡护林区。\n·区公安局：查处火案。\n·各街道（镇）：清理可燃物。\n·区气象局：发布预警。")]
    [InlineData("区林业局——负责巡护林区。\n区公安局——组织查处火案。\n各街道（镇）——加强清理可燃物。\n区气象局——及时发布预警。")]
    [InlineData("1.区林业局主要职责：巡护林区。\n2.区公安局主要职责：查处火案。\n3.各街道（镇）主要职责：清理可燃物。\n4.区气象局主要职责：发布预警。")]
    [InlineData("区林业局职责：负责巡护林区。\n区公安局职责：查处火案。\n各街道（镇）职责：负责清理可燃物。\n区气象局职责：发布预警。")]
    [InlineData("1.区林业局的职责是：负责巡护林区。\n2.区公安局的职责是查处火案。\n3.各街道（镇）的职责是清理可燃物。\n4.区气象局的职责是：发布预警。")]
    [InlineData("【区林业局】巡护林区。\n【区公安局】查处火案。\n【各街道（镇）】清理可燃物。\n【区气象局】发布预警。")]
    [InlineData("区林业局主要承担林区巡护。\n区公安局具体承担火案查处。\n各街道（镇）承担可燃物清理。\n区气象局承担预警发布。")]
    [InlineData("区林业局依据职责负责巡护林区。\n区公安局按照职责分工负责查处火案。\n各街道（镇）依法负责清理可燃物。\n区气象局根据各自职责，负责发布预警。")]
    [InlineData("1.区林业局要巡护林区。\n2.区公安局要查处火案。\n3.各街道（镇）要清理可燃物。\n4.区气象局应发布预警。")]
    [InlineData("区林业局要巡护林区。\n区公安局要查处火案。\n各街道（镇）要清理可燃物。\n区气象局应发布预警。")]
    public void Each_form_names_its_organ(string list) => Assert.Equal(Expected, Assigned("二、职责分工\n" + list));

    [Theory]
    [InlineData("林业局承担林区巡护。\n公安局是查处火案的责任部门，负责办案。\n气象局作为预警的牵头单位，发布预警。", "林业局/R; 公安局/R; 气象局/R")]
    [InlineData("市场监管部门主要职责：检查燃气用具。\n消防部门主要职责：检查火源。", "市场监管部门/R; 消防部门/R")]
    public void Organs_without_a_level_too(string list, string expected) => Assert.Equal(expected, Assigned("二、职责分工\n" + list));

    [Theory]
    [InlineData("二、分工负责")]
    [InlineData("二、统一领导，分工负责")]
    [InlineData("二、明确分工，落实责任")]
    [InlineData("二、各成员单位工作任务")]
    [InlineData("二、责任划分")]
    [InlineData("二、职责要求")]
    [InlineData("二、组织领导\n成立领导小组，各成员单位职责分工如下：")]
    [InlineData("二、组织机构\n（一）领导小组。由区长任组长。\n（二）成员单位职责")]
    public void Such_headings_lead_to_duties(string heading) => Assert.Equal(Expected, Assigned(heading + "\n" + Plain));

    [Theory]
    [InlineData("二、组织领导\n成立领导小组，各成员单位职责分工如下：\n1.区林业局\n巡护林区。\n2.区公安局\n查处火案。")]
    [InlineData("二、组织领导\n各成员单位职责分工如下：\n（一）区林业局\n巡护林区。\n（二）区公安局\n查处火案。")]
    public void So_does_the_line_above_the_items(string list) => Assert.Equal("区林业局/R; 区公安局/R", Assigned(list));

    [Theory]
    [InlineData("二、工作任务\n区林业局\n巡护林区。\n区公安局\n查处火案。")]
    [InlineData("二、职责分工\n区林业局\n区公安局\n三、其他\n按要求落实。")]
    [InlineData("二、组织机构\n主办单位\n区林业局承办。\n1.区公安局协办。")]
    public void Names_alone_are_duties_of_nobody_elsewhere(string list) => Assert.Equal("", Assigned(list));

    [Fact]
    public void A_single_name_on_its_line_heads_nothing() =>
        Assert.Equal("区公安局/R", Assigned("二、职责分工\n区林业局\n巡护林区。\n区公安局负责查处火案。"));

    [Fact]
    public void What_a_class_is_called_upon_to_do_behind_the_list_only_exhorts() =>
        Assert.Equal("区林业局/R; 区公安局/R", Assigned("二、职责分工\n区林业局负责巡护林区。\n区公安局负责查处火案。\n各部门要密切协作。"));

    [Fact]
    public void Below_an_organ_a_finer_one_may_have_its_own_heading() => Assert.Equal(
        "区林业局/R; 街道林业站/R; 公安部门/R; 公安部门/R",
        Assigned("二、职责分工\n（一）林业部门\n1.区林业局\n巡护林区。\n2.街道林业站\n清理可燃物。\n（二）公安部门\n1.查处火案。\n2.维护秩序。"));

    [Fact]
    public void An_organ_that_works_with_others_is_ordered_alone() => Assert.Equal(
        "区林业局/R; 区公安局/R; 区气象局/R", Assigned("二、职责分工\n1.区林业局负责巡护。\n2.区公安局要联合有关部门开展夜查。\n3.区气象局负责预警。"));

    [Theory]
    [InlineData("（一）区政府是防火的责任主体，负责统筹。\n（二）区林业局牵头编制计划。\n（三）区公安局牵头负责办案。\n（四）区气象局负责预警。\n（五）区审计局负责审计。", "区政府/R; 区林业局/L; 区公安局/L; 区气象局/R; 区审计局/R")]
    [InlineData("区林业部门指导巡护。\n区公安部门负责办案。\n区气象部门负责预警。\n区审计部门负责审计。", "区林业部门/R; 区公安部门/R; 区气象部门/R; 区审计部门/R")]
    public void Above_a_run_of_duties_what_an_organ_does_is_one_too(string list, string expected) => Assert.Equal(expected, Assigned("二、组织实施\n" + list));

    [Theory]
    [InlineData("（一）林业局（负责人：王立）\n1.印发通知。\n2.布置会场。\n（二）公安局（负责人：李明）\n1.维护秩序。", "林业局/R; 林业局/R; 公安局/R")]
    [InlineData("（一）林业局\n1.印发通知。\n（二）公安局\n1.维护秩序。\n（三）民兵方阵\n1.参加巡游。\n（四）气象局\n1.发布预警。", "林业局/R; 公安局/R; 气象局/R")]
    public void Arrangements_divided_by_organ_may_name_persons_and_have_one_heading_more(string list, string expected) =>
        Assert.Equal(expected, string.Join("; ", Departments("东湖区防火演练工作安排\n" + list)));

    [Theory]
    [InlineData("（牵头单位：区林业局）", "区林业局/L; 区林业局/L")]
    [InlineData("（责任单位：区林业局、区公安局）", "区林业局/R 区公安局/R; 区林业局/R 区公安局/R")]
    [InlineData("（区林业局负责）", "区林业局/R; 区林业局/R")]
    public void A_tag_in_a_bare_heading_names_who_does_each_item_below(string tag, string expected) =>
        Assert.Equal(expected, Assigned($"二、重点任务\n（一）加强巡护{tag}\n1.划定责任区。\n2.配备护林员。"));

    [Theory]
    [InlineData("（一）加强巡护（区林业局负责）\n1.划定责任区。\n2.配备护林员。（区公安局负责）", "区林业局/R; 区公安局/R")]
    [InlineData("（一）加强巡护。划定责任区。（区林业局负责）\n1.配备护林员。\n2.发放装备。", "区林业局/R")]
    [InlineData("（一）加强巡护（区林业局负责，6月底前完成）\n1.划定责任区。\n2.配备护林员。", "区林业局/R")]
    [InlineData("（一）加强巡护（区林业局负责）\n1.划定责任区。", "区林业局/R")]
    public void A_heading_with_text_a_date_or_tags_below_is_the_task_itself(string items, string expected) => Assert.Equal(expected, Assigned("二、重点任务\n" + items));

    [Fact]
    public void In_a_reply_such_a_heading_hands_out_nothing() =>
        Assert.Empty(Departments("东湖区人民政府关于设立护林站的批复\n区林业局：\n现批复如下。\n一、职责\n（一）加强巡护（区林业局负责）\n1.划定责任区。\n2.配备护林员。"));

    private static string Assigned(string list) => string.Join("; ", Departments("东湖区防火工作方案\n为做好防火工作，制定本方案。\n一、总体要求\n预防为主。\n" + list + "\n三、工作要求\n加强领导。"));

    private static IEnumerable<string> Departments(string text) =>
        Reading.Notice(text).Documents[0].Tasks.Where(t => t.Departments.Count > 0).Select(Reading.Departments);

    [Fact]
    public void Crowds_are_no_holders_of_an_office() => Assert.Equal(
        ["镇安监所/R", "镇城建办/R"],
        Reading.Plan("（一）职责分工\n镇安监所负责人员密集场所的检查。\n镇城建办负责房屋安全。\n").Documents[0].Tasks.Select(Reading.Departments));

    [Fact]
    public void Who_holds_an_office_answers_for_no_duty_of_the_list() => Assert.Equal(
        ["市教育局/R", "市水利局/R"],
        Reading.Plan("（一）职责分工\n各单位主要负责人是第一责任人。\n市教育局负责校园安全。\n市水利局负责水库安全。\n").Documents[0].Tasks.Select(Reading.Departments));
}
