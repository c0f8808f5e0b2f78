using System.Globalization;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// An OFD file (GB/T 33190-2016) as numbered lines: OFD.xml names the documents, a document its pages, a page its layers of
/// text and path objects. Annotations, templates, seals and composite objects are left out.
/// </summary>
/// <remarks>
/// Written from the standard and tried on files of our own making only: no file of another producer was at hand. Not seen, and
/// so not sure: producers that write glyph numbers without the characters in TextCode, text in templates or in composite
/// objects, encrypted packages (GM/T 0099).
/// </remarks>
internal static class OfdReader
{
    /// <exception cref="RefusedException">No text on any page, or an encrypted package.</exception>
    public static List<string> Read(ZipLimits zip)
    {
        if (zip.Names.Any(n => n.EndsWith("Encryptions.xml", StringComparison.OrdinalIgnoreCase))) throw new RefusedException(Refusals.Password);
        var root = Load(zip, "OFD.xml");
        var pages = new List<PageContent>();
        foreach (var body in root.Children("DocBody"))
        {
            if (body.Child("DocRoot")?.Value.Trim() is { Length: > 0 } path) ReadDocument(zip, OfficeParts.Resolve(path), pages);
        }
        var lines = PageText.Lines(pages);
        return lines.Count > 0 ? lines : throw new RefusedException(Refusals.NoTextInOfd);
    }

    private static void ReadDocument(ZipLimits zip, string path, List<PageContent> pages)
    {
        var document = Load(zip, path);
        var area = document.Child("CommonData").Child("PageArea");
        foreach (var page in document.Child("Pages").Children("Page"))
        {
            if (pages.Count >= SourceLimits.MostPages) throw new RefusedException(Refusals.TooMuchText);
            if (page.Attr("BaseLoc") is not { } place) continue;
            var content = Load(zip, place.StartsWith('/') ? OfficeParts.Resolve(place) : OfficeParts.Resolve(Folder(path) + place));
            pages.Add(ReadPage(content, content.Child("Area") ?? area));
        }
    }

    private static PageContent ReadPage(XElement page, XElement? area)
    {
        var box = Numbers(area.Child("PhysicalBox")?.Value);
        var (width, height) = box.Length == 4 && box[3] > 0 ? (box[2], box[3]) : (210, 297);
        var words = new List<PageWord>();
        var paths = new PathRulings(thin: 1);
        foreach (var item in page.Child("Content")?.Descendants() ?? [])
        {
            if (item.Attr("Visible") == "false") continue;
            if (item.Is("TextObject")) words.AddRange(OfdText.Words(item));
            else if (item.Is("PathObject")) OfdPath.Draw(item, paths);
        }
        return new PageContent(width, height, [.. words.DistinctBy(w => (w.Text, Math.Round(w.Left), Math.Round(w.Top)))], paths.Found);
    }

    /// <summary>Where an object stands: its own map first, then the corner of its boundary.</summary>
    public static Matrix Place(XElement item)
    {
        var boundary = Numbers(item.Attr("Boundary"));
        var own = Numbers(item.Attr("CTM")) is [var a, var b, var c, var d, var e, var f] ? new Matrix(a, b, c, d, e, f) : Matrix.Identity;
        return boundary.Length == 4 ? own.Then(new Matrix(1, 0, 0, 1, boundary[0], boundary[1])) : own;
    }

    /// <summary>Numbers parted by blanks; anything else counts as 0.</summary>
    public static double[] Numbers(string? text) =>
        [.. (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    public static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && Math.Abs(n) < 1e6 ? n : 0;

    private static XElement Load(ZipLimits zip, string name) =>
        zip.Read(name) is { } bytes && SafeXml.Load(bytes).Root is { } root ? root : throw new InvalidDataException($"{name} is missing.");

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}
