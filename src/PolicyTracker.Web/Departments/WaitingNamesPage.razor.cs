using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Parsing;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Departments;

/// <summary>待认定的单位名称: one click says what a printed name means, for all tasks of its jurisdiction.</summary>
public sealed partial class WaitingNamesPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, RegisterActions register, NavigationManager navigation)
{
    private Actor actor = null!;
    private string? done;
    private FormProblems problems = FormProblems.None;
    private IReadOnlyList<LateDecision> lately = [];
    private IReadOnlyList<WaitingName>? names;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "waiting")]
    private WaitingInput? Input { get; set; }

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(Cancellation);
        RegisterActions.RequireAdministrator(actor);
        if (HttpMethods.IsGet(HttpContext.Request.Method))
        {
            done = FlashCookie.Take(HttpContext);
        }

        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(Cancellation);
        lately = await LateDecision.ListAsync(db, actor, Cancellation);
        names = await WaitingNamesQuery.ListAsync(db, actor, null, Cancellation);
    }

    private async Task DecideAsync()
    {
        problems = await FormProblems.OfAsync(async () => FlashCookie.Leave(HttpContext, await PerformAsync()));
        if (problems == FormProblems.None)
        {
            navigation.NavigateTo("/departments/waiting");
            return;
        }

        await LoadAsync();
    }

    private async Task<string> PerformAsync()
    {
        if (int.TryParse(Input?.Undo, CultureInfo.InvariantCulture, out var decision))
        {
            return $"已撤销，“{await register.UndoAsync(actor, decision, Cancellation)}”重新等待认定。";
        }

        var choice = NameChoice.Read(Input?.Choice) ?? throw new RuleException("没有看清您的选择，请重新点一次。");
        var applied = choice.Kind switch
        {
            NameChoiceKind.Use => await register.UseAsync(actor, choice.JurisdictionId, choice.PrintedName, choice.DepartmentId, Cancellation),
            NameChoiceKind.Make => await register.MakeAsync(actor, choice.JurisdictionId, choice.PrintedName, DepartmentKind.Department, Cancellation),
            NameChoiceKind.MakeGroup => await register.MakeAsync(actor, choice.JurisdictionId, choice.PrintedName, DepartmentKind.Group, Cancellation),
            NameChoiceKind.Other => await register.UseAsync(actor, choice.JurisdictionId, choice.PrintedName, await NamedAsync(choice), Cancellation),
        };
        return $"“{choice.PrintedName}”已认定为{applied.Department}，对应了{applied.Tasks}项任务{(applied.IsRemembered ? "，以后的文件会自动认出" : "")}。";
    }

    // Typed by hand: a department of the place, by any of its names.
    private async Task<int> NamedAsync(NameChoice choice)
    {
        var typed = HttpContext.Request.Form[choice.FieldName].ToString();
        await using var db = await databases.CreateDbContextAsync(Cancellation);
        return (string.IsNullOrWhiteSpace(typed) ? null : await DepartmentByName.FindAsync(db, choice.JurisdictionId, typed, Cancellation))
            ?? throw new RuleException(string.IsNullOrWhiteSpace(typed) ? $"请写明“{choice.PrintedName}”是哪个单位。" : $"名录中没有“{typed}”，请核对名称（简称也可以）。");
    }

    public sealed class WaitingInput
    {
        public string? Choice { get; set; }

        public string? Undo { get; set; }
    }
}
