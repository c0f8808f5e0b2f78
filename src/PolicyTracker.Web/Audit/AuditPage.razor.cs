using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Audit;

/// <summary>审计: who did what, and whether the log is whole.</summary>
public sealed partial class AuditPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, AuditVerification verification, AuditLog log)
{
    private Actor actor = null!;
    private AuditFilter filter = new();
    private AuditVerdict? verdict;
    private PageOf<AuditRow>? page;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private string Here => "/audit" + HttpContext.Request.QueryString;

    protected override async Task OnInitializedAsync()
    {
        filter = AuditFilter.Read(HttpContext.Request.Query);
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        page = await AuditListQuery.PageAsync(db, actor, filter, HttpContext.RequestAborted);
    }

    private async Task VerifyAsync()
    {
        if (!actor.Is(AccountRole.Auditor))
        {
            throw new ForbiddenException("只有审计人员可以核验审计记录。");
        }

        var found = await verification.VerifyAsync(HttpContext.RequestAborted);
        await log.WriteAsync(new AuditDraft(
            AuditAction.AuditVerified, Words: found.ToString(), Outcome: found.IsIntact ? AuditOutcome.Done : AuditOutcome.Failed, Who: AuditPerson.Of(actor)));
        verdict = found;
        await LoadAsync();
    }
}
