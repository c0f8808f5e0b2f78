using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>The headings of a table whose cells stand one per line, and what its columns hold.</summary>
internal sealed class StackedHeading
{
    private const int MostWords = 24;
    private const int MostPieces = 4;
    private const int LongestUnknown = 8;
    private const int MostLinesOfItem = 72;
    private const int RowsTried = 6;

    private readonly HashSet<string> words;
    private readonly bool blanksBetween;

    private StackedHeading(IReadOnlyList<Paragraph> cells, IReadOnlyList<Line> words, int end)
    {
        (Cells, End, this.words) = (cells, end, [.. words.Select(w => w.Clean)]);
        blanksBetween = words.Zip(words.Skip(1)).Count(pair => pair.Second.Number - pair.First.Number > 1) * 2 > words.Count - 1;
        Roles = TableHeading.Read([.. cells.Select(c => c.Clean)]) ?? [.. cells.Select(c => ColumnRoles.Read(c.Clean))];
    }

    /// <summary>The headings from left to right, from the column of numbers on where there is one.</summary>
    public IReadOnlyList<Paragraph> Cells { get; private init; }

    public ColumnRole[] Roles { get; private init; }

    /// <summary>Whether a column in front of the numbers says what several rows have in common.</summary>
    public bool TitlesInFront { get; private init; }

    /// <summary>Index of the first line behind the headings.</summary>
    public int End { get; }

    /// <summary>How rows are counted in front of their first words (1.完善制度, (1)完善制度); null where they are not, or in a column of their own.</summary>
    private NumberStyle? NumbersInTitles { get; init; }

    /// <summary>Whether they are counted in brackets, below titles that are counted without.</summary>
    public bool CountsInBrackets => NumbersInTitles == NumberStyle.DigitsInBrackets;

    public bool IsNumbered => Roles[0] == ColumnRole.Number || NumbersInTitles is not null;

    /// <summary>The number of the row that a cell opens; null for any other cell.</summary>
    public int? RowNumber(string clean) => NumbersInTitles is { } style ? CellLines.NumberInTitle(clean, style) : CellLines.RowNumber(clean);

    /// <summary>A page break repeats the headings; one may have been broken otherwise there.</summary>
    public bool Repeats(string clean) => words.Contains(clean) || ColumnRoles.Read(clean) != ColumnRole.Unknown;

    /// <summary>Whether the headings begin anew.</summary>
    public bool Reopens(string clean) => Roles[0] == ColumnRole.Number ? ColumnRoles.Read(clean) == ColumnRole.Number : clean == Cells[0].Lines[0].Clean;

    /// <summary>Where blank lines keep the cells apart, a line directly below another goes on with its cell.</summary>
    public StackedCell CellBelow(Line above, Line cell) => new(cell, blanksBetween && CellLines.Cell(above) is not null);

    /// <summary>Reads the headings; null where these lines are none, or none of a table that assigns work.</summary>
    public static StackedHeading? Read(IReadOnlyList<Line> lines, int from)
    {
        if (CellLines.Cell(lines[from]) is not { } first || first.Clean.Length > 8 || !ColumnRoles.OpensTable(first.Clean)) return null;
        var (pieces, places, beforeRow) = Pieces(lines, from);
        if (pieces.Count < 2) return null;
        if (ColumnRoles.Read(first.Clean) == ColumnRole.Number && beforeRow >= 0 && ReadNumbered(lines, pieces, places, beforeRow) is { } numbered) return numbered;
        var headings = Joined(pieces);
        if (beforeRow >= 0 && headings.Count > 2 && TableHeading.Read([.. headings.Select(c => c.Clean)]) is not null && new StackedHeading(headings, pieces, beforeRow).WithNumbersInBrackets(lines) is { } counted) return counted;
        var known = headings.GetRange(0, Known(headings));
        var taken = known.Sum(c => c.Lines.Count);
        var inOneRow = known.Count > 1 && TableHeading.Read([.. known.Select(c => c.Clean)]) is not null ? new StackedHeading(known, pieces.GetRange(0, taken), places[taken - 1] + 1) : null;
        List<Paragraph> both = [.. known, .. headings.Skip(known.Count).TakeWhile(c => TwoRowHeading.IsPeriod(c.Clean))];
        var (behind, end) = (both.Sum(c => c.Lines.Count), 0);
        if (behind > 0) end = places[behind - 1] + 1;
        return (InTwoRows(lines, both, pieces.GetRange(0, behind), end, inOneRow) ?? inOneRow)?.WithNumbers(lines);
    }

