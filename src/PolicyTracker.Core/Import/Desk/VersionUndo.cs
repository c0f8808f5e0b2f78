using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Import.Desk;

/// <summary>The part of an undo that puts tasks back into the version from which they came. What was done on them before the new version stays.</summary>
internal static class VersionUndo
{
    /// <summary>Why tasks cannot be put back; null where they can or none has to be.</summary>
    public static async Task<string?> WhyNotAsync(TrackerDb db, int sourceFileId, CancellationToken cancellation)
    {
        var versions = db.DocumentRelations.Where(r => r.Kind == DocumentRelationKind.NewVersion && r.Later!.SourceFileId == sourceFileId);
        if (!await versions.AnyAsync(cancellation))
        {
            return null;
        }

        if (await versions.AnyAsync(r => r.Earlier!.JurisdictionId != r.Later!.JurisdictionId, cancellation))
        {
            return "新版本导入以后，新旧两版文件已归入不同的辖区，任务不能退回旧版，所以不能整体撤销。";
        }

        // A withdrawal has no way back; work on what the new version no longer prints is otherwise no obstacle.
        var withdrawn = await versions.SelectMany(r => r.Earlier!.Tasks, (r, task) => new { r.Later!.ImportedAt, Task = task })
            .CountAsync(left => left.Task.History.Any(act => act.Act == TaskAct.Withdraw && act.At > left.ImportedAt), cancellation);
        if (withdrawn > 0)
        {
            return $"新版本导入以后，新版不再印出的旧版任务已有{withdrawn}项终止。终止不能收回，所以不能整体撤销。";
        }

        var unknown = await db.Tasks.CountAsync(
            task => task.Document!.SourceFileId == sourceFileId && task.History.Any(act => act.Act == TaskAct.Import && act.At < task.Document.ImportedAt)
                && !db.EarlierPrintings.Any(p => p.TaskId == task.Id && p.DocumentId == task.DocumentId), cancellation);
        return unknown > 0
            ? $"这个新版本是在系统升级以前导入的，有{unknown}项任务没有留下旧版的原样，所以不能整体撤销。"
            : await GoneUnitAsync(db, sourceFileId, cancellation);
    }

    /// <summary>Within the transaction of the undo, before the documents of the import go.</summary>
    public static async Task PutBackAsync(TrackerDb db, int sourceFileId, ActBy by, CancellationToken cancellation)
    {
        var printings = await OfImport(db, sourceFileId)
            .Include(p => p.Earlier)
            .Include(p => p.Task).ThenInclude(t => t!.Responsibilities).ThenInclude(r => r.Department).ThenInclude(d => d!.Members)
            .Include(p => p.Task).ThenInclude(t => t!.Standings)
            .Include(p => p.Task).ThenInclude(t => t!.Intervals.Where(interval => interval.UntilAt == null))
            .AsSplitQuery().OrderByDescending(p => p.Id).ToListAsync(cancellation);
        var departments = await DepartmentsAsync(db, printings, cancellation);
        foreach (var printing in printings)
        {
            var (task, earlier, before) = (printing.Task!, printing.Earlier!, printing.Printed);
            if (printing.IsRevised)
            {
                task.GoBackTo(earlier, before, departments, EarlierPrinting.TakenBack, by);
            }
            else
            {
                task.GoBackTo(earlier, before);
            }
        }

        db.EarlierPrintings.RemoveRange(printings);
    }

    // A unit that the new version took off the task, and that was merged or reorganised since: nobody moved its part along.
    private static async Task<string?> GoneUnitAsync(TrackerDb db, int sourceFileId, CancellationToken cancellation)
    {
        var printings = await OfImport(db, sourceFileId).AsNoTracking().Where(p => p.IsRevised).Include(p => p.Task).ThenInclude(t => t!.Responsibilities).ToListAsync(cancellation);
        var departments = await DepartmentsAsync(db, printings, cancellation);
        return printings.SelectMany(p => p.Printed.Units.Where(unit => !p.Task!.Responsibilities.Exists(r => r.Id == unit.RowId)))
            .FirstOrDefault(unit => unit.DepartmentId is { } id && departments.GetValueOrDefault(id) is not { Stands: true }) is { } gone
            ? $"旧版任务的单位“{gone.PrintedName}”在新版本导入以后已合并、变更或删除，任务不能恢复原样，所以不能整体撤销。"
            : null;
    }

    private static IQueryable<EarlierPrinting> OfImport(TrackerDb db, int sourceFileId) => db.EarlierPrintings.Where(p => p.Document!.SourceFileId == sourceFileId);

    private static Task<Dictionary<int, Department>> DepartmentsAsync(TrackerDb db, List<EarlierPrinting> printings, CancellationToken cancellation)
    {
        var printed = printings.SelectMany(p => p.Printed.Units).Select(unit => unit.DepartmentId).OfType<int>().Distinct().ToList();
        return db.Departments.Include(d => d.Members).Where(d => printed.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellation);
    }
}
