using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Api;

namespace PolicyTracker.Web.Accounts;

/// <summary>账号: everybody of the administrator's jurisdiction and below.</summary>
public sealed partial class AccountsPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, TimeProvider time)
{
    private AccountFilter filter = new();
    private DateTimeOffset now;
    private IReadOnlyList<JurisdictionRow> jurisdictions = [];
    private PageOf<AccountRow>? page;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    protected override async Task OnInitializedAsync()
    {
        filter = Read(HttpContext.Request.Query, time.Today());
        now = time.GetUtcNow();
        var actor = await current.RequireAsync(HttpContext.RequestAborted);
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, HttpContext.RequestAborted);
        page = await AccountListQuery.PageAsync(db, actor, filter, now, HttpContext.RequestAborted);
    }

    private static AccountFilter Read(IQueryCollection query, DateOnly today)
    {
        var (shared, _) = TaskFilterReader.Read(query, today);
        return new AccountFilter
        {
            Q = shared.Q,
            Jurisdiction = shared.Jurisdiction,
            Page = shared.Page,
            PageSize = shared.PageSize,
            Role = AccountRole.All.FirstOrDefault(role => role == query["account-role"]),
            Department = query["unit"].ToString().Trim() is { Length: > 0 } unit ? unit : null,
            State = Enum.TryParse<AccountState>(query["state"], out var state) && Enum.IsDefined(state) ? state : null,
        };
    }
}
