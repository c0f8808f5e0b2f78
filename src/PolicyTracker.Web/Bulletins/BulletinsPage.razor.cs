using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Bulletins;

/// <summary>督查通报: those that the person may read.</summary>
public sealed partial class BulletinsPage(IDbContextFactory<TrackerDb> databases, CurrentActor current)
{
    private Actor actor = null!;
    private BulletinFilter filter = new();
    private IReadOnlyList<JurisdictionRow> jurisdictions = [];
    private IReadOnlyList<int> years = [];
    private BulletinWaiting? waiting;
    private string? done;
    private PageOf<BulletinRow>? page;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "jurisdiction")]
    private string? Jurisdiction { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    private string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? Page { get; set; }

    [SupplyParameterFromQuery(Name = "page-size")]
    private int? PageSize { get; set; }

    private int Chosen => new object?[] { filter.Jurisdiction, filter.Year, filter.State }.Count(one => one is not null);

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        actor = await current.RequireAsync(leaving);
        await using var db = await databases.CreateDbContextAsync(leaving);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, leaving);
        years = await BulletinQuery.YearsAsync(db, actor, leaving);
        waiting = await BulletinQuery.WaitingAsync(db, actor, leaving);
        filter = new BulletinFilter(
            Number(Jurisdiction) is { } id && jurisdictions.Any(place => place.Id == id) ? id : null,
            Number(Year),
            Enum.TryParse<BulletinState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
            Math.Max(1, Page ?? 1),
            Pager.PageSizes.Contains(PageSize ?? 0) ? PageSize!.Value : Pager.PageSizes[0]);
        done = FlashCookie.Take(HttpContext);
        page = await BulletinQuery.PageAsync(db, actor, filter, leaving);
    }

    private static int? Number(string? typed) => int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
