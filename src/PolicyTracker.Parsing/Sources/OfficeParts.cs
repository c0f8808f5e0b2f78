using System.Xml.Linq;

namespace PolicyTracker.Parsing.Sources;

/// <summary>
/// The parts of an Office Open XML file and how they refer to each other (ECMA-376 part 2). Read without the Office SDK:
/// that one throws on a bad hyperlink address, unpacks without limits and recurses as deep as the file wants.
/// </summary>
internal sealed class OfficeParts(ZipLimits zip)
{
    /// <summary>The part that the whole file is about; null when the zip is no Office file.</summary>
    public string? MainPart => Related("", "officeDocument").FirstOrDefault()
        ?? new[] { "word/document.xml", "xl/workbook.xml" }.FirstOrDefault(zip.Has);

    public XElement? Load(string? part) => part is not null && zip.Read(part) is { } bytes ? SafeXml.Load(bytes).Root : null;

    /// <summary>Names of the parts that a part refers to, by the last word of the relationship's type.</summary>
    public IEnumerable<string> Related(string part, string type) =>
        Relations(part).Where(r => (r.Attr("Type") ?? "").EndsWith("/" + type, StringComparison.Ordinal)).Select(r => Target(part, r));

    /// <summary>Relationship ids to names of parts.</summary>
    public Dictionary<string, string> Targets(string part)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in Relations(part)) targets.TryAdd(relation.Attr("Id") ?? "", Target(part, relation));
        return targets;
    }

    private IEnumerable<XElement> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var relations = Load(part[..slash] + "_rels/" + part[slash..] + ".rels");
        return relations.Children("Relationship").Where(r => r.Attr("TargetMode") != "External");
    }

    private static string Target(string part, XElement relation)
    {
        var target = (relation.Attr("Target") ?? "").Replace('\\', '/');
        return target.StartsWith('/') ? target[1..] : Resolve(part[..(part.LastIndexOf('/') + 1)] + target);
    }

    /// <summary>A path without <c>.</c> and <c>..</c>.</summary>
    internal static string Resolve(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "." or "..")) steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
