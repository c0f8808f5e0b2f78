namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Titles broken over lines, joint organs, dates in brackets, and what stands below the last item.</summary>
public sealed class LetterheadTests
{
    [Theory]
    [InlineData("江东市人民政府办公室\n关于印发2019年全市河长制工作要点\n及任务分工的通知", "江东市人民政府办公室关于印发2019年全市河长制工作要点及任务分工的通知")]
    [InlineData("江东市人民政府办公室关于印发\n江东市节水行动方案的通知", "江东市人民政府办公室关于印发江东市节水行动方案的通知")]
    [InlineData("江东市人民政府关于促进节水的意见\n江东政发〔2019〕3号", "江东市人民政府关于促进节水的意见")]
    public void A_title_ends_where_its_last_line_ends(string head, string title) =>
        Assert.Equal(title, Read(head + "\n各县（区）人民政府：\n请认真落实。\n江东市人民政府\n2019年3月1日").Title);

    [Fact]
    public void Party_committee_and_government_are_two_organs_and_a_date_under_the_title_is_the_day_of_issue()
    {
        var document = Read("中共江东县委 江东县人民政府\n关于推进乡村振兴的实施意见\n（2019年2月14日）\n为贯彻上级部署，现提出如下意见，请遵照执行，抓好落实，务求实效。");
        Assert.Equal(("中共江东县委、江东县人民政府", new DateOnly(2019, 2, 14), null), (document.Issuer, document.IssuedOn, document.PublishedOn));
    }

    [Fact]
    public void Another_organ_s_seal_stands_between_the_signature_and_its_date() => Assert.Equal(
        "江东县“双创”工作专班办公室", Read("关于印发江东县“双创”工作计划的通知\n江双创办〔2024〕1号\n各乡镇人民政府：\n请认真落实。\n江东县“双创”工作专班办公室\n（江东县教育局代章）\n2024年4月12日").Issuer);

    [Fact]
    public void Minutes_print_their_organ_and_day_in_one_line_of_the_head()
    {
        var document = Read("东港开发区管理委员会\n专题会议纪要\n东港管纪〔2020〕12号\n\n东港开发区管理委员会办公室          2020年7月8日\n\n关于推进道路建设的专题会议纪要\n\n7月3日，管委会召开会议，研究道路建设有关问题。现纪要如下：\n一、关于道路建设\n请抓紧推进。");
        Assert.Equal(("东港开发区管理委员会办公室", new DateOnly(2020, 7, 8)), (document.Issuer, document.IssuedOn));
    }

    [Fact]
    public void Labels_in_brackets_above_the_title_are_the_portal_s() => Assert.Equal(
        "江署办发〔2020〕19号", Read("【发布日期】2020-05-13\n【文    号】江署办发〔2020〕19号\n\n江东地区行政公署办公室关于印发就业措施的通知\n各县人民政府：\n请认真落实。\n江东地区行政公署办公室\n2020年5月9日").DocNumber);

    [Theory]
    [InlineData("[ 索引号 ]  1150/2022-00041   [ 发文字号 ]  青镇发〔2022〕18号\n[ 成文日期 ]  2022-04-06   [ 发布日期 ]  2022-04-11\n", 11)]
    [InlineData("公文生成日期\t2022-04-06\t文号\t青镇发〔2022〕18号\n有效性\t有效\t公开方式\t主动公开\n发布时间：2022-04-12 17:20   浏览量：430\n", 12)]
    [InlineData("今天是：2022年9月12日 星期一\n成文日期：2022-04-06   发布日期：2022-04-13\n", 13)]
    [InlineData("作者：佚名    文章来源：镇党政办    点击数：103    更新时间：2022-4-14\n", 14)]
    [InlineData("生成日期：2022-04-15\n生效日期：2022-04-06\n", 15)]
    public void The_day_of_publication_is_told_from_the_other_days_that_a_portal_prints(string portal, int day)
    {
        var document = Read(portal + "青石镇人民政府关于做好春耕生产工作的通知\n青镇发〔2022〕18号\n各村委会：\n请认真落实。\n青石镇人民政府\n2022年4月6日");
        Assert.Equal(("青镇发〔2022〕18号", new DateOnly(2022, 4, 6), new DateOnly(2022, 4, day)), (document.DocNumber, document.IssuedOn, document.PublishedOn));
    }

    [Theory]
    [InlineData("中共青石镇委员会\n青石镇人民政府\n关于做好春耕生产工作的通知", "中共青石镇委员会青石镇人民政府关于做好春耕生产工作的通知")]
    [InlineData("青石县政府门户网站\n青石镇人民政府\n关于做好春耕生产工作的通知", "青石镇人民政府关于做好春耕生产工作的通知")]
    public void Party_and_government_may_stand_one_above_the_other_in_a_title(string head, string title) =>
        Assert.Equal(title, Read(head + "\n各村委会：\n请认真落实。\n青石镇人民政府\n2022年4月6日").Title);

