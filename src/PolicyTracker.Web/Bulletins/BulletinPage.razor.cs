using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Departments;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Bulletins;

/// <summary>督查通报 as it is read, and what this person can do with it.</summary>
public sealed partial class BulletinPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, BulletinActions actions, NavigationManager navigation)
{
    private Actor actor = null!;
    private BulletinView? view;
    private bool isMissing;
    private BulletinAct? chosen;
    private string? done;
    private FormProblems problems = FormProblems.None;

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "act")]
    private string? Act { get; set; }

    [SupplyParameterFromForm(FormName = "act")]
    private ActInput? Input { get; set; }

    private BulletinAct? Asked => Enum.TryParse<BulletinAct>(Act, ignoreCase: true, out var act) && IsDoneHere(act) ? act : null;

    private List<BulletinAct> Acts => [.. view!.Possible.Where(IsDoneHere)];

    private string Version => (problems.Refusal is null ? Input?.Version : null) ?? view!.Version.ToString(CultureInfo.InvariantCulture);

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        done = HttpMethods.IsGet(HttpContext.Request.Method) ? FlashCookie.Take(HttpContext) : null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var found = await BulletinQuery.FindAsync(db, actor, Id, HttpContext.RequestAborted);
        isMissing = found is null;
        // What is grave is chosen by hand.
        chosen = found?.Possible.Where(IsDoneHere).Where(act => act == Asked || (Asked is null && !IsGrave(act))).Select(act => (BulletinAct?)act).FirstOrDefault();
        view = found;
    }

    private async Task ActAsync()
    {
        if (Asked is not { } act)
        {
            return;
        }

        problems = await FormProblems.OfAsync(() => PerformAsync(act, Input ?? new()));
        if (problems == FormProblems.None)
        {
            FlashCookie.Leave(HttpContext, Done(act));
            navigation.NavigateTo(BulletinAddress.Of(Id));
        }
        else if (problems.Refusal is not null)
        {
            await LoadAsync();
        }
    }

    private Task PerformAsync(BulletinAct act, ActInput input)
    {
        uint? seen = uint.TryParse(input.Version, CultureInfo.InvariantCulture, out var version) ? version : null;
        var (remark, reason) = (new RemarkForm { Words = input.Words, Version = seen }, new ReasonForm { Reason = input.Reason?.Trim(), Version = seen });
        return act switch
        {
            BulletinAct.Submit => actions.SubmitAsync(actor, Id, remark, HttpContext.RequestAborted),
            BulletinAct.Approve => actions.ApproveAsync(actor, Id, remark, HttpContext.RequestAborted),
            BulletinAct.Issue => actions.IssueAsync(actor, Id, remark, HttpContext.RequestAborted),
            BulletinAct.Return => actions.ReturnAsync(actor, Id, reason, HttpContext.RequestAborted),
            BulletinAct.Withdraw => actions.WithdrawAsync(actor, Id, reason, HttpContext.RequestAborted),
            BulletinAct.Draft or BulletinAct.Revise or BulletinAct.Recount => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    // The others have pages of their own.
    private static bool IsDoneHere(BulletinAct act) => act is BulletinAct.Submit or BulletinAct.Approve or BulletinAct.Issue or BulletinAct.Return or BulletinAct.Withdraw;

    // And not without a reason.
    private static bool IsGrave(BulletinAct act) => act is BulletinAct.Return or BulletinAct.Withdraw;

    private string Hint(BulletinAct act) => act switch
    {
        BulletinAct.Submit => "送审以后不能再修改，领导会收到消息。",
        BulletinAct.Approve => "批准以后由督查人员印发。",
        BulletinAct.Return => "退回以后督查人员可以修改、重新送审。",
        BulletinAct.Issue => "印发以后内容不再变动，能查看本辖区的人员都可以看到。",
        BulletinAct.Withdraw => view!.IssuedOn is null ? "草稿撤回以后不再使用，期号可以另用。" : "撤回以后通报仍可以查看，但会标明已撤回和理由。",
        BulletinAct.Draft or BulletinAct.Revise or BulletinAct.Recount => "",
    };

    private static string Done(BulletinAct act) => act switch
    {
        BulletinAct.Submit => "已送审。领导批准或退回以后，您会收到消息。",
        BulletinAct.Approve => "已批准。督查人员会收到消息，由他们印发。",
        BulletinAct.Return => "已退回。督查人员会收到消息。",
        BulletinAct.Issue => "已印发。",
        BulletinAct.Withdraw => "已撤回。",
        BulletinAct.Draft or BulletinAct.Revise or BulletinAct.Recount => "",
    };

    /// <summary>An act as it was typed.</summary>
    public sealed class ActInput
    {
        public string? Version { get; set; }

        public string? Words { get; set; }

        public string? Reason { get; set; }
    }
}
