using System.Runtime.CompilerServices;
using System.Text;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>
/// The sample notice in every format. <c>notice.pdf</c> and <c>notice.doc</c> were saved by LibreOffice from <c>notice.docx</c>,
/// which <see cref="SampleDocx"/> writes, and <c>notice.ofd</c> was written by <see cref="SampleOfd"/> from the places of the
/// words in that PDF: <c>PT_WRITE_SAMPLES=1</c> writes them again.
/// </summary>
internal static class SampleFiles
{
    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Corpus");

    public static byte[] Committed(string name) => File.ReadAllBytes(Path.Combine(Folder(), name));

    public static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }

    /// <summary>A file by its name; the extension says how it is made.</summary>
    public static byte[] Bytes(string name) => name switch
    {
        "notice.txt" => Encoding.UTF8.GetBytes(SampleNotice.Text()),
        "notice-gb.txt" => Gb18030(SampleNotice.Text()),
        "notice-utf16.txt" => Encoding.Unicode.GetBytes(SampleNotice.Text()),
        "notice.md" => Encoding.UTF8.GetBytes(SampleNotice.Markdown()),
        "notice.html" => Encoding.UTF8.GetBytes(SampleNotice.Html()),
        "notice.docx" => SampleDocx.Write(),
        "notice.xlsx" => SampleXlsx.Write(),
        _ => Committed(name),
    };

    public static IReadOnlyList<string> Lines(byte[] bytes, string name)
    {
        var reading = SourceReader.Read(bytes, name);
        Assert.Null(reading.Refusal);
        return reading.Text!.Lines;
    }

    public static string[] Tasks(byte[] bytes, string name)
    {
        var reading = SourceReader.Read(bytes, name);
        Assert.Null(reading.Refusal);
        return Reading.Tasks(NoticeParser.Parse(reading.Text!));
    }
}
