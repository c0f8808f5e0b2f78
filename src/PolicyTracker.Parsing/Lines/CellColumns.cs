using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// Cells that stand one below the other, laid into the columns of their table from left to right: a cell that was broken over
/// several lines goes on in its column, a merged or empty cell leaves its column open. Of all ways the one is taken that
/// strains least: organs where organs belong, dates where dates do, few holes, few broken cells.
/// </summary>
internal sealed class CellColumns
{
    private const int Hole = 4;
    private const int Merged = 2;
    private const int RowWithoutWork = 8;
    private const int Break = 2;
    private const int OpenBreak = 1;
    private const int Stranger = 5;

    /// <summary>Organs one per line, however many.</summary>
    private const int MostStrainOfList = 2;
    private const int Impossible = 1000;

    /// <summary>Cells that strain more make no row together.</summary>
    public const int MostStrain = 32;

    private const int MostLinesOfCell = StackedCell.MostLines;
    private const int LongestTail = 4;
    private const int ShortestWork = 4;
    private const int LongestName = 24;

    private readonly StackedCell[] cells;
    private readonly ColumnRole[] roles;
    private readonly int[] holes;
    private readonly int most;

    // At Place(c, n): the strain of laying the first n cells into the first c columns, and how many of them the last one has.
    private readonly int[] least;
    private readonly byte[] taken;

    /// <param name="most">What a row may strain that is asked for; what strains more is not looked into.</param>
    public CellColumns(IReadOnlyList<StackedCell> cells, ColumnRole[] roles, int most = Impossible)
    {
        (this.cells, this.roles, this.most) = ([.. cells], roles, most);
        holes = new int[roles.Length];
        for (var c = 0; c < roles.Length; c++) holes[c] = HoleIn(c);
        (least, taken) = (new int[(roles.Length + 1) * (Count + 1)], new byte[(roles.Length + 1) * (Count + 1)]);
        for (var n = 1; n <= Count; n++) least[n] = Impossible;
        for (var c = 1; c <= roles.Length; c++)
            for (var n = 0; n <= Count; n++) Lay(c, n);
    }

    /// <summary>How many cells there are to lay.</summary>
    public int Count => cells.Length;

    /// <summary>How much a row strains that the first so many cells make up.</summary>
    public int StrainOf(int count) => least[Place(roles.Length, count)];

    private int Place(int columns, int count) => (columns * (Count + 1)) + count;

    /// <summary>The lines of each column.</summary>
    /// <param name="whole">Whether all cells belong to the row, if it has room for them; else it ends where it strains least.</param>
    public IReadOnlyList<IReadOnlyList<Line>> Arrange(bool whole) => ColumnsOf(whole && HasRoom ? cells.Length : BestEnd());

    private bool HasRoom => StrainOf(cells.Length) < MostStrain;

    private void Lay(int column, int count)
    {
        var above = Place(column - 1, count);
        var (best, lines) = (least[above] + (MergesOn(column, count) ? Merged : holes[column - 1]), 0);
        for (var n = 1; n <= Math.Min(count, MostLinesOfCell); n++)
        {
            var before = least[above - n];
            if (before > most || before >= best) continue;
            if (GoesOn(count - n)) before += Stranger;
            var room = Math.Min(best, most + 1) - before;
            if (Strain(roles[column - 1], count - n, n, room) is var strain && strain < room) (best, lines) = (before + strain, n);
        }
        (least[Place(column, count)], taken[Place(column, count)]) = (best, (byte)lines);
    }

    /// <summary>Where the cell for who leads is merged with the row above, the one for who helps mostly is too; numbers tell such rows without that.</summary>
    private bool MergesOn(int column, int count) => column > 1 && roles[0] != ColumnRole.Number && taken[Place(column - 1, count)] == 0 && ColumnRoles.IsDepartment(roles[column - 1]) && ColumnRoles.IsDepartment(roles[column - 2]);

