using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Departments;

/// <summary>辖区 as a tree, and where notices without a place are put into one.</summary>
public sealed partial class JurisdictionsPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, JurisdictionActions jurisdictions, NavigationManager navigation)
{
    private Actor actor = null!;
    private string? done;
    private FormProblems problems = FormProblems.None;
    private IReadOnlyList<UnplacedDocument> unplaced = [];
    private IReadOnlyList<JurisdictionNode>? nodes;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "add-jurisdiction")]
    private JurisdictionInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "place")]
    private PlaceInput? Place { get; set; }

    private string? LevelProblem => problems.Errors.FirstOrDefault(error => error.PropertyName == "Level")?.ErrorMessage;

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(Cancellation);
        RegisterActions.RequireAdministrator(actor);
        if (HttpMethods.IsGet(HttpContext.Request.Method))
        {
            done = FlashCookie.Take(HttpContext);
        }

        await using var db = await databases.CreateDbContextAsync(Cancellation);
        unplaced = await JurisdictionTreeQuery.UnplacedAsync(db, actor, Cancellation);
        nodes = await JurisdictionTreeQuery.AllAsync(db, actor, Cancellation);
    }

    private Task AddAsync() => PerformAsync(async () =>
    {
        var form = new JurisdictionForm(Input?.Parent ?? 0, Input?.Name, Enum.TryParse<JurisdictionLevel>(Input?.Level, out var level) ? level : null, Input?.Code);
        await jurisdictions.AddAsync(actor, form, Cancellation);
        return $"已添加{form.Name}。";
    });

    private Task RenameAsync(int id) => PerformAsync(async () =>
    {
        var name = HttpContext.Request.Form["Rename.Name"].ToString();
        await jurisdictions.RenameAsync(actor, id, name, Cancellation);
        return $"已改名为{name}。";
    });

    private Task MoveAsync() => PerformAsync(async () =>
        $"已归入，{await jurisdictions.MoveDocumentAsync(actor, Place?.Document ?? 0, Place?.Jurisdiction ?? 0, Cancellation)}项任务随文件过去。");

    private async Task PerformAsync(Func<Task<string>> act)
    {
        problems = await FormProblems.OfAsync(async () =>
        {
            FlashCookie.Leave(HttpContext, await act());
            navigation.NavigateTo("/jurisdictions");
        });
        // The fields of a renaming stand in the table, where there is no room for a problem beside them.
        if (Input is null && problems.Errors.Count > 0)
        {
            problems = new([], string.Concat(problems.Errors.Select(error => error.ErrorMessage)));
        }
    }

    public sealed class JurisdictionInput
    {
        public int Parent { get; set; }

        public string? Name { get; set; }

        public string? Level { get; set; }

        public string? Code { get; set; }
    }

    public sealed class PlaceInput
    {
        public int Document { get; set; }

        public int Jurisdiction { get; set; }
    }
}
