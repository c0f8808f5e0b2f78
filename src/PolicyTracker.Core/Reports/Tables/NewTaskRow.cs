using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>A row without 任务编号: 立项, and 交办 where it names units.</summary>
internal static class NewTaskRow
{
    private static readonly LedgerColumn[] Shown =
    [
        LedgerColumn.Work, LedgerColumn.Source, LedgerColumn.Leads, LedgerColumn.Responsible, LedgerColumn.Supports, LedgerColumn.Leaders, LedgerColumn.Due,
    ];

    public static PreviewRow Read(RowReading row, int jurisdiction, IReadOnlyList<UnitName> known)
    {
        var (kind, source) = Source(row.Text(LedgerColumn.Source));
        // The first line is the name, what follows the content; a single line is both.
        var work = row.Text(LedgerColumn.Work).Split('\n', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var form = new RegisterForm
        {
            Title = work.FirstOrDefault(),
            Text = work.LastOrDefault(),
            SourceKind = kind,
            Source = source,
            Jurisdiction = jurisdiction,
            DueOn = TableDate.Read(row),
            Leaders = [.. TableUnits.Names(row.Text(LedgerColumn.Leaders))],
        };
        row.Adds(Shown);
        Complain(row, form);
        return row.Done(null, form.Title ?? "", new RegisterPlan(form, Assign(row, form, known)));
    }

    private static AssignForm? Assign(RowReading row, RegisterForm form, IReadOnlyList<UnitName> known)
    {
        var units = TableUnits.Read(row, known);
        if (units.Count == 0)
        {
            return null;
        }

        if (units.TrueForAll(unit => unit.Role == Parsing.Role.Support))
        {
            row.Problem(LedgerColumn.Leads, "只有配合单位不能交办，请填写牵头单位或责任单位。");
        }

        var assign = new AssignForm { Responsibilities = units };
        if (TableDate.IsNone(row))
        {
            assign.DueOn = null;
        }
        else if (form.DueOn is null && row.Text(LedgerColumn.Due).Length == 0)
        {
            row.Problem(LedgerColumn.Due, "列了单位就要交办，请填写完成时限；没有期限的写“无时限”。");
        }

        return assign;
    }

    private static void Complain(RowReading row, RegisterForm form)
    {
        if (form.DueOn is null && row.Text(LedgerColumn.Due).Length > 0 && !TableDate.IsNone(row))
        {
            TableDate.Complain(row);
        }

        foreach (var error in new RegisterValidator().Validate(form).Errors)
        {
            row.Problem(error.PropertyName == nameof(RegisterForm.Source) ? LedgerColumn.Source : LedgerColumn.Work, error.ErrorMessage);
        }
    }

    // 领导批示：市长在专报上的批示.
    private static (SourceKind? Kind, string Words) Source(string cell)
    {
        var colon = cell.IndexOfAny(['：', ':']);
        var kinds = Enum.GetValues<SourceKind>().Where(kind => colon > 0 && kind.Word() == cell[..colon].Trim()).ToList();
        return kinds is [var kind] ? (kind, cell[(colon + 1)..].Trim()) : (null, cell);
    }
}
