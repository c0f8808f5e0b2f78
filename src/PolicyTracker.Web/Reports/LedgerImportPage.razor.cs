using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Reports.Tables;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Reports;

/// <summary>导入台账表格: the way in.</summary>
public sealed partial class LedgerImportPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, TableDrafts drafts, NavigationManager navigation)
{
    public const string Path = "/ledger-import";

    private Actor actor = null!;
    private bool canRegister;
    private string? done;
    private string? refusal;
    private IReadOnlyList<JurisdictionRow>? jurisdictions;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        actor = await current.RequireAsync(leaving);
        LedgerTableImport.RequireMayImport(actor);
        canRegister = actor.Is(AccountRole.Supervisor);
        done = HttpMethods.IsGet(HttpContext.Request.Method) ? FlashCookie.Take(HttpContext) : null;
        await using var db = await databases.CreateDbContextAsync(leaving);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, leaving);
    }

    private async Task UploadAsync()
    {
        var form = HttpContext.Request.Form;
        try
        {
            var workbook = await ReadAsync(form.Files["table"]);
            // What is no table at all is said here, where another file can be chosen.
            FilledTable.Read(workbook);
            var draft = await drafts.SaveAsync(actor.AccountId!.Value, workbook, HttpContext.RequestAborted);
            var place = int.TryParse(form["jurisdiction"], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && jurisdictions!.Any(j => j.Id == chosen)
                ? chosen
                : actor.JurisdictionId;
            navigation.NavigateTo($"{Path}/{draft:N}?jurisdiction={place.ToString(CultureInfo.InvariantCulture)}");
        }
        catch (RuleException refused)
        {
            refusal = refused.Message;
        }
    }

    private async Task<byte[]> ReadAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            throw new RuleException("请选择要上传的 .xlsx 表格。");
        }

        if (file.Length > TableDrafts.MostBytes)
        {
            throw new RuleException($"表格超过{TableDrafts.MostBytes >> 20}MB，请拆分后再上传。");
        }

        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, HttpContext.RequestAborted);
        return bytes;
    }
}
