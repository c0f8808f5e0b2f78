using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Home;

/// <summary>首页: what is late, what is due, what waits; for me and for my jurisdiction.</summary>
public sealed partial class HomePage(IDbContextFactory<TrackerDb> databases, CurrentActor current, TimeProvider time)
{
    // Null at the first rendering, before the database has answered.
    private HomeView? view;
    private DateOnly today;
    private bool mayImport;
    private bool isStaff;
    private int waitingNames;
    private BulletinWaiting? bulletins;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private bool IsEmpty =>
        view!.Jurisdiction.Figures.All(figure => figure.Count == 0) && view.Mine?.Figures.All(figure => figure.Count == 0) is not false;

    /// <summary>What does not wait is said in one line, so that what does wait stands higher.</summary>
    private List<string> Nothing => [.. view!.Lists.Where(list => list.Rows.Total == 0).Select(list => list.Nothing)];

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        today = time.Today();
        var actor = await current.RequireAsync(leaving);
        isStaff = actor.DepartmentId is not null;
        mayImport = actor.Is(AccountRole.Administrator);
        await using var db = await databases.CreateDbContextAsync(leaving);
        waitingNames = mayImport ? await WaitingNamesQuery.CountAsync(db, actor, leaving) : 0;
        bulletins = await BulletinQuery.WaitingAsync(db, actor, leaving);
        view = await HomeQuery.LoadAsync(db, actor, today, leaving);
    }
}
