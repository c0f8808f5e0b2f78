using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

public sealed class SourceReaderTests
{
    private const string Text = "云山县2022年民生实事任务分解表\n序号\t实事项目\t牵头单位\t完成时限\n1\t建设停车场3处\t县住建局\t2022年9月\n2\t建设公厕5座\t县住建局\t2022年6月\n";

    static SourceReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void One_notice_saved_in_each_format_gives_the_same_tasks()
    {
        var expected = Tasks(Encoding.UTF8.GetBytes(Text), "a.txt");
        Assert.Equal(["1 建设停车场3处 | 县住建局/L | By ..2022-09-30", "2 建设公厕5座 | 县住建局/L | By ..2022-06-30"], expected);
        Assert.Equal(expected, Tasks(Encoding.GetEncoding("GB18030").GetBytes(Text), "a.txt"));
        Assert.Equal(expected, Tasks([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], "a.txt"));
        Assert.Equal(expected, Tasks(Encoding.UTF8.GetBytes(Html), "a.html"));
        Assert.Equal(expected, Tasks(Encoding.UTF8.GetBytes(Markdown), "a.md"));
        Assert.Equal(expected, Tasks(Word(), "a.docx"));
        Assert.Equal(expected, Tasks(Sheet(), "a.xlsx"));
    }

    private static string Html =>
        "<html><head><script>var a='序号';</script></head><body><h1>云山县2022年民生实事任务分解表</h1><table><tr><th>序号</th><th>实事项目</th><th>牵头单位</th><th>完成时限</th></tr>"
        + "<tr><td>1</td><td>建设停车场3处</td><td rowspan=2>县住建局</td><td>2022年9月</td></tr><tr><td>2</td><td>建设公厕5座</td><td>2022年6月</td></tr></table></body></html>";

    private static string Markdown =>
        "# 云山县2022年民生实事任务分解表\n\n| 序号 | 实事项目 | 牵头单位 | 完成时限 |\n|:---|---|---|---|\n| 1 | 建设停车场3处 | 县住建局 | 2022年9月 |\n| 2 | **建设公厕5座** |  | 2022年6月 |\n";