    [Fact]
    public void The_day_of_publication_may_stand_below_the_signature() => Assert.Equal(
        new DateOnly(2022, 4, 11), Read("青石镇人民政府关于做好春耕生产工作的通知\n青镇发〔2022〕18号\n各村委会：\n请认真落实。\n青石镇人民政府\n2022年4月6日\n发布时间：2022-04-11").PublishedOn);

    [Fact]
    public void The_two_offices_at_the_centre_are_two_organs() => Assert.Equal(
        "中共中央办公厅、国务院办公厅", Read("中共中央办公厅 国务院办公厅印发《关于推进公共服务的意见》\n现提出以下意见，请遵照执行，抓好落实，务求实效，各地各部门要结合实际认真贯彻。").TitleOrgan);

    [Fact]
    public void A_number_without_a_code_is_the_number_of_minutes_and_gives_them_their_year()
    {
        var document = Read("江东县人民政府专题会议纪要\n〔2023〕14号\n现将议定事项纪要如下：\n一、关于河道治理。由县水利局牵头，8月底前完成。");
        Assert.Equal("〔2023〕14号", document.DocNumber);
        Assert.Equal(new DateOnly(2023, 8, 31), document.Tasks.Single().Deadline?.End);
    }

    [Theory]
    [InlineData("本措施")]
    [InlineData("上述政策措施")]
    public void A_sentence_on_the_validity_of_the_notice_belongs_to_no_item(string notice)
    {
        var document = Read($"江东市稳外贸若干措施\n一、主要措施\n（一）加大支持。给予贷款贴息。\n（二）优化服务。缩短办理时限。\n{notice}自印发之日起施行，有效期至2025年12月31日。");
        Assert.Equal(2, document.Tasks.Count);
        Assert.Empty(document.Tasks[1].Milestones);
    }

    [Theory]
    [InlineData("各镇要于12月10日前将全年总结报送县食安办。联系人：何平，电话：2345678。", "（二） 强化督查 |")]
    [InlineData("各县区要根据本方案，于7月15日前制定具体实施办法，报市节水办备案。", "（二） 强化督查 |")]
    [InlineData("县食安办要及时调度，重大情况向县政府报告，12月底前完成评估。", "（二） 强化督查 |  | →2019-12-31")]
    public void A_report_that_is_asked_for_below_the_last_item_is_not_part_of_it(string sentence, string expected) =>
        Assert.Equal(expected, Reading.Tasks(Reading.Plan("（一）推进建设。完善工作机制。\n（二）强化督查。采取实地走访等方式开展督查，对整改不力的严肃追责问责。\n" + sentence))[1]);

    [Fact]
    public void Paragraphs_with_titles_of_their_own_are_items_whatever_report_is_asked_for_below_them() => Assert.Equal(
        ["推进建设", "用地保障", "人才保障"],
        Reading.Plan("（一）推进建设。完善机制。\n（二）强化要素支撑\n用地保障。盘活存量土地，做到应保尽保。\n人才保障。在住房、子女入学等方面给予优先保障。\n各县区每月28日前将进展情况报市商务局。").Documents[0].Tasks.Select(t => t.Title));

    [Theory]
    [InlineData("（二）信息报送。各单位每月25日前将情况报县教育局。", 1)]
    [InlineData("（二）强化考核。定期调度，重大情况及时报告县政府。", 2)]
    public void A_duty_to_report_is_no_task_unless_the_item_orders_more(string item, int tasks) =>
        Assert.Equal(tasks, Reading.Plan("（一）推进建设。完善工作机制。\n" + item).Documents[0].Tasks.Count);

    [Theory]
    [InlineData("各县（市、区）党委和人民政府，市委各部委，市级各部门，各人民团体")]
    [InlineData("各镇党委、政府，开发区党工委、管委会，区直各党（工）委、党组")]
    [InlineData("各设区市人民政府，省直各单位，各高等院校")]
    public void Joint_notices_of_party_and_government_address_both(string addressees)
    {
        var document = Read($"中共江东市委办公室 江东市人民政府办公室关于做好抗旱工作的通知\n江东委办〔2022〕3号\n{addressees}：\n请认真落实。\n中共江东市委办公室\n江东市人民政府办公室\n2022年8月3日");
        Assert.Equal((addressees, new DateOnly(2022, 8, 3), null), (document.Addressees, document.IssuedOn, document.PublishedOn));
    }

    [Fact]
    public void A_period_on_the_line_below_belongs_to_the_title() =>
        Assert.Equal("江东市导航产业三年行动计划（2021-2023年）", Read("附件\n江东市导航产业三年行动计划\n（2021-2023年）\n为加快发展，制定本计划。\n一、主要任务\n（一）建设平台。（市科技局负责）").Title);