    /// <summary>How many headings there are: up to the first that means nothing, or up to the second where more of them follow the first.</summary>
    private static int Known(List<Paragraph> headings)
    {
        var roles = headings.Select((c, i) => ColumnRoles.Read(c.Clean) is var role && role == ColumnRole.Number && i > 1 ? ColumnRole.Unknown : role).ToList();
        var first = roles.FindIndex(r => r == ColumnRole.Unknown);
        if (first < 0) return roles.Count;
        var second = roles.FindIndex(first + 1, r => r == ColumnRole.Unknown);
        var behind = (second < 0 ? roles.Count : second) - first - 1;
        return first > 0 && behind > 1 && roles.GetRange(first + 1, behind).Exists(ColumnRoles.IsDepartment) && !roles.GetRange(0, first).Exists(ColumnRoles.IsDepartment) ? first + 1 + behind : first;
    }

    /// <summary>The headings over a column of numbers, in one row or two, perhaps with the title of the first rows behind them; null where they assign nothing.</summary>
    private static StackedHeading? ReadNumbered(IReadOnlyList<Line> lines, List<Line> pieces, List<int> places, int beforeRow)
    {
        var all = Joined(pieces);
        if (all.Count > 3 && IsTitleOfRows(all[^1]) && TableHeading.Read([.. all.SkipLast(1).Select(c => c.Clean)]) is not null)
        {
            beforeRow = places[pieces.Count - all[^1].Lines.Count];
            all.RemoveAt(all.Count - 1);
            pieces.RemoveRange(all.Sum(c => c.Lines.Count), pieces.Count - all.Sum(c => c.Lines.Count));
        }
        var inOneRow = all.Count > 2 && TableHeading.Read([.. all.Select(c => c.Clean)]) is not null ? new StackedHeading(all, pieces, beforeRow) : null;
        if (InTwoRows(lines, all, pieces, beforeRow, inOneRow) is { } divided) return divided;
        if (all.Count > 0 && ColumnRoles.Read(all[^1].Clean) == ColumnRole.Unknown && all[^1].Lines.Count is var title
            && InTwoRows(lines, all.SkipLast(1).ToList(), pieces.SkipLast(title).ToList(), places[pieces.Count - title], inOneRow) is { } belowTitle) return belowTitle;
        return inOneRow;
    }

    /// <summary>The headings as two rows of them, where the first rows below strain less so; else null.</summary>
    private static StackedHeading? InTwoRows(IReadOnlyList<Line> lines, IReadOnlyList<Paragraph> all, IReadOnlyList<Line> pieces, int end, StackedHeading? inOneRow)
    {
        StackedHeading? best = null;
        int? least = null;
        foreach (var divided in TwoRowHeading.Divided(all))
        {
            if (TableHeading.Read([.. divided.Select(c => c.Clean)]) is null) continue;
            least ??= inOneRow?.StrainOfFirstRows(lines) ?? CellColumns.MostStrain;
            var heading = new StackedHeading(divided, pieces, end);
            if (heading.StrainOfFirstRows(lines) is var strain && strain < least) (best, least) = (heading, strain);
        }
        return best;
    }

