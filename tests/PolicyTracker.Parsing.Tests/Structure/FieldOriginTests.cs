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
}
