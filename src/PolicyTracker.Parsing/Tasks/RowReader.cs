using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>One row of an assignment table; what a merged cell left empty is taken from the row above.</summary>
internal sealed class RowReader
{
    private readonly TableRow row;
    private readonly TableColumns columns;
    private readonly List<Paragraph> work = [];
    private readonly TagContent content = new();
    private readonly bool inherits;

    // For each column its cell, or the nearest above that is not empty: no row keeps the one above it.
    private readonly Paragraph?[] standing;

    // Few rows have cells that several rows share: those that group them, and of these those that say coarsely what the work is.
    private List<Paragraph>? groups;
    private List<Paragraph>? coarserWork;

    public RowReader(TableRow row, TableColumns columns, RowReader? above, TableRow? below)
    {
        (this.row, this.columns) = (row, columns);
        standing = new Paragraph?[columns.Roles.Length];
        inherits = above is not null;
        for (var i = 0; i < standing.Length; i++)
        {
            var cell = Cell(i);
            standing[i] = cell ?? above?.standing[i];
            inherits &= cell is null || columns.Roles[i] is not (ColumnRole.Lead or ColumnRole.Responsible);
            Place(i, cell, above, below);
        }
        ReadResponsibilities(above is null);
    }

    /// <summary>Takes a cell for the work, or for what this row shares with its neighbours.</summary>
    private void Place(int column, Paragraph? cell, RowReader? above, TableRow? below)
    {
        var isWork = ColumnRoles.IsTask(columns.Roles[column]);
        var isShared = isWork && column != columns.LastWork && SharesCell(column, above, below);
        if (isWork && !isShared && cell is not null && !work.Contains(cell)) work.Add(cell);
        if (standing[column] is not { } shared) return;
        if (isShared) (coarserWork ??= []).Add(shared);
        if (isShared || columns.Roles[column] == ColumnRole.Group) (groups ??= []).Add(shared);
    }

    /// <summary>The first cell that describes the work; null when the row has none.</summary>
    public Paragraph? TaskCell => work.Count > 0 ? work[0] : null;

    public bool IsGrouped => groups is not null;

    /// <summary>Cells that group several rows, outermost first.</summary>
    public IEnumerable<string> Groups => groups?.Select(c => c.PrintTight(0, c.Clean.Length)) ?? [];

    public ParsedTask Task(IReadOnlyList<string> path, DocumentRules rules)
    {
        var cell = TaskCell!;
        var own = cell.Number is { } n && columns.FirstNumber < 0 ? n.Length : 0;
        var number = PrintedNumber() is { } printed ? printed.PrintTight(0, printed.Clean.Length)
            : own > 0 ? cell.PrintTight(0, own) : null;
        List<Tag> tags = work.Count == 1 ? TagReader.Read(cell) : [.. work.SelectMany(w => TagReader.Read(w))];
        foreach (var tag in tags) content.Merge(tag.Content);
        var stop = cell.Clean.IndexOf('。', own);
        var title = cell.PrintTight(own, stop < 0 ? cell.Clean.Length : stop);
        List<Paragraph> text = columns.Place >= 0 && standing[columns.Place] is { } place ? [place, .. work] : work;
        if (text.Count > work.Count) title = text[0].PrintTight(0, text[0].Clean.Length) + ' ' + title;
        var made = Make.Task(number, path, title, text, new LineRange(row.FirstLine, row.LastLine), content, tags, rules);
        return made with
        {
            Origin = new Origin(cell.Span(0, cell.Clean.Length), "table-row", Certainty.Certain),
            Text = coarserWork is null ? made.Text : string.Join('\n', [.. coarserWork.Select(c => c.Print(0, c.Clean.Length)), made.Text]),
            Row = string.Join(' ', row.Cells.Where(c => c.Clean.Length > 0).Select(c => c.Print(0, c.Clean.Length))),
        };
    }

    /// <summary>Whether a coarser cell stands for its neighbours too: the same words, or a hole that a merged cell left.</summary>
    private bool SharesCell(int column, RowReader? above, TableRow? below)
    {
        var mine = Cell(column)?.Clean;
        if (mine is null) return above is not null;
        if (above?.Cell(column)?.Clean == mine) return true;
        return below is not null && below.Cells.Count > column && (below.Cells[column].Clean == mine || below.Cells[column].Clean.Length == 0)
            && below.Filled > 1;
    }

    private Paragraph? PrintedNumber()
    {
        for (var i = Math.Max(columns.FirstNumber, 0); i < standing.Length; i++)
            if (columns.Roles[i] == ColumnRole.Number && Cell(i) is { } number) return number;
        return null;
    }

    private Paragraph? Cell(int column) => column < row.Cells.Count && row.Cells[column].Clean.Length > 0 ? row.Cells[column] : null;

    private void ReadResponsibilities(bool isFirst)
    {
        var prefix = new ElidedPrefix();
        for (var i = 0; i < standing.Length; i++)
        {
            var cell = inherits && Inherits(columns.Roles[i]) || !isFirst && columns.SharesDay(i) ? standing[i] : Cell(i);
            if (cell is not null) ReadCell(cell, columns.Roles[i], prefix);
        }
    }

    private void ReadCell(Paragraph cell, ColumnRole role, ElidedPrefix prefix)
    {
        if (cell.Clean is "-" or "--" or "/" or "无") return;
        switch (role)
        {
            case ColumnRole.Lead: ReadOrgans(cell, Role.Lead, prefix); break;
            case ColumnRole.Responsible: ReadOrgans(cell, Role.Responsible, prefix); break;
            case ColumnRole.Support: ReadOrgans(cell, Role.Support, prefix); break;
            case ColumnRole.Leader:
                content.Leaders.AddRange(OrganList.Cut(cell, 0, cell.Clean.Length).Select(n => cell.PrintTight(n.Start, n.End)));
                break;
            case ColumnRole.Time:
                content.Deadlines.Add((cell.PrintTight(0, cell.Clean.Length), new Origin(cell.Span(0, cell.Clean.Length), "deadline-column", Certainty.Certain)));
                break;
            default: break;
        }
    }

    /// <summary>A cell may hold labels or verbs of its own: 牵头单位:甲 配合单位:乙; 甲牵头,乙配合.</summary>
    private void ReadOrgans(Paragraph cell, Role role, ElidedPrefix prefix)
    {
        var labels = TagLabels.Find(cell.Clean, 0, cell.Clean.Length);
        if (labels.Count > 0) TagSegments.Read(cell, 0, cell.Clean.Length, labels, content, prefix);
        else new ClauseReader(cell, prefix, content).Read(0, cell.Clean.Length, role);
    }

    private static bool Inherits(ColumnRole role) => ColumnRoles.IsDepartment(role) || role is ColumnRole.Time or ColumnRole.Leader;
}
