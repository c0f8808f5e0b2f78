namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>What a web page prints around a notice.</summary>
public sealed class PageFrameTests
{
    [Fact]
    public void Nothing_below_the_page_s_own_links_is_read_as_the_notice() => Assert.Equal(
        ["（一） 推进建设 | 市财政局/R", "（二） 做好评估 |"],
        Reading.Tasks(Reading.Plan("（一）推进建设。（市财政局负责）\n（二）做好评估。组织专家评估。\n上一篇：江东市节水通知\n图解：一张图读懂方案\n主办单位：江东市人民政府办公室 运行维护单位：江东市信息中心\n苏ICP备00000000号")));

    [Theory]
    [InlineData("主办单位：江东市人民政府  技术支持：江东市大数据中心  苏ICP备00000000号-1")]
    [InlineData("主办单位：江东市人民政府 | 网站标识码3200000031 | 苏ICP备00000000号-1")]
    [InlineData("江东市人民政府主办  江东市政务服务中心承办  苏公网安备 32000000000017号")]
    [InlineData("【原文下载】\n- [江东市节水方案.pdf](https://example.invalid/a.pdf)")]
    [InlineData("[江东市节水方案.pdf](https://example.invalid/a.pdf)")]
    [InlineData("〖打印本页〗 〖关闭窗口〗\n主办单位：江东市人民政府")]
    [InlineData("Copyright 江东市人民政府 版权所有\n责任单位：江东市人民政府办公室")]
    public void Who_runs_the_site_answers_for_no_task(string foot) => Assert.Equal(
        ["（一） 推进建设 | 市财政局/R", "（二） 做好评估 |"],
        Reading.Tasks(Reading.Plan("（一）推进建设。（市财政局负责）\n（二）做好评估。组织专家评估。\n" + foot)));

    [Fact]
    public void The_same_words_above_the_text_end_nothing() => Assert.Equal(
        ["（一） 推进建设 | 市财政局/R"],
        Reading.Tasks(Reading.Notice("江东市人民政府办公室关于印发《江东市节水方案》的通知\n江东政办发〔2019〕3号\n各县（区）人民政府：\n打印本页\n现将《江东市节水方案》印发给你们，请认真组织实施。\n江东市节水方案\n为做好节水工作，制定本方案。\n一、重点任务\n（一）推进建设。（市财政局负责）\n")));

    [Fact]
    public void An_annex_below_such_a_link_is_still_read() => Assert.Contains(
        "（三） 修编规划 | 市水务局/R",
        Reading.Tasks(Reading.Plan("（一）推进建设。（市财政局负责）\n相关链接：无\n（三）修编规划。（市水务局负责）\n")));

    [Fact]
    public void The_portal_s_line_of_the_title_is_not_part_of_it() => Assert.Equal(
        "江东市人民政府关于促进节水工作全面开展的意见",
        Reading.Notice("标  题：江东市人民政府关于促进节水工作全面开展的意见\n江东市人民政府关于促进\n节水工作全面开展的意见\n江东政发〔2019〕3号\n各县（区）人民政府：\n请认真落实。").Documents.Single().Title);

    [Fact]
    public void A_number_that_the_portal_prints_below_the_signature_is_found() => Assert.Equal(
        "江东营商办〔2024〕3号",
        Reading.Notice("江东市优化营商环境工作领导小组办公室关于印发任务清单的通知\n各区人民政府：\n请认真执行。\n江东市优化营商环境工作领导小组办公室\n2024年4月2日\n文号：江东营商办〔2024〕3号").Documents.Single().DocNumber);

    [Fact]
    public void An_organ_whose_name_was_broken_over_two_lines_is_one()
    {
        var document = Reading.Notice("江东县疫情防控工作\n指挥部办公室\n关于做好节日期间防控工作的\n通  知\n江东疫指办发〔2020〕96号\n各乡镇人民政府：\n请认真落实。\n江东县疫情防控工作\n指挥部办公室\n2020年12月24日").Documents.Single();
        Assert.Equal(("江东县疫情防控工作指挥部办公室关于做好节日期间防控工作的通知", "江东县疫情防控工作指挥部办公室"), (document.Title, document.Issuer));
    }
}
