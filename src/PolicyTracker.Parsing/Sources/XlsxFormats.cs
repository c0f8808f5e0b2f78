using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>How a number in a cell is printed: as a date, a share or as it stands.</summary>
internal sealed class XlsxFormats
{
    private readonly List<string> codes = [];
    private readonly bool from1904;

    public XlsxFormats(XElement? styles, bool from1904)
    {
        this.from1904 = from1904;
        var custom = new Dictionary<int, string>();
        foreach (var format in styles.Child("numFmts").Children("numFmt"))
        {
            if (DocxStyles.Int(format.Attr("numFmtId")) is { } id) custom[id] = format.Attr("formatCode") ?? "";
        }
        foreach (var cell in styles.Child("cellXfs").Children("xf"))
        {
            var id = DocxStyles.Int(cell.Attr("numFmtId")) ?? 0;
            codes.Add(custom.TryGetValue(id, out var code) ? code : BuiltIn(id));
        }
    }

    /// <param name="value">The number as the file holds it.</param>
    /// <param name="style">Index of the cell's style.</param>
    public string Print(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        var code = Bare(style >= 0 && style < codes.Count ? codes[style] : "");
        if (code.Contains('%')) return Math.Round(number * 100, 6).ToString("0.######", CultureInfo.InvariantCulture) + "%";
        var (y, m, d) = (code.Contains('y') || code.Contains('e'), code.Contains('m'), code.Contains('d'));
        if ((y || d) && number is >= 1 and < 2958466) return Date(number, y, m || d, d);
        return Math.Abs(number) is >= 1e15 or (> 0 and < 1e-6) ? value : Math.Round(number, 10).ToString("0.##########", CultureInfo.InvariantCulture);
    }

    /// <summary>The day that a number stands for; null where its format is no date.</summary>
    public DateOnly? DateOf(string value, int style)
    {
        var code = Bare(style >= 0 && style < codes.Count ? codes[style] : "");
        return (code.Contains('y') || code.Contains('d') || code.Contains('e')) && !code.Contains('%')
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 1 and < 2950000
            ? DateOnly.FromDateTime(Day(number))
            : null;
    }

    private string Date(double serial, bool year, bool month, bool day)
    {
        var date = Day(serial);
        var printed = new StringBuilder();
        if (year) printed.Append(date.Year).Append('年');
        if (month) printed.Append(date.Month).Append('月');
        if (day) printed.Append(date.Day).Append('日');
        return printed.ToString();
    }

    /// <summary>Serial 60 is a 29 February 1900 that never was; days before it are one off.</summary>
    private DateTime Day(double serial) =>
        from1904 ? new DateTime(1904, 1, 1).AddDays(Math.Min(serial, 2950000)) : new DateTime(1899, 12, serial < 60 ? 31 : 30).AddDays(serial);

    /// <summary>A format's first section without quoted words, escaped characters and brackets.</summary>
    private static string Bare(string code)
    {
        var bare = new StringBuilder();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            if (code[i] == '\\' || code[i] == '_' || code[i] == '*') i++;
            else if (code[i] == '"') i = code.IndexOf('"', i + 1) is var end and >= 0 ? end : code.Length;
            else if (code[i] == '[') i = code.IndexOf(']', i + 1) is var close and >= 0 ? close : code.Length;
            else bare.Append(char.ToLowerInvariant(code[i]));
        }
        return bare.ToString().Replace("general", "", StringComparison.Ordinal).Replace("e+", "", StringComparison.Ordinal).Replace("e-", "", StringComparison.Ordinal);
    }

    /// <summary>ECMA-376 part 1, 18.8.30; 27 to 58 are those of Chinese Excel.</summary>
    private static string BuiltIn(int id) => id switch
    {
        9 or 10 => "0%",
        14 or 15 or 22 or 27 or 30 or 31 or 36 or 50 or 54 or 58 => id is 54 or 58 ? "m/d" : "yyyy/m/d",
        28 or 29 or 51 or 53 => "m/d",
        57 or 17 or 52 => "yyyy/m",
        16 => "m/d",
        _ => "",
    };
}
