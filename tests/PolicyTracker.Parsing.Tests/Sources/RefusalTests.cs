using System.IO.Compression;
using System.Text;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>What cannot or must not be read is refused in a sentence that says what to do.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void An_empty_file_is_refused()
    {
        Assert.Equal(Refusals.Empty, Refusal([], "通知.docx"));
        Assert.Equal(Refusals.Empty, Refusal(Encoding.UTF8.GetBytes(" \r\n\u3000\n"), "通知.txt"));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused() => Assert.Equal(Refusals.Oversized, Refusal(new byte[SourceLimits.MostBytes + 1], "通知.txt"));

    [Fact]
    public void A_truncated_document_is_damaged()
    {
        var docx = SampleFiles.Bytes("notice.docx");
        Assert.Equal(Refusals.Damaged, Refusal(docx[..(docx.Length / 2)], "通知.docx"));
        Assert.Equal(Refusals.Damaged, Refusal(SampleFiles.Committed("notice.pdf")[..600], "通知.pdf"));
    }

    [Fact]
    public void Zeros_that_unpack_to_gigabytes_are_a_bomb()
    {
        var bomb = Zip(("word/document.xml", Zeros));
        Assert.Equal(Refusals.ZipBomb, Refusal(bomb, "通知.docx"));
    }

    [Fact]
    public void Thousands_of_parts_are_refused() => Assert.Equal(
        Refusals.TooManyEntries, Refusal(Zip([.. Enumerable.Range(0, SourceLimits.MostEntries + 1).Select(i => ($"{i}", (Action<Stream>)(_ => { })))]), "通知.docx"));

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("OFD.xml")]
    public void Entities_are_refused_and_not_expanded(string part) => Assert.Equal(
        Refusals.Entities,
        Refusal(Zip((part, Xml("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]><x>&a;&b;</x>"))), "通知.docx"));

    [Fact]
    public void Endless_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Equal(Refusals.TooDeep, Refusal(Zip(("word/document.xml", Xml(deep))), "通知.docx"));
    }

    [Theory]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n", "通知.mht")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n", "通知.doc")]
    [InlineData("From: <Saved by Blink>\r\nSnapshot-Content-Location: http://a/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "通知.mhtml")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>", "通知.xml")]
    public void A_web_archive_and_flat_Word_XML_are_refused_with_advice(string text, string name)
    {
        Assert.Equal(Refusals.FlatOffice, Refusal(Encoding.UTF8.GetBytes(text), name));
        Assert.Contains("另存为 .docx", Refusals.FlatOffice, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_is_not_unpacked_further()
    {
        Assert.Equal(Refusals.Archive, Refusal(Zip(("通知.docx", s => s.Write(SampleDocx.Write()))), "通知.zip"));
        Assert.Equal(Refusals.Archive, Refusal([.. "Rar!\x1A\x07\x01\0"u8, .. new byte[100]], "通知.rar"));
    }

    [Fact]
    public void Images_need_their_text_recognised_first()
    {
        Assert.Equal(Refusals.Image, Refusal([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "扫描.docx"));
        Assert.Equal(Refusals.Image, Refusal([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "扫描.jpg"));
        Assert.Equal(Refusals.Image, Refusal("II*\0\x08\0\0\0"u8.ToArray(), "扫描.tif"));
    }

    [Fact]
    public void Web_archives_and_words_own_xml_are_no_text()
    {
        Assert.Equal(Refusals.FlatOffice, Refusal("MIME-Version: 1.0\r\nContent-Type: multipart/related"u8.ToArray(), "通知.doc"));
        Assert.Equal(Refusals.FlatOffice, Refusal("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>"u8.ToArray(), "通知.doc"));
    }

    [Fact]
    public void Bytes_without_a_format_are_refused() => Assert.Equal(Refusals.Unknown, Refusal([1, 2, 3, 0, 5, 6, 7, 8, 0, 200], "通知.docx"));

    [Fact]
    public void A_document_under_a_password_says_so() => Assert.Equal(Refusals.Password, Refusal(Ole("EncryptedPackage"), "通知.docx"));

    [Fact]
    public void A_presentation_is_no_notice() => Assert.Equal(Refusals.Presentation, Refusal(Ole("PowerPoint Document"), "通知.doc"));

    [Fact]
    public void A_document_without_words_is_refused() => Assert.Equal(Refusals.NoTextInWord, Refusal(SampleDocx.Write([]), "通知.docx"));

    [Fact]
    public void Every_refusal_ends_as_a_sentence_and_says_what_to_do()
    {
        var all = typeof(Refusals).GetFields().Select(f => (string)f.GetValue(null)!).ToList();
        Assert.All(all, r => Assert.EndsWith("。", r));
        Assert.All(all, r => Assert.Contains('请', r));
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    private static string? Refusal(byte[] bytes, string name) => SourceReader.Read(bytes, name).Refusal;

    private static void Zeros(Stream stream)
    {
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 300; i++) stream.Write(zeros);
    }

    private static Action<Stream> Xml(string xml) => stream => stream.Write(Encoding.UTF8.GetBytes(xml));

    private static byte[] Zip(params (string Name, Action<Stream> Write)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                write(part);
            }
        }
        return stream.ToArray();
    }

    /// <summary>A compound file with one directory sector that names one stream.</summary>
    private static byte[] Ole(string name)
    {
        var bytes = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        bytes[30] = 9;
        Encoding.Unicode.GetBytes(name).CopyTo(bytes, 512);
        bytes[512 + 64] = (byte)(name.Length * 2 + 2);
        return bytes;
    }
}
