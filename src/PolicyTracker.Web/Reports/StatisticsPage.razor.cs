using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Reports.Cockpit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Reports;

/// <summary>统计: where things stand, in one minute and on one sheet of paper.</summary>
public sealed partial class StatisticsPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, TimeProvider time)
{
    private const string Path = "/statistics";
    private const int Few = 8;
    private const int All = 2_000;

    private Actor actor = null!;
    private CockpitFilter asked = new(null);
    private IReadOnlyList<JurisdictionRow> jurisdictions = [];
    private IReadOnlyList<string> problems = [];
    private DateOnly today;

    // Null at the first rendering, before the database has answered.
    private CockpitView? view;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "jurisdiction")]
    private string? Jurisdiction { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "rows")]
    private string? Rows { get; set; }

    private bool IsWhole => Rows == "all";

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        today = time.Today();
        (var asOf, problems) = TaskFilterReader.ReadAsOf(HttpContext.Request.Query, today);
        actor = await current.RequireAsync(leaving);
        await using var db = await databases.CreateDbContextAsync(leaving);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, leaving);
        // The own jurisdiction is what a person reads anyway, with the tasks that the own department has elsewhere.
        var place = int.TryParse(Jurisdiction, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id != actor.JurisdictionId && jurisdictions.Any(j => j.Id == id) ? id : (int?)null;
        asked = new CockpitFilter(place, Enum.TryParse<CockpitOrder>(Sort, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : default, IsWhole ? All : Few) { AsOf = asOf };
        view = await CockpitQuery.LoadAsync(db, actor, asked, today, leaving);
    }

    private static string Address(CockpitFilter asked, bool all) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["jurisdiction"] = asked.Jurisdiction?.ToString(CultureInfo.InvariantCulture),
        ["sort"] = asked.Order == default ? null : asked.Order.ToString().ToLowerInvariant(),
        [AsOfAddress.Name] = asked.AsOf?.Iso(),
        ["rows"] = all ? "all" : null,
    }.Where(pair => pair.Value is not null));
}
