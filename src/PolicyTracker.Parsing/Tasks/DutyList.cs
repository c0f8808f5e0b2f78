using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>Where among the paragraphs of a node a list of duties by organ stands (市某局:负责…).</summary>
internal static class DutyList
{
    /// <summary>So many in a row are a list under any heading.</summary>
    private const int ShortestRun = 3;

    /// <summary>No paragraph that lists duties is longer; each of its sentences is asked several times.</summary>
    private const int LongestParagraph = 4000;

    /// <summary>Under a heading of duties all paragraphs; else what follows a line that says so (成员单位职责), or a run that needs no heading.</summary>
    public static IEnumerable<Paragraph> Find(Node node, bool underHeading, bool orders, bool forEmergencies)
    {
        var body = node.Body.OfType<Paragraph>().ToList();
        if (forEmergencies) return [];
        var line = underHeading ? -1 : body.FindIndex(p => p.Number is null && NamedDuty.IsDutyHeading(p.Clean));
        return underHeading || line >= 0 ? Named([.. body.Skip(line + 1).SelectMany(OneEach)]) : Run(body, orders);
    }

    /// <summary>Those that say what an organ answers for; among them also what a class is called upon to do (各镇要…), which behind them would only exhort.</summary>
    private static IEnumerable<Paragraph> Named(List<Paragraph> paragraphs)
    {
        bool Names(Paragraph p) => NamedDuty.ReadListed(p) is not null || NamedDuty.OpensWithDuty(p);
        var (first, last) = (paragraphs.FindIndex(Names), paragraphs.FindLastIndex(Names));
        return paragraphs.Where((p, i) => Names(p) || (i > first && i < last && NamedDuty.ReadOrdered(p) is not null));
    }

    /// <summary>甲局负责…。乙局负责…。 or 甲局要…;乙局要…。 in one paragraph: each organ with its own sentences; any other paragraph whole.</summary>
    private static IReadOnlyList<Paragraph> OneEach(Paragraph p)
    {
        var starts = new List<int>();
        for (var from = 0; p.Number is null && p.Clean.Length <= LongestParagraph && from < p.Clean.Length;)
        {
            var stop = p.Clean.AsSpan(from).IndexOfAny('。', ';') is var at && at < 0 ? -1 : from + at;
            var end = stop < 0 ? p.Clean.Length : stop + 1;
            if (p.Cut(from, end) is var sentence && !NamedDuty.SaysOnlyWho(sentence) && NamedDuty.ReadDuty(sentence) is not null) starts.Add(from);
            from = end;
        }
        return starts.Count < 2 ? [p] : [.. starts.Select((start, i) => p.Cut(start, i + 1 < starts.Count ? starts[i + 1] : p.Clean.Length))];
    }

    /// <summary>The same of the headings of a node's items.</summary>
    /// <param name="orders">Whether the section orders work: there a name and a colon suffice.</param>
    public static IReadOnlyList<Paragraph> RunOfItems(Node node, bool orders)
    {
        if (node.Children.Count < 2) return [];
        var items = node.Children.Select(c => c.Heading).OfType<Paragraph>().ToList();
        return orders && items.Count > 1 && items.TrueForAll(NamedDuty.OpensWithOrgan) ? items : items.Count < ShortestRun ? [] : Run(items, orders);
    }

    /// <summary>Paragraphs that stand together and open with the organs that they order, at least three of them single organs; else none.</summary>
    /// <param name="orders">Whether the section orders work: there 县某局负责… is such a paragraph too, and 县某局指导… above them.</param>
    private static IReadOnlyList<Paragraph> Run(List<Paragraph> paragraphs, bool orders)
    {
        bool Opens(Paragraph p) => NamedDuty.OpensWithDuty(p) || (orders && NamedDuty.OpensWithLevelledDuty(p));
        for (var from = paragraphs.FindIndex(Opens); from >= 0; from = paragraphs.FindIndex(from, Opens))
        {
            var run = paragraphs.Skip(from).TakeWhile(p => NamedDuty.ReadDuty(p) is not null).ToList();
            if (run.Count(Opens) >= ShortestRun) return [.. orders ? paragraphs.Take(from).Reverse().TakeWhile(NamedDuty.OpensWithDoer).Reverse() : [], .. run];
            from += run.Count;
        }
        return [];
    }
}
