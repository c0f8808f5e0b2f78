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
    public const int NextRows = 6;

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
        var counts = await CountsAsync(known, actor, here, today, thresholds, cancellation);
        var states = States(here, counts.States());
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var next = here with { States = TaskStates.Open, DueFrom = today, Order = TaskOrder.Due, PageSize = NextRows };
        var nearest = await counts.NearestAsync(next, cancellation);
        var rows = await TaskLedgerQuery.PageAsync(known, [.. nearest.Select(task => task.Id)], next, counts.NotYetDue(), thresholds, cancellation);
        var departments = await CockpitDepartments.LoadAsync(db, actor, counts, asked, cancellation);
        var documents = await CockpitDocuments.LoadAsync(db, counts, asked, cancellation);
        return new CockpitView(
            await NameAsync(db, actor, asked, cancellation), today, monday,
            new Figure("全部任务", here, states.Sum(state => state.Count)), states, Lights(here, counts.Lights()), Months(here, today, counts.ByMonth()),
            await VerificationsAsync(counts, here, cancellation), await WeekAsync(counts, here, monday, cancellation),
            departments.Rows, departments.Total, documents.Rows, documents.Total,
            new Figure("未到期", next with { PageSize = new TaskFilter().PageSize }, rows.Total), rows);
    }

    // The counters know the tasks of jurisdictions as they are now. What the own department has elsewhere is little, and counted one by one.
    private static async Task<CockpitCounts> CountsAsync(
        KnownTasks known, Actor actor, TaskFilter here, DateOnly day, ThresholdBook thresholds, CancellationToken cancellation)
    {
        if (known.AsOf is not null)
        {
            return await CockpitTally.OfAsync(known, known.Db.Tasks.ReadableBy(actor), actor.ReadsAll, here, day, thresholds, cancellation);
        }

        if (TaskCounts.Cover(actor))
        {
            return await KeptCounts.OfAsync(known, actor, here, day, thresholds, cancellation);
        }

        return new CockpitSum(
            await KeptCounts.OfAsync(known, actor.WithoutDepartments(), here, day, thresholds, cancellation),
            await CockpitTally.OfAsync(known, known.Db.Tasks.ReadableElsewhereBy(actor), false, here, day, thresholds, cancellation),
            day, thresholds);
    }

    private static IReadOnlyList<Figure> States(TaskFilter here, ILookup<TaskState, int> counts) =>
        [.. Enum.GetValues<TaskState>().Select(state => new Figure(state.Word(), here with { States = [state] }, counts[state].Sum()))];

    private static IReadOnlyList<Figure> Lights(TaskFilter here, ILookup<TimeLight, int> counts) =>
        [.. LightsInOrder.Select(light => new Figure(Word(light), here with { Light = light }, counts[light].Sum()))];

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

    private static async Task<IReadOnlyList<Figure>> VerificationsAsync(CockpitCounts counts, TaskFilter here, CancellationToken cancellation)
    {
        var tasks = await counts.ByVerificationAsync(cancellation);
        return [.. Enum.GetValues<Verification>().Select(standing =>
            new Figure(standing.Word(), here with { Verification = standing }, tasks.GetValueOrDefault((int)standing)))];
    }

    // Tasks, not acts: who was reminded twice is one task.
    private static async Task<IReadOnlyList<Figure>> WeekAsync(CockpitCounts counts, TaskFilter here, DateOnly monday, CancellationToken cancellation)
    {
        var week = here with { Since = monday };
        var acts = await counts.ActsAsync(OfficeTime.StartOf(monday), cancellation);
        return
        [
            new Figure("有办理", week, acts.SelectMany(act => act).Distinct().Count()),
            .. Told.Select(act => new Figure(act.Word(), week with { Changed = act }, acts[act].Distinct().Count())),
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