    [Fact]
    public void Tables_in_html_within_a_text_are_laid_out_on_the_lines_of_their_rows()
    {
        const string Text = "# 清单\n<table>\n<tr><td>序号</td><td>任务</td><td>单位</td></tr>\n<tr><td>1</td><td>培训</td><td rowspan=\"2\">市应急局</td></tr>\n<tr><td>2</td><td>演练</td></tr>\n</table>\n后文";
        Assert.Equal(["# 清单", "", "序号\t任务\t单位", "1\t培训\t市应急局", "2\t演练\t市应急局", "", "后文"], Lines(Text));
        Assert.Equal(["序号\t任务", "1\t培训"], Lines("<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>培训</td></tr></table>"));
        Assert.Equal(["<table>", "没有结束的表"], Lines("<table>\n没有结束的表"));
        Assert.Equal(["| 1 | 培训 | 市应急局 市公安局 |"], Lines("| 1 | 培训 | 市应急局<br>市公安局 |"));

        static IReadOnlyList<string> Lines(string text) => SourceReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "清单.md").Text!.Lines;
    }

    [Fact]
    public void Lines_end_with_any_kind_of_break_and_a_last_break_opens_no_line()
    {
        var text = SourceReader.Read(Encoding.UTF8.GetBytes("甲\r\n乙\n丙\r丁\n"), "a.txt").Text!;
        Assert.Equal(["甲", "乙", "丙", "丁"], text.Lines);
    }

    [Theory]
    [InlineData("a.docx", "不是 .docx")]
    [InlineData("a.xlsx", "不是 .xlsx")]
    public void A_file_that_is_not_what_its_name_says_is_refused(string name, string reason) =>
        Assert.Contains(reason, SourceReader.Read("这是文本"u8, name).Refusal);

    [Fact]
    public void Old_containers_pictures_and_binaries_are_refused_with_what_to_do()
    {
        Assert.Contains("另存为", SourceReader.Read((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0, 0], "a.doc").Refusal);
        Assert.Contains("OCR", SourceReader.Read((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF, 0xE0], "a.txt").Refusal);
        Assert.Contains("格式", SourceReader.Read((ReadOnlySpan<byte>)[1, 2, 0, 4], "a.txt").Refusal);
        Assert.NotNull(SourceReader.Read([], "a.txt").Refusal);
        Assert.NotNull(SourceReader.Read("PK\u0003\u0004 broken"u8, "a.docx").Refusal);
    }

    [Fact]
    public void A_page_nested_very_deep_is_read()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 20_000)) + "一、任务" + string.Concat(Enumerable.Repeat("</div>", 20_000));
        Assert.NotNull(SourceReader.Read(Encoding.UTF8.GetBytes("<html><body>" + html), "a.html"));
    }

    [Fact]
    public void Automatic_numbers_of_word_are_counted_and_deleted_words_left_out()
    {
        var lines = SourceReader.Read(NumberedWord(), "a.docx").Text!.Lines;
        Assert.Equal(["（一）加强领导。", "（二）强化考核。"], lines);
    }

    private static string[] Tasks(byte[] bytes, string name) => Reading.Tasks(NoticeParser.Parse(SourceReader.Read(bytes, name).Text!));

    private static byte[] Word() => Save(body =>
    {
        body.Append(new Paragraph(new Run(new Text("云山县2022年民生实事任务分解表"))));
        var table = new Table(Row("序号", "实事项目", "牵头单位", "完成时限"), Row("1", "建设停车场3处", "县住建局", "2022年9月"), Row("2", "建设公厕5座", "", "2022年6月"));
        table.Elements<TableRow>().ElementAt(1).Elements<TableCell>().ElementAt(2).TableCellProperties = new(new VerticalMerge { Val = MergedCellValues.Restart });
        table.Elements<TableRow>().ElementAt(2).Elements<TableCell>().ElementAt(2).TableCellProperties = new(new VerticalMerge());
        body.Append(table);
    });

    private static byte[] NumberedWord() => Save(body =>
    {
        var properties = new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 });
        body.Append(new Paragraph(new ParagraphProperties(properties.CloneNode(true)), new Run(new Text("加强领导。"))));
        body.Append(new Paragraph(new ParagraphProperties(properties), new Run(new Text("强化")), new DeletedRun(new Run(new DeletedText("督查"))), new Run(new Text("考核。"))));
    },
        new Numbering(
            new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.ChineseCounting }, new LevelText { Val = "（%1）" }) { LevelIndex = 0 }) { AbstractNumberId = 5 },
            new NumberingInstance(new AbstractNumId { Val = 5 }) { NumberID = 1 }));

    private static byte[] Save(Action<Body> fill, Numbering? numbering = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body());
            fill(main.Document.Body!);
            if (numbering is not null) main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering;
        }
        return stream.ToArray();
    }

    private static TableRow Row(params string[] cells) => new(cells.Select(c => new TableCell(new Paragraph(new Run(new Text(c))))));

    private static byte[] Sheet()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            string[][] rows = [["云山县2022年民生实事任务分解表"], ["序号", "实事项目", "牵头单位", "完成时限"], ["1", "建设停车场3处", "县住建局", "2022年9月"], ["2", "建设公厕5座", "", "2022年6月"]];
            var data = new DocumentFormat.OpenXml.Spreadsheet.SheetData(rows.Select((r, i) => SheetRow(i + 1, r)));
            sheet.Worksheet = new(data, new DocumentFormat.OpenXml.Spreadsheet.MergeCells(new DocumentFormat.OpenXml.Spreadsheet.MergeCell { Reference = "C3:C4" }));
            book.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "任务" }));
        }
        return stream.ToArray();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Row SheetRow(int number, string[] cells) => new(cells.Select((c, i) =>
        new DocumentFormat.OpenXml.Spreadsheet.Cell(new DocumentFormat.OpenXml.Spreadsheet.InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(c)))
        {
            CellReference = $"{(char)('A' + i)}{number}",
            DataType = DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString,
        }))
    { RowIndex = (uint)number };
}
