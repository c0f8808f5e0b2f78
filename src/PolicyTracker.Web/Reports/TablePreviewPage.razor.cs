using Microsoft.AspNetCore.Components;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Reports.Tables;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Reports;

/// <summary>核对表格: what an uploaded table would change, what is wrong with it, and the button that takes it.</summary>
public sealed partial class TablePreviewPage(CurrentActor current, LedgerTableImport import, TableDrafts drafts, NavigationManager navigation)
{
    private const int Shown = 200;

    private Actor actor = null!;
    private byte[]? workbook;
    private TablePreview? preview;
    private bool isMissing;
    private string? refusal;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [Parameter]
    public Guid Draft { get; set; }

    [SupplyParameterFromQuery(Name = "jurisdiction")]
    private int? Jurisdiction { get; set; }

    [SupplyParameterFromForm(FormName = "confirm")]
    private string? Reason { get; set; }

    private string Here => $"{LedgerImportPage.Path}/{Draft:N}?jurisdiction={Place}";

    private int Place => Jurisdiction ?? actor.JurisdictionId;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        LedgerTableImport.RequireMayImport(actor);
        workbook = await drafts.ReadAsync(actor.AccountId!.Value, Draft, HttpContext.RequestAborted);
        isMissing = workbook is null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (workbook is not null)
        {
            preview = await import.PreviewAsync(actor, workbook, Place, HttpContext.RequestAborted);
        }
    }

    private async Task ConfirmAsync()
    {
        try
        {
            var taken = await import.ConfirmAsync(actor, workbook!, Place, Reason, HttpContext.RequestAborted);
            drafts.Delete(actor.AccountId!.Value, Draft);
            FlashCookie.Leave(HttpContext, $"已导入：{taken.Summary}。");
            navigation.NavigateTo(LedgerImportPage.Path);
        }
        // Who has no right, any more, is told so by the page for that.
        catch (RuleException refused) when (refused is not ForbiddenException)
        {
            refusal = refused.Message;
            await LoadAsync();
        }
    }
}
