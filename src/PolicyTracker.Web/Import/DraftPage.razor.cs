using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Import;

/// <summary>核对: one draft, whatever has become of it.</summary>
public sealed partial class DraftPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, ImportUndo undo, NavigationManager navigation)
{
    private sealed record Draft(string FileName, DraftState State, string Message, string? WorkedBy, DateTimeOffset? WorkedAt, int? SourceFileId);

    private Actor actor = null!;
    private Draft? draft;
    private bool looked;
    private IReadOnlyList<RecentDocument> documents = [];
    private string? whyNot;
    private string? done;
    private string? refusal;

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private string Here => $"/import/{Id}";

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        done = HttpMethods.IsGet(HttpContext.Request.Method) ? FlashCookie.Take(HttpContext) : null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var found = await db.ImportDrafts.VisibleTo(actor).Where(d => d.Id == Id)
            .Select(d => new Draft(d.FileName, d.State, d.Message ?? "", d.WorkedBy, d.WorkedAt, d.SourceFileId))
            .SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (found?.SourceFileId is { } file)
        {
            documents = await RecentImportsQuery.DocumentsAsync(db, actor, file, HttpContext.RequestAborted);
            whyNot = documents.Count == 0 ? "这次导入的文件不在您的查看范围之内。" : await undo.WhyNotAsync(actor, file, HttpContext.RequestAborted);
        }

        looked = true;
        draft = found;
    }

    private async Task UndoAsync()
    {
        try
        {
            await undo.UndoAsync(actor, draft!.SourceFileId!.Value, HttpContext.RequestAborted);
            FlashCookie.Leave(HttpContext, "已撤销导入，任务都已收回。草稿和更正还在，可以接着核对。");
            navigation.NavigateTo(Here);
        }
        catch (RuleException refused) when (refused is not ForbiddenException)
        {
            refusal = refused.Message;
        }
    }
}
