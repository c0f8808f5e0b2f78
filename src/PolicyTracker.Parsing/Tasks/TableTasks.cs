using System.Text.RegularExpressions;
using PolicyTracker.Parsing.Lines;
using PolicyTracker.Parsing.Structure;

namespace PolicyTracker.Parsing.Tasks;

/// <summary>The rows of an assignment table (序号 / 工作任务 / 责任单位 / 时间进度) as tasks.</summary>
internal sealed partial class TableTasks(DocumentRules rules)
{
    private const int RowsTried = 3;

    private TableColumns? columns;

    /// <summary>Whether a table has a column for the work and one for who answers for it.</summary>
    public static bool Assigns(Table table) => table.Rows.Take(4).Any(r => Roles(r) is not null);

    /// <summary>A table without a heading of its own goes on with the columns of the table before it.</summary>
    public IEnumerable<ParsedTask> Read(Node node, Table table)
    {
        if (!Assigns(table) && (columns is null || table.Rows.Max(r => r.Cells.Count) != columns.Roles.Length)) columns = null;
        string? section = null;
        var path = PathOf(node, section);
        RowReader? above = null;
        var titled = false;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = columns is null || table.Rows[i].Filled == 0 ? table.Rows[i] : ColumnFit.Lay(table.Rows[i], columns.Roles);
            if (Roles(row) is { } header)
            {
                var below = i + 1 < table.Rows.Count ? RolesBelow(table.Rows[i + 1], header) ?? PeriodsBelow(row, table.Rows[i + 1], header, table.Rows.Skip(i + 2)) : null;
                if (below is not null) i++;
                var roles = Numbered(ColumnFit.Widen(below ?? header, table.Rows.Skip(i + 1)), table.Rows.Skip(i + 1));
                if (columns is not null && roles.SequenceEqual(columns.Roles)) continue;
                (columns, above) = (new TableColumns(roles), null);
                continue;
            }
            if (columns is null || IsSum(row) || IsNote(row) || above is null && GoesOnWithHeadings(row)) continue;
            if (SpansAll(row) || OpensSection(row) || StandsAboveSums(row) || StandsAlone(table.Rows[i], titled |= above is null && section is null && StandsAlone(table.Rows[i], true)))
            {
                (section, above) = (Only(row), table.TitlesAreCells ? above : null);
                path = PathOf(node, section);
                continue;
            }
            var reader = new RowReader(row, columns, above, i + 1 < table.Rows.Count ? table.Rows[i + 1] : null);
            if (reader.TaskCell is not { } work || !SaysWork().IsMatch(work.Clean)) continue;
            above = reader;
            foreach (var cell in row.Cells) rules.Note(cell);
            yield return reader.Task(reader.IsGrouped ? [.. path, .. reader.Groups] : path, rules);
        }
    }

    private static List<string> PathOf(Node node, string? section) => section is null ? [.. Make.Path(node)] : [.. Make.Path(node), section];

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
        columns!.FirstNumber == 0 && !ColumnFit.IsRowNumber(row.Cells[0].Clean) && row.Filled > 1
        && row.Cells.Any(c => ColumnRoles.Read(c.Clean) is not (ColumnRole.Unknown or ColumnRole.Number)) && !row.Cells.Any(c => OrganName.LooksLikeShares(c.Clean));

    /// <summary>A title over the full width: one cell, or the same words in every cell of a merged row.</summary>
    private static bool SpansAll(TableRow row)
    {
        if (row.Filled == 0 || Printed(row) is not { } first || row.Cells.Any(c => c.Clean.Length > 0 && c.Clean != first.Clean)) return false;
        return row.Filled > 2 || row.Cells.Count == 1 || (row.Filled == 1 && first.Number is { Style: NumberStyle.Han or NumberStyle.HanInBrackets });
    }

    /// <summary>The first cell that has a text.</summary>
    private static Paragraph? Printed(TableRow row) => row.Cells.FirstOrDefault(c => c.Clean.Length > 0);

    /// <summary>A title in the first of several cells, the others empty: where the first row below the headings is one, or a row of work has a number or a time of its own.</summary>
    private bool StandsAlone(TableRow row, bool titled) =>
        row.Filled == 1 && row.Cells.Count > 1 && (row.Cells.Count == columns!.Roles.Length || columns.FirstNumber == 0) && row.Cells[0].Clean.Length > 0 && !ColumnFit.IsRowNumber(row.Cells[0].Clean)
        && (titled || columns.FirstNumber == 0 || columns.Roles.Contains(ColumnRole.Time));

    /// <summary>项目 over 1, 2, 3 heads their numbers, where another column says the work.</summary>
    private static ColumnRole[] Numbered(ColumnRole[] roles, IEnumerable<TableRow> below)
    {
        if (roles[0] == ColumnRole.Number || !roles.Skip(1).Any(ColumnRoles.IsTask)) return roles;
        var rows = below.Where(r => r.Filled > 2).Take(RowsTried).ToList();
        return rows.Count > 1 && rows.TrueForAll(r => ColumnFit.IsRowNumber(r.Cells[0].Clean)) ? [ColumnRole.Number, .. roles[1..]] : roles;
    }

    /// <summary>253 and 12.5% say how much, not what is to be done.</summary>
    [GeneratedRegex("[\u4E00-\u9FFFA-Za-z]")]
    private static partial Regex SaysWork();

    /// <summary>合计: what the rows above add up to.</summary>
    private static bool IsSum(TableRow row) => row.Cells.Count > 1 && Printed(row)?.Clean.TrimEnd(':') is "合计" or "总计" or "小计" or "共计";

    /// <summary>备注:会议时间如有调整… in whichever cell of an empty row.</summary>
    private static bool IsNote(TableRow row) => row.Filled == 1 && CellLines.IsNote(Printed(row)!.Clean);

    /// <summary>一 in the column of numbers and a title beside it: the rows below count 1, 2, 3.</summary>
    private static bool OpensSection(TableRow row) =>
        row.Cells.Count > 2 && row.Cells[0].Clean is { Length: > 0 and < 4 } number && Numbering.HanValue(number.TrimEnd('、')) is not null && row.Cells[1].Clean.Length > 0 && row.IsEmptyFrom(2);

    /// <summary>一、交通项目 | | 126000 | 43000: what the rows below add up to stands beside their title.</summary>
    private bool StandsAboveSums(TableRow row) =>
        columns!.FirstNumber == 0 && row.Filled > 1 && row.Cells[0].Number is { Style: NumberStyle.Han or NumberStyle.HanInBrackets } number && number.Length < row.Cells[0].Clean.Length && row.Cells.Skip(1).All(c => !SaysWork().IsMatch(c.Clean));

    private static string Only(TableRow row)
    {
        if (OpensSection(row)) return row.Cells[0].PrintTight(0, row.Cells[0].Clean.Length).TrimEnd('、') + '、' + row.Cells[1].PrintTight(0, row.Cells[1].Clean.Length);
        var cell = Printed(row)!;
        return cell.PrintTight(0, cell.Clean.Length);
    }
}
