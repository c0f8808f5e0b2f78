namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Page numbers in the shapes that printers and scans give them.</summary>
public sealed class FurnitureTests
{
    [Theory]
    [InlineData("- 3 -")]
    [InlineData("— 3 —")]
    [InlineData("— 3\n—")]
    [InlineData("第3页 共9页")]
    public void A_page_number_is_no_text(string page) =>
        Assert.Equal(["（一） 推进建设 | 市财政局/R", "（二） 做好评估 |"], Reading.Tasks(Reading.Plan($"（一）推进建设。（市财政局负责）\n{page}\n（二）做好评估。组织专家评估。")));

    [Fact]
    public void An_item_of_a_list_is() =>
        Assert.Contains(Reading.Plan("（一）推进建设。\n- 3个社区试点\n（市财政局负责）").Documents[0].Tasks, t => t.Text.Contains("3个社区试点", StringComparison.Ordinal));
}
