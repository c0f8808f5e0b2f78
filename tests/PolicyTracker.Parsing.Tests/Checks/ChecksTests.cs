namespace PolicyTracker.Parsing.Tests.Checks;

/// <summary>What a clerk would query. Each sentence is made up.</summary>
public sealed class ChecksTests
{
    [Theory]
    [InlineData("（一）甲。（市财政局负责）\n（三）乙。（市财政局负责）", "numbering-gap")]
    [InlineData("（一）甲。（市财政局负责）\n（一）乙。（市财政局负责）", "numbering-repeat")]
    [InlineData("（一）甲。（市财政局负责）\n（三）乙。（市财政局负责）\n（二）丙。（市财政局负责）", "numbering-back")]
    [InlineData("（一）到年，建成示范点10个。（市财政局负责）", "blanked-year")]
    [InlineData("（一）落实省有关文件（江政发〔〕12号）。（市财政局负责）", "blanked-year")]
    [InlineData("（一）建设中心。（责任单位：市财政局。完成时限：“十三”陆续建设）", "five-year-plan-cut")]
    [InlineData("（一）建设中心。（责任单位：市财政局", "unclosed-bracket")]
    [InlineData("（一）建设中心。（责任单位：）", "tag-names-nobody")]
    [InlineData("（一）建设中心。（责任单位：市财政局。完成时限：2018年6月）", "deadline-before-notice")]
    [InlineData("（一）建设中心。（责任单位：市老科协、某某）", "guessed-department")]
    [InlineData("（一）甲。（江北供电公司负责）\n（二）乙。（江北供电公司负责）\n（三）丙。（江比供电公司负责）", "odd-department")]
    public void Something_odd_is_said_with_its_line(string items, string code)
    {
        var diagnostic = Reading.Plan(items).Diagnostics.FirstOrDefault(d => d.Code == code);
        Assert.NotNull(diagnostic);
        Assert.InRange(diagnostic.Line, 9, 12);
    }

    [Theory]
    [InlineData("（一）每年年底前完成。（市财政局负责）\n（二）乙。（市审计局负责）")]
    [InlineData("（一）建成后由年产能10万吨的企业运营。（市财政局负责）")]
    [InlineData("（一）甲。（市林业局负责）\n（二）乙。（市农业局负责）\n（三）丙。（市农业局负责）")]
    [InlineData("（一）建设中心。（责任单位：市财政局。完成时限：2019年6月）")]
    [InlineData("（一）甲。（市财政局负责）\n（二）乙。（市财政局负责）")]
    [InlineData("（一）甲。\n1.丙。（市财政局负责）\n2.丁。（市财政局负责）\n（二）乙。\n1.戊。（市财政局负责）")]
    [InlineData("（一）到2022年，建成示范点10个。（市财政局负责）")]
    [InlineData("（一）落实省有关文件（江政发〔2018〕12号）。（市财政局负责）")]
    [InlineData("（一）建设中心。（责任单位：市财政局。完成时限：“十三五”陆续建设）")]
    [InlineData("（一）建设中心。〔责任单位：市财政局)")]
    [InlineData("（一）建设中心。（责任单位：市财政局。排在第一位的为牵头单位，下同）")]
    [InlineData("（一）建设中心。（责任单位：市老科协）")]
    public void What_is_in_order_raises_nothing(string items) => Assert.Empty(Reading.Plan(items).Diagnostics);

    [Fact]
    public void The_masthead_of_a_gazette_is_outside_its_documents()
    {
        var notice = Reading.Notice(
            "江东市人民政府公报\n2019年第1期\n江东市人民政府关于甲工作的通知..... 2\n江东市人民政府关于甲工作的通知\n江东府发〔2019〕1号\n各县（区）人民政府：\n请认真落实。\n江东市人民政府\n2019年1月2日\n"
            + "江东市人民政府关于乙工作的通知\n江东府发〔2019〕2号\n各县（区）人民政府：\n请认真落实。\n江东市人民政府\n2019年1月3日\n");
        Assert.Equal(["江东府发〔2019〕1号", "江东府发〔2019〕2号"], notice.Documents.Select(d => d.DocNumber));
        var outside = Assert.Single(notice.Diagnostics, d => d.Code == "outside-documents");
        Assert.Equal((1, 3), (outside.Line, outside.LastLine));
    }

    [Theory]
    [InlineData("（一）甲。（市财政局负责）\n（二）乙。（市财政局负责）\n（一）丙。（市财政局负责）")]
    [InlineData("（一）甲。（责任领导：王强）")]
    [InlineData("（一）甲。（市财政局、市审计局负责）\n（二）乙。（责任单位：排在第一位的为牵头单位，下同）")]
    public void Neither_does_a_count_that_begins_again_nor_a_tag_that_says_something_else_than_who(string items) => Assert.Empty(Reading.Plan(items).Diagnostics);
}
