using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>The rows of an assignment table (序号 / 工作任务 / 责任单位 / 时间进度) as tasks.</summary>
internal sealed partial class TableTasks(DocumentRules rules)
{
    private const int RowsTried = 3;

    private ColumnRole[]? roles;

    /// <summary>Whether a table has a column for the work and one for who answers for it.</summary>
    public static bool Assigns(Table table) => table.Rows.Take(4).Any(r => Roles(r) is not null);

    /// <summary>A table without a heading of its own goes on with the columns of the table before it.</summary>
    public IEnumerable<ParsedTask> Read(Node node, Table table)
    {
        if (!Assigns(table) && (roles is null || table.Rows.Max(r => r.Cells.Count) != roles.Length)) roles = null;
        string? section = null;
        RowReader? above = null;
        var titled = false;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = roles is null || table.Rows[i].Cells.All(c => c.Clean.Length == 0) ? table.Rows[i] : ColumnFit.Lay(table.Rows[i], roles);
            if (Roles(row) is { } header)
            {
                var below = i + 1 < table.Rows.Count ? RolesBelow(table.Rows[i + 1], header) ?? PeriodsBelow(row, table.Rows[i + 1], header, table.Rows.Skip(i + 2)) : null;
                if (below is not null) i++;
                var columns = ColumnFit.Widen(below ?? header, table.Rows.Skip(i + 1));
                if (roles is null || !columns.SequenceEqual(roles)) above = null;
                roles = columns;
                continue;
            }
            if (roles is null || IsSum(row) || above is null && GoesOnWithHeadings(row)) continue;
            if (SpansAll(row) || OpensSection(row) || StandsAlone(table.Rows[i], titled |= above is null && section is null && StandsAlone(table.Rows[i], true))) { (section, above) = (Only(row), table.TitlesAreCells ? above : null); continue; }
            var reader = new RowReader(row, roles, above, i + 1 < table.Rows.Count ? table.Rows[i + 1] : null);
            if (reader.TaskCell is not { } work || !SaysWork().IsMatch(work.Clean)) continue;
            above = reader;
            foreach (var cell in row.Cells) rules.Note(cell);
            yield return reader.Task(PathOf(node, section, reader), rules);
        }
    }

    private static IReadOnlyList<string> PathOf(Node node, string? section, RowReader row)
    {
        var path = Make.Path(node).ToList();
        if (section is not null) path.Add(section);
        path.AddRange(row.Groups);
        return path;
    }

    /// <summary>The columns' roles where the row is one of headings; a row with a number is none, though its organ may be 行业主管部门.</summary>
    private static ColumnRole[]? Roles(TableRow row) => !ColumnFit.IsRowNumber(row.Cells[0].Clean) ? TableHeading.Read([.. row.Cells.Select(c => c.Clean)]) : null;

    /// <summary>承办单位 over 牵头单位 and 协办单位: a second row of headings parts what the first one names together; null for any other row.</summary>
    private static ColumnRole[]? RolesBelow(TableRow row, ColumnRole[] above)
    {
        var roles = row.Cells.Select(c => ColumnRoles.Read(c.Clean)).ToArray();
        if (!roles.Any(ColumnRoles.IsDepartment) || !row.Cells.All(c => c.Clean.Length == 0 || ColumnRoles.Read(c.Clean) != ColumnRole.Unknown)) return null;
        if (roles.Length == above.Length && above.Zip(roles).All(pair => pair.Second == ColumnRole.Unknown || pair.First == ColumnRole.Unknown || ColumnRoles.IsDepartment(pair.First)))
            return [.. roles.Select((role, i) => role == ColumnRole.Unknown ? above[i] : role)];
        var parted = Array.FindIndex(above, ColumnRoles.IsDepartment);
        var own = roles.Where(role => role != ColumnRole.Unknown).ToArray();
        return parted >= 0 && own.Length > 1 && own.All(ColumnRoles.IsDepartment) ? [.. above[..parted], .. own, .. above[(parted + 1)..]] : null;
    }

    /// <summary>2031年, 2032年 below 年度目标: columns for what is due by then, which are no deadlines; null for any other row.</summary>
    private static ColumnRole[]? PeriodsBelow(TableRow headings, TableRow row, ColumnRole[] above, IEnumerable<TableRow> rows)
    {
        var periods = row.Cells.Where(c => c.Clean.Length > 0).ToList();
        if (periods.Count < 2 || !periods.TrueForAll(c => TwoRowHeading.IsPeriod(c.Clean))) return null;
        if (row.Cells.Count == above.Length) return [.. above.Select((role, i) => row.Cells[i].Clean.Length > 0 ? ColumnRole.Unknown : role)];
        return TwoRowHeading.Divided([.. headings.Cells, .. periods]).Select(divided => TableHeading.Read([.. divided.Select(c => c.Clean)])).OfType<ColumnRole[]>()
            .MinBy(roles => rows.Where(r => r.Cells.Count == roles.Length).Take(RowsTried).Sum(r => ColumnFit.Strain(r.Cells, roles)));
    }

    /// <summary>任务完成率 | 备注: the last headings, which a line break cut off; the rows are numbered, it is not.</summary>
    private bool GoesOnWithHeadings(TableRow row) =>
        roles![0] == ColumnRole.Number && !ColumnFit.IsRowNumber(row.Cells[0].Clean) && row.Cells.Count(c => c.Clean.Length > 0) > 1
        && row.Cells.Any(c => ColumnRoles.Read(c.Clean) is not (ColumnRole.Unknown or ColumnRole.Number)) && !row.Cells.Any(c => OrganName.LooksLikeShares(c.Clean));

    /// <summary>A title over the full width: one cell, or the same words in every cell of a merged row.</summary>
    private static bool SpansAll(TableRow row)
    {
        var filled = row.Cells.Where(c => c.Clean.Length > 0).ToList();
        if (filled.Count == 0 || !filled.TrueForAll(c => c.Clean == filled[0].Clean)) return false;
        return filled.Count > 2 || row.Cells.Count == 1
            || (filled.Count == 1 && filled[0].Number is { Style: NumberStyle.Han or NumberStyle.HanInBrackets });
    }

    /// <summary>A title in the first of several cells, the others empty: where the first row below the headings is one, or a row of work has a number or a time of its own.</summary>
    private bool StandsAlone(TableRow row, bool titled) =>
        row.Cells.Count > 1 && (row.Cells.Count == roles!.Length || roles[0] == ColumnRole.Number) && row.Cells[0].Clean.Length > 0 && !ColumnFit.IsRowNumber(row.Cells[0].Clean) && row.Cells.Skip(1).All(c => c.Clean.Length == 0)
        && (titled || roles[0] == ColumnRole.Number || roles.Contains(ColumnRole.Time));

    /// <summary>253 and 12.5% say how much, not what is to be done.</summary>
    [GeneratedRegex("[\u4E00-\u9FFFA-Za-z]")]
    private static partial Regex SaysWork();

    /// <summary>合计: what the rows above add up to.</summary>
    private static bool IsSum(TableRow row) => row.Cells.Count > 1 && row.Cells.FirstOrDefault(c => c.Clean.Length > 0)?.Clean.TrimEnd(':') is "合计" or "总计" or "小计" or "共计";

    /// <summary>一 in the column of numbers and a title beside it: the rows below count 1, 2, 3.</summary>
    private static bool OpensSection(TableRow row) =>
        row.Cells.Count > 2 && row.Cells[0].Clean is { Length: > 0 and < 4 } number && Numbering.HanValue(number.TrimEnd('、')) is not null && row.Cells[1].Clean.Length > 0 && row.Cells.Skip(2).All(c => c.Clean.Length == 0);

    private static string Only(TableRow row)
    {
        if (OpensSection(row)) return row.Cells[0].PrintTight(0, row.Cells[0].Clean.Length).TrimEnd('、') + '、' + row.Cells[1].PrintTight(0, row.Cells[1].Clean.Length);
        var cell = row.Cells.First(c => c.Clean.Length > 0);
        return cell.PrintTight(0, cell.Clean.Length);
    }
}
