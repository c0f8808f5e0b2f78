namespace PolicyTracker.Parsing.Sources;

/// <summary>Lines that touch each other make one frame.</summary>
internal static class RuledTables
{
    /// <summary>More lines than this on a page are a drawing.</summary>
    private const int MostRulings = 2000;

    public static List<RuledTable> Find(PageContent page)
    {
        // Far more places than words make graph paper or a chart.
        var most = 100 + page.Words.Count * 4;
        var near = page.Height / 842 * 2.5;
        if (page.Rulings.Count > MostRulings) return [];
        var left = page.Rulings.Where(r => Math.Max(r.Right - r.Left, r.Bottom - r.Top) > near).ToList();
        var tables = new List<RuledTable>();
        while (left.Count > 0)
        {
            var frame = Take(left, near);
            if (frame.Count > 3 && new RuledTable(frame, near) is { IsTable: true } table && table.Places <= most) tables.Add(table);
        }
        return [.. tables.OrderBy(t => t.Top)];
    }

    private static List<Ruling> Take(List<Ruling> left, double near)
    {
        var frame = new List<Ruling> { left[^1] };
        left.RemoveAt(left.Count - 1);
        for (var i = 0; i < frame.Count; i++)
        {
            for (var j = left.Count - 1; j >= 0; j--)
            {
                if (!Touch(frame[i], left[j], near)) continue;
                frame.Add(left[j]);
                left[j] = left[^1];
                left.RemoveAt(left.Count - 1);
            }
        }
        return frame;
    }

    private static bool Touch(Ruling a, Ruling b, double near) =>
        a.Left - near <= b.Right && b.Left - near <= a.Right && a.Top - near <= b.Bottom && b.Top - near <= a.Bottom;
}
