using System.Text;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>A file is what its bytes are, whatever its name says.</summary>
public sealed class LyingFileTests
{
    [Theory]
    [InlineData("notice.html", "通知.doc")]
    [InlineData("notice.html", "通知.xls")]
    [InlineData("notice.txt", "通知.doc")]
    [InlineData("notice-gb.txt", "通知.wps")]
    [InlineData("notice.docx", "通知.pdf")]
    [InlineData("notice.docx", "通知.txt")]
    [InlineData("notice.xlsx", "通知.docx")]
    [InlineData("notice.ofd", "通知.docx")]
    public void A_renamed_file_reads_as_under_its_own_name(string made, string name) =>
        Assert.Equal(SampleFiles.Lines(SampleFiles.Bytes(made), made), SampleFiles.Lines(SampleFiles.Bytes(made), name));

    [Theory]
    [InlineData("通知.docx", "不是 .docx")]
    [InlineData("通知.XLSX", "不是 .xlsx")]
    [InlineData("通知.pdf", "不是 .pdf")]
    public void Plain_text_under_the_name_of_another_format_is_refused(string name, string why) =>
        Assert.Contains(why, SourceReader.Read(SampleFiles.Bytes("notice.txt"), name).Refusal);

    [Fact]
    public void Text_in_utf16_is_read_with_and_without_its_mark_in_both_orders()
    {
        var expected = SampleFiles.Lines(SampleFiles.Bytes("notice.txt"), "a.txt");
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(expected, SampleFiles.Lines(encoding.GetBytes(SampleNotice.Text()), "a.txt"));
            Assert.Equal(expected, SampleFiles.Lines([.. encoding.GetPreamble(), .. encoding.GetBytes(SampleNotice.Text())], "a.txt"));
        }
    }

    [Fact]
    public void The_name_of_the_file_is_kept() => Assert.Equal("通知.doc", SourceReader.Read(SampleFiles.Bytes("notice.html"), "通知.doc").Text!.FileName);
}
