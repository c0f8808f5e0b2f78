namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Targets that a task's own text dates. The made-up plan is of 5 March 2019.</summary>
public sealed class MilestoneTests
{
    [Theory]
    [InlineData("到2022年，建成示范点10个。", "2022-12-31")]
    [InlineData("力争2020年底前覆盖率达到80%，到2025年全覆盖。", "2020-12-31 2025-12-31")]
    [InlineData("2019年6月底前制定方案。", "2019-06-30")]
    [InlineData("6月底前制定方案，年底前完成建设。", "2019-06-30 2019-12-31")]
    [InlineData("于2020年6月底完成整合。", "2020-06-30")]
    [InlineData("达标占比2024年达到55%。", "2024-12-31")]
    [InlineData("一季度出台管理办法，10月完成验收。", "2019-03-31 2019-10-31")]
    [InlineData("自本方案印发之日起30日内制定细则。", "2019-04-04")]
    [InlineData("摸底排查（2019年6月10日前）。", "2019-06-10")]
    [InlineData("秋季学期前建成食堂10所。", "2019-08-31")]
    [InlineData("对2000年底前建成的小区摸排，4月底前完成录入。", "2019-04-30")]
    [InlineData("2019年度完成改造10处。", "2019-12-31")]
    [InlineData("2020年,全市用水总量控制在10亿立方米。", "2020-12-31")]
    [InlineData("2020年森林覆盖率30%以上。", "2020-12-31")]
    [InlineData("2020年重点支持2家企业列入名单。", "2020-12-31")]
    [InlineData("2020年重点打造示范街区。", "2020-12-31")]
    [InlineData("2020年力争引进一家企业。", "2020-12-31")]
    [InlineData("各乡镇于2019年2月20日前，完成房屋排查。", "2019-02-20")]
    [InlineData("4月底前完成2018年度项目验收，12月底前新建5处。", "2019-04-30 2019-12-31")]
    [InlineData("到“十四五”末，争取20座公园入列。", "2025-12-31")]
    [InlineData("“十四五”期间，新建绿道30公里。", "2025-12-31")]
    [InlineData("“十三五”时期完成规划编制。", "2020-12-31")]
    [InlineData("年底总结评估前完成。", "2019-12-31")]
    public void A_date_of_a_target_counts(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("2020年起全面推行。")]
    [InlineData("从2020年开始试点。")]
    [InlineData("落实《临江市养老服务规划（2018—2022年）》。")]
    [InlineData("比2015年增长20%。")]
    [InlineData("2017年，全市完成投资30亿元。")]
    [InlineData("在2018年基础上翻一番。")]
    [InlineData("2018年度项目4月已验收。")]
    [InlineData("4月15日至5月30日统一休渔。")]
    [InlineData("“十四五”期间，形势复杂多变。")]
    [InlineData("到“十二五”末，建成示范点10个。")]
    [InlineData("落实年初签约、年底考核的机制。")]
    [InlineData("严格执行《指导目录》（2019年本）。")]
    [InlineData("春、秋季开学前各检查一次。")]
    [InlineData("10月的国际旅游节规模扩大。")]
    [InlineData("落实行动计划（2020年）。")]
    [InlineData("用3年内的时间完成改造，有效期2年。")]
    [InlineData("落实2019年度重点事项清单。")]
    [InlineData("每年6月底和12月底前调度一次。")]
    [InlineData("2019年1月召开了动员会。")]
    [InlineData("去年建成的监管系统要拓展应用范围。")]
    [InlineData("本措施自印发之日起3年内有效。")]
    [InlineData("2020年第三批次用地要抓紧勘测。")]
    [InlineData("做好2020年青年歌手大赛筹备。")]
    [InlineData("落实2030年海绵城市达标要求。")]
    [InlineData("2019年被列为重点的村减免6个月租金。")]
    [InlineData("2019年是攻坚之年，要建成一批示范点。")]
    [InlineData("减半政策实施期限至2020年12月31日，缓缴政策延长至2021年4月30日。")]
    [InlineData("在上级政策印发后5个工作日内录入平台。")]
    [InlineData("实行年初签约、年底考核制度。")]
    [InlineData("各县区要于2019年11月30日前将总结报送市民政局。")]
    [InlineData("2019年2月20日前，试点县已有10个。")]
    public void A_start_a_baseline_a_title_or_the_past_does_not(string text) => Assert.Equal("", Read(text));

    [Fact]
    public void A_milestone_knows_where_it_stands_and_how_sure_its_year_is()
    {
        var task = Reading.Plan("（一）推进示范建设。到2022年建成示范点10个。\n6月底前制定方案。（市民政局负责）").Documents[0].Tasks.Single();
        Assert.Equal([new DateOnly(2022, 12, 31), new DateOnly(2022, 6, 30)], task.Milestones.OrderDescending());
        Assert.Equal([new TextSpan(10, 1, 10, 4), new TextSpan(9, 12, 9, 16)], task.MilestoneOrigins.Select(o => o.Span));
        Assert.Equal([Certainty.Likely, Certainty.Certain], task.MilestoneOrigins.Select(o => o.Certainty));
    }

    [Theory]
    [InlineData("2019年被评为优秀的单位，到2021年复评。", "2021-12-31")]
    [InlineData("2019—2021年每年建成5处，到2022年全部建成。", "2022-12-31")]
    [InlineData("比2018年底增长20%，到2022年翻番。", "2022-12-31")]
    [InlineData("二〇二〇年底建成。", "2020-12-31")]
    [InlineData("二〇二〇年建成示范点。", "2020-12-31")]
    [InlineData("明年建成示范点。", "2020-12-31")]
    [InlineData("6月1日召开现场会。", "2019-06-01")]
    [InlineData("方案印发后10个工作日内制定细则。", "2019-03-19")]
    [InlineData("元旦前完成。", "2019-12-31")]
    public void A_date_counts_in_whatever_way_its_year_is_printed(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("二〇一八年建成的站点要加强维护。")]
    [InlineData("二〇一八年底已建成站点5处。")]
    [InlineData("2020年度，完成改造10处的予以奖励。")]
    [InlineData("实行年末总结制度，完成好5项任务。")]
    [InlineData("2019年至2021年建成5处。")]
    [InlineData("本办法印发之日起30日施行。")]
    public void A_past_year_a_span_and_an_occasion_do_not(string text) => Assert.Equal("", Read(text));

    private static string Read(string text) =>
        string.Join(' ', Reading.Plan("（一）推进示范建设。" + text + "（市民政局负责）").Documents[0].Tasks.Single().Milestones.Select(m => m.ToString("yyyy-MM-dd")));
}
