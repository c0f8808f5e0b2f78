using System.Text;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Small PDFs written by hand; <c>notice.pdf</c> is in <see cref="SameTasksInEveryFormatTests"/>.</summary>
public sealed class PdfReaderTests
{
    private const string Table = """
        1 w 100 500 m 400 500 l S 100 460 m 400 460 l S 200 420 m 400 420 l S 100 380 m 400 380 l S
        100 500 m 100 380 l S 200 380 0.5 120 re f q 1 0 0 1 300 380 cm 0 0 m 0 120 l S Q 400 500 m 400 380 l S
        BT /F1 12 Tf 110 475 Td (Group) Tj 100 0 Td (Task) Tj 100 0 Td (Unit) Tj ET
        BT /F1 12 Tf 110 415 Td (Water) Tj ET BT /F1 12 Tf 210 435 Td (Dig) Tj 100 0 Td (North) Tj ET BT /F1 12 Tf 210 395 Td (Fill) Tj 100 0 Td (South) Tj ET
        """;

    [Theory]
    [InlineData(0, "")]
    [InlineData(90, "0 1 -1 0 595 0 cm ")]
    [InlineData(180, "-1 0 0 -1 595 842 cm ")]
    [InlineData(270, "0 -1 1 0 0 842 cm ")]
    public void A_framed_table_is_read_by_its_frame_whichever_way_the_page_is_turned(int turn, string map) => Assert.Equal(
        ["Group\tTask\tUnit", "Water\tDig\tNorth", "Water\tFill\tSouth"],
        SampleFiles.Lines(Pdf(map + Table, turn), "表.pdf"));

    [Fact]
    public void Page_numbers_are_left_out_and_figures_in_the_text_are_not() => Assert.Equal(
        ["Body", "3"],
        SampleFiles.Lines(Pdf("BT /F1 12 Tf 100 500 Td (Body) Tj 0 -40 Td (3) Tj ET BT /F1 12 Tf 290 50 Td (- 3 -) Tj ET", 0), "通知.pdf"));

    [Fact]
    public void Pictures_alone_are_refused() => Assert.Equal(Refusals.NoTextInPdf, SourceReader.Read(Pdf("0 0 100 100 re f", 0), "扫描.pdf").Refusal);

    [Fact]
    public void A_pdf_under_a_password_says_so() =>
        Assert.Equal(Refusals.Password, SourceReader.Read(SampleFiles.Committed("password.pdf"), "通知.pdf").Refusal);

    [Fact]
    public void Endless_references_between_pages_end()
    {
        var loop = Encoding.Latin1.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>");
        Assert.NotNull(SourceReader.Read(loop, "通知.pdf").Refusal);
        Assert.Empty(PdfRulings.Read(loop));
    }

    /// <summary>One page; poppler finds the objects without a table of their places.</summary>
    private static byte[] Pdf(string content, int turn) => Encoding.Latin1.GetBytes(
        $"""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/Rotate {turn}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
        4 0 obj <</Length {content.Length}>>
        stream
        {content}
        endstream endobj
        5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """);
}
