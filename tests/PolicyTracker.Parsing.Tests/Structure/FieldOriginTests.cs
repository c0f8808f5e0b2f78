namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Every field of a document knows the words that it was read from.</summary>
public sealed class FieldOriginTests
{
    private const string Notice = """
        索引号：012345678/2019-00012
        发布日期：2019-03-06

        临江市人民政府办公室关于印发《临江市节水行动方案》的通知
        临政办发〔2019〕12号

        各县（区）人民政府，市级各部门：
        现将方案印发给你们。

        临江市人民政府办公室
        2019年3月5日
        """;

    [Theory]
    [InlineData("title", 4, "临江市人民政府办公室关于印发《临江市节水行动方案》的通知")]
    [InlineData("docNumber", 5, "临政办发〔2019〕12号")]
    [InlineData("addressees", 7, "各县（区）人民政府，市级各部门：")]
    [InlineData("indexNumber", 1, "012345678/2019-00012")]
    [InlineData("publishedOn", 2, "2019-03-06")]
    [InlineData("issuer", 10, "临江市人民政府办公室")]
    [InlineData("issuedOn", 11, "2019年3月5日")]
    public void It_leads_to_the_line_and_column(string field, int line, string words)
    {
        var lines = Notice.ReplaceLineEndings("\n").Split('\n');
        var span = Reading.Notice(Notice).Documents.Single().Origins[field].Span;
        Assert.Equal((line, line), (span.FirstLine, span.LastLine));
        Assert.Equal(words, lines[line - 1][(span.FirstColumn - 1)..span.LastColumn]);
    }

    [Fact]
    public void An_organ_that_only_the_title_names_is_likely_and_not_certain() => Assert.Equal(
        Certainty.Likely, Reading.Notice("临江市人民政府关于促进节水的意见\n临政发〔2019〕3号\n各县（区）人民政府：\n请认真落实。\n2019年3月1日").Documents.Single().Origins["issuer"].Certainty);

    [Fact]
    public void What_made_a_task_is_said_with_it() => Assert.Equal(
        ["untagged-item", "tag-in-paragraph", "tag-on-own-line", "named-above"],
        Reading.Notice("江东县防汛工作方案\n一、任务\n（一）清淤。疏浚河道。\n（二）排水。（县住建局负责）\n（三）巡查。安排人员。\n责任单位：县水利局\n二、县公安局牵头的工作\n（一）值守。维护秩序。\n三、督查\n")
            .Documents.Single().Tasks.Select(t => t.Origin?.Rule));

    [Theory]
    [InlineData("江东县水利局关于防汛工作的通知\n各乡镇：\n请认真落实。\n江东县水利局2019年3月6日", "issuer", "title-organ", Certainty.Likely)]
    [InlineData("江东县水利局关于防汛工作的通知\n各乡镇：\n请认真落实。\n江东县水利局\n2019年3月6日", "issuer", "signature", Certainty.Certain)]
    [InlineData("中共江东县委江东县人民政府关于防汛工作的意见\n（2019年3月6日）\n一、要做好防汛工作，落实各项责任。", "issuedOn", "portal-date", Certainty.Likely)]
    [InlineData("索引号：11/2019-0003 文号：江东府发〔2019〕3号\n江东县水利局关于防汛工作的通知\n各乡镇：\n请认真落实。", "docNumber", "document-number", Certainty.Certain)]
    [InlineData("标题：江东县防汛方案 发文机关：江东县水利局\n防汛\n一、任务\n（一）清淤。疏浚河道。", "title", "portal-label", Certainty.Likely)]
    public void The_rule_that_read_a_field_is_said_with_how_sure_it_is(string text, string field, string rule, Certainty certainty)
    {
        var origin = Reading.Notice(text).Documents.Single().Origins[field];
        Assert.Equal((rule, certainty), (origin.Rule, origin.Certainty));
    }
}