    [Theory]
    [InlineData("各街道办事处")]
    [InlineData("机关各科室")]
    public void Whom_a_notice_goes_to_may_be_an_office_of_any_size(string addressees) =>
        Assert.Equal(addressees, Read($"江东区水利局关于做好抗旱工作的通知\n江东水〔2022〕3号\n{addressees}：\n请认真落实。\n江东区水利局\n2022年8月3日").Addressees);

    [Fact]
    public void A_short_first_sentence_ends_the_head() =>
        Assert.Equal(("江东区防汛工作分工", 3), (Read("江东区防汛工作分工\n各单位要抓好落实。\n区水利局：负责巡堤。").Title, Reading.Notice("江东区防汛工作分工\n各单位要抓好落实。\n区水利局：负责巡堤。").Documents[0].Tasks.Single().Lines.First));

    [Fact]
    public void A_sentence_that_a_colon_ends_is_no_list_of_addressees() =>
        Assert.Null(Read("江东市人民政府关于做好抗旱工作的通知\n江东政发〔2022〕3号\n现就做好抗旱工作通知如下：\n一、加强领导。压实责任。\n江东市人民政府\n2022年8月3日").Addressees);

    [Theory]
    [InlineData("江东县人民政府令\n第12号\n《江东县防汛办法》已经通过，现予公布。", "江东县防汛办法|江东县人民政府令第12号|江东县人民政府")]
    [InlineData("江东县人民政府令\n（第12号）\n现公布《江东县防汛办法》，自2019年5月1日起施行。", "江东县防汛办法|江东县人民政府令第12号|江东县人民政府")]
    [InlineData("国务院令\n第712号\n《防洪条例》已经通过，现予公布。", "防洪条例|国令第712号|国务院")]
    public void An_order_is_cited_by_its_organ_and_the_regulation_that_it_publishes(string text, string expected)
    {
        var document = Read(text);
        Assert.Equal(expected, $"{document.Title}|{document.DocNumber}|{document.Issuer}");
    }

    [Theory]
    [InlineData("江东府发〔2019〕3号江东县人民政府关于做好防汛工作的通知\n")]
    [InlineData("江东县人民政府关于做好防汛工作的通知（江东府发〔2019〕3号）\n")]
    [InlineData("江东县人民政府关于做好防汛工作的通知\n江东府发〔2019〕3号　　2019年3月2日\n")]
    [InlineData("江东县人民政府关于做好防汛工作的通知\n（江东府发〔2019〕3号）\n")]
    public void A_number_beside_the_title_is_no_part_of_it(string head)
    {
        var document = Read(head + "各乡镇：\n要做好防汛工作，落实各项责任，确保安全。");
        Assert.Equal("江东县人民政府关于做好防汛工作的通知|江东府发〔2019〕3号", $"{document.Title}|{document.DocNumber}");
    }

    [Theory]
    [InlineData("江东县人民政府\n2019年3月1日\n江东县人民政府办公室\n2019年3月2日", "江东县人民政府办公室|2019-03-02")]
    [InlineData("2019年3月1日\n江东县人民政府办公室\n2019年3月2日", "江东县人民政府办公室|2019-03-02")]
    [InlineData("江东县水利局\n2019年3月2日", "江东县水利局|2019-03-02")]
    public void Of_several_signatures_that_of_the_organ_in_the_title_counts(string signatures, string expected)
    {
        var document = Read("江东县人民政府办公室关于做好防汛工作的通知\n各乡镇：\n要做好防汛工作，落实各项责任，确保安全。\n" + signatures);
        Assert.Equal(expected, $"{document.Issuer}|{document.IssuedOn:yyyy-MM-dd}");
    }

    [Fact]
    public void Where_the_title_names_no_organ_the_first_signature_of_one_counts()
    {
        var document = Read("关于做好防汛工作的通知\n各乡镇：\n要做好防汛工作，落实各项责任，确保安全。\n2019年3月1日\n江东县水利局\n2019年3月2日");
        Assert.Equal(("江东县水利局", new DateOnly(2019, 3, 2)), (document.Issuer, document.IssuedOn));
    }

    [Fact]
    public void The_portal_s_own_day_of_publication_goes_before_a_later_day_of_issue()
    {
        var document = Read("发布日期：2019-03-09 成文日期：2019-03-05\n江东县水利局关于做好防汛工作的通知\n各乡镇：\n要做好防汛工作，落实各项责任，确保安全。\n江东县水利局\n2019年3月2日");
        Assert.Equal((new DateOnly(2019, 3, 2), new DateOnly(2019, 3, 9)), (document.IssuedOn, document.PublishedOn));
    }

