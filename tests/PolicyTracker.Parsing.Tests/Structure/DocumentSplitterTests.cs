namespace PolicyTracker.Parsing.Tests.Structure;

/// <summary>Where one notice of a gazette ends and the next begins. Organs and numbers are made up.</summary>
public sealed class DocumentSplitterTests
{
    private const string First = "江东县人民政府关于做好防汛工作的通知\n江东府发〔2019〕3号\n各乡镇：\n要做好防汛工作，落实各项责任，确保安全。\n江东县人民政府\n2019年3月2日\n";

    [Theory]
    [InlineData("江东县人民政府关于防火工作的通知\n江东府发〔2019〕4号\n各乡镇：\n要做好防火工作，落实各项责任。\n江东县人民政府\n2019年3月3日", "1-6 7-12")]
    [InlineData("江东县人民政府\n关于防火工作的通知\n江东府发〔2019〕4号\n各乡镇：\n要做好防火工作，落实各项责任。\n江东县人民政府\n2019年3月3日", "1-6 7-13")]
    [InlineData("江东县人民政府关于防火工作的通知\n各乡镇：\n要做好防火工作，落实各项责任。\n江东县人民政府\n2019年3月3日", "1-6 7-11")]
    [InlineData("江东县防火工作方案\n一、任务\n要按照江东府发〔2019〕4号文件做好防火工作，落实各项责任。", "1-9")]
    [InlineData("关于防火工作的说明\n各乡镇：\n要做好防火工作，落实各项责任。", "1-9")]
    public void A_notice_begins_at_a_title_with_its_number_or_behind_a_signature_with_addressees(string second, string lines) =>
        Assert.Equal(lines, Lines(First + second));

    [Fact]
    public void A_number_above_the_title_opens_the_notice_too() => Assert.Equal(
        "1-6 7-12",
        Lines("江东府发〔2019〕3号\n江东县人民政府关于做好防汛工作的通知\n各乡镇：\n要做好防汛工作，落实各项责任。\n江东县人民政府\n2019年3月2日\n江东府发〔2019〕4号\n江东县人民政府关于防火工作的通知\n各乡镇：\n要做好防火工作，落实各项责任。\n江东县人民政府\n2019年3月3日"));

    [Theory]
    [InlineData("转发")]
    [InlineData("批转")]
    public void What_a_notice_forwards_stays_with_it_title_and_signature_included(string forwards) => Assert.Equal(
        "1-12",
        Lines($"江东县人民政府关于{forwards}县水利局防汛意见的通知\n江东府发〔2019〕3号\n各乡镇：\n现将意见印发给你们，请认真落实。\n江东县水利局关于防汛工作的意见\n江东水发〔2019〕1号\n县人民政府：\n要做好防汛工作，落实各项责任。\n江东县水利局\n2019年2月2日\n江东县人民政府\n2019年3月2日"));

    private static string Lines(string text) => string.Join(' ', Reading.Notice(text).Documents.Select(d => $"{d.Lines.First}-{d.Lines.Last}"));
}
