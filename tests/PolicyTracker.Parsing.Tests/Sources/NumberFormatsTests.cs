using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

public sealed class NumberFormatsTests
{
    [Theory]
    [InlineData("chineseCounting", "一 十 十一 二十 二十一 一〇五")]
    [InlineData("chineseCountingThousand", "一 十 十一 二十 二十一 一百零五")]
    [InlineData("chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零伍")]
    [InlineData("ideographDigital", "一 一〇 一一 二〇 二一 一〇五")]
    [InlineData("decimal", "1 10 11 20 21 105")]
    [InlineData("decimalZero", "01 10 11 20 21 105")]
    [InlineData("decimalFullWidth", "１ １０ １１ ２０ ２１ １０５")]
    [InlineData("decimalEnclosedCircle", "① ⑩ ⑪ ⑳ ㉑ 105")]
    [InlineData("decimalEnclosedCircleChinese", "① ⑩ ⑪ ⑳ ㉑ 105")]
    [InlineData("decimalEnclosedParen", "⑴ ⑽ ⑾ ⒇ (21) (105)")]
    [InlineData("upperLetter", "A J K T U AAAAA")]
    [InlineData("lowerRoman", "i x xi xx xxi cv")]
    [InlineData("ideographTraditional", "甲 癸 11 20 21 105")]
    [InlineData("somethingNew", "1 10 11 20 21 105")]
    public void Numbers_are_printed_as_word_prints_them(string format, string expected) =>
        Assert.Equal(expected, string.Join(' ', new[] { 1, 10, 11, 20, 21, 105 }.Select(n => NumberFormats.Print(n, format))));

    [Fact]
    public void Thousands_skip_empty_places_once() => Assert.Equal(
        ["一千零一", "一千零一十", "一千一百", "二千零二十"],
        new[] { 1001, 1010, 1100, 2020 }.Select(n => NumberFormats.Print(n, "chineseCountingThousand")));
}
