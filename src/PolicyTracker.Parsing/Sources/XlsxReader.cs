using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>A workbook (.xlsx) as numbered lines: visible sheets in their order, their names where there are several.</summary>
internal static partial class XlsxReader
{
    /// <exception cref="RefusedException">No visible sheet holds anything.</exception>
    public static List<string> Read(OfficeParts package, string main)
    {
        var workbook = package.Load(main) ?? throw new InvalidDataException("A workbook has a main part.");
        var parts = package.Targets(main);
        var shared = package.Load(package.Related(main, "sharedStrings").FirstOrDefault()).Children("si").Select(XlsxSheet.RichText).ToList();
        var from1904 = workbook.Child("workbookPr")?.Attr("date1904") is "1" or "true";
        var formats = new XlsxFormats(package.Load(package.Related(main, "styles").FirstOrDefault()), from1904);
        var sheets = new List<(string Name, List<string> Lines)>();
        foreach (var sheet in workbook.Child("sheets").Children("sheet").Where(s => s.Attr("state") is null or "visible"))
        {
            if (!parts.TryGetValue(RelationId(sheet), out var part) || package.Load(part) is not { } root || !root.Is("worksheet")) continue;
            var lines = new XlsxSheet(root, shared, formats).Lines().ToList();
            if (lines.Count > 0) sheets.Add((sheet.Attr("name") ?? "", lines));
        }
        if (sheets.Count == 0) throw new RefusedException(Refusals.NoTextInSheet);
        return [.. sheets.SelectMany(s => sheets.Count > 1 && s.Lines[0].Contains('\t') && !DefaultName().IsMatch(s.Name) ? [s.Name, .. s.Lines] : s.Lines)];
    }

    /// <summary>r:id, not sheetId: the attribute that has a namespace.</summary>
    public static string RelationId(XElement sheet) =>
        sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value ?? "";

    [GeneratedRegex(@"^(?:Sheet|工作表|表)\s*\d*$", RegexOptions.IgnoreCase)]
    private static partial Regex DefaultName();
}
