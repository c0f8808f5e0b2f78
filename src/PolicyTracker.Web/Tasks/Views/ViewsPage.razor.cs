using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Departments;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tasks.Views;

/// <summary>视图: keep what the ledger shows, and what was kept.</summary>
public sealed partial class ViewsPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, SavedViewActions actions, NavigationManager navigation, TimeProvider time)
{
    public const string Path = "/tasks/views";

    /// <summary>With the ledger's own address behind it.</summary>
    public const string SavePath = Path + "?save=1";

    private readonly Dictionary<int, string> filters = [];
    private Actor actor = null!;
    private LedgerPlace place = new(new TaskFilter());
    private string words = "";
    private bool isSaving;
    private bool mayShare;
    private int? changing;
    private string? done;
    private FormProblems problems = FormProblems.None;
    private LedgerPreferences? preferences;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm]
    private ViewInput? Input { get; set; }

    private ViewInput Typed => Input ?? new();

    private string Here => isSaving ? place.Within(SavePath) : Path;

    private CancellationToken Leaving => HttpContext.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(Leaving);
        mayShare = SavedViews.MayShare(actor);
        isSaving = HttpContext.Request.Query["save"] == "1";
        place = LedgerPlace.Read(HttpContext.Request.Query, time.Today()).Place;
        done = HttpMethods.IsGet(HttpContext.Request.Method) ? FlashCookie.Take(HttpContext) : null;
        await using var db = await databases.CreateDbContextAsync(Leaving);
        var found = await SavedViewQuery.LoadAsync(db, actor, Leaving);
        words = await WordsAsync(db, place.Filter);
        foreach (var view in found.Views)
        {
            filters[view.Id] = await WordsAsync(db, view.Filter);
        }

        preferences = found;
    }

    private async Task SaveAsync()
    {
        var saved = 0;
        problems = await FormProblems.OfAsync(async () => saved = await actions.SaveAsync(actor, Typed.Read(), Content(place.From), Leaving));
        Leave(LedgerPlace.AddressOf(saved), null);
    }

    private async Task ChangeAsync(SavedViewRow view)
    {
        changing = view.Id;
        problems = await FormProblems.OfAsync(() => actions.ChangeAsync(actor, view.Id, Typed.Read(), Leaving));
        Leave(Here, $"已保存视图“{Typed.Name?.Trim()}”。");
    }

    private async Task ReplaceAsync(SavedViewRow view)
    {
        problems = await FormProblems.OfAsync(() => actions.ReplaceAsync(actor, view.Id, Content(place.From), Leaving));
        Leave(LedgerPlace.AddressOf(view.Id), null);
    }

    private async Task DeleteAsync(SavedViewRow view)
    {
        problems = await FormProblems.OfAsync(() => actions.DeleteAsync(actor, view.Id, Leaving));
        Leave(Here, $"已删除视图“{view.Name}”。");
    }

    private async Task SetDefaultAsync(SavedViewRow view)
    {
        var other = IsDefault(view) ? (int?)null : view.Id;
        problems = await FormProblems.OfAsync(() => actions.SetDefaultAsync(actor, other, Leaving));
        Leave(Here, other is null ? "台账以后打开全部任务。" : $"台账以后先打开“{view.Name}”。");
    }

    private void Leave(string address, string? sentence)
    {
        if (problems != FormProblems.None)
        {
            return;
        }

        if (sentence is not null)
        {
            FlashCookie.Leave(HttpContext, sentence);
        }

        navigation.NavigateTo(address);
    }

    // The columns that were shown: those of the view from which it came, else the person's own.
    private ViewContent Content(int? from) => new(place.Filter, place.Grouping, preferences!.View(from)?.Layout ?? preferences.Layout);

    private bool IsDefault(SavedViewRow view) => preferences!.DefaultViewId == view.Id;

    private string Standing(SavedViewRow view) => string.Join("，", new[]
    {
        view.Owner is { } owner ? $"{view.Jurisdiction}{owner}共享" : view.IsShared ? $"已共享给{view.Jurisdiction}" : "只有我能看到",
        IsDefault(view) ? "我的默认" : null,
    }.OfType<string>());

    private string InWords(SavedViewRow view) => filters[view.Id] + (view.Grouping is { } grouping ? $"；按{grouping.Word()}分组" : "");

    private async Task<string> WordsAsync(TrackerDb db, TaskFilter filter) =>
        LedgerFilterWords.InWords(LedgerFilterWords.Of(filter, await LedgerChoicesQuery.NamedAsync(db, actor, filter, Leaving)));
}

/// <summary>A view as it was filled in.</summary>
public sealed class ViewInput
{
    public string? Name { get; set; }

    public bool IsShared { get; set; }

    public SavedViewForm Read() => new(Name, IsShared);
}
