namespace PolicyTracker.Parsing.Tests;

public sealed class SecrecyMarkTests
{
    [Theory]
    [InlineData("绝密")]
    [InlineData("机密★10年")]
    [InlineData("秘 密")]
    [InlineData("机　密　★　长期")]
    [InlineData("【秘密】")]
    [InlineData("密级：机密")]
    [InlineData("秘密☆6个月")]
    [InlineData("# 绝密★启用前")]
    public void A_mark_on_a_line_of_its_own_in_the_head_stops_the_import(string line) =>
        Assert.Equal(SecrecyLevel.StateSecret, Find("000012\n" + line + "\n特急\n临江市人民政府文件\n")?.Level);

    [Theory]
    [InlineData("工作秘密")]
    [InlineData("内部")]
    [InlineData("内部资料 注意保存")]
    [InlineData("（内部文件）")]
    public void Work_secrets_and_internal_papers_are_asked_about_first(string line) =>
        Assert.Equal(SecrecyLevel.AskFirst, Find(line + "\n临江市人民政府文件\n")?.Level);

    [Theory]
    [InlineData("临江市国家保密局关于加强机密文件管理的通知")]
    [InlineData("严守国家秘密，保护商业秘密。")]
    [InlineData("秘密级计算机")]
    [InlineData("内部审计工作要点")]
    [InlineData("秘书处")]
    public void A_word_in_a_title_or_a_sentence_is_no_mark(string line) => Assert.Null(Find(line + "\n"));

    [Fact]
    public void A_mark_far_below_the_head_is_a_word_of_the_text() =>
        Assert.Null(Find(string.Concat(Enumerable.Range(1, 60).Select(i => $"{i}.正文。\n")) + "机密\n"));

    private static SecrecyFinding? Find(string text) => SecrecyMark.Find(new SourceText("x.txt", text.Split('\n')));
}
