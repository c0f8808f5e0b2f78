using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Reports.Cockpit;

/// <summary>Counts in groups what the ledger behind each figure counts alone; a test holds the two together.</summary>
public static class CockpitQuery
{
    private const int MonthsShown = 12;
    private const int MonthsBack = 2;
    private const int NextRows = 6;

    private static readonly TimeLight[] LightsInOrder = [TimeLight.Red, TimeLight.Yellow, TimeLight.Green, TimeLight.Grey];

    /// <summary>What a leader asks about a week.</summary>
    private static readonly TaskAct[] Told =
    [
        TaskAct.Import, TaskAct.Register, TaskAct.Assign, TaskAct.Acknowledge, TaskAct.ReportProgress, TaskAct.RequestCompletion, TaskAct.Approve, TaskAct.Return,
        TaskAct.Remind, TaskAct.DecideExtension,
    ];

    public static async Task<CockpitView> LoadAsync(TrackerDb db, Actor actor, CockpitFilter asked, DateOnly today, CancellationToken cancellation = default)
    {
        var here = new TaskFilter { Jurisdiction = asked.Jurisdiction, AsOf = asked.AsOf };
        var known = KnownTasks.On(db, asked.AsOf);
        today = here.DayOf(today);
        var thresholds = await ThresholdBook.OnAsync(db, today, cancellation);
        var tasks = TaskLedgerQuery.Matching(db, actor, here, today, thresholds);
        // The counters know the tasks of jurisdictions as they are now; who also reads those of a department has them counted one by one.
        var counts = asked.AsOf is null && TaskCounts.Cover(actor) ? await CockpitCounts.OfAsync(db, actor, here, today, thresholds, cancellation) : null;
        var states = counts?.States() ?? await StatesAsync(tasks, here, cancellation);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var next = here with { States = TaskStates.Open, DueFrom = today, Order = TaskOrder.Due, PageSize = NextRows };
        var rows = await TaskLedgerQuery.PageAsync(db, actor, next, today, cancellation, total: counts?.OpenFrom(today));
        var departments = await CockpitDepartments.LoadAsync(known, actor, tasks, counts, asked, today, thresholds, cancellation);
        var documents = await CockpitDocuments.LoadAsync(db, tasks, counts, asked, today, thresholds, cancellation);
        return new CockpitView(
            await NameAsync(db, actor, asked, cancellation), today, monday,
            new Figure("全部任务", here, states.Sum(state => state.Count)), states,
            counts?.Lights(LightsInOrder, Word) ?? await LightsAsync(tasks, here, today, thresholds, cancellation),
            Months(here, today, counts?.ByMonth() ?? await MonthsAsync(tasks, cancellation)),
            counts is null ? await VerificationsAsync(tasks, here, cancellation) : await counts.VerificationsAsync(cancellation),
            await WeekAsync(known, ReadsAll(actor, asked) ? null : tasks, here, monday, cancellation),
            departments.Rows, departments.Total, documents.Rows, documents.Total,
            new Figure("未到期", next with { PageSize = new TaskFilter().PageSize }, rows.Total), rows);
    }

    private static async Task<IReadOnlyList<Figure>> StatesAsync(IQueryable<PolicyTask> tasks, TaskFilter here, CancellationToken cancellation)
    {
        var counts = await tasks.GroupBy(task => task.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. Enum.GetValues<TaskState>().Select(state => new Figure(state.Word(), here with { States = [state] }, counts.GetValueOrDefault(state)))];
    }

    private static async Task<IReadOnlyList<Figure>> LightsAsync(
        IQueryable<PolicyTask> tasks, TaskFilter here, DateOnly today, ThresholdBook thresholds, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        foreach (var light in LightsInOrder)
        {
            figures.Add(new Figure(Word(light), here with { Light = light }, await tasks.ShowingLight(light, today, thresholds).CountAsync(cancellation)));
        }

        return figures;
    }

    private static async Task<IReadOnlyDictionary<DateOnly, int>> MonthsAsync(IQueryable<PolicyTask> tasks, CancellationToken cancellation) =>
        (await tasks.Where(task => TaskStates.Open.Contains(task.State) && task.DueOn != null)
            .GroupBy(task => new { task.DueOn!.Value.Year, task.DueOn.Value.Month })
            .Select(group => new { group.Key.Year, group.Key.Month, Count = group.Count() })
            .ToListAsync(cancellation)).ToDictionary(group => new DateOnly(group.Year, group.Month, 1), group => group.Count);

    private static IReadOnlyList<Figure> Months(TaskFilter here, DateOnly today, IReadOnlyDictionary<DateOnly, int> counts)
    {
        var open = here with { States = TaskStates.Open };
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsBack);
        var end = first.AddMonths(MonthsShown);
        return
        [
            new Figure("更早", open with { DueTo = first.AddDays(-1) }, counts.Where(pair => pair.Key < first).Sum(pair => pair.Value)),
            .. Enumerable.Range(0, MonthsShown).Select(first.AddMonths).Select(month => new Figure(
                month.Month == 1 || month == first ? $"{month.Year}年{month.Month}月" : $"{month.Month}月",
                open with { DueFrom = month, DueTo = month.AddMonths(1).AddDays(-1) }, counts.GetValueOrDefault(month))),
            new Figure("更晚", open with { DueFrom = end }, counts.Where(pair => pair.Key >= end).Sum(pair => pair.Value)),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> VerificationsAsync(IQueryable<PolicyTask> tasks, TaskFilter here, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        foreach (var verification in Enum.GetValues<Verification>())
        {
            figures.Add(new Figure(verification.Word(), here with { Verification = verification }, await tasks.Standing(verification).CountAsync(cancellation)));
        }

        return figures;
    }

    private static bool ReadsAll(Actor actor, CockpitFilter asked) => actor.JurisdictionId == Jurisdiction.RootId && asked.Jurisdiction is null;

    // Tasks, not acts: who was reminded twice is one task.
    /// <param name="tasks">Whose acts are counted; null: all, so that nobody need look which task an act belongs to.</param>
    private static async Task<IReadOnlyList<Figure>> WeekAsync(KnownTasks known, IQueryable<PolicyTask>? tasks, TaskFilter here, DateOnly monday, CancellationToken cancellation)
    {
        var week = here with { Since = monday };
        var from = OfficeTime.StartOf(monday);
        var acts = known.History.Where(entry => entry.At >= from);
        var done = tasks is null ? acts : acts.Join(tasks, entry => entry.TaskId, task => task.Id, (entry, _) => entry);
        var counts = await done.GroupBy(entry => entry.Act).Select(group => new { group.Key, Count = group.Select(entry => entry.TaskId).Distinct().Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var any = await done.GroupBy(_ => true).Select(all => all.Select(entry => entry.TaskId).Distinct().Count()).SingleOrDefaultAsync(cancellation);
        return
        [
            new Figure("有办理", week, any),
            .. Told.Select(act => new Figure(act.Word(), week with { Changed = act }, counts.GetValueOrDefault(act))),
        ];
    }

    private static Task<string> NameAsync(TrackerDb db, Actor actor, CockpitFilter asked, CancellationToken cancellation)
    {
        var id = asked.Jurisdiction ?? actor.JurisdictionId;
        return db.Jurisdictions.Where(j => j.Id == id).Select(j => j.Name).SingleAsync(cancellation);
    }

    private static string Word(TimeLight light) => light switch
    {
        TimeLight.Red => "逾期",
        TimeLight.Yellow => "临期",
        TimeLight.Green => "正常",
        TimeLight.Grey => "不计时",
    };
}
