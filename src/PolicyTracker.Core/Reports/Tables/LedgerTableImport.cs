using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing.Sources;

namespace PolicyTracker.Core.Reports.Tables;

/// <summary>导入台账表格: a table that went out comes back filled in. It is looked at first; then all of it is taken, or nothing.</summary>
public sealed class LedgerTableImport(IDbContextFactory<TrackerDb> databases, TaskActions actions, TimeProvider time)
{
    private const int Batch = 500;

    public static void RequireMayImport(Actor actor)
    {
        if (!actor.Is(AccountRole.Supervisor) && !(actor.Is(AccountRole.Staff) && actor.DepartmentId is not null))
        {
            throw new ForbiddenException("只有督查人员和承办人员可以导入台账表格。");
        }
    }

    /// <summary>What the table would change, for this person and at this moment.</summary>
    /// <param name="jurisdiction">Where new tasks are registered.</param>
    public async Task<TablePreview> PreviewAsync(Actor actor, byte[] workbook, int jurisdiction, CancellationToken cancellation = default)
    {
        RequireMayImport(actor);
        var table = FilledTable.Read(workbook);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var tasks = await TasksAsync(db, actor, table, cancellation);
        var units = new Dictionary<int, IReadOnlyList<UnitName>>();
        var seen = new HashSet<long>();
        var rows = new List<PreviewRow>();
        foreach (var row in table.Rows)
        {
            var reading = new RowReading(table, row);
            var id = IdOf(table, row);
            if (!Admit(reading, actor, id, tasks, seen))
            {
                rows.Add(reading.Done(id, reading.Text(LedgerColumn.Work).Split('\n')[0], null));
                continue;
            }

            var task = id is { } known ? tasks[known] : null;
            var place = task?.JurisdictionId ?? jurisdiction;
            if (!units.TryGetValue(place, out var names))
            {
                units[place] = names = actor.Is(AccountRole.Supervisor) ? await UnitName.ForAsync(db, place, cancellation) : [];
            }

            rows.Add(task is null ? NewTaskRow.Read(reading, place, names) : KnownTaskRow.Read(reading, task, actor, names));
        }

        return new TablePreview(rows);
    }

    /// <summary>Does all that the preview shows, in one transaction, or throws <see cref="RuleException"/> and does nothing.</summary>
    /// <param name="reason">Of the changes to units and deadlines.</param>
    public async Task<TablePreview> ConfirmAsync(Actor actor, byte[] workbook, int jurisdiction, string? reason, CancellationToken cancellation = default)
    {
        var preview = await PreviewAsync(actor, workbook, jurisdiction, cancellation);
        if (!preview.CanBeConfirmed)
        {
            throw new RuleException(preview.Problems.Any() ? "表格里还有问题，没有导入。请按下面的说明改好以后重新上传。" : "表格与系统里的内容一样，没有可以导入的。");
        }

        if (preview.NeedsReason && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("请写明调整单位或期限的理由。");
        }

        var entry = new AuditDraft(AuditAction.LedgerImported, Words: preview.Summary, Who: AuditPerson.Of(actor));
        await actions.TogetherAsync(async together =>
        {
            foreach (var row in preview.Changing)
            {
                await PerformAsync(together, actor, row, reason, cancellation);
            }
        }, entry, cancellation);
        return preview;
    }

    private static async Task PerformAsync(TaskActions together, Actor actor, PreviewRow row, string? reason, CancellationToken cancellation)
    {
        try
        {
            await PerformAsync(together, actor, row.Plan!, reason, cancellation);
        }
        catch (ValidationException invalid)
        {
            throw new RuleException($"第{row.Number}行：{string.Concat(invalid.Errors.Select(error => error.ErrorMessage))}整张表格都没有导入。");
        }
        catch (RuleException refused)
        {
            throw new RuleException($"第{row.Number}行：{refused.Message}整张表格都没有导入。");
        }
    }

    private static async Task PerformAsync(TaskActions together, Actor actor, TablePlan plan, string? reason, CancellationToken cancellation)
    {
        switch (plan)
        {
            case RegisterPlan register:
                var id = await together.RegisterAsync(actor, register.Form, cancellation);
                await (register.Assign is { } assign ? together.AssignAsync(actor, id, assign, cancellation) : Task.CompletedTask);
                break;
            case ChangePlan change:
                change.Form.Reason = reason;
                await together.ChangeAsync(actor, change.TaskId, change.Form, cancellation);
                break;
            case ReportPlan report:
                await together.ReportProgressAsync(actor, report.TaskId, report.Form, cancellation);
                break;
        }
    }

    private async Task<Dictionary<long, LedgerRow>> TasksAsync(TrackerDb db, Actor actor, FilledTable table, CancellationToken cancellation)
    {
        var thresholds = await ThresholdBook.OnAsync(db, time.Today(), cancellation);
        var tasks = new Dictionary<long, LedgerRow>();
        foreach (var ids in table.Rows.Select(row => IdOf(table, row)).OfType<long>().Distinct().Chunk(Batch))
        {
            foreach (var task in await LedgerRowsQuery.LoadAsync(KnownTasks.On(db, null), actor, ids, time.Today(), thresholds, cancellation))
            {
                tasks.Add(task.TaskId, task);
            }
        }

        return tasks;
    }

    private static bool Admit(RowReading row, Actor actor, long? id, Dictionary<long, LedgerRow> tasks, HashSet<long> seen)
    {
        if (id is { } known)
        {
            if (!tasks.ContainsKey(known))
            {
                row.Problem(LedgerColumn.TaskId, "没有这项任务，或者它不在您的查看范围之内。");
            }
            else if (!seen.Add(known))
            {
                row.Problem(LedgerColumn.TaskId, "这项任务在表格里出现了两次，请只留一行。");
            }
        }
        else if (row.Text(LedgerColumn.TaskId).Length > 0)
        {
            row.Problem(LedgerColumn.TaskId, "任务编号应是数字。新任务请留空。");
        }
        else if (!actor.Is(AccountRole.Supervisor))
        {
            row.Problem(LedgerColumn.Work, "这一行没有任务编号。只有督查人员可以用表格立项；请用导出的台账填写，不要删除隐藏的列。");
        }

        return !row.IsFaulty;
    }

    private static long? IdOf(FilledTable table, WorksheetRow row) =>
        long.TryParse(table.Cell(row, LedgerColumn.TaskId).Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
