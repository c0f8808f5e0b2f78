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
    [InlineData("“五一”节前", "By ..2019-04-30")]
    [InlineData("中秋节前", "By ..2019-09-12")]
    [InlineData("秋季学期前", "By ..2019-08-31")]
    [InlineData("2020年秋季开学前全部到位", "By ..2020-08-31")]
    [InlineData("2020年12月底前完成并长期坚持", "By ..2020-12-31")]
    public void A_limit_is_the_last_day_of_what_is_named(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("2014—2020年", "Range 2014-01-01..2020-12-31")]
    [InlineData("2019年-2021年", "Range 2019-01-01..2021-12-31")]
    [InlineData("2019年3月—10月", "Range 2019-03-01..2019-10-31")]
    [InlineData("6月1日—15日", "Range 2019-06-01..2019-06-15")]
    [InlineData("2020年6月1-15日", "Range 2020-06-01..2020-06-15")]
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

    [Theory]
    [InlineData("文件印发后2周内", "By ..2019-03-19")]
    [InlineData("印发之日起2年内", "By ..2021-03-05")]
    [InlineData("印发之日起10个工作日内", "By ..2019-03-19")]
    [InlineData("印发之日起两个月内", "By ..2019-05-05")]
    public void A_term_from_the_day_of_issue_counts_in_the_printed_unit(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("5月中", "By ..2019-05-15")]
    [InlineData("5月初", "By ..2019-05-10")]
    [InlineData("去年底前", "By ..2018-12-31")]
    [InlineData("上年末", "By ..2018-12-31")]
    [InlineData("第1季度", "By ..2019-03-31")]
    [InlineData("2020年初", "By ..2020-01-31")]
    [InlineData("下半年", "By ..2019-12-31")]
    [InlineData("11月31日前", "By ..2019-11-30")]
    [InlineData("2019年5月起", "Open ..")]
    [InlineData("2020年5月，2019年12月", "By ..2020-05-31")]
    [InlineData("-", "none")]
    public void A_part_of_a_year_or_month_ends_on_its_own_last_day(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("2018年至2017年", "By ..2018-12-31")]
    [InlineData("2019年5月至3月", "By ..2019-05-31")]
    [InlineData("即日起至2018年10月31日", "By ..2018-10-31")]
    [InlineData("2016年，“十三五”期间", "By ..2016-12-31")]
    public void A_range_that_ends_before_it_begins_is_none(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("端午节前", "By ..2019-06-06")]
    [InlineData("2020年端午节前", "By ..2020-06-24")]
    [InlineData("2020年中秋节前", "By ..2020-09-30")]
    [InlineData("2025年中秋节前", "By ..2025-10-05")]
    [InlineData("劳动节前", "By ..2019-04-30")]
    [InlineData("春季开学前", "By ..2019-02-28")]
    [InlineData("元旦前", "By ..2019-12-31")]
    [InlineData("2020年元旦前", "By ..2019-12-31")]
    [InlineData("2020年元旦节前完成", "By ..2019-12-31")]
    [InlineData("一旦发现立即整改", "Open ..")]
    public void A_holiday_ends_on_the_day_before_it(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("印发之日起十五日内", "By ..2019-03-20")]
    [InlineData("印发之日起十五个工作日内", "By ..2019-03-26")]
    [InlineData("五月二十五日前", "By ..2019-05-25")]
    [InlineData("“十五”期间", "Range 2001-01-01..2005-12-31")]
    [InlineData("十四五期间", "Range 2021-01-01..2025-12-31")]
    public void A_number_that_ends_in_fifteen_is_no_plan(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("2019.3-10月", "Range 2019-03-01..2019-10-31")]
    [InlineData("2019年11-12月", "Range 2019-11-01..2019-12-31")]
    [InlineData("2019年5月8日—6月30日", "Range 2019-05-08..2019-06-30")]
    [InlineData("2019年至2020年上半年", "Range 2019-01-01..2020-06-30")]
    [InlineData("2019—2020年6月底", "By ..2020-06-30")]
    [InlineData("2019年起-2021年", "Range 2019-01-01..2021-12-31")]
    public void A_span_of_months_or_days_ends_where_its_last_part_does(string printed, string expected) => Assert.Equal(expected, Read(printed));

    [Theory]
    [InlineData("十二月三十一日前", "By ..2019-12-31")]
    [InlineData("二〇一九年十月底", "By ..2019-10-31")]
    [InlineData("十一月二十日前", "By ..2019-11-20")]
    [InlineData("三月五日前", "By ..2019-03-05")]
    [InlineData("2019年5月30日前", "By ..2019-05-30")]
    [InlineData("2019年5月31日前", "By ..2019-05-31")]
    [InlineData("2019年5月05日前", "By ..2019-05-05")]
    [InlineData("2019.12.31", "By ..2019-12-31")]
    [InlineData("2019.10", "By ..2019-10-31")]
    [InlineData("2019.10.15", "By ..2019-10-15")]
    [InlineData("2019/6/5", "By ..2019-06-05")]
    [InlineData("2019年年底", "By ..2019-12-31")]
    [InlineData("本年度底前", "By ..2019-12-31")]
    [InlineData("6月内", "By ..2019-06-30")]
    [InlineData("政策印发后3个月内", "Open ..")]
    [InlineData("/", "none")]
    [InlineData("无", "none")]
    [InlineData("——", "none")]
    public void Digits_points_and_numerals_name_the_same_days(string printed, string expected) => Assert.Equal(expected, Read(printed));

    private static string Read(string printed) =>
        Reading.Deadline(Reading.Plan($"（一）推进示范建设。完善机制。（责任单位：市财政局。完成时限：{printed}）").Documents[0].Tasks.Single().Deadline);
}
