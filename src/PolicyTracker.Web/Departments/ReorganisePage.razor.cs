using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Departments;

/// <summary>机构改革 of one department, or of several with it.</summary>
public sealed partial class ReorganisePage(IDbContextFactory<TrackerDb> databases, CurrentActor current, SuccessionActions successions, NavigationManager navigation)
{
    private Actor actor = null!;
    private bool isMissing;
    private FormProblems problems = FormProblems.None;
    private Department? department;

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "reorganise")]
    private ReorganiseInput? Input { get; set; }

    private ReorganiseInput Typed => Input ?? new() { Predecessors = department?.Name };

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        RegisterActions.RequireAdministrator(actor);
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var found = await db.Departments.AsNoTracking().ReadableBy(actor).SingleOrDefaultAsync(d => d.Id == Id, HttpContext.RequestAborted);
        isMissing = found is null;
        department = found;
    }

    private async Task DecideAsync() => problems = await FormProblems.OfAsync(async () =>
    {
        var isDone = await successions.DecideAsync(actor, Typed.Read(department!.JurisdictionId), HttpContext.RequestAborted);
        FlashCookie.Leave(HttpContext, isDone ? "已登记，未办结的任务和账号已经转到承接单位。" : "已登记，到生效之日自动转过去；在那之前可以撤销。");
        navigation.NavigateTo($"/departments/{Id}");
    });

    /// <summary>机构改革 as it was typed.</summary>
    public sealed class ReorganiseInput
    {
        public string? Predecessors { get; set; }

        public string? Successors { get; set; }

        public string? AddUnknown { get; set; }

        public string? OnlyFirst { get; set; }

        public string? TakesEffectOn { get; set; }

        public string? Words { get; set; }

        public SuccessionForm Read(int jurisdiction) => new(
            jurisdiction, FormProblems.Lines(Predecessors), FormProblems.Lines(Successors),
            DateOnly.TryParseExact(TakesEffectOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Words, OnlyFirst == "true", AddUnknown == "true");
    }
}
