namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>The last sentence of an item says who does it, and perhaps by when.</summary>
public sealed class ClosingSentenceTests
{
    [Theory]
    [InlineData("（一）开展素养培训：市委组织部牵头，市委党校承办。", "市委组织部/L 市委党校/R")]
    [InlineData("（一）开展素养培训：由市教育局负责。", "市教育局/R")]
    [InlineData("（一）工作原则：坚持统一领导，分级负责。", "")]
    public void It_may_stand_behind_the_colon_of_a_short_item(string item, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Plan(item).Documents[0].Tasks.Select(Reading.Departments)));

    [Fact]
    public void Each_part_of_an_item_may_end_with_its_own_list() => Assert.Equal(
        ["（一） 落实资助 | 市教育局/R", "实施改造80户 | 市住建局/R 各区政府/Rg", "开展排查 | 市水务局/R"],
        Reading.Tasks(Reading.Plan("（一）落实资助（市教育局）；实施改造80户（市住建局、各区政府）；开展排查（市水务局）。")));

    [Fact]
    public void A_bracket_that_explains_a_word_does_not_part_an_item() => Assert.Equal(
        ["（一） 报主管部门(市住建局)审定；开展排查 | 市水务局/R"],
        Reading.Tasks(Reading.Plan("（一）报主管部门(市住建局)审定；开展排查（市水务局）。")));

    [Theory]
    [InlineData("由市水务局牵头，市城管局配合，2019年8月底前完成。", "市水务局/L 市城管局/S", "By ..2019-08-31")]
    [InlineData("由东山区政府牵头，市水务局配合，立即开展。", "东山区政府/L 市水务局/S", "Open ..")]
    [InlineData("由市环保局牵头，每季度末完成。", "市环保局/L", "Recurring ..")]
    [InlineData("财政金融局、审计中心按职责分工负责。", "财政金融局/R 审计中心/R", "none")]
    [InlineData("市水务局牵头，市城管局配合。", "市水务局/L 市城管局/S", "none")]
    [InlineData("由市水务局负责，市城管局配合，责任人：王立新。", "市水务局/R 市城管局/S", "none")]
    [InlineData("市环保局、物价局、江东电业局参加。", "市环保局/S 市物价局/S 江东电业局/S", "none")]
    public void It_is_the_tag_of_its_item(string sentence, string departments, string deadline)
    {
        var task = Assert.Single(Reading.Plan("（一）整治水体。完善截污管网，清除淤泥。" + sentence).Documents[0].Tasks);
        Assert.Equal(departments, Reading.Departments(task));
        Assert.Equal(deadline, Reading.Deadline(task.Deadline));
        Assert.Empty(task.Milestones);
    }

    [Theory]
    [InlineData("（一）整治水体，完善截污管网，市水务局牵头，市城管局配合。", "市水务局/L 市城管局/S", "none")]
    [InlineData("（一）整治水体，市水务局、市城管局按职责分工负责，9月底前完成。", "市水务局/R 市城管局/R", "By ..2019-09-30")]
    [InlineData("（一）整治水体，完善截污管网，市水务局负责；", "市水务局/R", "none")]
    [InlineData("（一）整治水体，完善截污管网，责任单位：市水务局，9月底前完成。", "市水务局/R", "By ..2019-09-30")]
    [InlineData("（一）整治水体，专家组牵头，有关企业配合。", "", "none")]
    public void Its_clauses_may_follow_the_work_in_the_same_sentence(string item, string departments, string deadline)
    {
        var task = Assert.Single(Reading.Plan(item).Documents[0].Tasks);
        Assert.Equal(departments, Reading.Departments(task));
        Assert.Equal(deadline, Reading.Deadline(task.Deadline));
    }

    [Theory]
    [InlineData("工程质量由施工单位负责。")]
    [InlineData("任务完成情况与考核挂钩，做到项项有人负责。")]
    [InlineData("由专家牵头，确保方案按期完成。")]
    public void Prose_that_ends_alike_is_none(string sentence) =>
        Assert.Equal("", Reading.Departments(Assert.Single(Reading.Plan("（一）整治水体。完善截污管网，清除淤泥。" + sentence).Documents[0].Tasks)));
}
