using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Import;

/// <summary>
/// What is shown and where the person is; what the draft says is <see cref="DraftSession"/>'s. Corrections stand in
/// DraftDesk.Corrections.cs.
/// </summary>
public sealed partial class DraftDesk(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, DraftConfirmation confirmation, NavigationManager navigation, IJSRuntime script, TimeProvider time)
{
    private DraftSession? session;
    private bool looked;
    private int shown;
    private int index;
    private TaskInput? editing;
    private DocumentInput? editingDocument;
    private DraftSummary? summary;
    private bool showsHelp;
    private string? problem;
    private string? nameProblem;
    private string announcement = "";
    private IReadOnlyList<string> knownUnits = [];
    private IReadOnlyList<(int Id, string Name)> places = [];
    private int knownPlace;

    [Parameter, EditorRequired]
    public int Id { get; set; }

    private DraftDocument Shown => session!.Notice.Documents.FirstOrDefault(document => document.Key == shown) ?? session.Notice.Documents[0];

    private int At => Math.Min(index, session!.Doubts.Count - 1);

    private Doubt? Current => session!.Doubts.Count == 0 ? null : session.Doubts[At];

    private int? CurrentLine => Current?.Document == Shown.Key ? Current.Line : null;

    private string? LastStep => session!.Steps is [.., var last] ? $"{last.By}：{last.Words}" : null;

    private int DoubtsOf(int document) => session!.Doubts.Count(doubt => doubt.Document == document);

    private int TaskDoubts(int task) => session!.Doubts.Count(doubt => doubt.Task == task);

    protected override async Task OnInitializedAsync()
    {
        var by = await current.RequireAsync();
        session = await DraftSession.OpenAsync(databases, time, by, Id);
        looked = true;
        if (session is not null)
        {
            await using var db = await databases.CreateDbContextAsync();
            places = [.. (await db.Jurisdictions.Where(j => j.Path.StartsWith(by.JurisdictionPath)).OrderBy(j => j.Path).Select(j => new { j.Id, j.Name }).ToListAsync()).Select(j => (j.Id, j.Name))];
            await GoToDoubtAsync();
        }
    }

    private async Task Move(int by)
    {
        if (session!.Doubts.Count > 0)
        {
            index = (At + by + session.Doubts.Count) % session.Doubts.Count;
            await GoToDoubtAsync();
        }
    }

    private async Task Pick(int at)
    {
        index = at;
        await GoToDoubtAsync();
    }

    private Task Show(int document)
    {
        shown = document;
        return LearnUnitsAsync();
    }

    private async Task GoToDoubtAsync()
    {
        nameProblem = null;
        shown = Current?.Document is { } document and not 0 ? document : Shown.Key;
        announcement = Current is { } doubt ? $"{doubt.Kind.Word()}：{doubt.Message}" : "全部核对完了，可以确认导入。";
        await LearnUnitsAsync();
    }

    // What a unit's field offers: the names of the document's jurisdiction.
    private async Task LearnUnitsAsync()
    {
        if (session!.Standing[Shown].Place.Id is var place && place == knownPlace)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync();
        knownPlace = place;
        knownUnits = await db.Departments.Where(d => d.JurisdictionId == place).OrderBy(d => d.OrganRank).ThenBy(d => d.Name).Select(d => d.Name).ToListAsync();
    }

    private Task UndoAsync() => RunAsync(async by =>
    {
        var undone = session!.Steps.Count > 0 ? session.Steps[^1].Words : "";
        await session.UndoAsync(by);
        announcement = $"已撤销：{undone}";
    });

    private Task RedoAsync() => RunAsync(by => session!.RedoAsync(by));

    private Task SummarizeAsync() => RunAsync(async _ =>
    {
        editing = null;
        summary = await confirmation.SummaryAsync(session!);
    });

    private Task ConfirmAsync() => RunAsync(async by =>
    {
        await confirmation.ConfirmAsync(by, Id, session!.Revision);
        navigation.NavigateTo($"/import/{Id}", forceLoad: true);
    });

    /// <summary>What somebody else did first is shown, and what was typed stays where it is.</summary>
    private async Task<bool> RunAsync(Func<Core.Accounts.Actor, Task> act)
    {
        (problem, nameProblem) = (null, null);
        var by = await current.RequireAsync();
        try
        {
            await act(by);
            return true;
        }
        catch (StaleException stale)
        {
            problem = stale.Message;
            await ReloadAsync(by);
        }
        catch (RuleException rule) when (rule is not ForbiddenException)
        {
            problem = rule.Message;
        }
        finally
        {
            await GoToDoubtAsync();
        }

        return false;
    }

    private async Task ReloadAsync(Core.Accounts.Actor by)
    {
        try
        {
            await session!.ReloadAsync(by);
        }
        catch (RuleException gone)
        {
            problem = gone.Message;
        }
    }
}
