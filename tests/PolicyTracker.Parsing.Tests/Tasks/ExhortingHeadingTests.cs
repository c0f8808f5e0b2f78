namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Headings that say why the work matters, or who has which part in it, order none.</summary>
public sealed class ExhortingHeadingTests
{
    [Theory]
    [InlineData("提高思想认识", 0)]
    [InlineData("提高政治站位，充分认识防汛工作的重要性", 0)]
    [InlineData("统一思想认识", 0)]
    [InlineData("普查机构", 0)]
    [InlineData("保障对象", 0)]
    [InlineData("聚焦重点对象", 1)]
    [InlineData("普查经费", 0)]
    [InlineData("组织体系", 0)]
    [InlineData("健全组织体系", 1)]
    [InlineData("落实工作经费", 1)]
    [InlineData("提高服务水平", 1)]
    [InlineData("提高认识能力和水平，开展全员培训", 1)]
    public void They_are_told_by_their_words(string heading, int tasks) => Assert.Equal(
        tasks, Reading.Plan("二、" + heading + "\n各单位要克服麻痹思想，落实各项措施，做到守土有责。\n").Documents[0].Tasks.Count);
}
