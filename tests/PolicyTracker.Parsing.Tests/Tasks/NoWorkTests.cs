namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>What stands among items and is none: captions, cells of a table that lost its shape, who sits in a group, lists of annexes.</summary>
public sealed class NoWorkTests
{
    [Theory]
    [InlineData("表2 清淤计划表\n年份\n面积（公顷）\n2020年\n4.42", 1)]
    [InlineData("各镇要组织巡查。", 2)]
    public void What_follows_the_last_tag_is_an_item_only_where_it_says_a_sentence(string below, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）清淤。疏浚河道10公里。（责任单位：县水利局）\n" + below).Documents[0].Tasks.Count);

    [Theory]
    [InlineData("成立清淤工作领导小组，统筹全县清淤工作。\n组长：何平 副县长\n成员：孙立 县水利局局长", 1)]
    [InlineData("成立清淤工作领导小组，统筹全县清淤工作，定期研究问题。", 2)]
    public void Who_sits_in_a_group_is_no_work(string body, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）清淤。疏浚河道10公里。\n（二）组织领导\n" + body).Documents[0].Tasks.Count);

    [Theory]
    [InlineData("附件：\n1.清淤户数统计表\n2.清淤工作实例\n3.清淤便民服务措施", 1)]
    [InlineData("附件：\n清淤任务清单\n1.清理河道。（责任单位：县水利局）\n2.清理水库。（责任单位：县水利局）", 3)]
    public void A_list_of_annexes_below_its_label_is_no_list_of_items(string annexes, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）清淤。疏浚河道10公里。（责任单位：县水利局）\n" + annexes).Documents[0].Tasks.Count);

    [Fact]
    public void The_members_of_a_group_under_a_heading_of_duties_are_no_organ() => Assert.DoesNotContain(
        Reading.Notice("青石县清淤工作方案\n一、部门职责\n（一）领导小组成员单位职责\n县水利局：负责清淤。\n县财政局：负责经费。").Documents[0].Tasks,
        t => t.Departments.Any(d => d.Name.Contains("成员单位", StringComparison.Ordinal)));
}
