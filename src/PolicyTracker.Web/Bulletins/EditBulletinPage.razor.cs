using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Departments;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Bulletins;

/// <summary>修改: the words are the supervisor's, the figures stand beside them.</summary>
public sealed partial class EditBulletinPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, BulletinActions actions, NavigationManager navigation)
{
    private Actor actor = null!;
    private BulletinView? view;
    private bool isMissing;
    private string? done;
    private FormProblems problems = FormProblems.None;

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "revise")]
    private BulletinInput? Input { get; set; }

    private BulletinInput Typed => Input ?? BulletinInput.Of(view!);

    /// <summary>After a refusal what was typed can be sent again upon what the other one did.</summary>
    private string Version => (problems.Refusal is null ? Input?.Version : null) ?? view!.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where somebody else saved meanwhile, what differs from what was typed here.</summary>
    private IReadOnlyList<(string Label, string Words)> Others => problems.Refusal is null || Input is null ? [] : Input.DifferencesFrom(BulletinInput.Of(view!));

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        BulletinActions.RequireMayDraft(actor);
        done = HttpMethods.IsGet(HttpContext.Request.Method) ? FlashCookie.Take(HttpContext) : null;
        var found = await LoadAsync();
        isMissing = found is null;
        if (found is not null && !found.Possible.Contains(BulletinAct.Revise) && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            FlashCookie.Leave(HttpContext, LifeOfABulletin.WhyNot(BulletinAct.Revise, found.State));
            navigation.NavigateTo(BulletinAddress.Of(Id));
            return;
        }

        view = found;
    }

    private async Task<BulletinView?> LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        return await BulletinQuery.FindAsync(db, actor, Id, HttpContext.RequestAborted);
    }

    private async Task ReviseAsync()
    {
        problems = await FormProblems.OfAsync(() => actions.ReviseAsync(actor, Id, Typed.Read(), HttpContext.RequestAborted));
        if (problems.Refusal is not null)
        {
            view = await LoadAsync();
        }

        if (problems != FormProblems.None)
        {
            return;
        }

        FlashCookie.Leave(HttpContext, "已保存。");
        navigation.NavigateTo(
            Typed.Then == nameof(BulletinAct.Submit) ? BulletinAddress.Act(Id, BulletinAct.Submit)
            : Typed.Then == nameof(BulletinAct.Recount) ? BulletinAddress.Recount(Id)
            : BulletinAddress.Edit(Id));
    }
}
