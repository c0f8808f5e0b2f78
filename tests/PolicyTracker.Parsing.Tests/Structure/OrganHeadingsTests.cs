namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Work divided among organs by lines that name them.</summary>
public sealed class OrganHeadingsTests
{
    private const string Head = "东湖区2021年重点工作任务分解\n为做好2021年重点工作，现将任务分解如下。\n";

    [Fact]
    public void Lines_that_end_with_a_colon_head_the_items_below_them() => Assert.Equal(
        ["1. 清淤 | 区水利局/R", "2. 护岸 | 区水利局/R", "1. 争取资金 | 区财政局/R", "2. 管好资金 | 区财政局/R"],
        Tasks("区水利局：\n1.清淤。\n2.护岸。\n区财政局：\n1.争取资金。\n2.管好资金。"));

    [Fact]
    public void Under_a_heading_of_duties_too() => Assert.Equal(
        ["1. 清淤 | 区水利局/R", "2. 护岸 | 区水利局/R", "1. 争取资金 | 区财政局/R", "2. 管好资金 | 区财政局/R", "（一） 加强督查 |"],
        Tasks("一、职责分工\n区水利局：\n1.清淤。\n2.护岸。\n区财政局：\n1.争取资金。\n2.管好资金。\n二、保障措施\n（一）加强督查。"));

    [Theory]
    [InlineData("一、牵头单位：区水利局\n1.清淤。\n2.护岸。\n二、牵头单位：区财政局\n1.争取资金。")]
    [InlineData("一、区水利局牵头的任务（2项）\n1.清淤。\n2.护岸。\n二、区财政局牵头的任务（1项）\n1.争取资金。")]
    public void A_numbered_heading_may_be_a_label(string text) => Assert.Equal(
        ["1. 清淤 | 区水利局/L", "2. 护岸 | 区水利局/L", "1. 争取资金 | 区财政局/L"], Tasks(text));

    [Fact]
    public void The_count_of_items_behind_the_organ_is_no_part_of_its_name() => Assert.Equal(
        ["1. 清淤 | 区水利局/R", "1. 争取资金 | 区财政局/R"], Tasks("一、区水利局（1项）\n1.清淤。\n二、区财政局（1项）\n1.争取资金。"));

    [Fact]
    public void A_single_such_line_heads_nothing() => Assert.Equal(
        ["1. 清淤 |", "2. 护岸 |"], Tasks("一、重点任务\n区水利局：\n1.清淤。\n2.护岸。"));

    private static string[] Tasks(string items) => Reading.Tasks(Reading.Notice(Head + items));
}
