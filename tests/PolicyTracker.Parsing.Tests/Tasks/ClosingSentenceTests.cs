namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>The last sentence of an item says who does it, and perhaps by when.</summary>
public sealed class ClosingSentenceTests
{
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
    [InlineData("工程质量由施工单位负责。")]
    [InlineData("任务完成情况与考核挂钩，做到项项有人负责。")]
    [InlineData("由专家牵头，确保方案按期完成。")]
    public void Prose_that_ends_alike_is_none(string sentence) =>
        Assert.Equal("", Reading.Departments(Assert.Single(Reading.Plan("（一）整治水体。完善截污管网，清除淤泥。" + sentence).Documents[0].Tasks)));
}
