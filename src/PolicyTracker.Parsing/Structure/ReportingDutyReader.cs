using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Structure;

/// <summary>Sentences that order reports on the work, wherever they stand outside the tasks.</summary>
internal static class ReportingDutyReader
{
    public static IReadOnlyList<ReportingDuty> Read(IReadOnlyList<Block> blocks, int from, IReadOnlyList<ParsedTask> tasks, DocumentRules rules)
    {
        var duties = new List<ReportingDuty>();
        var inTasks = new HashSet<int>(tasks.SelectMany(t => Enumerable.Range(t.Lines.First, t.Lines.Last - t.Lines.First + 1)));
        foreach (var p in blocks.Skip(Math.Max(from, 0)).OfType<Paragraph>())
        {
            if (inTasks.Contains(p.FirstLine)) continue;
            for (var start = 0; start < p.Clean.Length;)
            {
                var stop = p.Clean.IndexOf('。', start);
                var end = stop < 0 ? p.Clean.Length : stop + 1;
                if (ReportingRules.IsReporting(p.Clean[start..end]) && ReportingRules.OrdersReport(p.Clean[start..end])) duties.Add(Duty(p, start, end, rules));
                start = end;
            }
        }
        return duties;
    }

    private static ReportingDuty Duty(Paragraph p, int start, int end, DocumentRules rules)
    {
        var when = DeadlineReader.Read(p.PrintTight(start, end), rules.OwnYear, rules.IssuedOn);
        return new(p.Print(start, end), new LineRange(p.LineNumberAt(start), p.LineNumberAt(end - 1)), when is { Kind: DeadlineKind.Open or DeadlineKind.Ongoing } ? null : when);
    }
}
