using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Documents;

public sealed partial class DocumentsPage
{
    private Actor actor = default!;
    private DocumentFilter filter = new();
    private IReadOnlyList<string> problems = [];
    private IReadOnlyList<JurisdictionRow> jurisdictions = [];
    private DateOnly today;
    private string? done;
    private PageOf<DocumentRow>? page;

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
    private string Cleared => AsOfAddress.Of("/documents", filter.AsOf);

    protected override async Task OnInitializedAsync()
    {
        today = Time.Today();
        done = FlashCookie.Take(Request);
        // The same parameters as the ledger's and the API's; those of tasks alone do not apply.
        (var asked, problems) = TaskFilterReader.Read(Request.Request.Query, today);
        filter = new DocumentFilter { Jurisdiction = asked.Jurisdiction, Q = asked.Q, AsOf = asked.AsOf, Page = asked.Page, PageSize = asked.PageSize };
        actor = await Current.RequireAsync(Request.RequestAborted);
        await using var db = await Databases.CreateDbContextAsync(Request.RequestAborted);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, Request.RequestAborted);
        page = await DocumentListQuery.PageAsync(db, actor, filter, today, Request.RequestAborted);
    }

    private string Tasks(DocumentRow row, string more = "") => AsOfAddress.Of($"/tasks?document={row.Id}{more}", filter.AsOf);
}
