namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Duties by organ where their forms are mixed, and items that open with who does them. All made up.</summary>
public sealed class DutiesInMixedFormsTests
{
    [Fact]
    public void A_name_alone_and_a_name_with_its_duty_behind_it_head_their_own_duties() => Assert.Equal(
        "区林业局/R; 区公安局/R 区司法局/R; 区教育局/R; 区民政局/R 区残联/R; 区人社局/R",
        Assigned("二、职责分工\n区林业局：\n巡护林区。\n区公安局、区司法局：\n查处火案。\n区教育局：加强校园宣传。\n区民政局、区残联：负责排查。\n区人社局 负责培训。\n"));

    [Fact]
    public void In_a_list_of_duties_a_bracket_adds_to_its_own_duty() => Assert.Equal(
        "区林业局/R; 区公安局/R; 区环保局/R 区住建局/S; 区农业局/R 区畜牧中心/S",
        Assigned("二、成员单位职责\n区林业局：负责巡护林区。\n区公安局——负责查处火案。\n区环保局：负责推进治理（区住建局配合），年底前完成。\n区农业局：负责秸秆利用；区畜牧中心配合。\n"));

    [Fact]
    public void A_sentence_that_only_says_who_leads_is_no_duty() => Assert.Single(
        Reading.Plan("二、职责分工\n巡护林区。区林业局牵头；区公安局、区教育局配合；查处火案。区公安局牵头；区林业局、区司法局配合。\n").Documents[0].Tasks);

    [Theory]
    [InlineData("（一）区林业局\n1.巡护林区。\n2.培训护林员。配合单位：区人社局\n（二）区公安局\n1.查处火案，区林业局、区司法局配合\n（三）区公路管理段\n1.清理路肩。\n（四）其他各镇、区直各单位：清理可燃物。",
        "区林业局/R; 区林业局/R 区人社局/S; 区公安局/R 区林业局/S 区司法局/S; 区公路管理段/R; 其他各镇/Rg 区直各单位/Rg")]
    [InlineData("（一）区林业局\n1.巡护林区。\n（二）强化宣传\n1.开设专栏。\n（三）强化保障\n1.落实经费。", "")]
    public void A_section_divided_by_organ_assigns_what_stands_below_each(string list, string expected) =>
        Assert.Equal(expected, Assigned("二、任务分解\n" + list));

    [Theory]
    [InlineData("1.由区林业局、区公安局负责，新建哨所2座。", "区林业局/R 区公安局/R")]
    [InlineData("1.由区林业局、区公安局分别负责，对林区、路口设卡检查。", "区林业局/R 区公安局/R")]
    [InlineData("1.由各镇人民政府、街道办事处负责，清理可燃物。", "各镇人民政府/Rg 街道办事处/Rg")]
    [InlineData("1.由区林业局牵头、区公安局、区民政局配合，落实巡护。", "区林业局/L 区公安局/S 区民政局/S")]
    [InlineData("1.由区林业局牵头，区公安局、区民政局配合：清理坟边杂草、林缘枯枝。", "区林业局/L 区公安局/S 区民政局/S")]
    [InlineData("1.区林业局会同区公安局、区民政局，盘活编制资源。", "区林业局/R 区公安局/R 区民政局/R")]
    public void An_item_opens_with_who_does_it(string item, string expected) => Assert.Equal(expected, Assigned("二、工作任务\n" + item + "\n"));

    [Fact]
    public void Behind_a_blank_a_short_label_stays_one() => Assert.Equal(
        "安全部/R 办公室/S", Assigned("二、工作任务\n1.清理可燃物。责任：安全部 配合：办公室\n"));

    [Fact]
    public void A_body_of_the_state_is_none_that_the_notice_sets_up() => Assert.Equal(
        "青石银保监组/R; 区公安局/R", Assigned("二、职责分工\n青石银保监组：负责清理账户。\n宣传报道组：负责报道。\n区公安局：负责查处。\n"));

    private static string Assigned(string body) => string.Join("; ", Reading.Plan(body).Documents[0].Tasks.Where(t => t.Departments.Count > 0).Select(Reading.Departments));
}
