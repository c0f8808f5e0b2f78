namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>The fields that portals print around a notice, in every order and with every kind of mark between label and value.</summary>
public sealed class PortalFieldsTests
{
    private const string Text = "各镇人民政府：\n请抓好落实。\n一、主要任务\n（一）修桥。（责任单位：县公路局）";

    [Theory]
    [InlineData("文　　号 青政办〔2031〕7号 成文日期: 2031年04月23日\n有效性 有效 公开日期: 2031-04-25")]
    [InlineData("成文日期2031年04月23日\n时效性现行有效\n发文字号青政办〔2031〕7号\n发布日期2031年04月25日")]
    [InlineData("索引号：\n11440/2031-00331\n文号：\n青政办〔2031〕7号\n成文日期：\n2031-04-23\n发布日期：\n2031-04-25")]
    [InlineData("索引号:\t0024/2031-26\t公开方式:\t主动公开\n文号:\t青政办〔2031〕7号\t成文日期:\t2031-04-23\n发布日期:\t2031-04-25\t有效性:\t有效")]
    [InlineData("[ 文号 ] 青政办〔2031〕7号 [ 成文日期 ] 2031-04-23\n[ 发布日期 ] 2031-04-25")]
    [InlineData("颁布时间:2031-04-23 00:00:00.000 文号:青政办〔2031〕7号\n来源：青石县政府网   2031-04-25 14:44")]
    public void Number_and_days_are_read_whatever_closes_the_label(string table)
    {
        var document = Reading.Notice(table + "\n\n青石县人民政府办公室关于做好修桥工作的通知\n" + Text).Documents.Single();
        Assert.Equal(
            ("青石县人民政府办公室关于做好修桥工作的通知", "青政办〔2031〕7号", new DateOnly(2031, 4, 23), new DateOnly(2031, 4, 25)),
            (document.Title, document.DocNumber, document.IssuedOn, document.PublishedOn));
    }

    [Fact]
    public void The_fields_in_front_of_a_page_saved_as_Markdown_are_no_title() => Assert.Equal(
        "青石县人民政府办公室关于做好修桥工作的通知",
        Reading.Notice("---\n文号: 青政办〔2031〕7号\n层级: 县级\n类型: 实施意见\n官方链接: https://example.org/7\n---\n\n# 青石县人民政府办公室关于做好修桥工作的通知\n\n" + Text).Documents.Single().Title);

    [Fact]
    public void A_label_with_a_blank_for_its_colon_is_no_part_of_the_title() => Assert.Equal(
        "青石县人民政府办公室关于做好修桥工作的通知",
        Reading.Notice("文件名称 青石县人民政府办公室关于做好修桥工作的通知\n公开责任部门 青石县人民政府办公室 公开形式: 主动公开\n\n青石县人民政府办公室关于做好修桥工作的通知\n" + Text).Documents.Single().Title);

    [Fact]
    public void The_name_of_a_page_is_its_title_where_the_title_s_words_do_not_say_so() => Assert.Equal(
        ("2031年青石县任务分工-县公路局", null),
        Fields("索 引 号  1440/0137  发布机构  青石县公路局\n文  号   公开方式  主动公开\n信息名称  2031年青石县任务分工-县公路局\n\n2031年青石县任务分工-县公路局\n\n1.修桥。（责任单位：县公路局）"));

    [Fact]
    public void Traditional_characters_stay_as_printed() => Assert.Equal(
        ("青石縣人民政府辦公室關於做好修橋工作的通知", "青石縣人民政府辦公室"),
        Fields("發文機關: 青石縣人民政府辦公室 成文日期: 2031年02月23日\n標  題: 青石縣人民政府辦公室關於做好修橋工作的通知\n發文字號: 青政辦〔2031〕7號\n各鎮人民政府：\n請抓好落實。"));

    [Fact]
    public void A_number_in_traditional_characters_stays_as_printed() =>
        Assert.Equal("青政辦〔2031〕7號", Reading.Notice("文號：青政辦〔2031〕7號\n青石縣人民政府辦公室關於做好修橋工作的通知\n各鎮人民政府：\n請抓好落實。").Documents.Single().DocNumber);

    [Theory]
    [InlineData("青政办〔2031〕7号           2031-04-11")]
    [InlineData("青政办[2031]7号 2031年4月11日 各镇人民政府：")]
    public void A_number_may_share_its_line_with_the_day_or_the_addressees(string line)
    {
        var document = Reading.Notice("青石县人民政府办公室关于做好修桥工作的通知\n\n" + line + "\n请抓好落实。").Documents.Single();
        Assert.Equal(("青政办〔2031〕7号", null), (document.DocNumber, document.PublishedOn));
    }

    [Fact]
    public void A_menu_of_the_page_above_the_title_is_passed_over() => Assert.Equal(
        "青石县人民政府办公室关于做好修桥工作的通知",
        Reading.Notice("首页 | 新闻 | 政务公开 | 政务服务\n您所在的位置：首页 > 政策文件\n无障碍 | 长者助手 | 登录\n青石县人民政府办公室关于做好修桥工作的通知\n" + Text).Documents.Single().Title);

    [Fact]
    public void Words_of_labels_inside_a_title_are_no_labels() => Assert.Equal(
        "青石县人民政府办公室关于规范文号和发布日期管理的通知",
        Reading.Notice("青石县人民政府办公室关于规范文号和发布日期管理的通知\n" + Text).Documents.Single().Title);

    private static (string, string?) Fields(string text) => Reading.Notice(text).Documents.Single() is var document ? (document.Title, document.Issuer) : default;

    [Theory]
    [InlineData("成文日期2019年3月6日\n发文机关江东县水利局\n文号江东水发〔2019〕3号", "江东水发〔2019〕3号|江东县水利局|2019-03-06|")]
    [InlineData("【文号】江东水发〔2019〕3号\n【发布日期】：2019-03-06", "江东水发〔2019〕3号|||2019-03-06")]
    [InlineData("2019-03-06 09:12", "|||2019-03-06")]
    [InlineData("来源：江东县水利局 2019-03-06 09:12 浏览次数：12", "|||2019-03-06")]
    public void A_label_may_go_without_its_colon_and_a_day_without_its_label(string lines, string expected)
    {
        var document = Reading.Notice($"江东县防汛工作方案\n{lines}\n一、任务\n（一）清淤。（县水利局负责）").Documents.Single();
        Assert.Equal("江东县防汛工作方案|" + expected, $"{document.Title}|{document.DocNumber}|{document.Issuer}|{document.IssuedOn:yyyy-MM-dd}|{document.PublishedOn:yyyy-MM-dd}");
    }

    [Fact]
    public void The_portal_s_table_stands_with_its_cells_between_bars()
    {
        var document = Reading.Notice("| 索引号 | 11/2019-0003 | 文号 | 江东水发〔2019〕3号 |\n| 发文机关 | 江东县水利局 | 公开日期 | 2019-03-06 |\n江东县防汛工作方案\n一、任务\n（一）清淤。（县水利局负责）").Documents.Single();
        Assert.Equal("11/2019-0003|江东水发〔2019〕3号|江东县水利局|2019-03-06", $"{document.IndexNumber}|{document.DocNumber}|{document.Issuer}|{document.PublishedOn:yyyy-MM-dd}");
    }
}
