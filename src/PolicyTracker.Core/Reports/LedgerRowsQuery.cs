using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Reports;

/// <summary>Tasks as rows of the table, as far as the person may read them, in the order of the ids.</summary>
public static class LedgerRowsQuery
{
    /// <param name="day">That of <paramref name="known"/>, or today.</param>
    public static async Task<IReadOnlyList<LedgerRow>> LoadAsync(
        KnownTasks known, Actor actor, IReadOnlyList<long> ids, DateOnly day, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var found = await known.ReadableBy(actor).AsNoTracking().Where(task => ids.Contains(task.Id)).Select(task => new Found(
                task.Id, task.Version, task.JurisdictionId, task.Number, task.Title, task.Text, task.Document!.Title, task.Document.DocumentNumber,
                task.SourceKind, task.SourceWords, task.Leaders, task.DeadlineRaw,
                new TaskClock(task.State, task.DueOn, task.DeadlineKind, task.Cycle, task.ClockStoppedOn),
                task.ClaimedPercent, task.RemindCount, task.ReturnCount))
            .ToDictionaryAsync(task => task.Id, cancellation);
        var units = await UnitsAsync(known, ids, cancellation);
        var reports = await ReportsAsync(known, ids, cancellation);
        // A row of the past is not filled in: nobody's cells are kept for the own words.
        return [.. ids.Where(found.ContainsKey).Select(id => Row(found[id], [.. units[id]], [.. reports[id]], known.AsOf is null ? actor : null, day, thresholds))];
    }

    private static async Task<ILookup<long, Unit>> UnitsAsync(KnownTasks known, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var found = await known.Responsibilities.AsNoTracking().Where(r => ids.Contains(r.TaskId)).OrderBy(r => r.Position)
            .Select(r => new Unit(
                r.TaskId, r.DepartmentId, r.Role, r.Department == null ? r.PrintedName : r.Department.Name,
                r.Department == null || r.Department.JurisdictionId == r.Task!.JurisdictionId ? null : r.Department.Jurisdiction!.Name))
            .ToListAsync(cancellation);
        return found.ToLookup(unit => unit.TaskId);
    }

    // Of each department the newest.
    private static async Task<ILookup<long, Report>> ReportsAsync(KnownTasks known, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var reports = known.Db.ProgressReports.AsNoTracking().Where(r => known.End == null || r.At < known.End);
        var found = await reports
            .Where(r => ids.Contains(r.TaskId)
                && !reports.Any(later => later.TaskId == r.TaskId && later.DepartmentId == r.DepartmentId && later.Id > r.Id))
            .OrderBy(r => r.Department!.OrganRank).ThenBy(r => r.DepartmentId)
            .Select(r => new Report(r.TaskId, r.DepartmentId, r.Department!.Name, r.At, r.Percent, r.Words, r.Problems, r.NextStep))
            .ToListAsync(cancellation);
        return found.ToLookup(report => report.TaskId);
    }

    private static LedgerRow Row(Found task, List<Unit> units, List<Report> reports, Actor? actor, DateOnly day, ThresholdBook thresholds)
    {
        var isOurs = actor is not null && actor.Is(AccountRole.Staff) && units.Exists(unit => unit.DepartmentId is { } id && actor.DepartmentIds.Contains(id));
        var told = isOurs ? reports.FindAll(report => report.DepartmentId == actor!.DepartmentId) : reports;
        return new LedgerRow(
            task.Id, task.Version, task.Clock.State, task.JurisdictionId, isOurs,
            Fitting(Work(task)), Fitting(Source(task)), Names(units, Role.Lead), Names(units, Role.Responsible), Names(units, Role.Support),
            string.Join('、', task.Leaders), task.Clock.DueOn, Fitting(task.DeadlineRaw ?? ""),
            Told(told, isOurs, report => isOurs ? report.Words : $"（{Day(report)}，{report.Percent}%）{report.Words}"),
            Told(told, isOurs, report => report.Problems), Told(told, isOurs, report => report.NextStep),
            Remarks(task, day, thresholds), isOurs ? told.FirstOrDefault()?.Percent : task.Claimed);
    }

    // The title behind its number, and below it what the text says more: often the title is its first line, or its first sentence.
    private static string Work(Found task)
    {
        var title = task.Number is [.., >= '0' and <= '9'] figure ? $"{figure} {task.Title}" : task.Number + task.Title;
        var first = task.Text.IndexOfAny(['\n', '。']) is >= 0 and var end ? task.Text[..end] : task.Text;
        var more = Bare(first) == Bare(title) || Bare(first) == Bare(task.Title) ? task.Text[first.Length..].TrimStart('。').TrimStart('\n') : task.Text;
        return more.Length == 0 ? title : $"{title}\n{more}";
    }

    private static string Bare(string line) => line.Replace(" ", "", StringComparison.Ordinal);

    private static string Source(Found task) => task.DocumentTitle is { } document
        ? PolicyDocument.Cited(document, task.DocumentNumber)
        : $"{task.SourceKind?.Word() ?? "立项"}：{task.SourceWords}";

    private static string Names(List<Unit> units, Role role) =>
        string.Join('、', units.Where(unit => unit.Role == role).Select(unit => unit.Place is null ? unit.Name : $"{unit.Name}（{unit.Place}）"));

    private static string Told(List<Report> reports, bool isOurs, Func<Report, string?> words) => Fitting(string.Join('\n', reports
        .Select(report => (report.Department, Words: words(report)))
        .Where(told => !string.IsNullOrEmpty(told.Words))
        .Select(told => isOurs ? told.Words : $"{told.Department}：{told.Words}")));

    private static string Day(Report report) => LedgerTable.Date(report.At.OfficeDay());

    private static string Remarks(Found task, DateOnly day, ThresholdBook thresholds)
    {
        var light = LightSignal.Of(task.Clock, day, thresholds.Of(task.JurisdictionId));
        return string.Join('；', new[]
        {
            light.Light == TimeLight.Red ? $"逾期{light.Days}天" : light.Light == TimeLight.Yellow ? $"临期，剩{light.Days}天" : null,
            task.Clock is { State: TaskState.Completed } clock && clock.StoppedOn > clock.DueOn ? "逾期办结" : null,
            task.RemindCount > 0 ? $"催办{task.RemindCount}次" : null,
            task.ReturnCount > 0 ? $"退回{task.ReturnCount}次" : null,
        }.OfType<string>());
    }

    private static string Fitting(string words) => words.Length <= LedgerRow.MostLetters ? words : words[..LedgerRow.MostLetters] + "…";

    private sealed record Found(
        long Id, uint Version, int JurisdictionId, string? Number, string Title, string Text, string? DocumentTitle, string? DocumentNumber,
        SourceKind? SourceKind, string? SourceWords, string[] Leaders, string? DeadlineRaw, TaskClock Clock, int? Claimed, int RemindCount, int ReturnCount);

    /// <param name="Place">The department's jurisdiction where that is not the task's.</param>
    private sealed record Unit(long TaskId, int? DepartmentId, Role Role, string Name, string? Place);

    private sealed record Report(
        long TaskId, int DepartmentId, string Department, DateTimeOffset At, int Percent, string Words, string? Problems, string? NextStep);
}
