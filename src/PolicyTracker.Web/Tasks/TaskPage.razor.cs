using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Evidence;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Tasks.Acts;

namespace PolicyTracker.Web.Tasks;

/// <summary>任务: the printed words, who answers for them, what has been done, and what this person can do next.</summary>
public sealed partial class TaskPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, TaskActions actions, EvidenceStore store, NavigationManager navigation, TimeProvider time)
{
    /// <summary>Of one form with its files.</summary>
    public const long MostBytes = 4 * EvidenceStore.MostBytes;

    private Actor actor = null!;
    // Null at the first rendering, before the database has answered, and where there is no such task.
    private TaskView? view;
    private bool isMissing;

    // 查看日期 lies before the day on which the portal learned of it.
    private bool isLater;
    private IReadOnlyList<TaskAct> acts = [];
    private IReadOnlyList<UnitName> known = [];
    private TaskAct? chosen;
    private GapSignal gap = null!;
    private TaskNeighbours neighbours = new(null, null);
    private LightSignal light = null!;
    private DateOnly today;
    private DateOnly? asOf;
    private IReadOnlyList<string> problems = [];
    private string? done;
    private string? refusal;
    private IReadOnlyList<ValidationFailure> errors = [];

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    /// <summary>Which act's form is open; without it the one that the person most likely came for.</summary>
    [SupplyParameterFromQuery(Name = "act")]
    private string? Act { get; set; }

    [SupplyParameterFromForm(FormName = "act")]
    private ActInput? Input { get; set; }

    /// <summary>The act that the address names; null when it names none that the page of a task knows.</summary>
    private TaskAct? Asked => Enum.TryParse<TaskAct>(Act, ignoreCase: true, out var act) && LifeOfATask.Rules.Any(rule => rule.Act == act) ? act : null;

    private string Present => $"/tasks/{Id}";

    private DateOnly Day => asOf ?? today;

    private string SeenVersion => view!.Row.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Kept while it is wrong; before anything was typed, only what is there already.</summary>
    private ActInput Typed => Input ?? new()
    {
        Units = [.. view!.Row.Responsibilities.Where(unit => unit.DepartmentId is not null)
            .Select(unit => new UnitInput { Name = known.FirstOrDefault(name => name.Id == unit.DepartmentId)?.Shown ?? unit.Name, Role = unit.Role.ToString() })],
    };

    /// <summary>After a refusal the page shows what the other one did, and what was typed can be sent again upon that.</summary>
    private string Version => refusal is null ? Input?.Version ?? SeenVersion : SeenVersion;

    protected override async Task OnInitializedAsync()
    {
        today = time.Today();
        (asOf, problems) = TaskFilterReader.ReadAsOf(HttpContext.Request.Query, today);
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        await LoadAsync();
        if (HttpMethods.IsGet(HttpContext.Request.Method))
        {
            done = FlashCookie.Take(HttpContext);
        }
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var tasks = KnownTasks.On(db, asOf);
        var found = await TaskPageQuery.FindAsync(tasks, actor, Id, Day, HttpContext.RequestAborted);
        if (found is null)
        {
            isLater = asOf is not null && await db.Tasks.ReadableBy(actor).AnyAsync(task => task.Id == Id, HttpContext.RequestAborted);
            isMissing = !isLater;
            return;
        }

        neighbours = await TaskNeighbours.OfAsync(tasks, actor, Id, HttpContext.RequestAborted);
        light = found.Row.LightOn(Day);
        gap = found.Row.GapOn(Day);
        acts = ActDesk.Sensible(found);
        // A form that was sent is answered by its own act, possible or not.
        chosen = Asked is { } asked && (acts.Contains(asked) || HttpMethods.IsPost(HttpContext.Request.Method)) ? asked : ActDesk.Likely(found, actor);
        known = chosen is TaskAct.Assign or TaskAct.Change ? await UnitName.ForAsync(db, found.Row.JurisdictionId, HttpContext.RequestAborted) : [];
        // The last of all: how much has been read when the page is first rendered depends on how quick the database is.
        view = found;
    }

    private async Task ActAsync()
    {
        if (Asked is not { } act)
        {
            refusal = "不知道要办理什么，请从上面选择。";
            return;
        }

        try
        {
            var input = Input ?? new();
            await actions.RequireRightAsync(act, actor, Id, HttpContext.RequestAborted);
            await ActDesk.PerformAsync(actions, act, actor, Id, input, await StoreAsync(act), known, HttpContext.RequestAborted);
            FlashCookie.Leave(HttpContext, ActWords.Of(act).Done);
            navigation.NavigateTo($"/tasks/{Id}#act");
        }
        catch (ValidationException invalid)
        {
            (chosen, errors) = (act, [.. invalid.Errors]);
        }
        // Who has no right, any more, is told so by the page for that, and the audit log takes note.
        catch (RuleException refused) when (refused is not ForbiddenException)
        {
            refusal = refused.Message;
            await LoadAsync();
        }
    }

    private async Task<IReadOnlyList<StoredEvidence>> StoreAsync(TaskAct act)
    {
        var stored = new List<StoredEvidence>();
        if (act is TaskAct.ReportProgress or TaskAct.RequestCompletion)
        {
            foreach (var file in HttpContext.Request.Form.Files)
            {
                await using var content = file.OpenReadStream();
                stored.Add(await store.SaveAsync(new NewEvidence(file.FileName, content), HttpContext.RequestAborted));
            }
        }

        return stored;
    }
}
