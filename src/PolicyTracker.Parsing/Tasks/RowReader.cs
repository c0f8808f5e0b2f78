using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>One row of an assignment table; what a merged cell left empty is taken from the row above.</summary>
internal sealed class RowReader
{
    private readonly TableRow row;
    private readonly ColumnRole[] roles;
    private readonly List<Paragraph> work;
    private readonly List<Paragraph> groups;
    private readonly List<Paragraph> coarserWork;
    private readonly TagContent content = new();
    private readonly bool inherits;

    // For each column its cell, or the nearest above that is not empty: no row keeps the one above it.
    private readonly Paragraph?[] standing;

    public RowReader(TableRow row, ColumnRole[] roles, RowReader? above, TableRow? below)
    {
        (this.row, this.roles) = (row, roles);
        standing = [.. roles.Select((_, i) => Cell(i) ?? above?.standing[i])];
        inherits = above is not null && Cells(r => r is ColumnRole.Lead or ColumnRole.Responsible).Count == 0;
        var columns = Enumerable.Range(0, roles.Length).Where(i => ColumnRoles.IsTask(roles[i])).ToList();
        var shared = columns.Where(i => i != columns[^1] && SharesCell(i, above, below)).ToList();
        work = [.. columns.Except(shared).Select(Cell).OfType<Paragraph>().Distinct()];
        groups = Coarse(i => roles[i] == ColumnRole.Group || shared.Contains(i));
        coarserWork = Coarse(shared.Contains);
        ReadResponsibilities(above is null);
    }

    /// <summary>The first cell that describes the work; null when the row has none.</summary>
    public Paragraph? TaskCell => work.FirstOrDefault();

    /// <summary>Where the work is to be done (隐患部位), when a column in front of the work says so.</summary>
    private Paragraph? Place =>
        Array.IndexOf(roles, ColumnRole.Place) is var i && i >= 0 && i < Array.FindIndex(roles, ColumnRoles.IsTask) ? standing[i] : null;

    /// <summary>Cells that group several rows, outermost first.</summary>
    public IEnumerable<string> Groups => groups.Select(c => c.PrintTight(0, c.Clean.Length));

    public ParsedTask Task(IReadOnlyList<string> path, DocumentRules rules)
    {
        var cell = TaskCell!;
        var own = cell.Number is { } n && !roles.Contains(ColumnRole.Number) ? n.Length : 0;
        var number = Cells(r => r == ColumnRole.Number).FirstOrDefault() is { } printed ? printed.PrintTight(0, printed.Clean.Length)
            : own > 0 ? cell.PrintTight(0, own) : null;
        var tags = work.SelectMany(w => TagReader.Read(w)).ToList();
        foreach (var tag in tags) content.Merge(tag.Content);
        var stop = cell.Clean.IndexOf('。', own);
        var title = cell.PrintTight(own, stop < 0 ? cell.Clean.Length : stop);
        List<Paragraph> text = Place is { } place ? [place, .. work] : work;
        if (text.Count > work.Count) title = text[0].PrintTight(0, text[0].Clean.Length) + ' ' + title;
        var made = Make.Task(number, path, title, text, new LineRange(row.FirstLine, row.LastLine), content, tags, rules);
        return made with
        {
            Origin = new Origin(cell.Span(0, cell.Clean.Length), "table-row", Certainty.Certain),
            Text = string.Join('\n', [.. coarserWork.Select(c => c.Print(0, c.Clean.Length)), made.Text]),
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
            && below.Cells.Count(c => c.Clean.Length > 0) > 1;
    }

    private Paragraph? Cell(int column) => column < row.Cells.Count && row.Cells[column].Clean.Length > 0 ? row.Cells[column] : null;

    private List<Paragraph> Coarse(Func<int, bool> wanted) =>
        [.. Enumerable.Range(0, roles.Length).Where(wanted).Select(i => standing[i]).OfType<Paragraph>()];

    private void ReadResponsibilities(bool isFirst)
    {
        var prefix = new ElidedPrefix();
        for (var i = 0; i < roles.Length; i++)
        {
            var cell = inherits && Inherits(roles[i]) || !isFirst && SharesDay(i) ? standing[i] : Cell(i);
            if (cell is not null) ReadCell(cell, roles[i], prefix);
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

    /// <summary>A day in front of the work stands for the rows below it that print none.</summary>
    private bool SharesDay(int column) => roles[column] == ColumnRole.Time && column < Array.FindIndex(roles, ColumnRoles.IsTask);

    private static bool Inherits(ColumnRole role) => ColumnRoles.IsDepartment(role) || role is ColumnRole.Time or ColumnRole.Leader;

    private List<Paragraph> Cells(Func<ColumnRole, bool> wanted) =>
        [.. row.Cells.Where((c, i) => i < roles.Length && c.Clean.Length > 0 && wanted(roles[i]))];
}
