namespace PolicyTracker.Parsing.Tests.Lines;

/// <summary>Notices whose line breaks were lost.</summary>
public sealed class RunOnTextTests
{
    private const string Plan = "东湖区提升行动方案 为提升环境，制定本方案。 一、总体要求 坚持统筹推进，分步实施。二、重点任务(一)整治水体。1.清淤护岸，治理河道12公里。(区水利局负责)2.修复湿地，新增湿地3.5公顷。(区林业局牵头，区财政局配合)(二)整治扬尘。1.管控工地，配齐喷淋设施。(区住建局负责)三、保障措施 (一)加强督查。(区政府督查室负责)";

    [Fact]
    public void Are_parted_where_their_numbers_go_on() => Assert.Equal(
        ["1. 清淤护岸，治理河道12公里 | 区水利局/R", "2. 修复湿地，新增湿地3.5公顷 | 区林业局/L 区财政局/S", "1. 管控工地，配齐喷淋设施 | 区住建局/R", "（一） 加强督查 | 区政府督查室/R"],
        Reading.Tasks(Reading.Notice(Plan)).Select(t => t.Replace("(一)", "（一）", StringComparison.Ordinal)));

    [Fact]
    public void A_tag_without_a_full_stop_ends_where_the_next_number_goes_on() => Assert.Equal(
        ["（1） 清淤护岸，治理河道12公里 | 区水利局/R | By ..2019-06-30", "（2） 修复湿地，新增湿地3.5公顷 | 区林业局/R | By ..2019-12-31", "（1） 管控工地，配齐喷淋设施 | 区住建局/R", "三、 保障措施加强督查 |"],
        Reading.Tasks(Reading.Notice("东湖区2019年提升行动方案 为提升环境，制定本方案。 一、总体要求 坚持统筹推进，分步实施。二、重点任务（一）整治水体（1）清淤护岸，治理河道12公里。责任单位：区水利局完成时限：2019年6月30日（2）修复湿地，新增湿地3.5公顷。责任单位：区林业局完成时限：2019年12月31日（二）整治扬尘（1）管控工地，配齐喷淋设施。责任单位：区住建局三、保障措施 加强督查。")));

    [Fact]
    public void Each_part_knows_its_columns()
    {
        var task = Reading.Notice(Plan).Documents[0].Tasks[1];
        var origin = task.Departments[0].Origin!.Span;
        Assert.Equal("区林业局", Plan[(origin.FirstColumn - 1)..origin.LastColumn]);
    }

    [Fact]
    public void A_paragraph_that_counts_within_itself_is_one() => Assert.Equal(
        ["（一） 整治水体 | 市水务局/R"],
        Reading.Tasks(Reading.Plan("（一）整治水体。统一、规范治理标准，重点抓好：1.清淤护岸，治理河道12公里，恢复两岸植被，整治沿河排口；2.修复湿地，新增湿地30公顷，配套建设步道；3.完善管网，改造雨污合流管道，提升污水收集率；4.建立台账，逐项销号管理。（市水务局负责）")));

    [Fact]
    public void A_list_of_one_chapter_in_one_line_gives_each_item_its_own_organs() => Assert.Equal(
        ["1、 产值增长11% | 区发改局/R 各街道/Rg", "2、 投资增长25% | 区发改局/R", "3、 外贸增长12% | 区商务局/R", "4、 收入增长13% | 区财政局/R"],
        Reading.Tasks(Reading.Notice("东湖区人民政府办公室关于分解落实《政府工作报告》的通知\n各街道办事处，区政府各部门: 现将2009年全区主要目标和工作任务分解给你们，请认真抓好落实，按月报送进展情况。 一、主要工作目标 1、产值增长11%(区发改局，各街道)。 2、投资增长25%(区发改局)。 3、外贸增长12%(区商务局)。 4、收入增长13%(区财政局)。")));
}
