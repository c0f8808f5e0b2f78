namespace PolicyTracker.Parsing.Tests;

public sealed class OrganNamesTests
{
    [Theory]
    [InlineData("财政局", true)]
    [InlineData("商务粮食局", true)]
    [InlineData("国税局", true)]
    [InlineData("检察院", true)]
    [InlineData("财攻局", false)]
    [InlineData("应急管里局", false)]
    [InlineData("", false)]
    public void Known_words_make_up_the_whole_of_a_name_or_not(string name, bool isMadeUpOfThem) => Assert.Equal(isMadeUpOfThem, OrganNames.IsOfKnownWords(name));

    [Theory]
    [InlineData("鼓励 配合 支持 引导 协助 积极 严格 强化 充分 深入 加快 持续 继续 探索 完成 编制", false)]
    [InlineData("引导基金 继续教育 编制办 编制委", true)]
    public void What_opens_with_an_order_is_no_name(string words, bool isName) =>
        Assert.All(words.Split(' '), word => Assert.Equal(isName, OrganNames.IsOrgan(word + "发展服务中心")));

    [Theory]
    [InlineData("市财政局", true, false)]
    [InlineData("各县(市、区)人民政府", true, true)]
    [InlineData("按职责分工", false, false)]
    public void Organ_and_class_of_organs_are_told_by_their_words(string name, bool isOrgan, bool isClass) =>
        Assert.Equal((isOrgan, isClass), (OrganNames.IsOrgan(name), OrganNames.IsClass(name)));
}
