using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Departments;

public sealed partial class DepartmentsPage
{
    private DepartmentFilter filter = new();
    private IReadOnlyList<string> problems = [];
    private IReadOnlyList<JurisdictionRow> jurisdictions = [];
    private int? waiting;
    private DateOnly today;
    private PageOf<DepartmentRow>? page;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private IDbContextFactory<TrackerDb> Databases { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext Request { get; set; } = default!;

    private int Chosen => (filter.Jurisdiction is null ? 0 : 1) + (filter.Q is null ? 0 : 1);

    // 清除 takes the filter away and keeps the day.
    private string Cleared => AsOfAddress.Of("/departments", filter.AsOf);

    protected override async Task OnInitializedAsync()
    {
        today = Time.Today();
        (var asked, problems) = TaskFilterReader.Read(Request.Request.Query, today);
        filter = new DepartmentFilter { Jurisdiction = asked.Jurisdiction, Q = asked.Q, AsOf = asked.AsOf, Page = asked.Page, PageSize = asked.PageSize };
        var actor = await Current.RequireAsync(Request.RequestAborted);
        await using var db = await Databases.CreateDbContextAsync(Request.RequestAborted);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, Request.RequestAborted);
        waiting = actor.Is(AccountRole.Administrator) && filter.AsOf is null ? await WaitingNamesQuery.CountAsync(db, actor, Request.RequestAborted) : null;
        page = await DepartmentListQuery.PageAsync(db, actor, filter, today, Request.RequestAborted);
    }

    private string Tasks(DepartmentRow row, string more = "") => AsOfAddress.Of($"/tasks?department={row.Id}{more}", filter.AsOf);
}
