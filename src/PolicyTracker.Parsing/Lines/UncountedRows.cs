using PolicyTracker.Parsing.Tasks;

namespace PolicyTracker.Parsing.Lines;

/// <summary>
/// The rows of a table that has neither lines nor numbers: a row ends where its cells and those of the rows behind it strain least,
/// since any of them may be broken or merged.
/// </summary>
internal sealed class UncountedRows(IReadOnlyList<Line> lines, StackedHeading heading)
{
    /// <summary>A row may lack one cell or be broken in three.</summary>
    private const int MostStrainOfRow = 6;

    /// <summary>What it strains that behind a row none is found, for each that was looked for.</summary>
    private const int NoRow = 2 * MostStrainOfRow;

    /// <summary>How many rows are looked at before the first of them is taken.</summary>
    private const int RowsAhead = 4;

    /// <summary>Of a row, on average.</summary>
    private const int LinesPerCell = 4;

    private readonly Dictionary<int, Start> starts = [];
    private readonly Dictionary<int, StackedCell> cellsMet = [];

    /// <summary>The row whose first cell is at or below a line, which moves behind it; null where none fits.</summary>
    public TableRow? Take(ref int at)
    {
        var start = StartAt(at);
        if (start.Ends.Count == 0) return null;
        var (least, cells, behind) = (int.MaxValue, 0, at);
        foreach (var end in start.Ends)
        {
            // Those behind it strain more by themselves.
            if (end.Strain > least) break;
            if (end.Strain + Least(end.Behind, RowsAhead - 1) is var strain && (strain < least || strain == least && end.Cells < cells)) (least, cells, behind) = (strain, end.Cells, end.Behind);
        }
        for (; at < behind; at++)
        {
            starts.Remove(at);
            cellsMet.Remove(at);
        }
        return StackedStretch.Row(start.Laid.ColumnsOf(cells), heading.Roles, start.Cells[0].Line);
    }

    /// <summary>What the next rows strain at least.</summary>
    private int Least(int at, int rows)
    {
        if (rows == 0) return 0;
        var start = StartAt(at);
        if (start.Cells.Count == 0) return 0;
        if (start.Least[rows] is { } known) return known;
        var least = rows * NoRow;
        foreach (var end in start.Ends)
        {
            if (end.Strain >= least) break;
            least = Math.Min(least, end.Strain + Least(end.Behind, rows - 1));
        }
        start.Least[rows] = least;
        return least;
    }

    private Start StartAt(int at)
    {
        if (starts.TryGetValue(at, out var start)) return start;
        var cells = new List<StackedCell>();
        var behind = new List<int>();
        var most = Math.Min(CellPerLineTable.MostCells, heading.Roles.Length * LinesPerCell);
        var parted = false;
        for (var next = at; next < lines.Count && next < at + CellPerLineTable.MostLines && cells.Count < most && !parted; next++)
        {
            if (lines[next].OpensRow && cells.Count > 0) parted = true;
            else if (CellLines.Cell(lines[next]) is { } line && !heading.Reopens(line.Clean) && !CellLines.IsNote(line.Clean))
            {
                if (!cellsMet.TryGetValue(next, out var cell)) cellsMet.Add(next, cell = heading.CellBelow(lines[next - 1], line));
                cells.Add(cell);
                behind.Add(next + 1);
            }
            else if (!CellLines.IsGap(lines[next])) break;
        }
        return starts[at] = new Start(cells, behind, heading.Roles, parted);
    }

    /// <summary>Cells from the first one of a row on.</summary>
    private sealed class Start
    {
        /// <param name="parted">Whether bars say that the row ends with the last of the cells.</param>
        public Start(List<StackedCell> cells, List<int> behind, ColumnRole[] roles, bool parted)
        {
            (Cells, Laid) = (cells, new CellColumns(cells, roles, parted ? CellColumns.MostStrain : MostStrainOfRow));
            if (parted)
            {
                if (Laid.StrainOf(cells.Count) is var whole and < CellColumns.MostStrain) Ends.Add((cells.Count, behind[^1], whole));
                return;
            }
            for (var n = 2; n <= cells.Count; n++)
                if (Laid.StrainOf(n) is var strain and <= MostStrainOfRow && IsRow(Laid.CellsOf(n), roles)) Ends.Add((n, behind[n - 1], strain));
            Ends.Sort((a, b) => a.Strain != b.Strain ? a.Strain.CompareTo(b.Strain) : a.Cells.CompareTo(b.Cells));
        }

        public List<StackedCell> Cells { get; }

        public CellColumns Laid { get; }

        /// <summary>Where the row may end, what strains least first: how many cells it has, the line behind them, and what they strain.</summary>
        public List<(int Cells, int Behind, int Strain)> Ends { get; } = [];

        /// <summary>What so many rows from here on strain at least.</summary>
        public int?[] Least { get; } = new int?[RowsAhead];
    }

    /// <summary>A row has work and names an organ; where that one's cell is merged with the row above, it says at least by when.</summary>
    private static bool IsRow(ArraySegment<StackedCell>[] columns, ColumnRole[] roles)
    {
        var (hasWork, hasWhoOrWhen) = (false, false);
        for (var i = 0; i < roles.Length; i++)
        {
            if (columns[i].Count == 0) continue;
            hasWork |= ColumnRoles.IsTask(roles[i]);
            hasWhoOrWhen |= roles[i] is ColumnRole.Lead or ColumnRole.Responsible or ColumnRole.Time;
            if (ColumnRoles.IsDepartment(roles[i]) && !NamesOrgans(columns[i])) return false;
        }
        return hasWork && hasWhoOrWhen;
    }

    private static bool NamesOrgans(ArraySegment<StackedCell> column) =>
        column.Count == 1 ? column[0].IsNothing || column[0].IsList : OrganName.LooksLikeShares(StackedCell.Joined(column.AsSpan()));
}
