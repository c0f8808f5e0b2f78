using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>One notice, saved in each format, gives the same tasks.</summary>
public sealed class SameTasksInEveryFormatTests
{
    private static readonly string[] Expected = SampleFiles.Tasks(SampleFiles.Bytes("notice.txt"), "notice.txt");

    [Fact]
    public void The_notice_holds_what_it_was_written_for() => Assert.Equal(
        [
            "（一） 开展岸线清理 | 市水利局/L 市自然资源局/S 市城管局/S | By ..2021-09-30",
            "1. 完成入河排污口溯源，绘制排污口分布图，明确每一个排污口的责任主体和监管部门 | 市生态环境局/R 各县（区）人民政府/Rg",
            "2. 取缔饮用水水源保护区内的排污口，2022年6月底前实现动态清零 | 市生态环境局/R 市住房城乡建设局/R | →2022-06-30",
            "（三） 发展绿色渔业 | 市农业农村局/L 市公安局/S 市市场监管局/S | By ..2021-12-31",
            "（一） 加强宣传引导 | 市文化广电旅游局/R",
            "1 新建自动监测站点12个，实现主要支流断面全覆盖 | 市生态环境局/L 市财政局/S | By ..2021-11-30",
            "2 建立监测数据共享机制，按月通报断面水质 | 市生态环境局/L 市水利局/S 市大数据局/S | By ..2021-12-31",
            "3 疏浚城区河道6公里 | 市水利局/L 市城管局/S | By ..2021-12-31",
            "4 落实河湖日常保洁经费和人员 | 各县（区）人民政府/Lg 市财政局/S | Ongoing ..",
        ],
        Expected);

    [Theory]
    [InlineData("notice-gb.txt")]
    [InlineData("notice-utf16.txt")]
    [InlineData("notice.md")]
    [InlineData("notice.html")]
    [InlineData("notice.docx")]
    [InlineData("notice.ofd")]
    [InlineData("notice.pdf")]
    public void Each_format_gives_the_same_tasks(string name) => Assert.Equal(Expected, SampleFiles.Tasks(SampleFiles.Bytes(name), name));

    [Fact]
    public void An_old_word_document_gives_the_same_tasks_or_says_what_to_do()
    {
        if (ChildProcess.Find("soffice") is not null) Assert.Equal(Expected, SampleFiles.Tasks(SampleFiles.Bytes("notice.doc"), "notice.doc"));
        else Assert.Equal(Refusals.NoOffice, SourceReader.Read(SampleFiles.Bytes("notice.doc"), "notice.doc").Refusal);
    }

    [Fact]
    public void The_table_alone_gives_its_tasks_as_a_workbook() =>
        Assert.Equal(Expected[^4..], SampleFiles.Tasks(SampleFiles.Bytes("notice.xlsx"), "notice.xlsx"));

    [Theory]
    [InlineData("notice.docx")]
    [InlineData("notice.ofd")]
    [InlineData("notice.pdf")]
    public void Each_format_gives_the_same_lines_but_for_blanks(string name) => Assert.Equal(
        SampleFiles.Lines(SampleFiles.Bytes("notice.txt"), "notice.txt").Select(Tight), SampleFiles.Lines(SampleFiles.Bytes(name), name).Select(Tight));

    private static string Tight(string line) => line.Replace(" ", "", StringComparison.Ordinal);
}
