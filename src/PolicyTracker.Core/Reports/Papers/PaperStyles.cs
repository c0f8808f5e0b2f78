using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyTracker.Core.Reports.Papers;

/// <summary>The styles of a paper by GB/T 9704—2012, under the names by which an office finds and changes them in its word processor.</summary>
internal static class PaperStyles
{
    public const string Title = "PaperTitle";
    public const string Text = "PaperText";
    public const string Plain = "PaperPlain";
    public const string Heading = "PaperHeading";
    public const string Subheading = "PaperSubheading";
    public const string Number = "PaperNumber";
    public const string Mark = "PaperMark";
    public const string Ending = "PaperEnding";
    public const string Cell = "PaperCell";
    public const string Head = "PaperHead";
    public const string SmallCell = "PaperSmallCell";
    public const string SmallHead = "PaperSmallHead";
    public const string Footer = "PaperFooter";

    /// <summary>22 lines on 225 mm, in twentieths of a point.</summary>
    public const int LineHeight = 580;

    private const string Song = "宋体";
    private const string FangSong = "仿宋";
    private const string Hei = "黑体";
    private const string Kai = "楷体";

    public static Styles All() => new(
        // 标题二号小标宋，正文三号仿宋，层次标题三号黑体、楷体; sizes in half points: 二号 44, 三号 32, 四号 28, 小四 24, 五号 21.
        Of(Title, "公文标题", "方正小标宋简体", 44, 640, new Justification { Val = JustificationValues.Center }, new SpacingBetweenLines { After = "320" }),
        Of(Text, "公文正文", FangSong, 32, LineHeight, new Indentation { FirstLineChars = 200, FirstLine = "640" }),
        Of(Plain, "公文顶格", FangSong, 32, LineHeight),
        Of(Heading, "公文层次标题", Hei, 32, LineHeight, new Indentation { FirstLineChars = 200, FirstLine = "640" }),
        Of(Subheading, "公文二级标题", Kai, 32, LineHeight, new Indentation { FirstLineChars = 200, FirstLine = "640" }),
        Of(Number, "公文期号", Kai, 32, LineHeight, new Justification { Val = JustificationValues.Center }, new SpacingBetweenLines { After = "320" }),
        Of(Mark, "公文附件", Hei, 32, LineHeight),
        Of(Ending, "公文落款", FangSong, 32, LineHeight, new Indentation { RightChars = 400, Right = "1280" }, new Justification { Val = JustificationValues.Right }),
        Of(Cell, "公文表格", FangSong, 24, 400),
        Of(Head, "公文表头", Hei, 24, 400, new Justification { Val = JustificationValues.Center }),
        Of(SmallCell, "公文清单", FangSong, 21, 300),
        Of(SmallHead, "公文清单表头", Hei, 21, 300, new Justification { Val = JustificationValues.Center }),
        Of(Footer, "公文页码", Song, 28, 400));

    private static Style Of(string id, string name, string font, int halfPoints, int line, params OpenXmlElement[] rest)
    {
        var spacing = rest.OfType<SpacingBetweenLines>().SingleOrDefault() ?? new SpacingBetweenLines();
        (spacing.Line, spacing.LineRule) = ($"{line}", LineSpacingRuleValues.Exact);
        // The schema wants its order: spacing, indentation, justification.
        var paragraph = new StyleParagraphProperties(
            [new SnapToGrid { Val = false }, spacing, .. rest.Where(one => one is Indentation).Concat(rest.Where(one => one is Justification))]);
        return new Style(
            new StyleName { Val = name },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(
                new RunFonts { EastAsia = font, Ascii = "Times New Roman", HighAnsi = "Times New Roman" },
                new FontSize { Val = $"{halfPoints}" },
                new FontSizeComplexScript { Val = $"{halfPoints}" }))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };
    }
}
