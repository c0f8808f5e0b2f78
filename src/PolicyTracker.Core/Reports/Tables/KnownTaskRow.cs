using System.Globalization;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>A row of a task that is there: what it changes is what differs from the row that the portal would print now.</summary>
internal static class KnownTaskRow
{
    private static readonly HashSet<LedgerColumn> Supervisors = [LedgerColumn.Leads, LedgerColumn.Responsible, LedgerColumn.Supports, LedgerColumn.Due];
    private static readonly HashSet<LedgerColumn> Ours = [LedgerColumn.Progress, LedgerColumn.Problems, LedgerColumn.NextStep, LedgerColumn.Percent];

    public static PreviewRow Read(RowReading row, LedgerRow task, Actor actor, IReadOnlyList<UnitName> known)
    {
        var differing = row.Compare(task);
        var title = task.Work.Split('\n')[0];
        if (differing.Count == 0)
        {
            return row.Done(task.TaskId, title, null);
        }

        if (row.Text(LedgerColumn.Version) != task.Version.ToString(CultureInfo.InvariantCulture))
        {
            row.Problem(LedgerColumn.Version, "这项任务在导出以后有人更新过，这一行不能导入。请重新导出，再填写这一行。");
            return row.Done(task.TaskId, title, null);
        }

        RequireRights(row, task, actor, differing);
        if (row.IsFaulty)
        {
            return row.Done(task.TaskId, title, null);
        }

        return row.Done(task.TaskId, title, differing.Overlaps(Ours) ? Report(row, task) : Change(row, task, differing, known));
    }

    private static void RequireRights(RowReading row, LedgerRow task, Actor actor, HashSet<LedgerColumn> differing)
    {
        foreach (var column in differing)
        {
            var refusal =
                Supervisors.Contains(column) ? actor.Is(AccountRole.Supervisor) ? WhyNot(TaskAct.Change, task.State) : "单位和期限由督查人员调整，请改回原来的内容。"
                : !Ours.Contains(column) ? "这一列不能在表格里修改，请改回原来的内容，到任务页面上办理。"
                : task.IsOurs ? WhyNot(TaskAct.ReportProgress, task.State) : "进展由承办单位自己反馈，请改回原来的内容。";
            if (refusal is not null)
            {
                row.Problem(column, refusal);
            }
        }
    }

    private static string? WhyNot(TaskAct act, TaskState state) => LifeOfATask.IsPossible(act, state) ? null : LifeOfATask.WhyNot(act, state);

    private static ReportPlan Report(RowReading row, LedgerRow task)
    {
        var form = new ProgressForm
        {
            Version = task.Version,
            Percent = int.TryParse(row.Text(LedgerColumn.Percent).TrimEnd('%', '％'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : null,
            Words = row.Text(LedgerColumn.Progress),
            Problems = row.Text(LedgerColumn.Problems),
            NextStep = row.Text(LedgerColumn.NextStep),
        };
        foreach (var error in new ProgressValidator().Validate(form).Errors)
        {
            row.Problem(
                error.PropertyName switch
                {
                    nameof(ProgressForm.Percent) => LedgerColumn.Percent,
                    nameof(ProgressForm.Problems) => LedgerColumn.Problems,
                    nameof(ProgressForm.NextStep) => LedgerColumn.NextStep,
                    _ => LedgerColumn.Progress,
                },
                error.ErrorMessage);
        }

        return new ReportPlan(task.TaskId, form);
    }

    private static ChangePlan Change(RowReading row, LedgerRow task, HashSet<LedgerColumn> differing, IReadOnlyList<UnitName> known)
    {
        var form = new ChangeForm { Version = task.Version };
        if (differing.Overlaps(TableUnits.Roles.Keys))
        {
            form.Responsibilities = TableUnits.Read(row, known);
            if (task.State != TaskState.Draft && !row.IsFaulty && form.Responsibilities.TrueForAll(unit => unit.Role == Role.Support))
            {
                row.Problem(LedgerColumn.Leads, "已经交办的任务至少要有一个牵头单位或责任单位。");
            }
        }

        if (differing.Contains(LedgerColumn.Due))
        {
            form.DueOn = TableDate.Read(row);
            if (form.DueOn is null && !TableDate.IsNone(row))
            {
                TableDate.Complain(row);
            }
        }

        return new ChangePlan(task.TaskId, form);
    }
}
