using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Deadlines;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Deadlines;

public sealed partial class DepartmentFeeds(IDbContextFactory<TrackerDb> databases, FeedActions actions, NavigationManager navigation)
{
    private sealed record FeedRow(int Id, string Name, string CreatedBy, DateTimeOffset CreatedAt, string? RevokedBy, DateTimeOffset? RevokedAt);

    // Of those that are no longer in use, the latest.
    private const int MostShown = 30;

    private bool mayManage;
    private List<FeedRow> feeds = [];
    private string? secret;
    private string? refusal;
    private IReadOnlyList<ValidationFailure> errors = [];

    [Parameter, EditorRequired]
    public int DepartmentId { get; set; }

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "new-feed")]
    private FeedInput? Input { get; set; }

    private string Here => $"/departments/{DepartmentId}";

    protected override async Task OnInitializedAsync()
    {
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var path = await db.Departments.Where(d => d.Id == DepartmentId && d.MergedIntoId == null && d.EndedOn == null)
            .Select(d => d.Jurisdiction!.Path).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (path is not null && FeedActions.MayManage(Actor, DepartmentId, path))
        {
            await LoadAsync(db);
            mayManage = true;
        }
    }

    private async Task LoadAsync(TrackerDb db) => feeds = await db.DepartmentFeeds.Where(feed => feed.DepartmentId == DepartmentId)
        .OrderBy(feed => feed.RevokedAt != null).ThenByDescending(feed => feed.Id).Take(MostShown)
        .Select(feed => new FeedRow(feed.Id, feed.Name, feed.CreatedBy, feed.CreatedAt, feed.RevokedBy, feed.RevokedAt))
        .ToListAsync(HttpContext.RequestAborted);

    private Task CreateAsync() => TryAsync(async () =>
    {
        var made = await actions.CreateAsync(Actor, DepartmentId, new FeedForm(Input?.Name), HttpContext.RequestAborted);
        secret = FeedEndpoint.AddressOf(navigation.BaseUri, made);
        HttpContext.Response.Headers.CacheControl = "no-store";
        Input = new();
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        await LoadAsync(db);
    });

    private Task RevokeAsync(int feed) => TryAsync(async () =>
    {
        await actions.RevokeAsync(Actor, DepartmentId, feed, HttpContext.RequestAborted);
        FlashCookie.Leave(HttpContext, "已停用订阅，原来的网址不再能读。");
        navigation.NavigateTo(Here);
    });

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (ValidationException invalid)
        {
            errors = [.. invalid.Errors];
        }
        catch (RuleException refused) when (refused is not ForbiddenException)
        {
            refusal = refused.Message;
        }
    }

    /// <summary>The feed as it was typed.</summary>
    public sealed class FeedInput
    {
        public string? Name { get; set; }
    }
}