    /// <summary>How much the first rows strain that are counted from one; where nothing is counted, the first.</summary>
    private int StrainOfFirstRows(IReadOnlyList<Line> lines)
    {
        if (!IsNumbered) return StrainOfFirstRow(lines);
        var (strain, number, cells) = (0, 0, new List<StackedCell>());
        for (var at = End; at < lines.Count && at < End + (RowsTried * MostWords) && number <= RowsTried; at++)
        {
            if (CellLines.Cell(lines[at]) is not { } cell) continue;
            if (RowNumber(cell.Clean) == number + 1 || CellLines.IsNumberedTitle(cell.Clean))
            {
                if (cells.Count > 0) strain += new CellColumns(cells, Roles).StrainOf(cells.Count);
                cells.Clear();
                if (RowNumber(cell.Clean) is null) continue;
                number++;
            }
            else if (cells.Count == 0)
            {
                continue;
            }
            cells.Add(CellBelow(lines[at - 1], cell));
        }
        return strain;
    }

    private int StrainOfFirstRow(IReadOnlyList<Line> lines)
    {
        var cells = new List<StackedCell>();
        for (var at = End; at < lines.Count && cells.Count < MostWords && (CellLines.Cell(lines[at]) is not null || CellLines.IsGap(lines[at])); at++)
            if (CellLines.Cell(lines[at]) is { } cell) cells.Add(CellBelow(lines[at - 1], cell));
        var laid = new CellColumns(cells, Roles);
        return Enumerable.Range(2, Math.Max(0, cells.Count - 1)).Select(laid.StrainOf).DefaultIfEmpty(CellColumns.MostStrain).Min();
    }

    /// <summary>推进实施“光伏+”示范工程 below the headings: the title of the first rows, not one more column.</summary>
    private static bool IsTitleOfRows(Paragraph last) => ColumnRoles.Read(last.Clean) == ColumnRole.Unknown && ColumnRoles.AmongHeadings(last.Clean) == ColumnRole.Unknown && (last.Clean.Length > LongestUnknown || last.Clean.Contains('“'));

    /// <summary>The words that may be headings, where each stands, and the line of the first row where a number or a title tells it (else -1).</summary>
    private static (List<Line> Pieces, List<int> Places, int BeforeRow) Pieces(IReadOnlyList<Line> lines, int from)
    {
        var (pieces, places) = (new List<Line>(), new List<int>());
        for (var at = from; at < lines.Count && at < from + (MostWords * 3) && pieces.Count < MostWords; at++)
        {
            if (CellLines.IsGap(lines[at])) continue;
            if (CellLines.Cell(lines[at]) is not { } cell) break;
            if (CellLines.RowNumber(cell.Clean) is not null || CellLines.IsNumberedTitle(cell.Clean)) return (pieces, places, at);
            if (!(ColumnRoles.MayBeHeading(cell.Clean) || TwoRowHeading.IsPeriod(cell.Clean) || pieces.Count > 0 && CellLines.IsGloss(cell.Clean)) || cell.Clean.AsSpan().IndexOfAny(",。;:") >= 0 || (pieces.Count > 0 && cell.Clean == pieces[0].Clean)) return (pieces, places, IsAboveFirstRow(lines, at) ? at : -1);
            pieces.Add(cell);
            places.Add(at);
        }
        return (pieces, places, -1);
    }

    /// <summary>Whether the next cell is the number of the first row.</summary>
    private static bool IsAboveFirstRow(IReadOnlyList<Line> lines, int at)
    {
        do at++; while (at < lines.Count && CellLines.IsGap(lines[at]));
        return at < lines.Count && CellLines.Cell(lines[at]) is { } below && CellLines.RowNumber(below.Clean) == 1;
    }

    /// <summary>牵头 / 部门 is one heading that its narrow column broke.</summary>
    private static List<Paragraph> Joined(List<Line> pieces)
    {
        var joined = new List<Paragraph>();
        for (var i = 0; i < pieces.Count;)
        {
            var length = Math.Min(MostPieces, pieces.Count - i);
            while (length > 1 && !IsBroken(pieces, i, length)) length--;
            joined.Add(new Paragraph(pieces.GetRange(i, length)));
            i += length;
        }
        return joined;
    }

