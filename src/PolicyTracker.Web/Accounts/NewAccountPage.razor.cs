using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Web.Accounts;

/// <summary>新建账号: its password is shown once, in the answer to the form and nowhere else.</summary>
public sealed partial class NewAccountPage(IDbContextFactory<TrackerDb> databases, CurrentActor current, AccountActions actions)
{
    private Actor actor = null!;
    private AccountMade? made;
    private string? refusal;
    private IReadOnlyList<ValidationFailure> errors = [];
    private AccountChoices? choices;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "new-account")]
    private AccountInput? Input { get; set; }

    private AccountInput Typed => Input ?? new();

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(HttpContext.RequestAborted);
        await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
        choices = await AccountChoices.ReadAsync(db, actor, jurisdiction: null, HttpContext.RequestAborted);
    }

    private async Task CreateAsync()
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(HttpContext.RequestAborted);
            var department = await Typed.DepartmentIdAsync(db, HttpContext.RequestAborted);
            var form = new NewAccount(Typed.UserName?.Trim() ?? "", Typed.DisplayName ?? "", Typed.Roles, Typed.JurisdictionId, department);
            made = await actions.CreateAsync(actor, form, HttpContext.RequestAborted);
            HttpContext.Response.Headers.CacheControl = "no-store";
        }
        catch (ValidationException invalid)
        {
            errors = [.. invalid.Errors];
        }
        catch (RuleException refused)
        {
            refusal = refused.Message;
        }
    }
}
