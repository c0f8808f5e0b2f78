using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Tasks.Views;

/// <summary>列设置: which columns, in which order, how wide; of a view of one's own or of the ledger as such.</summary>
public sealed partial class ColumnsPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, SavedViewActions actions, NavigationManager navigation, TimeProvider time)
{
    public const string Path = "/tasks/columns";

    private Actor actor = null!;
    private LedgerPlace place = new(new TaskFilter());
    private SavedViewRow? view;
    private List<ColumnInput> rows = [];
    private string? refusal;
    private bool isMissing;
    private LedgerPreferences? preferences;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "columns")]
    private ColumnsInput? Input { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        actor = await current.RequireAsync(leaving);
        place = LedgerPlace.Read(HttpContext.Request.Query, time.Today()).Place;
        await using var db = await databases.CreateDbContextAsync(leaving);
        var found = await SavedViewQuery.LoadAsync(db, actor, leaving);
        view = found.View(place.From);
        isMissing = place.From is not null && view is null;
        rows = Input?.Columns ?? ColumnsInput.Of(view?.Layout ?? found.Layout);
        preferences = found;
    }

    private async Task PerformAsync()
    {
        if (Input!.Move(rows))
        {
            return;
        }

        if (Input.Reset == "true")
        {
            rows = ColumnsInput.Of(LedgerLayout.Usual);
            return;
        }

        if (rows.Exists(row => row.HasUnreadableWidth))
        {
            refusal = $"宽度应是{LedgerLayout.Narrowest}到{LedgerLayout.Widest}之间的整数，或者留空。";
            return;
        }

        if (rows.TrueForAll(row => !row.IsShown))
        {
            refusal = "请至少显示一列。";
            return;
        }

        try
        {
            var before = view?.Layout ?? preferences!.Layout;
            await actions.SetLayoutAsync(actor, view?.Id, new LedgerLayout([.. rows.Where(row => row.IsShown).Select(row => row.Read())], before.TitleWidth), HttpContext.RequestAborted);
            navigation.NavigateTo(place.Address);
        }
        catch (RuleException refused) when (refused is not ForbiddenException)
        {
            refusal = refused.Message;
        }
    }
}

/// <summary>All columns as they stood in the form, and which button was pressed.</summary>
public sealed class ColumnsInput
{
    public List<ColumnInput> Columns { get; set; } = [];

    /// <summary>The row that goes up, from 0.</summary>
    public string? Up { get; set; }

    public string? Down { get; set; }

    public string? Reset { get; set; }

    /// <summary>Those that are shown in their order, then the others.</summary>
    public static List<ColumnInput> Of(LedgerLayout layout) =>
    [
        .. layout.Columns.Select(choice => new ColumnInput { Column = choice.Column, IsShown = true, Width = choice.Width?.ToString(CultureInfo.InvariantCulture) }),
        .. Enum.GetValues<TaskColumn>().Except(layout.Columns.Select(choice => choice.Column)).Select(column => new ColumnInput { Column = column }),
    ];

    /// <summary>Whether a row was to be moved; then it is.</summary>
    public bool Move(List<ColumnInput> rows)
    {
        var from = LedgerPlace.Number(Up) ?? LedgerPlace.Number(Down);
        var to = LedgerPlace.Number(Up) is { } up ? up - 1 : LedgerPlace.Number(Down) + 1;
        if (from is not { } moved || to is not { } other || moved >= rows.Count || other < 0 || other >= rows.Count)
        {
            return from is not null;
        }

        (rows[moved], rows[other]) = (rows[other], rows[moved]);
        return true;
    }
}

public sealed class ColumnInput
{
    public TaskColumn Column { get; set; }

    public bool IsShown { get; set; }

    public string? Width { get; set; }

    public bool HasUnreadableWidth => !string.IsNullOrWhiteSpace(Width) && Read().Width is not (>= LedgerLayout.Narrowest and <= LedgerLayout.Widest);

    public ColumnChoice Read() => new(Column, LedgerPlace.Number(Width?.Trim()));
}
