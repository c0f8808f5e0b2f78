using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>
/// Which columns the cells of a row belong to that has fewer than its table: a page's text leaves out the cells that a merged one covers.
/// Of all ways to lay them from left to right the one is taken that strains least: numbers, organs, dates and work where they belong.
/// </summary>
internal static partial class ColumnFit
{
    private const int Hole = 1;
    private const int HoleInWork = 2;
    private const int RowWithoutWork = 8;

    // What strains where it does not belong, from what may be so (a name in a remark) to what cannot be (a date for an organ).
    private const int OutOfPlace = 1;
    private const int DoubtfulWork = 2;
    private const int NoPerson = 3;
    private const int NoDate = 4;
    private const int NumberAsWork = 5;
    private const int NoOrgan = 6;
    private const int Impossible = 8;

    private const int LongestDate = 16;
    private const int LongestLeader = 12;

    /// <summary>The row with empty cells where it has holes; the row as it is where no other way strains less than to have them all at its end.</summary>
    public static TableRow Lay(TableRow row, ColumnRole[] roles)
    {
        // A page's text may also print them, all at the end of the row.
        var filled = row.Cells.Count;
        while (filled > 0 && row.Cells[filled - 1].Clean.Length == 0) filled--;
        if (filled < 2 || filled >= roles.Length || row.Cells.Count >= roles.Length && (NamesWho(row, roles) || CellLines.IsHanNumber(row.Cells[0].Clean) || !row.Cells.Any(c => OrganName.LooksLikeShares(c.Clean)))) return row;
        // No way strains less than so many holes.
        var atTheEnd = AtTheEnd(row.Cells, filled, roles);
        if (atTheEnd <= (roles.Length - filled) * Hole) return row;
        List<Paragraph> cells = [.. row.Cells.Take(filled)];
        var least = Least(cells, roles);
        return least[roles.Length, filled] < atTheEnd ? Laid(new TableRow(cells), roles, least) : row;
    }

    private static bool NamesWho(TableRow row, ColumnRole[] roles)
    {
        for (var i = 0; i < roles.Length; i++)
            if (roles[i] is ColumnRole.Lead or ColumnRole.Responsible && row.Cells[i].Clean.Length > 0) return true;
        return false;
    }

    /// <summary>How little a row of at most as many cells as columns can strain.</summary>
    public static int Strain(IReadOnlyList<Paragraph> cells, ColumnRole[] roles) => Least(cells, roles)[roles.Length, cells.Count];

    /// <summary>least[c, n]: the strain of laying the first n cells into the first c columns.</summary>
    private static int[,] Least(IReadOnlyList<Paragraph> cells, ColumnRole[] roles)
    {
        var least = new int[roles.Length + 1, cells.Count + 1];
        for (var n = 1; n <= cells.Count; n++) least[0, n] = RowWithoutWork * roles.Length;
        for (var c = 1; c <= roles.Length; c++)
            for (var n = 0; n <= cells.Count; n++)
                least[c, n] = Math.Min(least[c - 1, n] + HoleIn(c - 1, roles), n > 0 ? least[c - 1, n - 1] + Strain(c - 1, roles, cells[n - 1].Clean) : int.MaxValue);
        return least;
    }

    /// <summary>
    /// The roles with a column more for each cell that the rows below have beyond the headings, where one heading stands over two columns;
    /// the roles as they are where the rows fit no better so.
    /// </summary>
    public static ColumnRole[] Widen(ColumnRole[] roles, IEnumerable<TableRow> below)
    {
        var rows = below.Where(r => r.Cells.Count > 2).Take(3).ToList();
        if (rows.Count == 0 || rows.Max(r => r.Cells.Count) - roles.Length is not (var more and (1 or 2))) return roles;
        rows.RemoveAll(r => r.Cells.Count != roles.Length + more);
        var (best, least) = (roles, Strain(roles, rows));
        for (var at = roles.Length - 1; at > 0; at--)
        {
            ColumnRole[] wider = [.. roles[..at], .. Enumerable.Repeat(ColumnRole.Unknown, more), .. roles[at..]];
            if (Strain(wider, rows) is var strain && strain < least) (best, least) = (wider, strain);
        }
        return best;
    }

    private static int Strain(ColumnRole[] roles, List<TableRow> rows) => rows.Sum(r => r.Cells.Take(roles.Length).Select((cell, i) => Strain(i, roles, cell.Clean)).Sum());

    private static int AtTheEnd(IReadOnlyList<Paragraph> cells, int filled, ColumnRole[] roles)
    {
        var strain = 0;
        for (var c = 0; c < roles.Length; c++) strain += c < filled ? Strain(c, roles, cells[c].Clean) : HoleIn(c, roles);
        return strain;
    }

    private static TableRow Laid(TableRow row, ColumnRole[] roles, int[,] least)
    {
        var laid = new List<Paragraph>();
        var n = row.Cells.Count;
        for (var c = roles.Length; c > 0; c--)
        {
            // A hole only where it must be: what is merged stands mostly in front.
            var taken = n > 0 && least[c, n] == least[c - 1, n - 1] + Strain(c - 1, roles, row.Cells[n - 1].Clean);
            laid.Add(taken ? row.Cells[--n] : new Paragraph(new Line(row.FirstLine, "", 0, 0)));
        }
        laid.Reverse();
        return new TableRow(laid);
    }

    private static int HoleIn(int column, ColumnRole[] roles) =>
        !ColumnRoles.IsTask(roles[column]) ? Hole : Array.FindIndex(roles, ColumnRoles.IsTask) == Array.FindLastIndex(roles, ColumnRoles.IsTask) ? RowWithoutWork : HoleInWork;

    private static int Strain(int column, ColumnRole[] roles, string text) =>
        text is not ("" or "-" or "--" or "/" or "无") ? Strain(roles[column], text) : ColumnRoles.IsTask(roles[column]) ? HoleIn(column, roles) : 0;

    private static int Strain(ColumnRole role, string text) => role switch
    {
        ColumnRole.Number => IsRowNumber(text) ? 0 : Impossible,
        ColumnRole.Lead or ColumnRole.Responsible or ColumnRole.Support => OrganName.LooksLikeShares(text) ? 0 : IsDate(text) ? Impossible : NoOrgan,
        ColumnRole.Time => IsDate(text) ? 0 : NoDate,
        ColumnRole.Leader => text.Length <= LongestLeader && !OrganName.LooksLikeShares(text) && !IsDate(text) ? 0 : NoPerson,
        ColumnRole.Unknown or ColumnRole.Ignored => OrganName.LooksLikeShares(text) || IsRowNumber(text) || IsDate(text) ? OutOfPlace : 0,
        _ => IsRowNumber(text) ? NumberAsWork : OrganName.LooksLikeShares(text) || IsDate(text) ? DoubtfulWork : 0,
    };

    private static bool IsDate(string text) => text.Length <= LongestDate && DeadlineReader.LooksLikeDeadline(text);

    /// <summary>3, 3., (3), 3-2: the number of a row, or of one that goes on with it.</summary>
    public static bool IsRowNumber(string text) => RowNumber().IsMatch(text);

    [GeneratedRegex("^(?:\\d{1,3}(?:[-.]{1,2}\\d{1,3})?[、.]?|\\(\\d{1,3}\\))$")]
    private static partial Regex RowNumber();
}
