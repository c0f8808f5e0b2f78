namespace PolicyTracker.Parsing.Tests.Tasks;

/// <summary>Targets, references and reporting duties.</summary>
public sealed class FactsTests
{
    [Theory]
    [InlineData("到2022年，全市快递业务量力争达到5亿元。", "全市快递业务量 力争达到 AtLeast 5 亿元 2022-12-31")]
    [InlineData("到2021年底，覆盖率达到60%以上。", "覆盖率 达到 AtLeast 60 % 2021-12-31")]
    [InlineData("2020年能耗下降0.3个百分点。", "能耗 下降 Decrease 0.3 个百分点 2020-12-31")]
    [InlineData("到2020年建成示范基地10个以上。", "示范基地 建成 AtLeast 10 个 2020-12-31")]
    [InlineData("漏损率控制在8%以内。", "漏损率 控制在 AtMost 8 % ")]
    [InlineData("增速保持在7%左右。", "增速 保持在 About 7 % ")]
    [InlineData("新建20万平方米。", " 新建 Exactly 20 万平方米 ")]
    [InlineData("培训3万人次。", " 培训 Exactly 3 万人次 ")]
    [InlineData("种植面积达到14万亩。", "种植面积 达到 AtLeast 14 万亩 ")]
    [InlineData("2020年淘汰老旧货车1200辆。", "老旧货车 淘汰 Exactly 1200 辆 2020-12-31")]
    [InlineData("办理时间压缩至3个工作日以内。", "办理时间 压缩至 AtMost 3 个工作日 ")]
    [InlineData("床位不低于500张。", "床位 不低于 AtLeast 500 张 ")]
    public void A_quantity_has_subject_comparison_unit_and_date(string text, string expected)
    {
        var target = Assert.Single(Task(text).Targets);
        Assert.Equal(expected, $"{target.Subject} {target.Verb} {target.Comparison} {target.Number} {target.Unit.TrimEnd('以', '上')} {target.By:yyyy-MM-dd}");
    }

    [Fact]
    public void A_year_a_number_of_a_document_and_a_period_are_no_targets() =>
        Assert.Empty(Task("治理3个月，第4条河道完成验收。落实江政发〔2018〕12号文件，连续3年开展检查，2020年6月总结。").Targets);

    [Fact]
    public void A_document_that_is_followed_is_a_reference_with_its_number()
    {
        var document = Reading.Plan("（一）根据《江北省养老服务条例》和《江北省人民政府关于推进养老服务的意见》（江政发〔2018〕32号），编制《临江市养老规划》。（市民政局负责）").Documents[0];
        Assert.Equal(["江北省养老服务条例 ", "江北省人民政府关于推进养老服务的意见 江政发〔2018〕32号"], document.References.Select(r => $"{r.Title} {r.DocNumber}"));
    }

    [Theory]
    [InlineData("请各牵头单位每季度首月20日前将进展情况报送市政府督查室。", DeadlineKind.Recurring)]
    [InlineData("各县（区）要于2019年11月30日前将总结报市教育局。", DeadlineKind.By)]
    public void A_duty_to_report_is_kept_with_the_document_and_is_no_task(string sentence, DeadlineKind kind)
    {
        var document = Reading.Plan("（一）推进建设。完善机制。（市教育局负责）\n" + sentence).Documents[0];
        Assert.Equal(sentence, Assert.Single(document.ReportingDuties).Text);
        Assert.Equal(kind, document.ReportingDuties[0].When?.Kind);
        Assert.Single(document.Tasks);
    }

    [Fact]
    public void A_department_knows_where_it_stands()
    {
        var department = Reading.Plan("（一）推进建设。（市教育局负责）").Documents[0].Tasks[0].Departments[0];
        Assert.Equal(new TextSpan(9, 10, 9, 13), department.Origin!.Span);
        Assert.Equal(Certainty.Certain, department.Origin.Certainty);
    }

    [Theory]
    [InlineData("到2020年，覆盖率由6.8%提高到8%。", "覆盖率 AtLeast 8 由6.8% 2020-12-31")]
    [InlineData("比2015年增长12%。", " Increase 12 比2015年 ")]
    [InlineData("到2020年，床位占比例提高到8%。", "床位占比例 AtLeast 8  2020-12-31")]
    [InlineData("服务业占全市比重达到50%。", "服务业占全市比重 AtLeast 50  ")]
    public void What_a_quantity_is_compared_with_is_its_baseline_and_neither_subject_nor_date(string text, string expected)
    {
        var target = Assert.Single(Task(text).Targets);
        Assert.Equal(expected, $"{target.Subject} {target.Comparison} {target.Number} {target.Baseline} {target.By:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("2018年完成5处，2020年完成8处。", "2018-12-31 2020-12-31")]
    [InlineData("6月底前完成5处。", "2019-06-30")]
    [InlineData("每年6月底前新建5处。", "")]
    [InlineData("6月培训3000人次。", "")]
    public void A_date_in_front_of_a_quantity_is_when_it_is_to_be_reached(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Task(text).Targets.Select(t => t.By?.ToString("yyyy-MM-dd"))));

    [Theory]
    [InlineData("全市生产总值，财政收入增长8%以上。", "财政收入 AtLeast")]
    [InlineData("覆盖率60%以上。", "覆盖率 AtLeast")]
    [InlineData("控制在8个。", " AtMost")]
    [InlineData("不高于5%。", " AtMost")]
    [InlineData("床位5张左右。", "床位 About")]
    [InlineData("全市5家以内。", "全市 AtMost")]
    public void Verb_or_tail_say_how_a_quantity_binds(string text, string expected)
    {
        var target = Assert.Single(Task(text).Targets);
        Assert.Equal(expected, $"{target.Subject} {target.Comparison}");
    }

    [Fact]
    public void A_length_without_a_verb_or_a_tail_is_no_target() => Assert.Empty(Task("长度5公里。").Targets);

    [Fact]
    public void Of_two_places_that_name_a_document_the_one_with_its_number_counts() => Assert.Equal(
        ["江北省节水条例 江政发〔2018〕2号"],
        Reading.Plan("（一）按照《江北省节水条例》推进。（市水务局负责）\n（二）按照《江北省节水条例》（江政发〔2018〕2号）推进。（市水务局负责）").Documents[0].References.Select(r => $"{r.Title} {r.DocNumber}"));

    [Fact]
    public void A_duty_to_report_without_a_day_has_none_and_a_report_that_was_made_is_no_duty() => Assert.Equal(
        ["请尽快报送方案。 "],
        Reading.Plan("（一）推进建设。（市教育局负责）\n请尽快报送方案。进展情况已上报。").Documents[0].ReportingDuties.Select(d => $"{d.Text} {d.When?.Raw}"));

    private static ParsedTask Task(string text) => Reading.Plan("（一）推进示范建设。" + text + "（市民政局负责）").Documents[0].Tasks.Single();
}
