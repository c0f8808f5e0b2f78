using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Api;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Documents;

/// <summary>时间轴: the tasks of a document from their start to their deadline, with what is done of them.</summary>
public sealed partial class TimelinePage(IDbContextFactory<TrackerDb> databases, CurrentActor current, TimeProvider time)
{
    private Timeline? timeline;
    private TimelineScale scale = default!;
    private DateOnly today;
    private DateOnly? asOf;
    private IReadOnlyList<string> problems = [];
    private bool byDeadline;

    // Before that, nothing is shown: a page is first drawn while its query still runs.
    private bool looked;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private DateOnly Day => asOf ?? today;

    private string Document => AsOfAddress.Of($"/documents/{Id}", asOf);

    // Those without a deadline last.
    private IEnumerable<TimelineTask> Sorted => byDeadline ? timeline!.Tasks.OrderBy(task => task.DueOn ?? DateOnly.MaxValue) : timeline!.Tasks;

    public static string AddressOf(int document) => $"/documents/{document}/timeline";

    protected override async Task OnInitializedAsync()
    {
        today = time.Today();
        (asOf, problems) = TaskFilterReader.ReadAsOf(HttpContext.Request.Query, today);
        byDeadline = Sort == "due";
        var actor = await current.RequireAsync(HttpContext.RequestAborted);
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var found = await TimelineQuery.FindAsync(KnownTasks.On(db, asOf), actor, Id, Day, HttpContext.RequestAborted);
        if (found is not null)
        {
            scale = TimelineScale.Of(found, Day);
        }

        looked = true;
        timeline = found;
    }

    private string Sorting(DateOnly? day, bool due) => AsOfAddress.Of(due ? $"{AddressOf(Id)}?sort=due" : AddressOf(Id), day);

    private DateOnly? From(TimelineTask task) => task.Plan.From ?? timeline!.DatedOn;

    // In parts that stay whole where a line breaks.
    private string[] PlanOf(TimelineTask task) => (From(task), task.DueOn) switch
    {
        ({ } from, { } due) when from < due => [$"{from.Chinese()}—", due.Chinese()],
        (_, { } due) => [$"{due.Chinese()}前"],
        ({ } from, null) => [$"{from.Chinese()}起，", task.DeadlineRaw ?? "未写明期限"],
        (null, null) => [task.DeadlineRaw ?? "未写明期限"],
    };

    // Razor takes an element named text for its own.
    private RenderFragment Label(DateOnly day, string words) => (RenderTreeBuilder builder) =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", scale.At(day));
        builder.AddAttribute(2, "y", "70%");
        builder.AddAttribute(3, "dx", "4");
        builder.AddContent(4, words);
        builder.CloseElement();
    };
}
