using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>Fields of items whose labels and words stand in two cells: 牵头单位 | 县水务局 is 牵头单位:县水务局.</summary>
internal static class LabelRows
{
    private const int LongestLabel = 12;
    private const int MostLinesBetween = 6;
    private const int FewestOrgans = 2;

    /// <summary>Makes lines of text of the rows.</summary>
    public static void Join(List<Line> lines, SourceText source)
    {
        var run = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Pairs(lines[i], source.Lines[i]) is { } fields)
            {
                lines[i] = fields;
            }
            else if (IsPair(lines[i]))
            {
                run.Add(i);
            }
            else if (run.Count > 0 && (lines[i].Kind == LineKind.Row || i - run[^1] > MostLinesBetween))
            {
                Join(lines, source, run);
                run.Clear();
            }
        }
        Join(lines, source, run);
    }

    private static void Join(List<Line> lines, SourceText source, List<int> run)
    {
        var pairs = run.ConvertAll(i => Pair(lines[i])!.Value);
        var labels = pairs.ConvertAll(p => p.Label is { } label ? TagLabels.Whole(label.Clean.TrimEnd(':')) : null);
        var organs = Enumerable.Range(0, pairs.Count).Count(i => labels[i] is LabelKind.Lead or LabelKind.Responsible or LabelKind.Support && OrganName.LooksLikeShares(pairs[i].Words.Clean));
        if (organs < FewestOrgans || labels.Count(l => l is not null) * 2 < pairs.Count) return;
        for (var k = 0; k < run.Count; k++)
            if (pairs[k] is var (label, words) && !(label?.Clean.Length > LongestLabel)) lines[run[k]] = Joined(label, words, source.Lines[run[k]]);
    }

    private static Line Joined(Line? label, Line words, string printed)
    {
        return label is null ? new Line(words.Number, printed, words.Column(0), BehindLast(words)) : Fields([label, words], printed);
    }

    /// <summary>The cells as one line: a colon behind each label, a semicolon in front of the next.</summary>
    private static Line Fields(IReadOnlyList<Line> cells, string printed)
    {
        var read = printed.ToCharArray();
        for (var i = 0; i + 1 < cells.Count; i++)
        {
            var (behind, next) = (BehindLast(cells[i]), cells[i + 1].Column(0));
            read.AsSpan(behind, next - behind).Fill(' ');
            if (cells[i].Clean[^1] != ':') read[behind] = i % 2 > 0 ? ';' : ':';
        }
        return new Line(cells[0].Number, printed, cells[0].Column(0), BehindLast(cells[^1]), new string(read));
    }

    private static int BehindLast(Line cell) => cell.Column(cell.Clean.Length - 1) + 1;

    /// <summary>责任单位 | 县水务局 | 完成时限 | 年底: every other cell is a label; null for any other row.</summary>
    private static Line? Pairs(Line line, string printed)
    {
        var cells = line.Cells;
        if (line.Kind != LineKind.Row || cells.Count < 4 || cells.Count % 2 > 0) return null;
        var labels = cells.Where((_, i) => i % 2 == 0).Select(c => c.Clean.Length > 0 ? TagLabels.Whole(c.Clean.TrimEnd(':')) : null).ToList();
        if (!labels.TrueForAll(l => l is not null) || !labels.Exists(l => l is LabelKind.Lead or LabelKind.Responsible or LabelKind.Support)) return null;
        if (cells.Where((_, i) => i % 2 > 0).Any(c => c.Clean.Length == 0 || ColumnRoles.Read(c.Clean) != ColumnRole.Unknown)) return null;
        return Fields(cells, printed);
    }

    private static bool IsPair(Line line) => Pair(line) is not null;

    /// <summary>The two cells of a row, or the words on both sides of a bar, without a label where its cell is empty; null for any other line.</summary>
    private static (Line? Label, Line Words)? Pair(Line line)
    {
        if (line.Kind == LineKind.Row)
        {
            return line.Cells switch
            {
                [var label, { Clean.Length: > 0 } words] => (label.Clean.Length == 0 ? null : label, words),
                [{ Clean.Length: > 0 } alone] when line.Clean is ['|', .., not '|'] => (null, alone),
                _ => null,
            };
        }
        if (line.Kind != LineKind.Text || line.Clean.IndexOf('|') is not (> 0 and var bar) || bar + 1 == line.Clean.Length || line.Clean.IndexOf('|', bar + 1) >= 0) return null;
        return (line.Cut(0, bar), line.Cut(bar + 1, line.Clean.Length));
    }
}
