using System.Globalization;
using Microsoft.AspNetCore.Components;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Departments;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Bulletins;

/// <summary>重新统计: shows what would change before anything does.</summary>
public sealed partial class RecountPage(CurrentActor current, BulletinActions actions, NavigationManager navigation)
{
    private Actor actor = null!;
    private BulletinRecount? anew;
    private FormProblems problems = FormProblems.None;

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")]
    private string? Until { get; set; }

    [SupplyParameterFromForm(FormName = "recount")]
    private RecountInput? Input { get; set; }

    private BulletinPeriod? Asked => BulletinAddress.ReadDay(From) is { } from && BulletinAddress.ReadDay(Until) is { } until ? new(from, until) : null;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        BulletinRecount? found = null;
        problems = await FormProblems.OfAsync(async () => found = await actions.RecountedAsync(actor, Id, Asked, HttpContext.RequestAborted));
        anew = found;
    }

    private async Task RecountAsync()
    {
        var input = Input ?? new();
        problems = await FormProblems.OfAsync(() => actions.RecountAsync(actor, Id, new RecountForm
        {
            Version = uint.TryParse(input.Version, CultureInfo.InvariantCulture, out var seen) ? seen : null,
            From = anew?.Period.From,
            Until = anew?.Period.Until,
            ReplaceOverview = input.ReplaceOverview,
            ReplaceProblems = input.ReplaceProblems,
            ReplaceNextSteps = input.ReplaceNextSteps,
        }, HttpContext.RequestAborted));
        if (problems == FormProblems.None)
        {
            FlashCookie.Leave(HttpContext, "已换成新的统计。");
            navigation.NavigateTo(BulletinAddress.Edit(Id));
        }
    }

    private static string Shown(string count) => count.Length == 0 ? "无" : count;

    private static IEnumerable<(string Field, string Label, string Now, string Proposed, bool IsTyped)> Parts(BulletinRecount recount)
    {
        var (now, before, proposed) = (recount.Text, recount.ProposedBefore, recount.Proposed);
        yield return (nameof(RecountForm.ReplaceOverview), "总体情况", now.Overview, proposed.Overview, now.Overview != before.Overview);
        yield return (nameof(RecountForm.ReplaceProblems), "存在问题", now.Problems, proposed.Problems, now.Problems != before.Problems);
        yield return (nameof(RecountForm.ReplaceNextSteps), "下步要求", now.NextSteps, proposed.NextSteps, now.NextSteps != before.NextSteps);
    }

    /// <summary>What the person ticked.</summary>
    public sealed class RecountInput
    {
        public string? Version { get; set; }

        public bool ReplaceOverview { get; set; }

        public bool ReplaceProblems { get; set; }

        public bool ReplaceNextSteps { get; set; }
    }
}
