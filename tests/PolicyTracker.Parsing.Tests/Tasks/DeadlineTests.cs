namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Deadlines of tags and time columns. The made-up plan is of 5 March 2019.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2019年12月底前", "By ..2019-12-31")]
    [InlineData("8.23（周五）", "By ..2019-08-23")]
    [InlineData("9.1", "By ..2019-09-01")]
    [InlineData("提高8.2个百分点", "Open ..")]
    [InlineData("立行立改", "Open ..")]
    [InlineData("即知即改，长期坚持", "Ongoing ..")]
    [InlineData("按季度推进，年底前完成", "By ..2019-12-31")]
    [InlineData("每月调度，每季度末完成", "Recurring ..")]
    [InlineData("2020年", "By ..2020-12-31")]
    [InlineData("2020年完成", "By ..2020-12-31")]
    [InlineData("2016年12月", "By ..2016-12-31")]
    [InlineData("2019年6月30日前", "By ..2019-06-30")]
    [InlineData("2019.6.30", "By ..2019-06-30")]
    [InlineData("2019-06", "By ..2019-06-30")]
    [InlineData("2 0 1 9 年 6 月 月底前完成 方案", "By ..2019-06-30")]
    [InlineData("二〇一九年六月底", "By ..2019-06-30")]
    [InlineData("6月底前", "By ..2019-06-30")]
    [InlineData("年底前", "By ..2019-12-31")]
    [InlineData("年内", "By ..2019-12-31")]
    [InlineData("全年", "By ..2019-12-31")]
    [InlineData("今年底前完成", "By ..2019-12-31")]
    [InlineData("明年6月底前", "By ..2020-06-30")]
    [InlineData("一季度末", "By ..2019-03-31")]
    [InlineData("2020年第二季度", "By ..2020-06-30")]
    [InlineData("上半年", "By ..2019-06-30")]
    [InlineData("三季度前", "By ..2019-06-30")]
    [InlineData("9月上旬", "By ..2019-09-10")]
    [InlineData("2019年9月中旬", "By ..2019-09-20")]
    [InlineData("印发之日起30日内", "By ..2019-04-04")]
    [InlineData("文件印发后3个月内", "By ..2019-06-05")]
    [InlineData("2019年6月底前出台方案，2020年底前完成建设", "By ..2020-12-31")]
    [InlineData("2021年春节前", "By ..2021-02-11")]
    [InlineData("国庆节前完成", "By ..2019-09-30")]
    [InlineData("中秋节前", "By ..2019-09-12")]
    [InlineData("秋季学期前", "By ..2019-08-31")]
    [InlineData("2020年秋季开学前全部到位", "By ..2020-08-31")]
    [InlineData("2020年12月底前完成并长期坚持", "By ..2020-12-31")]
    public void A_limit_is_the_last_day_of_what_is_named(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("2014—2020年", "Range 2014-01-01..2020-12-31")]
    [InlineData("2019年-2021年", "Range 2019-01-01..2021-12-31")]
    [InlineData("2019年3月—10月", "Range 2019-03-01..2019-10-31")]
    [InlineData("2019年3-10月", "Range 2019-03-01..2019-10-31")]
    [InlineData("2019年3月至2020年6月", "Range 2019-03-01..2020-06-30")]
    [InlineData("即日起至10月31日", "Range 2019-03-05..2019-10-31")]
    [InlineData("“十三五”期间", "Range 2016-01-01..2020-12-31")]
    [InlineData("“十四五”陆续建设", "Range 2021-01-01..2025-12-31")]
    public void A_range_has_both_ends(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("“十三五”开工建设", "By ..2020-12-31")]
    [InlineData("“十四五”末", "By ..2025-12-31")]
    [InlineData("持续推进", "Ongoing ..")]
    [InlineData("长期坚持", "Ongoing ..")]
    [InlineData("全年持续", "Ongoing ..")]
    [InlineData("防火期内每日发布", "Recurring ..")]
    [InlineData("每月25日前", "Recurring ..")]
    [InlineData("每季度末", "Recurring ..")]
    [InlineData("每半年", "Recurring ..")]
    [InlineData("2020年起每年完成", "Recurring ..")]
    [InlineData("尽快出台具体措施", "Open ..")]
    [InlineData("春节前", "Open ..")]
    [InlineData("春季植树", "Open ..")]
    [InlineData("3年内", "Open ..")]
    [InlineData("用两年时间", "Open ..")]
    [InlineData("按省级要求时限完成", "Open ..")]
    public void Other_words_bind_in_their_own_way(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("（市财政局牵头，2019年6月底前完成）", "By ..2019-06-30")]
    [InlineData("（市财政局负责；长期坚持）", "Ongoing ..")]
    [InlineData("（责任单位：市财政局；时间节点：2019年9月）", "By ..2019-09-30")]
    [InlineData("（责任单位：市财政局；计划完工时间：2019年9月）", "By ..2019-09-30")]
    [InlineData("（市财政局负责，每年组织）", "Recurring ..")]
    [InlineData("（责任单位：市财政局）（完成时限：2019年9月）", "By ..2019-09-30")]
    [InlineData("（完成时限：2019年9月；责任单位：市财政局）", "By ..2019-09-30")]
    public void A_tag_may_say_when_without_a_label(string tag, string expected)
    {
        var task = Reading.Plan("（一）推进示范建设。完善机制。" + tag).Documents[0].Tasks.Single();
        Assert.Equal("市财政局", task.Departments.Single().Name);
        Assert.Equal(expected, Reading.Deadline(task.Deadline));
    }

    private static string Read(string printed) =>
        Reading.Deadline(Reading.Plan($"（一）推进示范建设。完善机制。（责任单位：市财政局。完成时限：{printed}）").Documents[0].Tasks.Single().Deadline);
}