    /// <summary>A unit or a date is often merged or missing, a group more often, a remark mostly, and of two cells for the work the coarser; a number or the only words for the work are not, or it is no row.</summary>
    private int HoleIn(int column) => roles[column] switch
    {
        ColumnRole.Number => RowWithoutWork,
        ColumnRole.Ignored => OpenBreak,
        ColumnRole.Group => Merged,
        var role when ColumnRoles.IsTask(role) => Array.FindIndex(roles, ColumnRoles.IsTask) == column && Array.FindLastIndex(roles, ColumnRoles.IsTask) == column ? RowWithoutWork : Array.FindIndex(roles, column + 1, ColumnRoles.IsTask) > 0 ? Hole - 1 : Hole + 1,
        _ => Hole,
    };

    /// <summary>What a column strains that holds so many lines from one on, whichever the row begins with.</summary>
    /// <param name="room">What strains so much is not measured to the end: where its breaks alone do, its words are not looked at.</param>
    private int Strain(ColumnRole role, int first, int lines, int room)
    {
        if (cells[first].Strain(role, lines) is { } known) return known;
        var breaks = Breaks(role, first, lines);
        return breaks >= room ? breaks : cells[first].KeepStrain(role, lines, breaks + Measure(role, first, lines));
    }

    private int Measure(ColumnRole role, int first, int lines)
    {
        var strain = ColumnRoles.IsDepartment(role) ? ListStrain(first, lines) : (lines == 1 ? IsAtHome(role, cells[first]) : AreAtHome(role, first, lines)) ? 0 : Stranger;
        if (ColumnRoles.IsTask(role) && lines == 1 && cells[first].Text.Length < ShortestWork) strain += OpenBreak;
        if (role is ColumnRole.Unknown or ColumnRole.Ignored && cells[first] is { IsNothing: false } cell && (cell.IsList || lines == 1 && cell.IsDate)) strain += lines == 1 ? OpenBreak : Break;
        return strain;
    }

    private int Breaks(ColumnRole role, int first, int lines)
    {
        var (strain, listed) = (0, 0);
        for (var i = first; i < first + lines - 1; i++)
        {
            if (cells[i + 1].GoesOn) continue;
            var strained = BreakIn(role, cells[i], cells[i + 1]);
            if (strained == OpenBreak && ColumnRoles.IsDepartment(role)) listed++;
            else strain += strained;
        }
        return strain + Math.Min(listed, MostStrainOfList);
    }

    /// <summary>Whether a cell is the rest of the one above it; every column asks.</summary>
    private bool GoesOn(int cell) => cell > 0 && (cells[cell].IsRestOfCellAbove ??= cells[cell].GoesOn || cells[cell - 1].LeavesListOff || cells[cell].EndsNameAbove && cells[cell - 1].IsListLike || EndsName(cell));

    /// <summary>市人力资源社会保 / 障局: whether a cell and the last name above it are one name of an organ, which the name alone is not.</summary>
    private bool EndsName(int cell) => !cells[cell - 1].IsList && cells[cell].Text.Length <= LongestTail * 2
        && cells[cell - 1].Text[(cells[cell - 1].Text.AsSpan().LastIndexOfAny('、', ',', ';') + 1)..] is { Length: > 1 and < LongestName } name && TagReader.IsLevelled(name) && StackedCell.OpensKnown(name + cells[cell].Text);

    /// <summary>
    /// A cell may list its organs one per line, the leaders seldom; where its list leaves off inside a name, it must go on. A line that is
    /// such a list by itself, or a date, is hardly the rest of other words; a line that fills its column is.
    /// </summary>
    private static int BreakIn(ColumnRole role, StackedCell above, StackedCell below) =>
        above.Text is [.., '、' or ','] ? ColumnRoles.IsDepartment(role) ? 0 : OpenBreak
        : ColumnRoles.IsDepartment(role) ? above.LeavesListOff || below.EndsNameAbove ? 0 : above.IsList && below.IsList && role != ColumnRole.Lead ? OpenBreak : Break
        : ColumnRoles.IsTask(role) ? above.IsDate || below.IsDate ? Stranger : below.IsListLike || above.IsList || above.Text is [.., '。'] ? Break + OpenBreak : above.Text.Length > LongestTail && above.Text.Length >= below.Text.Length - 1 ? OpenBreak : Break
        : role == ColumnRole.Time && below.Text.Length >= LongestTail && !below.IsDate ? Stranger
        : Break;

