using System.Globalization;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>What a paragraph style says about numbering, and whether it belongs to a table of contents.</summary>
internal sealed class DocxStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, (string? Parent, string Name, int? Number, int? Level)> styles = new(StringComparer.Ordinal);
    private readonly string? defaultStyle;

    public DocxStyles(XElement? root)
    {
        foreach (var style in root.Children("style"))
        {
            if (style.Attr("type") is not (null or "paragraph") || style.Attr("styleId") is not { } id) continue;
            var (number, level) = ReadNumbering(style.Child("pPr"));
            styles.TryAdd(id, (style.Child("basedOn")?.Attr("val"), style.Child("name")?.Attr("val") ?? "", number, level));
            if (style.Attr("default") is "1" or "true") defaultStyle ??= id;
        }
    }

    /// <summary>The entries of a generated table of contents have the built-in styles <c>toc 1</c> to <c>toc 9</c>.</summary>
    public bool IsContents(string? style) =>
        style is not null && styles.TryGetValue(style, out var found) && found.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The numbering that a style or one that it is based on carries, and the style that carries it; null for none.</summary>
    public (int Number, int? Level, string Style)? Numbering(string? style)
    {
        var id = style ?? defaultStyle;
        for (var i = 0; i < MostAncestors && id is not null && styles.TryGetValue(id, out var found); i++)
        {
            if (found.Number is { } number) return (number, found.Level, id);
            id = found.Parent;
        }
        return null;
    }

    /// <summary>numId and ilvl of a paragraph's own properties; null where they are not printed.</summary>
    public static (int? Number, int? Level) ReadNumbering(XElement? properties)
    {
        var numbering = properties.Child("numPr");
        return (Int(numbering.Child("numId")?.Attr("val")), Int(numbering.Child("ilvl")?.Attr("val")));
    }

    public static int? Int(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
}