    [Fact]
    public void A_number_in_front_of_the_title_of_a_copy_is_none_of_its_words() =>
        Assert.Equal("江东县防汛工作方案", Read("1、江东县防汛工作方案\n为做好防汛工作，保障人民群众生命财产安全，现制定本方案，请认真落实。").Title);

    [Theory]
    [InlineData("发文字号 发文文号 政策文号 公文文号 文件编号 文件字号 文号 成文日期 成文时间 发文日期 发文时间 印发日期 颁布日期 颁布时间 公文生成日期 生成日期 生效日期 施行日期 实施日期 失效日期 废止日期 发布日期 发布时间 公开日期 公开时间 公布日期 发表时间 更新时间 更新日期 发文单位 发文机关 发文机构 发文部门 制发机关 制定机关 "
        + "信息索引号 索引号 统一登记号 文件名称 文件标题 信息名称 信息标题 政策名称 发布机构 发布机关 发布单位 发布部门 公开责任部门 所属机构 公开目录 公开方式 公开形式 公开范围 存放位置 主题分类 主题词 浏览量 浏览次数 点击数 访问量 信息来源 文章来源 效力状态 效力级别 文件状态 有效性 时效性 文件下载 相关解读 内容概述 责任编辑 字体大小 组配分类 "
        + "是否有效 名称 标题 来源 作者 编辑 体裁 主题名称 关键词 信息分类 政策解读 阅读 字号 字体 分享 打印 附件下载 登记号 服务对象 签发人 公文种类 分类")]
    public void A_line_of_the_portal_is_neither_title_nor_text(string labels) => Assert.All(labels.Split(' '), label =>
    {
        var document = Read($"{label} 各单位均应遵照执行\n江东县人民政府关于做好抗旱工作的通知\n{label}｜各单位均应遵照执行，不得有误，确保各项措施落到实处。\n各乡镇：\n请认真落实。");
        Assert.Equal(("江东县人民政府关于做好抗旱工作的通知", "各乡镇"), (document.Title, document.Addressees));
    });

    [Theory]
    [InlineData("各级政府 各有关部门 各有关单位 各有关机构 各专门委员会 各办公室 各有关局 各有关厅 各部委 各有关办 各有关部 各有关院 各银行 各有关公司 各企业 各学会 各有关中心 各街道 各镇 各乡 各管委会 各位同志 各位代表 各位委员 各党委 各党组 各工委 各人民团体 各民主党派 各群团 各学校 各省 各市 各县 各区 各州 各军 各部队 各总部 各院校 各办事处 各科室 各处室 各股室 各站所 各社区 各村 各产业园 各农场 各高校 各集团")]
    public void Whom_a_notice_goes_to_is_any_body_in_front_of_a_colon(string names) => Assert.All(names.Split(' '), name =>
        Assert.Equal(name, Read($"江东县人民政府关于做好抗旱工作的通知\n{name}：\n请认真落实，确保各项措施落到实处。\n江东县人民政府\n2022年8月3日").Addressees));

    [Theory]
    [InlineData("（2021-2023年） （2021—2023年） （2021至2023） （2021年版） （2021年本） （2021年修订） （试行） （暂行） （修订稿） （修订）")]
    public void A_remark_in_brackets_below_a_title_belongs_to_it(string remarks) => Assert.All(remarks.Split(' '), remark =>
        Assert.Equal("江东县抗旱行动计划" + remark, Read($"江东县抗旱行动计划\n{remark}\n为做好抗旱工作，保障人民群众饮水安全，制定本计划。\n一、任务\n（一）打井。（县水利局负责）").Title));

    [Theory]
    [InlineData("2019年2月30日")]
    [InlineData("2019年13月1日")]
    [InlineData("1819年3月1日")]
    public void A_day_that_no_calendar_has_is_none(string day) =>
        Assert.Null(Read($"江东县人民政府关于做好抗旱工作的通知\n各乡镇：\n请认真落实，确保各项措施落到实处。\n江东县人民政府\n{day}").IssuedOn);

    [Theory]
    [InlineData("江东县人民政府文件  东政发〔2022〕6号", "东政发〔2022〕6号")]
    [InlineData("中共江东县委办公室、江东县人民政府办公室文件  东政办发〔2022〕16号", "东政办发〔2022〕16号")]
    public void A_number_may_stand_behind_the_organ_of_the_letterhead(string line, string number) => Assert.Equal(
        number, Read($"江东县人民政府关于做好抗旱工作的通知\n{line}\n各乡镇：\n请认真落实，确保各项措施落到实处。\n江东县人民政府\n2022年8月3日").DocNumber);

    private static ParsedDocument Read(string text) => Reading.Notice(text).Documents.Single();
}
