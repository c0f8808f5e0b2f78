using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>The text of one paragraph's runs: results of fields without their codes, nothing deleted or hidden, text boxes apart.</summary>
internal sealed partial class DocxText
{
    private readonly StringBuilder text = new();
    private readonly Stack<(bool InCode, StringBuilder Code)> fields = new();

    /// <summary>Set for entries of a table of contents: a tab there is the row of dots before the page number.</summary>
    public bool TabsAreDots { get; init; }

    /// <summary>Text boxes found on the way, in their order.</summary>
    public List<XElement> TextBoxes { get; } = [];

    /// <summary>The text; a line break in it is one that the author typed.</summary>
    public override string ToString() => text.ToString();

    public void Walk(XElement parent)
    {
        foreach (var element in parent.Elements()) Read(element);
    }

    private void Read(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "t": Append(element.Value); break;
            case "tab": Append(TabsAreDots ? "……" : " "); break;
            case "ptab": Append(" "); break;
            case "cr": Append("\n"); break;
            case "br": if (element.Attr("type") is null or "textWrapping") Append("\n"); break;
            case "noBreakHyphen": Append("-"); break;
            case "sym": Append(Symbol(element.Attr("char"))); break;
            case "fldChar": ReadField(element.Attr("fldCharType")); break;
            case "instrText": if (fields.TryPeek(out var field) && field.InCode) field.Code.Append(element.Value); break;
            case "r": if (!IsHidden(element)) Walk(element); break;
            case "ruby": if (element.Child("rubyBase") is { } words) Walk(words); break;
            case "AlternateContent": if ((element.Child("Choice") ?? element.Child("Fallback")) is { } one) Walk(one); break;
            case "txbxContent": if (!InCode) TextBoxes.Add(element); break;
            case "del" or "moveFrom" or "delText" or "pPr" or "rPr" or "sdtPr" or "tbl" or "p" or "object": break;
            default: if (element.HasElements) Walk(element); break;
        }
    }

    private bool InCode => fields.Any(f => f.InCode);

    private void Append(string words)
    {
        if (!InCode) text.Append(words);
    }

    private void ReadField(string? type)
    {
        if (type == "begin") fields.Push((true, new StringBuilder()));
        else if (type == "separate" && fields.TryPop(out var field)) fields.Push((false, field.Code));
        else if (type == "end" && fields.TryPop(out var ended) && ended.InCode) Append(Enclosed(ended.Code.ToString()));
    }

    /// <summary>Word prints ⑪ as a field that draws a circle around 11: <c>eq \o\ac(○,11)</c>; it has no result.</summary>
    private static string Enclosed(string code) =>
        Circle().Match(code) is { Success: true } m ? NumberFormats.Circled(int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) : "";

    private static bool IsHidden(XElement run) =>
        run.Child("rPr").Child("vanish") is { } hidden && hidden.Attr("val") is not ("0" or "false");

    /// <summary>Symbol fonts have their own tables (U+F000 and above); only real characters are taken.</summary>
    private static string Symbol(string? code) =>
        int.TryParse(code, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var c)
        && c is >= 0x20 and < 0xD800 ? ((char)c).ToString() : "";

    [GeneratedRegex(@"^\s*eq\s*\\o\s*(?:\\ac)?\s*\(\s*[○◯〇]\s*[,，]\s*([0-9]{1,2})\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Circle();
}
