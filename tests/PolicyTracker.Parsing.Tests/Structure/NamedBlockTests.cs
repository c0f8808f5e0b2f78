namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Work that is printed in blocks of labelled lines instead of numbered items.</summary>
public sealed class NamedBlockTests
{
    [Fact]
    public void What_is_counted_may_be_named() => Assert.Equal(
        ["第一件民生实事： 改造公路200公里 | 市交通局/R", "第2项： 新增车位 | 市公安局/R"],
        Reading.Tasks(Reading.Plan("第一件民生实事：改造公路200公里。\n责任单位：市交通局\n第2项：新增车位。\n责任单位：市公安局\n")));

    [Fact]
    public void Each_block_that_names_its_task_is_one() => Assert.Equal(
        ["改造老旧电梯 | 市住建局/L 市财政局/S | By ..2019-09-30", "培训护理人员 | 市卫健委/L | By ..2019-12-31"],
        Reading.Tasks(Reading.Plan(
            "任务名称：改造老旧电梯\n任务内容：更换电梯40部。\n牵头单位：市住建局\n配合单位：市财政局\n完成时限：9月底前\n"
            + "任务名称：培训护理人员\n任务内容：培训800人次。\n牵头单位：市卫健委\n完成时限：年底前\n")));

    [Fact]
    public void Tag_below_the_measures_of_a_numbered_problem_closes_the_problem() => Assert.Equal(
        ["问题一： 渣土车带泥上路 | 市城管局/L 市公安局/R | By ..2019-08-31", "问题二： 河道垃圾清运不及时 | 市水务局/L | By ..2019-10-31 | →2019-06-30"],
        Reading.Tasks(Reading.Plan(
            "问题一：渣土车带泥上路。\n整改措施：\n1.增设冲洗台。\n2.加密夜间巡查。\n牵头单位：市城管局\n责任单位：市公安局\n整改时限：2019年8月底前\n"
            + "问题二：河道垃圾清运不及时。\n整改措施：\n1.2019年6月底前配齐保洁船。\n2.公开举报电话。\n牵头单位：市水务局\n整改时限：2019年10月底前\n")));

    [Fact]
    public void Named_blocks_are_no_gap_in_the_numbers() => Assert.DoesNotContain(
        Reading.Plan("任务名称：甲\n牵头单位：市住建局\n任务名称：乙\n牵头单位：市财政局\n").Diagnostics, d => d.Code.StartsWith("numbering", StringComparison.Ordinal));

    [Fact]
    public void No_text_nests_deeper_than_there_are_styles_of_numbers()
    {
        var plan = Reading.Plan(string.Concat(Enumerable.Repeat("第一条 甲\n一、乙\n任务一：丙\n（一）丁\n", 3000)));
        Assert.InRange(plan.Documents[0].Outline.Max(Depth), 2, 12);

        static int Depth(OutlineNode node) => 1 + node.Children.Select(Depth).DefaultIfEmpty().Max();
    }

    [Fact]
    public void Spoken_numbers_part_items_as_printed_ones_do()
    {
        var notice = Reading.Plan("二、落实措施\n首先，健全机制。各单位成立专班。\n其次，加强宣传。（市委宣传部负责）\n最后，严格督查。（市政府督查室负责）\n");
        Assert.Equal(["首先， 健全机制 |", "其次， 加强宣传 | 市委宣传部/R", "最后， 严格督查 | 市政府督查室/R"], Reading.Tasks(notice));
        Assert.Empty(notice.Diagnostics);
    }

    [Theory]
    [InlineData("任务十分繁重，各单位要抓紧。")]
    [InlineData("问题一多，群众就不满意。")]
    [InlineData("项目3个已经开工。")]
    public void Sentences_that_begin_with_such_a_word_open_no_block(string sentence) =>
        Assert.Single(Reading.Plan($"（一）建设泵站。{sentence}\n{sentence}\n责任单位：市水务局\n").Documents[0].Tasks);

    [Fact]
    public void Articles_are_numbered_through_under_headings_with_han_numbers()
    {
        var tasks = Reading.Plan("二、减轻负担\n第一条  减免租金。（责任单位：市财政局）\n三、稳定岗位\n第二条  返还保费。（责任单位：市人社局）\n第三条  发放补贴。（责任单位：市人社局）\n").Documents[0].Tasks;
        Assert.Equal(["二、减轻负担", "三、稳定岗位", "三、稳定岗位"], tasks.Select(t => t.Path[^1]));
    }

    [Theory]
    [InlineData("①", "②")]
    [InlineData("⑴", "⑵")]
    [InlineData("㈠", "㈡")]
    [InlineData("1.", "2.")]
    [InlineData("1、", "2、")]
    [InlineData("1）", "2）")]
    [InlineData("（1）", "（2）")]
    [InlineData("(一)", "(二)")]
    [InlineData("第一条 ", "第二条 ")]
    [InlineData("第一，", "第二，")]
    [InlineData("一是", "二是")]
    [InlineData("首先，", "其次，")]
    [InlineData("其次，", "再次，")]
    public void Items_are_counted_in_any_style(string first, string second) => Assert.Equal(
        ["县财政局/R", "县审计局/R"],
        Reading.Plan($"一、任务\n{first}整理账目。逐笔核对。（县财政局负责）\n{second}清理资产。逐项登记。（县审计局负责）").Documents[0].Tasks.Select(Reading.Departments));

    [Theory]
    [InlineData("第一章 总则", "第二章 任务")]
    [InlineData("第一节 总则", "第二节 任务")]
    [InlineData("第一编 总则", "第二编 任务")]
    [InlineData("第1章 总则", "第2章 任务")]
    [InlineData("一、总则", "二、任务")]
    public void Chapters_sections_and_parts_stand_above_the_items(string first, string second) => Assert.Equal(
        [second.Replace(" ", ""), second.Replace(" ", "")],
        Reading.Plan($"{first}\n（一）目的。为了清账。\n{second}\n（一）整理账目。逐笔核对。（县财政局负责）\n（二）清理资产。逐项登记。（县审计局负责）").Documents[0].Tasks.Select(t => t.Path[^1].Replace(" ", "")));
}
