using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Documents;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Documents;

/// <summary>Relations of a document, and undo of its import.</summary>
public sealed partial class DocumentTiesView(IDbContextFactory<TrackerDb> databases, CurrentActor current, ImportUndo undo, NavigationManager navigation)
{
    private Actor actor = null!;
    private DocumentTies? ties;
    private string? whyNot;
    private string? done;
    private string? refusal;

    [Parameter, EditorRequired]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private bool IsAdministrator => actor.Is(AccountRole.Administrator);

    private bool IsSupervisor => actor.Is(AccountRole.Supervisor);

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        var found = await DocumentTiesQuery.OfAsync(db, actor, Id, HttpContext.RequestAborted);
        done = HttpMethods.IsGet(HttpContext.Request.Method) ? FlashCookie.Take(HttpContext) : null;
        whyNot = IsAdministrator ? await WhyNotAsync(found.SourceFileId) : null;
        ties = found;
    }

    private async Task<string?> WhyNotAsync(int file)
    {
        try
        {
            return await undo.WhyNotAsync(actor, file, HttpContext.RequestAborted);
        }
        catch (NotFoundException elsewhere)
        {
            return elsewhere.Message;
        }
    }

    private async Task UndoAsync()
    {
        try
        {
            var draft = await undo.UndoAsync(actor, ties!.SourceFileId, HttpContext.RequestAborted);
            FlashCookie.Leave(HttpContext, draft is null ? "已撤销导入，任务都已收回。" : "已撤销导入，任务都已收回。草稿和更正还在，可以接着核对。");
            navigation.NavigateTo(draft is { } id ? $"/import/{id}" : "/documents");
        }
        catch (RuleException refused) when (refused is not ForbiddenException)
        {
            refusal = refused.Message;
        }
    }

    private static string Words(DocumentTie tie) => (tie.Kind, tie.IsLater) switch
    {
        (DocumentRelationKind.NewVersion, true) => "已有新版本",
        (DocumentRelationKind.NewVersion, false) => "是以下文件的新版本",
        (DocumentRelationKind.Annuls, true) => "已被以下文件废止",
        (DocumentRelationKind.Annuls, false) => "废止了以下文件",
    };

    private string WithdrawAddress(DocumentTie later) => AddressFor(later.Kind == DocumentRelationKind.NewVersion
        ? $"新版文件《{later.Title}》不再印出这项任务。"
        : $"文件已被《{later.Title}》{later.DocumentNumber}废止。");

    private string AddressFor(string reason) =>
        $"/tasks/many?act={TaskAct.Withdraw}&document={Id}&scope=all&reason={Uri.EscapeDataString(reason)}";
}
