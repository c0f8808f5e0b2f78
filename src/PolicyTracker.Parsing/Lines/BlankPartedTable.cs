using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// A table whose cells a page's text keeps apart by one blank each: 序号 工作任务 责任单位 / 1 修缮桥梁 县公路局. Blanks inside the work
/// look the same, so one order alone is read: a number that counts on, the work, then who does it, who answers for it and until when, from the right.
/// </summary>
internal static class BlankPartedTable
{
    private const int LongestHeading = 48;
    private const int LongestRow = 400;
    private const int FirstBehindWork = 2;

    public static bool TryRead(IReadOnlyList<Line> lines, int from, out Table? table, out int next)
    {
        (table, next) = (null, from);
        if (!MayBeHeading(lines[from]) || Heading(lines[from]) is not var (heading, roles)) return false;
        var rows = new List<TableRow> { Row(heading) };
        int? above = null;
        for (var i = from + 1; i < lines.Count && i - next < 6; i++)
        {
            if (lines[i].Kind is LineKind.Blank or LineKind.Furniture) continue;
            if (Cells(lines[i], roles) is not { } cells || int.Parse(cells[0].Clean) is var number && above is not null && number != above + 1) break;
            rows.Add(Row(cells));
            (above, next) = (number, i + 1);
        }
        table = rows.Count > 1 ? new Table(rows) : null;
        return table is not null;
    }

    /// <summary>Cheap, because every line is asked.</summary>
    private static bool MayBeHeading(Line line) =>
        line.Kind == LineKind.Text && line.Clean.Length is > 6 and < LongestHeading && line.Clean[0] is '序' or '编' && line.Clean[1] == '号';

    private static (List<Line> Cells, ColumnRole[] Roles)? Heading(Line line)
    {
        var cells = SpreadWordsJoined(Words(line)).ConvertAll(w => line.Cut(w.Start, w.End));
        return cells.Count > FirstBehindWork && TableHeading.Read([.. cells.Select(c => c.Clean)]) is [ColumnRole.Number, ColumnRole.Task or ColumnRole.Measure, .. var behind] roles
            && behind.All(r => ColumnRoles.IsDepartment(r) || r is ColumnRole.Time or ColumnRole.Leader) ? (cells, roles) : null;
    }

    /// <summary>工 作 任 务 is one heading.</summary>
    public static List<(int Start, int End)> SpreadWordsJoined(List<(int Start, int End)> words)
    {
        var joined = new List<(int Start, int End)>();
        var spread = false;
        foreach (var word in words)
        {
            var alone = word.End - word.Start == 1;
            if (alone && spread) joined[^1] = (joined[^1].Start, word.End);
            else joined.Add(word);
            spread = alone;
        }
        return joined;
    }

    /// <summary>The cells of a row; null for any other line.</summary>
    private static List<Line>? Cells(Line line, ColumnRole[] roles)
    {
        if (line.Kind != LineKind.Text || line.Clean.Length > LongestRow || !char.IsAsciiDigit(line.Clean[0])) return null;
        var words = Words(line);
        if (words.Count < roles.Length || words[0].End > 3 || line.Clean.AsSpan(0, words[0].End).IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        var starts = new int[roles.Length];
        var last = words.Count - 1;
        for (var column = roles.Length - 1; column >= FirstBehindWork; column--, last--)
        {
            if (!IsAtHome(line, words[last], roles[column])) return null;
            // 县公路局 县财政局: only the first of the columns behind the work can hold more than one word.
            while (column == FirstBehindWork && last > FirstBehindWork && ColumnRoles.IsDepartment(roles[column]) && IsAtHome(line, words[last - 1], roles[column])) last--;
            starts[column] = words[last].Start;
        }
        starts[1] = words[1].Start;
        return [.. starts.Select((start, column) => line.Cut(start, column + 1 < starts.Length ? starts[column + 1] : line.Clean.Length))];
    }

    private static bool IsAtHome(Line line, (int Start, int End) word, ColumnRole role)
    {
        var clean = line.Clean[word.Start..word.End];
        return clean is "-" or "/" or "无" || role switch
        {
            ColumnRole.Time => DeadlineReader.LooksLikeDeadline(clean),
            ColumnRole.Leader => clean.Length is > 1 and < 16 && !clean.AsSpan().ContainsAnyInRange('0', '9'),
            _ => OrganName.LooksLikeList(clean),
        };
    }

    /// <summary>The stretches between blanks.</summary>
    public static List<(int Start, int End)> Words(Line line)
    {
        var words = new List<(int, int)>();
        var start = 0;
        for (var i = 1; i < line.Clean.Length; i++)
        {
            if (line.Column(i) - line.Column(i - 1) == 1) continue;
            words.Add((start, i));
            start = i;
        }
        words.Add((start, line.Clean.Length));
        return words;
    }

    private static TableRow Row(List<Line> cells) => new([.. cells.Select(c => new Paragraph(c))]);
}
