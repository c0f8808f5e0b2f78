namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// The straight lines drawn on each page of a PDF, in points from the top left corner (ISO 32000-1, 8.5). Where a file hides
/// its drawings (encrypted or unusual streams, forms) the list is short, and tables are read without frames.
/// </summary>
internal static class PdfRulings
{
    private const int MostDepth = 40;
    private const int MostOperands = 64;

    public static List<IReadOnlyList<Ruling>> Read(byte[] bytes)
    {
        var objects = new PdfObjects(bytes);
        var pages = new List<IReadOnlyList<Ruling>>();
        var catalog = objects.Dictionaries.LastOrDefault(d => d.GetValueOrDefault("Type") is PdfName("Catalog"));
        if (catalog is not null) AddPages(objects, catalog.GetValueOrDefault("Pages"), [], [], pages, 0);
        return pages;
    }

    /// <summary>The tree of pages; MediaBox and Rotate are handed down.</summary>
    private static void AddPages(
        PdfObjects objects, object? node, HashSet<object> seen, Dictionary<string, object> inherited, List<IReadOnlyList<Ruling>> pages, int depth)
    {
        if (node is null || depth > MostDepth || !seen.Add(node) || pages.Count >= SourceLimits.MostPages || objects.Dictionary(node) is not { } page) return;
        var own = new Dictionary<string, object>(inherited, StringComparer.Ordinal);
        foreach (var name in new[] { "MediaBox", "Rotate" })
            if (page.TryGetValue(name, out var value)) own[name] = value;
        if (objects.Resolve(page.GetValueOrDefault("Kids")) is List<object> kids) kids.ForEach(k => AddPages(objects, k, seen, own, pages, depth + 1));
        else pages.Add(Draw(objects, page, own));
    }

    private static List<Ruling> Draw(PdfObjects objects, Dictionary<string, object> page, Dictionary<string, object> own)
    {
        var paths = new PathRulings(thin: 3);
        var contents = objects.Resolve(page.GetValueOrDefault("Contents")) is List<object> parts ? parts : [page.GetValueOrDefault("Contents") ?? ""];
        var data = new List<byte>();
        foreach (var part in contents) data.AddRange([.. objects.Stream(part), (byte)'\n']);
        Draw(new PdfTokens([.. data], 0), ToPage(objects, own), paths);
        return paths.Found;
    }

    /// <summary>From the file's axes, which grow upwards, to those of the page as it is looked at.</summary>
    private static Matrix ToPage(PdfObjects objects, Dictionary<string, object> own)
    {
        var box = (objects.Resolve(own.GetValueOrDefault("MediaBox")) as List<object>)?.Select(v => objects.Resolve(v) as double? ?? 0).ToList();
        var (left, bottom, right, top) = box is [var a, var b, var c, var d] ? (Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d)) : (0, 0, 595, 842);
        var turn = objects.Resolve(own.GetValueOrDefault("Rotate")) is double degrees ? ((int)degrees % 360 + 360) % 360 : 0;
        return turn switch
        {
            90 => new Matrix(0, 1, 1, 0, -bottom, -left),
            180 => new Matrix(-1, 0, 0, 1, right, -bottom),
            270 => new Matrix(0, -1, -1, 0, top, right),
            _ => new Matrix(1, 0, 0, -1, -left, top),
        };
    }

    private static void Draw(PdfTokens tokens, Matrix page, PathRulings paths)
    {
        var map = Matrix.Identity;
        var saved = new Stack<Matrix>();
        var operands = new List<double>();
        while (tokens.Next() is { } token)
        {
            if (token is double number && operands.Count < MostOperands) operands.Add(number);
            if (token is not PdfWord(var name)) continue;
            switch (name)
            {
                case "q": if (saved.Count < 1000) saved.Push(map); break;
                case "Q": if (saved.TryPop(out var before)) map = before; break;
                case "cm" when operands is [.., var a, var b, var c, var d, var e, var f]: map = new Matrix(a, b, c, d, e, f).Then(map); break;
                case "BI": tokens.SkipPast("EI"u8); break;
                default: Path(name, operands, map.Then(page), paths); break;
            }
            operands.Clear();
        }
    }

    private static void Path(string name, List<double> operands, Matrix map, PathRulings paths)
    {
        switch (name)
        {
            case "m" when operands is [.., var x, var y]: At(map, x, y, paths.MoveTo); break;
            case "l" or "c" or "v" or "y" when operands is [.., var x, var y]: At(map, x, y, paths.LineTo); break;
            case "re" when operands is [.., var x, var y, var w, var h]: Box(map, x, y, w, h, paths); break;
            case "h": paths.Close(); break;
            case "s" or "b" or "b*": paths.Close(); paths.Paint(stroke: true, fill: name != "s"); break;
            case "S" or "B" or "B*": paths.Paint(stroke: true, fill: name != "S"); break;
            case "f" or "F" or "f*": paths.Paint(stroke: false, fill: true); break;
            case "n": paths.Paint(stroke: false, fill: false); break;
            default: break;
        }
    }

    private static void At(Matrix map, double x, double y, Action<double, double> draw)
    {
        var (px, py) = map.Apply(x, y);
        draw(px, py);
    }

    private static void Box(Matrix map, double x, double y, double w, double h, PathRulings paths)
    {
        At(map, x, y, paths.MoveTo);
        At(map, x + w, y, paths.LineTo);
        At(map, x + w, y + h, paths.LineTo);
        At(map, x, y + h, paths.LineTo);
        paths.Close();
    }
}
