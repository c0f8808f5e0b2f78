using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>One row while it is read: what it says, what it changes, what is wrong with it.</summary>
internal sealed class RowReading(FilledTable table, WorksheetRow row)
{
    private readonly List<CellChange> changes = [];
    private readonly List<CellProblem> problems = [];

    public bool IsFaulty => problems.Count > 0;

    public string Text(LedgerColumn column) => table.Cell(row, column).Text;

    public DateOnly? Date(LedgerColumn column) => table.Cell(row, column).Date;

    public void Problem(LedgerColumn column, string words) => problems.Add(new CellProblem(table.Address(row, column), Text(column), words));

    /// <summary>The columns in which the table says something else than the portal would print now.</summary>
    public HashSet<LedgerColumn> Compare(LedgerRow known)
    {
        var differing = new HashSet<LedgerColumn>();
        foreach (var heading in LedgerTable.Headings.Where(heading => Compared.Contains(heading.Column) && table.Has(heading.Column)))
        {
            var (before, after) = (Tidy(LedgerTable.Text(known, heading.Column, 0)), Tidy(Text(heading.Column)));
            if (before != after && !(heading.Column == LedgerColumn.Due && known.DueOn is { } due && TableDate.Read(this) == due))
            {
                differing.Add(heading.Column);
                changes.Add(new CellChange(heading.Words, before, after));
            }
        }

        return differing;
    }

    public void Adds(IEnumerable<LedgerColumn> columns) => changes.AddRange(LedgerTable.Headings
        .Where(heading => columns.Contains(heading.Column) && Text(heading.Column).Length > 0)
        .Select(heading => new CellChange(heading.Words, "", Text(heading.Column))));

    public PreviewRow Done(long? taskId, string title, TablePlan? plan) =>
        new(row.Number, taskId, title, changes, problems, IsFaulty ? null : plan);

    // 序号 and 备注 are the office's own.
    private static readonly HashSet<LedgerColumn> Compared =
    [
        LedgerColumn.Work, LedgerColumn.Source, LedgerColumn.Leads, LedgerColumn.Responsible, LedgerColumn.Supports, LedgerColumn.Leaders, LedgerColumn.Due,
        LedgerColumn.Progress, LedgerColumn.Problems, LedgerColumn.NextStep, LedgerColumn.State, LedgerColumn.Percent,
    ];

    // A spreadsheet may end lines and pad cells as it likes.
    private static string Tidy(string words) =>
        string.Join('\n', words.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();
}
