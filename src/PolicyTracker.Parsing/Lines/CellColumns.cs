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
    private const int RowWithoutWork = 8;
    private const int Break = 2;
    private const int OpenBreak = 1;
    private const int Stranger = 5;
    private const int Impossible = 1000;
    private const int MostLinesOfCell = 4;

    private readonly IReadOnlyList<Line> cells;
    private readonly IReadOnlyList<ColumnRole> roles;

    // least[c, n]: the strain of laying the first n cells into the first c columns; taken[c, n]: how many of them the last one has.
    private readonly int[,] least;
    private readonly int[,] taken;

    private CellColumns(IReadOnlyList<Line> cells, IReadOnlyList<ColumnRole> roles)
    {
        (this.cells, this.roles) = (cells, roles);
        (least, taken) = (new int[roles.Count + 1, cells.Count + 1], new int[roles.Count + 1, cells.Count + 1]);
        for (var n = 1; n <= cells.Count; n++) least[0, n] = Impossible;
        for (var c = 1; c <= roles.Count; c++)
            for (var n = 0; n <= cells.Count; n++) Lay(c, n);
    }

    /// <summary>The lines of each column.</summary>
    /// <param name="whole">Whether all cells belong to the row, if it has room for them; else it ends where it strains least.</param>
    public static IReadOnlyList<IReadOnlyList<Line>> Arrange(IReadOnlyList<Line> cells, IReadOnlyList<ColumnRole> roles, bool whole)
    {
        var laid = new CellColumns(cells, roles);
        return laid.Columns(whole && laid.least[roles.Count, cells.Count] < Impossible ? cells.Count : laid.BestEnd());
    }

    private void Lay(int column, int count)
    {
        (least[column, count], taken[column, count]) = (least[column - 1, count] + HoleIn(roles[column - 1]), 0);
        for (var lines = 1; lines <= Math.Min(count, MostLinesOfCell); lines++)
        {
            var before = least[column - 1, count - lines];
            if (before >= least[column, count]) continue;
            var strain = before + Strain(roles[column - 1], count - lines, lines);
            if (strain < least[column, count]) (least[column, count], taken[column, count]) = (strain, lines);
        }
    }

    /// <summary>A unit or a date is often merged or missing; a number or the only words for the work are not, or it is no row.</summary>
    private int HoleIn(ColumnRole role) =>
        role == ColumnRole.Number || (ColumnRoles.IsTask(role) && roles.Count(ColumnRoles.IsTask) == 1) ? RowWithoutWork : Hole;

    private int Strain(ColumnRole role, int first, int lines)
    {
        var text = lines == 1 ? cells[first].Clean : string.Concat(Enumerable.Range(first, lines).Select(i => cells[i].Clean));
        var strain = IsAtHome(role, text) ? 0 : Stranger;
        for (var i = first; i < first + lines - 1; i++) strain += cells[i].Clean is [.., '、' or ','] ? OpenBreak : Break;
        return strain;
    }

    private static bool IsAtHome(ColumnRole role, string text) => text is "" or "-" or "--" or "/" or "无" ? role != ColumnRole.Number : role switch
    {
        ColumnRole.Number => text.Length <= 3 && text.All(char.IsAsciiDigit),
        ColumnRole.Task or ColumnRole.Measure => !OrganName.LooksLikeList(text) && !(text.Length < 12 && DeadlineReader.LooksLikeDeadline(text)),
        ColumnRole.Lead or ColumnRole.Responsible or ColumnRole.Support => OrganName.LooksLikeList(text),
        ColumnRole.Time => DeadlineReader.LooksLikeDeadline(text),
        ColumnRole.Leader => IsLeader(text),
        ColumnRole.Unknown or ColumnRole.Group or ColumnRole.Place or ColumnRole.Ignored => true,
    };

    /// <summary>王立新, 王立新(副市长).</summary>
    private static bool IsLeader(string text) =>
        OrganName.IsPerson(text) || IsName(text) || (text[^1] == ')' && text.IndexOf('(') is > 1 and < 5 and var office && OrganName.IsPerson(text[(office + 1)..^1]));

    private static bool IsName(string text) => text.Split('、').All(name => name.Length is > 1 and < 5 && !OrganName.HasOrganEnding(name));

    private int BestEnd() => Enumerable.Range(1, cells.Count).MinBy(n => least[roles.Count, n]);

    private List<IReadOnlyList<Line>> Columns(int count)
    {
        var columns = new List<IReadOnlyList<Line>>();
        for (var column = roles.Count; column > 0; column--)
        {
            var lines = taken[column, count];
            count -= lines;
            columns.Add([.. cells.Skip(count).Take(lines)]);
        }
        columns.Reverse();
        return columns;
    }
}
