using PolicyTracker.Parsing.Lines;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>One row of an assignment table; what a merged cell left empty is taken from the row above.</summary>
internal sealed class RowReader
{
    private readonly TableRow row;
    private readonly ColumnRole[] roles;
    private readonly List<Paragraph> groups = [];
    private readonly TagContent content = new();

    public RowReader(TableRow row, ColumnRole[] roles, RowReader? above)
    {
        (this.row, this.roles) = (row, roles);
        var work = Cells(ColumnRoles.IsTask);
        TaskCell = work.Count > 1 ? work[^1] : work.Count == 1 && roles.Count(ColumnRoles.IsTask) > 1 && roles[IndexOf(work[0])] == ColumnRole.Task && above is not null ? work[0] : work.FirstOrDefault();
        groups.AddRange(Cells(r => r == ColumnRole.Group));
        if (work.Count > 1) groups.AddRange(work.Take(work.Count - 1));
        InheritedGroups = groups.Count == 0 && above is not null && roles.Any(r => r is ColumnRole.Group or ColumnRole.Measure) && roles.Count(r => ColumnRoles.IsTask(r) || r == ColumnRole.Group) > 1 ? above.GroupCells : null;
        ReadResponsibilities(above);
    }

    /// <summary>The most specific description of the work; null when the row has none.</summary>
    public Paragraph? TaskCell { get; }

    private List<Paragraph>? InheritedGroups { get; }

    private List<Paragraph> GroupCells => InheritedGroups ?? groups;

    /// <summary>Cells that group several rows, outermost first.</summary>
    public IEnumerable<string> Groups => GroupCells.Select(c => c.PrintTight(0, c.Clean.Length));

    public ParsedTask Task(IReadOnlyList<string> path, DocumentRules rules)
    {
        var cell = TaskCell!;
        var number = Cells(r => r == ColumnRole.Number).FirstOrDefault() is { } n ? n.PrintTight(0, n.Clean.Length) : OwnNumber(cell);
        var from = cell.Number is { } own && number is not null && roles.Contains(ColumnRole.Number) is false ? own.Length : 0;
        var tags = TagReader.Read(cell);
        foreach (var tag in tags) content.Merge(tag.Content);
        var stop = cell.Clean.IndexOf('。', from);
        var title = cell.PrintTight(from, stop < 0 ? cell.Clean.Length : stop);
        var text = string.Join(' ', row.Cells.Where(c => c.Clean.Length > 0).Select(c => c.Print(0, c.Clean.Length)));
        var made = Make.Task(number, path, title, [cell], new LineRange(row.FirstLine, row.LastLine), content, tags, rules);
        return made with { Text = cell.Print(0, cell.Clean.Length), Row = text };
    }

    private void ReadResponsibilities(RowReader? above)
    {
        var prefix = new ElidedPrefix();
        var filled = Cells(r => r is ColumnRole.Lead or ColumnRole.Responsible).Count > 0;
        for (var i = 0; i < Math.Min(row.Cells.Count, roles.Length); i++)
        {
            var cell = row.Cells[i].Clean.Length > 0 || filled || above is null || !Inherits(roles[i]) ? row.Cells[i] : above.Effective(i);
            ReadCell(cell, roles[i], prefix);
        }
        for (var i = row.Cells.Count; i < roles.Length && above is not null && !filled; i++)
            if (Inherits(roles[i])) ReadCell(above.Effective(i), roles[i], prefix);
        this.above = filled ? null : above;
    }

    private RowReader? above;

    private Paragraph Effective(int column) =>
        column < row.Cells.Count && (row.Cells[column].Clean.Length > 0 || above is null) ? row.Cells[column] : above?.Effective(column) ?? row.Cells[^1];

    private void ReadCell(Paragraph cell, ColumnRole role, ElidedPrefix prefix)
    {
        if (cell.Clean.Length == 0 || cell.Clean is "-" or "--" or "/" or "无") return;
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
        if (labels.Count > 0) TagReader.ReadSegments(cell, 0, cell.Clean.Length, labels, content, prefix);
        else new ClauseReader(cell, prefix, content).Read(0, cell.Clean.Length, role);
    }

    private static bool Inherits(ColumnRole role) => ColumnRoles.IsDepartment(role) || role is ColumnRole.Time or ColumnRole.Leader;

    private List<Paragraph> Cells(Func<ColumnRole, bool> wanted) =>
        [.. row.Cells.Where((c, i) => i < roles.Length && c.Clean.Length > 0 && wanted(roles[i]))];

    private int IndexOf(Paragraph cell) => row.Cells.ToList().IndexOf(cell);

    private static string? OwnNumber(Paragraph cell) => cell.Number is { } n ? cell.PrintTight(0, n.Length) : null;
}
