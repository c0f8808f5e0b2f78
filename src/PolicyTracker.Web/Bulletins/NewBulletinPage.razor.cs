using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Departments;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Bulletins;

/// <summary>起草: of which place and which days.</summary>
public sealed partial class NewBulletinPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, BulletinActions actions, NavigationManager navigation, TimeProvider time)
{
    private Actor actor = null!;
    private DateOnly today;
    private DateOnly first;
    private FormProblems problems = FormProblems.None;
    private IReadOnlyList<JurisdictionRow> jurisdictions = [];

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "draft")]
    private DraftInput? Input { get; set; }

    private DraftInput Typed => Input ?? new();

    // 期号 has no field here: that somebody else took it this instant is said above the form.
    private string? Refusal => problems.Refusal ?? problems.Errors.FirstOrDefault(error => error.PropertyName == nameof(BulletinForm.Number))?.ErrorMessage;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        BulletinActions.RequireMayDraft(actor);
        today = time.Today();
        first = new DateOnly(today.Year, today.Month, 1);
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, HttpContext.RequestAborted);
    }

    private async Task DraftAsync()
    {
        var id = 0;
        problems = await FormProblems.OfAsync(async () => id = await actions.DraftAsync(
            actor, new BulletinDraftForm(Typed.Jurisdiction, BulletinAddress.ReadDay(Typed.From), BulletinAddress.ReadDay(Typed.Until)), HttpContext.RequestAborted));
        if (problems == FormProblems.None)
        {
            FlashCookie.Leave(HttpContext, "已起草。数据和附表是系统统计的，文字请您修改后送审。");
            navigation.NavigateTo(BulletinAddress.Edit(id));
        }
    }

    /// <summary>起草 as it was typed.</summary>
    public sealed class DraftInput
    {
        public int? Jurisdiction { get; set; }

        public string? From { get; set; }

        public string? Until { get; set; }
    }
}
