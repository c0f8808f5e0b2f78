using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tasks;

/// <summary>任务: the printed words, who answers for them, and what has been done; a supervisor verifies the progress here.</summary>
public sealed partial class TaskPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, TaskActions actions, NavigationManager navigation, TimeProvider time)
{
    private Actor actor = null!;
    // Null at the first rendering, before the database has answered, and where there is no such task.
    private TaskView? view;
    private bool isMissing;
    private bool mayVerify;
    private TaskNeighbours neighbours = new(null, null);
    private LightSignal light = null!;
    private DateOnly today;
    private string? done;
    private string? refusal;
    private IReadOnlyList<ValidationFailure> errors = [];

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "verify-progress")]
    private VerifyProgressInput? Input { get; set; }

    private string SeenVersion => view!.Row.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Kept while it is wrong; nothing before anything was typed.</summary>
    private VerifyProgressInput Typed => Input ?? new();

    /// <summary>After a refusal the page shows what the other one did, and what was typed can be sent again upon that.</summary>
    private string Version => refusal is null ? Typed.Version ?? SeenVersion : SeenVersion;

    private string? WhyNotVerified => view!.Row.State switch
    {
        TaskState.Draft => "任务尚未交办，还不能核实进度：文件没有写明由谁负责，或者印出的单位还没有对应到单位名录。交办给责任单位以后，可以在这里核实。",
        TaskState.Completed or TaskState.Suspended or TaskState.Withdrawn => $"任务{view.Row.State.Word()}，不再核实进度。",
        TaskState.Assigned or TaskState.InProgress or TaskState.InReview => null,
    };

    protected override async Task OnInitializedAsync()
    {
        today = time.Today();
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        mayVerify = actor.Is(AccountRole.Supervisor);
        await LoadAsync();
        if (HttpMethods.IsGet(HttpContext.Request.Method))
        {
            done = FlashCookie.Take(HttpContext);
        }
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var found = await TaskPageQuery.FindAsync(db, actor, Id, today, HttpContext.RequestAborted);
        if (found is null)
        {
            isMissing = true;
            return;
        }

        neighbours = await TaskNeighbours.OfAsync(db, actor, Id, HttpContext.RequestAborted);
        light = found.Row.LightOn(today);
        // The last of all: how much has been read when the page is first rendered depends on how quick the database is.
        view = found;
    }

    private async Task VerifyAsync()
    {
        try
        {
            var form = Typed.Read();
            await actions.VerifyProgressAsync(actor, Id, form, HttpContext.RequestAborted);
            FlashCookie.Leave(HttpContext, $"已核实进度：{form.Percent}%。");
            navigation.NavigateTo($"/tasks/{Id}#verify");
        }
        catch (ValidationException invalid)
        {
            errors = [.. invalid.Errors];
        }
        catch (RuleException refused)
        {
            refusal = refused.Message;
            await LoadAsync();
        }
    }
}
