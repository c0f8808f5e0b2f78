using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Where among the paragraphs of a node a list of duties by organ stands (市某局:负责…).</summary>
internal static class DutyList
{
    /// <summary>So many in a row are a list under any heading.</summary>
    private const int ShortestRun = 3;

    /// <summary>Under a heading of duties all paragraphs; else what follows a line that says so (成员单位职责), or a run that needs no heading.</summary>
    public static IEnumerable<Paragraph> Find(Node node, bool underHeading, bool forEmergencies)
    {
        var body = node.Body.OfType<Paragraph>().ToList();
        if (underHeading || body.Count < ShortestRun || forEmergencies) return underHeading ? body : [];
        var line = body.FindIndex(p => p.Number is null && NamedDuty.IsDutyHeading(p.Clean));
        return line >= 0 ? body.Skip(line + 1) : Run(body);
    }

    private static IEnumerable<Paragraph> Run(List<Paragraph> body)
    {
        var from = body.FindIndex(NamedDuty.OpensWithDuty);
        if (from < 0) return [];
        var run = body.Skip(from).TakeWhile(p => NamedDuty.ReadListed(p) is not null).ToList();
        return run.Count(NamedDuty.OpensWithDuty) >= ShortestRun ? run : [];
    }
}
