using System.Text;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>The characters of a text object where they stand (GB/T 33190-2016, 11.2 and 11.3).</summary>
internal static class OfdText
{
    private const int MostCharacters = 100_000;

    /// <summary>Words of a text object: a gap of half a character or a step to another height parts them.</summary>
    public static IEnumerable<PageWord> Words(XElement item)
    {
        var size = OfdReader.Number(item.Attr("Size")) is var s and > 0 ? s : 3.5;
        var scale = OfdReader.Number(item.Attr("HScale")) is var h and > 0 ? h : 1;
        var place = OfdReader.Place(item);
        var (x, y) = (0.0, 0.0);
        foreach (var code in item.Children("TextCode"))
        {
            if (code.Attr("X") is { } left) x = OfdReader.Number(left);
            if (code.Attr("Y") is { } top) y = OfdReader.Number(top);
            foreach (var word in Words(code, x, y, size, scale, place)) yield return word;
        }
    }

    private static IEnumerable<PageWord> Words(XElement code, double x, double y, double size, double scale, Matrix place)
    {
        var text = code.Value.Length > MostCharacters ? code.Value[..MostCharacters] : code.Value;
        var (across, down) = (Steps(code.Attr("DeltaX"), text.Length), Steps(code.Attr("DeltaY"), text.Length));
        var word = new StringBuilder();
        var (start, end) = ((X: x, Y: y), x);
        for (var i = 0; i < text.Length; i++)
        {
            if (word.Length > 0 && (char.IsWhiteSpace(text[i]) || x - end > size * 0.5 || x < start.X || Math.Abs(y - start.Y) > size * 0.3))
            {
                yield return Box(word, start, end, size, place);
            }
            if (word.Length == 0) start = (x, y);
            if (!char.IsWhiteSpace(text[i])) word.Append(text[i]);
            end = x + Width(text[i], size * scale);
            x = i < across.Length ? x + across[i] : down.Length > 0 ? x : end;
            if (i < down.Length) y += down[i];
        }
        if (word.Length > 0) yield return Box(word, start, end, size, place);
    }

    /// <summary>The point (X, Y) of a character is on its base line; boxes reach as far above and below as Chinese characters do.</summary>
    private static PageWord Box(StringBuilder word, (double X, double Y) start, double end, double size, Matrix place)
    {
        var (a, b) = (place.Apply(start.X, start.Y - size * 0.86), place.Apply(end, start.Y + size * 0.14));
        var box = new PageWord(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y), word.ToString());
        word.Clear();
        return box;
    }

    private static double Width(char c, double size) => c < 0x2E80 && c is not ('“' or '”' or '…' or '—') ? size / 2 : size;

    /// <summary>Distances between neighbours; <c>g 5 3.2</c> stands for five times 3.2.</summary>
    internal static double[] Steps(string? text, int most)
    {
        var steps = new List<double>();
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length && steps.Count < most; i++)
        {
            if (words[i] == "g" && i + 2 < words.Length)
            {
                var count = int.TryParse(words[i + 1], out var n) ? Math.Clamp(n, 0, most - steps.Count) : 0;
                steps.AddRange(Enumerable.Repeat(OfdReader.Number(words[i + 2]), count));
                i += 2;
            }
            else
            {
                steps.Add(OfdReader.Number(words[i]));
            }
        }
        return [.. steps];
    }
}

/// <summary>Path objects as the lines that frame tables (GB/T 33190-2016, 9.1).</summary>
internal static class OfdPath
{
    public static void Draw(XElement item, PathRulings paths)
    {
        var place = OfdReader.Place(item);
        var words = (item.Child("AbbreviatedData")?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var count = words[i] switch { "M" or "S" or "L" => 2, "Q" => 4, "B" => 6, "A" => 7, _ => 0 };
            if (words[i] == "C") paths.Close();
            if (count == 0 || i + count >= words.Length) continue;
            var (x, y) = place.Apply(OfdReader.Number(words[i + count - 1]), OfdReader.Number(words[i + count]));
            if (words[i] is "M" or "S") paths.MoveTo(x, y);
            else paths.LineTo(x, y);
            i += count;
        }
        paths.Paint(stroke: item.Attr("Stroke") != "false", fill: item.Attr("Fill") == "true");
    }
}
