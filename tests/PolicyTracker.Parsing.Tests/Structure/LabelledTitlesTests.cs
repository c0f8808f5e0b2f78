using static PolicyTracker.Parsing.Tests.Reading;

namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Titles without a number above their labels, the text behind these.</summary>
public class LabelledTitlesTests
{
    [Fact]
    public void A_title_above_its_labels_heads_the_text_behind_them()
    {
        var notice = Plan("优化就业服务\n牵头单位：市人社局\n完成时限：6月底前\n组织招聘会，开展培训。\n建立求职台账。\n加快主体培育\n牵头单位：市市场监管局\n简化注册手续；扶持个体工商户。\n");
        Assert.Equal(["优化就业服务 | 市人社局/L | By ..2019-06-30", "加快主体培育 | 市市场监管局/L"], Reading.Tasks(notice));
        Assert.Equal([(9, 13), (14, 16)], notice.Documents[0].Tasks.Select(t => (t.Lines.First, t.Lines.Last)));
        Assert.All(notice.Documents[0].Tasks, t => Assert.Equal("一、重点任务", t.Path[^1]));
    }

    [Fact]
    public void Labels_may_stand_behind_the_text() => Assert.Equal(
        ["优化就业服务 | 市人社局/L", "加快主体培育 | 市市场监管局/L", "治理消防隐患 | 市消防救援支队/L"],
        Reading.Tasks(Plan("优化就业服务\n组织招聘会，开展培训。\n牵头单位：市人社局\n加快主体培育\n简化注册手续。\n牵头单位：市市场监管局\n治理消防隐患\n牵头单位：市消防救援支队\n")));

    [Fact]
    public void Sentences_that_a_label_closes_are_no_titles() => Assert.Equal(
        ["一、 重点任务 | 市人社局/L", "简化注册手续 | 市市场监管局/L"],
        Reading.Tasks(Plan("组织招聘会，开展培训。\n牵头单位：市人社局\n简化注册手续。\n牵头单位：市市场监管局\n")));

    [Fact]
    public void Until_when_may_stand_behind_the_text_of_who_stands_above()
    {
        var task = Plan("1.扩容学位\n主责单位：市教育局\n新建小学2所。其中一所9月1日前开学。\n时间要求：12月底前\n2.改造管网。（市水务局负责）\n").Documents[0].Tasks[0];
        Assert.Equal("市教育局/L", Departments(task));
        Assert.Equal("By ..2019-12-31", Reading.Deadline(task.Deadline));
        Assert.Equal([new DateOnly(2019, 9, 1)], task.Milestones);
        Assert.Equal((9, 12), (task.Lines.First, task.Lines.Last));
    }

    [Fact]
    public void Above_an_item_with_a_mark_a_title_is_not_the_work() => Assert.Equal(
        ["建设幼儿园 | 县教育局/R", "建设医院 | 县卫健委/R"],
        Reading.Tasks(Plan("优化教育\n★建设幼儿园。\n责任单位：县教育局\n提升健康\n★建设医院。\n责任单位：县卫健委\n")));

    [Fact]
    public void Dashes_in_front_of_its_label_are_none_of_it() => Assert.Equal(
        ["公示作业 | 基础教育股/L 区教研室/S | By ..2019-03-18", "评选设计 | 区教研室/L 基础教育股/S | By ..2019-05-31"],
        Reading.Tasks(Plan("公示作业\n每班张贴公示栏。\n——牵头股室：基础教育股；配合单位：区教研室；3月18日前\n评选设计\n汇编案例集。\n——牵头股室：区教研室；配合单位：基础教育股；5月底前\n")));
}
