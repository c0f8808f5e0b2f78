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
    public void Labels_behind_the_text_close_it() => Assert.Equal(
        ["一、 重点任务 | 市人社局/L", "加快主体培育 | 市市场监管局/L"],
        Reading.Tasks(Plan("优化就业服务\n组织招聘会，开展培训。\n牵头单位：市人社局\n加快主体培育\n简化注册手续。\n牵头单位：市市场监管局\n")));
}
