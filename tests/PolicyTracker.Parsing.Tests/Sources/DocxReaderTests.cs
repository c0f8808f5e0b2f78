using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>What Word keeps in a document beside the words that it prints.</summary>
public sealed class DocxReaderTests
{
    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static readonly Level[] Levels =
    [
        SampleDocx.Level(0, NumberFormatValues.ChineseCounting, "%1、"),
        SampleDocx.Level(1, NumberFormatValues.DecimalEnclosedCircle, "%2"),
        SampleDocx.Level(2, NumberFormatValues.Decimal, "%1.%3"),
    ];

    [Fact]
    public void Levels_count_on_and_start_again_below_a_higher_one() => Assert.Equal(
        ["一、甲", "①乙", "②丙", "二、丁", "①戊", "二.1己"],
        Lines(Numbered(0, "甲"), Numbered(1, "乙"), Numbered(1, "丙"), Numbered(0, "丁"), Numbered(1, "戊"), Numbered(2, "己")));

    [Fact]
    public void A_gap_is_kept_behind_an_arabic_number_only()
    {
        var arabic = new Level(new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." }) { LevelIndex = 0 };
        var chinese = new Level(new NumberingFormat { Val = NumberFormatValues.ChineseCounting }, new LevelText { Val = "（%2）" }) { LevelIndex = 1 };
        var body = new Body($"<w:body {Space}>{Numbered(0, "甲")}{Numbered(1, "乙")}</w:body>").ChildElements.Select(e => e.CloneNode(true));
        Assert.Equal(["1. 甲", "（一）乙"], SampleFiles.Lines(SampleDocx.Write([.. body], arabic, chinese), "made-up.docx"));
    }

    [Fact]
    public void A_paragraph_between_does_not_start_the_numbers_again() =>
        Assert.Equal(["一、甲", "乙", "二、丙"], Lines(Numbered(0, "甲"), Plain("乙"), Numbered(0, "丙")));

    [Fact]
    public void Deleted_words_are_gone_and_inserted_words_are_there() => Assert.Equal(
        ["市财政局牵头"],
        Lines("<w:p><w:r><w:t>市财</w:t></w:r><w:del><w:r><w:delText>务</w:delText></w:r></w:del><w:ins><w:r><w:t>政局</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>配合</w:t></w:r></w:moveFrom><w:r><w:t>牵头</w:t></w:r></w:p>"));

    [Fact]
    public void A_paragraph_whose_end_was_deleted_goes_on_in_the_next_one() => Assert.Equal(
        ["市财政局、市审计局"],
        Lines("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>市财政局、</w:t></w:r></w:p><w:p><w:r><w:t>市审计局</w:t></w:r></w:p>"));

    [Fact]
    public void Fields_give_their_results_and_not_their_codes() => Assert.Equal(
        ["2021年第3号⑪甲"],
        Lines("""
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \@ "yyyy" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2021</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:r><w:t>年</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>第3号</w:t></w:r></w:fldSimple>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \o\ac(○,11)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>甲</w:t></w:r></w:p>
            """));

    [Fact]
    public void A_text_box_is_read_once_behind_its_paragraph() => Assert.Equal(
        ["正文", "文本框"],
        Lines("""
            <w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
            <mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
            </mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>
            """));

    [Fact]
    public void Breaks_make_lines_and_tabs_make_blanks() => Assert.Equal(
        ["第一行", "第二 行"],
        Lines("<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二</w:t><w:tab/><w:t>行</w:t><w:br w:type=\"page\"/></w:r></w:p>"));

    [Fact]
    public void Content_controls_and_links_are_read_and_hidden_text_is_not() => Assert.Equal(
        ["控件内", "链接文字"],
        Lines("""
            <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>控件内</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p></w:sdtContent></w:sdt>
            <w:p><w:hyperlink w:anchor="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>文字</w:t></w:r></w:sdtContent></w:sdt></w:p>
            """));

    [Fact]
    public void Merged_cells_count_for_every_row_and_column() => Assert.Equal(
        ["序号\t任务\t单位", "1\t甲\t市水利局", "2\t乙\t市水利局", "说明\t说明\t说明"],
        Lines(
            "<w:tbl><w:tr>" + Cell("序号") + Cell("任务") + Cell("单位") + "</w:tr>"
            + "<w:tr>" + Cell("1") + Cell("甲") + Cell("市水利局", "<w:vMerge w:val=\"restart\"/>") + "</w:tr>"
            + "<w:tr>" + Cell("2") + Cell("乙") + Cell("", "<w:vMerge/>") + "</w:tr>"
            + "<w:tr>" + Cell("说明", "<w:gridSpan w:val=\"3\"/>") + "</w:tr></w:tbl>"));

    [Fact]
    public void A_table_that_only_lays_out_a_page_gives_its_paragraphs() => Assert.Equal(
        ["临江市人民政府文件", "临政发〔2021〕3号"],
        Lines("<w:tbl><w:tr>" + Cell("临江市人民政府文件") + "</w:tr><w:tr>" + Cell("临政发〔2021〕3号") + "</w:tr></w:tbl>"));

    [Fact]
    public void The_same_table_gives_the_same_lines_as_on_a_web_page() => Assert.Equal(
        SampleFiles.Lines(SampleFiles.Bytes("notice.html"), "notice.html"),
        SampleFiles.Lines(SampleFiles.Bytes("notice.docx"), "notice.docx"));

    private static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static string Plain(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Numbered(int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static IReadOnlyList<string> Lines(params string[] body)
    {
        var parsed = new Body($"<w:body {Space}>{string.Concat(body)}</w:body>");
        return SampleFiles.Lines(SampleDocx.Write([.. parsed.ChildElements.Select(e => e.CloneNode(true))], [.. Levels.Select(l => (Level)l.CloneNode(true))]), "made-up.docx");
    }
}