    private static bool IsBroken(List<Line> pieces, int at, int length)
    {
        var whole = string.Concat(pieces.Skip(at).Take(length).Select(p => p.Clean));
        return whole.Length <= 10 && ColumnRoles.Read(whole) != ColumnRole.Unknown
            && (length > 2 ? pieces.GetRange(at, length).TrueForAll(p => !ColumnRoles.StandsAlone(p.Clean)) : !ColumnRoles.StandsAlone(pieces[at].Clean) || !ColumnRoles.StandsAlone(pieces[at + 1].Clean));
    }

    /// <summary>Numbers that no heading announces stand in the first column or the second; what is in front of them groups the rows.</summary>
    private StackedHeading WithNumbers(IReadOnlyList<Line> lines)
    {
        if (Array.IndexOf(Roles, ColumnRole.Number) is var printed && printed >= 0) return printed == 1 ? From(1) : this;
        var below = lines.Skip(End).Take(MostWords).Select(CellLines.Cell).OfType<Line>().Take(2).ToList();
        var number = below.FindIndex(c => CellLines.RowNumber(c.Clean) is not null);
        if (number < 0) return WithNumbersInTitles(lines, below);
        var unprinted = new Paragraph(new Line(Cells[0].FirstLine, "序号", 0, 2));
        var rest = From(number);
        return rest.Roles.Any(ColumnRoles.IsTask) ? new(rest) { Cells = [unprinted, .. rest.Cells], Roles = [ColumnRole.Number, .. rest.Roles], TitlesInFront = number > 0 } : this;
    }

    /// <summary>1.完善制度 in the first column or the second, and 2.… some rows below it.</summary>
    private StackedHeading WithNumbersInTitles(IReadOnlyList<Line> lines, List<Line> below)
    {
        if (WithNumbersInBrackets(lines) is { } counted) return counted;
        var column = below.FindIndex(c => CellLines.NumberInTitle(c.Clean, NumberStyle.Digits) == 1);
        if (column < 0 || column >= Roles.Length - 1 || ColumnRoles.IsDepartment(Roles[column]) || !CountsOn(lines, NumberStyle.Digits)) return this;
        return new(From(column)) { NumbersInTitles = NumberStyle.Digits };
    }

    /// <summary>(1)完善制度。 behind the cells that group it (一、 some title, 1、 a finer one), in a column for the work.</summary>
    private StackedHeading? WithNumbersInBrackets(IReadOnlyList<Line> lines)
    {
        var column = 0;
        foreach (var cell in lines.Skip(End).Take(MostLinesOfItem).Select(CellLines.Cell).OfType<Line>().Take(MostPieces + 1))
        {
            if (CellLines.NumberInTitle(cell.Clean, NumberStyle.DigitsInBrackets) is { } number)
                return number == 1 && column < Roles.Length - 1 && ColumnRoles.IsTask(Roles[column]) && CountsOn(lines, NumberStyle.DigitsInBrackets) ? new(From(column)) { NumbersInTitles = NumberStyle.DigitsInBrackets } : null;
            if (!CellLines.IsBareNumber(cell.Clean)) column++;
        }
        return null;
    }

    private bool CountsOn(IReadOnlyList<Line> lines, NumberStyle style) => lines.Skip(End).Take(MostLinesOfItem).Any(l => CellLines.Cell(l) is { } c && CellLines.NumberInTitle(c.Clean, style) == 2);

    private StackedHeading(StackedHeading other) => (Cells, Roles, TitlesInFront, NumbersInTitles, End, words, blanksBetween) = (other.Cells, other.Roles, other.TitlesInFront, other.NumbersInTitles, other.End, other.words, other.blanksBetween);

    private StackedHeading From(int column) => column == 0 ? this : new(this) { Cells = [.. Cells.Skip(column)], Roles = Roles[column..], TitlesInFront = true };
}
