using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Tasks;

namespace PolicyTracker.Web.Deadlines;

/// <summary>日历: what falls due on which day of a month, or in which month of a year.</summary>
public sealed partial class CalendarPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, TimeProvider time)
{
    private LedgerChoices choices = new([], [], []);
    private List<string> problems = [];
    private string? feedHref;

    // Null at the first rendering, before the database has answered.
    private CalendarView? view;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private CalendarPeriod Current => view!.Period.Month is null ? new(view.Day.Year, null) : CalendarPeriod.MonthOf(view.Day);

    // From a year to a month: that of the day, else the first.
    private CalendarPeriod MonthShown => view!.Period.Month is not null ? view.Period
        : view.Period.Year == view.Day.Year ? CalendarPeriod.MonthOf(view.Day)
        : view.Period with { Month = 1 };

    private int Chosen => new[] { view!.Filter.Jurisdiction, view.Filter.Department, view.Filter.Document }.Count(chosen => chosen is not null);

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        var today = time.Today();
        var (asked, unread) = TaskFilterReader.Read(HttpContext.Request.Query, today);
        problems = [.. unread];
        var filter = new TaskFilter { Jurisdiction = asked.Jurisdiction, Department = asked.Department, Document = asked.Document, AsOf = asked.AsOf };
        var period = Period(filter.DayOf(today));
        var actor = await current.RequireAsync(leaving);
        await using var db = await databases.CreateDbContextAsync(leaving);
        choices = await LedgerChoicesQuery.LoadAsync(db, actor, filter, leaving);
        feedHref = await FeedHrefAsync(db, actor, filter.Department ?? actor.DepartmentId, leaving);
        var counts = await DeadlineCounts.OfAsync(db, actor, filter with { DueFrom = period.First, DueTo = period.Last }, today, leaving);
        view = new CalendarView(period, filter, today, counts);
    }

    private CalendarPeriod Period(DateOnly day)
    {
        var query = HttpContext.Request.Query;
        if (query["month"].Count + query["year"].Count == 0)
        {
            return CalendarPeriod.MonthOf(day);
        }

        if (CalendarPeriod.Read(query["month"], query["year"]) is { } period)
        {
            return period;
        }

        problems.Add($"月份应写成 2026-11、年份应写成 2026，在{CalendarPeriod.FirstYear}年到{CalendarPeriod.LastYear}年之间。下面是{(day == time.Today() ? "本月" : "当月")}。");
        return CalendarPeriod.MonthOf(day);
    }

    private static async Task<string?> FeedHrefAsync(TrackerDb db, Actor actor, int? departmentId, CancellationToken cancellation)
    {
        var department = await db.Departments.ReadableBy(actor).Where(d => d.Id == departmentId && d.MergedIntoId == null && d.EndedOn == null)
            .Select(d => new { d.Id, d.Jurisdiction!.Path }).SingleOrDefaultAsync(cancellation);
        return department is not null && FeedActions.MayManage(actor, department.Id, department.Path) ? $"/departments/{department.Id}#feeds" : null;
    }
}
