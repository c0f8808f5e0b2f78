using PolicyTracker.Parsing.Sources;
using PolicyTracker.Web.Documents;

namespace PolicyTracker.Tests.Web.Documents;

public sealed class PrintedNoticeTests
{
    private static readonly PrintedParts NoParts = new("某市人民政府关于冬季供水的通知", "某政发〔2031〕7号", "某市人民政府", "各县(市、区)人民政府", new Dictionary<int, OutlineEntry>());

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "notices")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_of_a_real_notice_is_shown_once_with_its_words(string file)
    {
        var lines = SourceReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "notices", file)), file).Text!.Lines;
        var expected = lines.Select((text, i) => $"{i + 1} {Letters(text)}").Where(line => !line.EndsWith(' '));
        var shown = PrintedNotice.Read(lines, 1, NoParts).SelectMany(Lines).GroupBy(line => line.Number)
            .Select(group => $"{group.Key} {string.Concat(group.Select(line => Letters(line.Text)))}");
        Assert.Equal(expected, shown);
    }

    [Fact]
    public void Head_and_signature_are_set_as_an_office_sets_them()
    {
        string[] lines =
        [
            "# 某市人民政府", "关于冬季供水的通知", "", "某政发〔2031〕7号", "各县(市、区)人民政府:",
            "为做好冬季供水工作,现将有关事项通知如下,请结合实际认真", "", "抓好落实。", "某市人民政府", "2031年3月4日",
        ];
        var styles = PrintedNotice.Read(lines, 45, NoParts).Cast<PrintedLine>().Select(line => (line.Number, line.Style));
        Assert.Equal(
            [
                (45, LineStyle.Title), (46, LineStyle.Title), (48, LineStyle.Center), (49, LineStyle.Addressees), (50, LineStyle.Paragraph),
                (52, LineStyle.Continuation), (53, LineStyle.Right), (54, LineStyle.Right),
            ],
            styles);
    }

    [Fact]
    public void Table_with_a_cell_to_each_line_gets_its_rows_back()
    {
        string[] lines = ["序号 |", "工作任务 |", "责任单位 |", "一、主要任务 |", "1 |", "改造管网 |", "市水务局 |", "2 |", "监测水质 |", "市卫生健康局 |", "以上任务请认真落实。"];
        var blocks = PrintedNotice.Read(lines, 10, NoParts);
        var table = Assert.IsType<PrintedTable>(blocks[0]);
        Assert.Equal(["序号/工作任务/责任单位", "一、主要任务", "1/改造管网/市水务局", "2/监测水质/市卫生健康局"], table.Rows.Select(row => string.Join('/', row.Cells.Select(cell => cell.Text))));
        Assert.Equal((17, 19), (table.Rows[3].FirstLine, table.Rows[3].LastLine));
        Assert.Equal(20, Assert.IsType<PrintedLine>(blocks[1]).Number);
    }

    [Theory]
    [InlineData("1\t改造管网\t市水务局")]
    [InlineData("| 1 | 改造管网 | 市水务局 |")]
    [InlineData("1 | 改造管网 | 市水务局")]
    public void Row_on_one_line_is_split_into_its_cells(string line)
    {
        var table = Assert.IsType<PrintedTable>(Assert.Single(PrintedNotice.Read([line], 1, NoParts)));
        Assert.Equal(["1", "改造管网", "市水务局"], table.Rows[0].Cells.Select(cell => cell.Text));
    }

    private static IEnumerable<(int Number, string Text)> Lines(PrintedBlock block) => block switch
    {
        PrintedTable table => table.Rows.SelectMany(row => row.Cells).Select(cell => (cell.Line, cell.Text)),
        PrintedLine line => [(line.Number, line.Mark + line.Text)],
        _ => throw new InvalidOperationException($"{block}"),
    };

    // White space and the bars between cells are not words.
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '|'));
}