    /// <summary>The strain of a list of organs over some lines: whether it is one, and whether its first name is known to be whole.</summary>
    private int ListStrain(int first, int lines) => cells[first].ListStrain(lines) ?? cells[first].KeepListStrain(lines, MeasureList(first, lines));

    private int MeasureList(int first, int lines)
    {
        var cell = cells[first];
        if (lines == 1 && cell.IsNothing) return 0;
        var text = StackedCell.Joined(cells.AsSpan(first, lines));
        if (Any(first, lines, c => !c.IsList) && (Any(first, lines, c => c.IsDate) || !OrganName.LooksLikeList(text))) return lines == 1 && IsHalfOrgans(text) ? Break : Stranger;
        return lines == 1 ? cell.OpensWithKnownOrgan ? 0 : Break : cell.IsListLike && cell.OpensWithKnownOrgan || StackedCell.OpensKnown(text) ? 0 : Break;
    }

    /// <summary>市交通局、某某公交: a list of short names, of which half at least are known for organs.</summary>
    private static bool IsHalfOrgans(string text) =>
        text.Split('、') is { Length: > 1 } names && names.All(n => n.Length is > 1 and < LongestName) && names.Count(OrganName.IsOrgan) * 2 >= names.Length;

    /// <summary>Whether a cell's words are such as its column holds.</summary>
    private static bool IsAtHome(ColumnRole role, StackedCell cell) => cell.IsNothing ? role != ColumnRole.Number : role switch
    {
        ColumnRole.Number => cell.IsNumber,
        ColumnRole.Task or ColumnRole.Measure or ColumnRole.Group or ColumnRole.Place => cell.IsWork,
        ColumnRole.Time => cell.IsDate,
        ColumnRole.Leader => IsLeader(cell.Text),
        _ => true,
    };

    /// <summary>The same of a cell that was broken over lines.</summary>
    private bool AreAtHome(ColumnRole role, int first, int lines)
    {
        return role switch
        {
            ColumnRole.Number => false,
            ColumnRole.Task or ColumnRole.Measure or ColumnRole.Group or ColumnRole.Place => Any(first, lines, c => !c.IsListLike),
            ColumnRole.Time => Any(first, lines, c => c.IsDate),
            ColumnRole.Leader => IsLeader(StackedCell.Joined(cells.AsSpan(first, lines))),
            _ => true,
        };
    }

    private bool Any(int first, int lines, Func<StackedCell, bool> wanted)
    {
        for (var i = first; i < first + lines; i++)
            if (wanted(cells[i])) return true;
        return false;
    }

    /// <summary>王立新, 王立新(副市长).</summary>
    private static bool IsLeader(string text) =>
        OrganName.IsPerson(text) || IsName(text) || (text[^1] == ')' && text.IndexOf('(') is > 1 and < 5 and var office && OrganName.IsPerson(text[(office + 1)..^1]));

    private static bool IsName(string text) => text.Split('、').All(name => name.Length is > 1 and < 5 && !OrganName.HasOrganEnding(name));

    private int BestEnd() => Enumerable.Range(1, cells.Length).MinBy(StrainOf);

    /// <summary>The lines of each column of a row that the first so many cells make up.</summary>
    public IReadOnlyList<IReadOnlyList<Line>> ColumnsOf(int count) => Array.ConvertAll(CellsOf(count), column => Array.ConvertAll(column.ToArray(), c => c.Line));

    /// <summary>The same as cells.</summary>
    public ArraySegment<StackedCell>[] CellsOf(int count)
    {
        var columns = new ArraySegment<StackedCell>[roles.Length];
        for (var column = roles.Length; column > 0; column--)
        {
            var lines = taken[Place(column, count)];
            count -= lines;
            columns[column - 1] = new(cells, count, lines);
        }
        return columns;
    }
}
