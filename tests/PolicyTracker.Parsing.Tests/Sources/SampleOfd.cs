using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Parsing.Tests.Sources;

/// <summary>Writes OFD files (GB/T 33190-2016) of our own: words with their DeltaX, lines as paths, a template with a page number.</summary>
internal static class SampleOfd
{
    public const string Open = "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer ID=\"900\" Type=\"Body\">";
    public const string Close = "</ofd:Layer></ofd:Content></ofd:Page>";
    private const string Space = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    /// <summary>A file of pages in points: converted to millimetres.</summary>
    public static byte[] Write(IEnumerable<PageContent> pages) => Zip([.. pages.Select(Page)]);

    public static byte[] Zip(params string[] pages)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "OFD.xml", $"<ofd:OFD {Space} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
            var list = string.Concat(pages.Select((_, i) => $"<ofd:Page ID=\"{i + 10}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"));
            Add(zip, "Doc_0/Document.xml", $"<ofd:Document {Space}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{list}</ofd:Pages></ofd:Document>");
            for (var i = 0; i < pages.Length; i++) Add(zip, $"Doc_0/Pages/Page_{i}/Content.xml", pages[i]);
        }
        return stream.ToArray();
    }

    private static string Page(PageContent page)
    {
        var mm = 297 / page.Height;
        var content = new StringBuilder(Open);
        var id = 1000;
        foreach (var word in page.Words)
        {
            var size = word.Height * mm;
            var step = (word.Right - word.Left) * mm / word.Text.Length;
            var delta = word.Text.Length > 1 ? $" DeltaX=\"g {word.Text.Length - 1} {N(step)}\"" : "";
            content.Append(CultureInfo.InvariantCulture, $"<ofd:TextObject ID=\"{id++}\" Font=\"3\" Size=\"{N(size)}\" Boundary=\"{N(word.Left * mm)} {N(word.Top * mm)} {N((word.Right - word.Left) * mm)} {N(size)}\">")
                .Append(CultureInfo.InvariantCulture, $"<ofd:TextCode X=\"0\" Y=\"{N(size * 0.86)}\"{delta}>{SecurityElement.Escape(word.Text)}</ofd:TextCode></ofd:TextObject>");
        }
        foreach (var line in page.Rulings)
        {
            var (left, top) = (line.Left * mm, line.Top * mm);
            content.Append(CultureInfo.InvariantCulture, $"<ofd:PathObject ID=\"{id++}\" LineWidth=\"0.2\" Boundary=\"{N(left)} {N(top)} {N((line.Right - line.Left) * mm)} {N((line.Bottom - line.Top) * mm)}\">")
                .Append(CultureInfo.InvariantCulture, $"<ofd:AbbreviatedData>M 0 0 L {N((line.IsLevel ? line.Right - line.Left : 0) * mm)} {N((line.IsLevel ? 0 : line.Bottom - line.Top) * mm)}</ofd:AbbreviatedData></ofd:PathObject>");
        }
        return content.Append(Close).ToString();
    }

    private static string N(double n) => n.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));
    }
}
