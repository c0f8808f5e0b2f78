using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Accounts;

/// <summary>One account as an administrator sees it: facts and rights at the left, what concerns signing in at the right.</summary>
public sealed partial class AccountPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, AccountActions actions, TokenActions tokenActions, NavigationManager navigation, TimeProvider time)
{
    private Actor actor = null!;
    private AccountChoices choices = null!;
    private IReadOnlyList<TokenRow> tokens = [];
    private bool isMissing;
    private string? done;
    private string? password;
    private string? refusal;
    private IReadOnlyList<ValidationFailure> errors = [];
    private AccountRow? row;

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "change-account")]
    private AccountInput? Input { get; set; }

    private AccountInput Typed => Input ?? AccountInput.Of(row!);

    /// <summary>After a refusal the page shows what the other one did, and what was typed can be sent again upon that.</summary>
    private string? Version => refusal is null ? Typed.Version ?? row!.Version : row!.Version;

    private AccountState State => row!.StateAt(time.GetUtcNow());

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.RequireAsync(Cancellation);
        await LoadAsync();
        if (HttpMethods.IsGet(HttpContext.Request.Method))
        {
            done = FlashCookie.Take(HttpContext);
        }
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync(Cancellation);
        var found = await AccountListQuery.FindAsync(db, actor, Id, Cancellation);
        if (found is null)
        {
            isMissing = true;
            return;
        }

        choices = await AccountChoices.ReadAsync(db, actor, found.JurisdictionId, Cancellation);
        tokens = await TokenListQuery.OfAsync(db, Id, Cancellation);
        row = found;
    }

    private Task ChangeAsync() => TryAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(Cancellation);
        var department = await Typed.DepartmentIdAsync(db, Cancellation);
        // A page's form always carries the state that the person saw; one that does not counts as stale.
        var form = new AccountForm(Typed.DisplayName ?? "", Typed.Roles, Typed.JurisdictionId, department, Typed.Version ?? "");
        await actions.ChangeAsync(actor, Id, form, Cancellation);
        Leave("已保存。");
    });

    private Task UnlockAsync() => TryAsync(async () =>
    {
        await actions.UnlockAsync(actor, Id, cancellation: Cancellation);
        Leave("已解锁，本人可以用原来的密码登录。");
    });

    private Task SignOutAsync() => TryAsync(async () =>
    {
        await actions.SignOutEverywhereAsync(actor, Id, cancellation: Cancellation);
        Leave("已退出这个账号的全部登录。");
    });

    private Task DisableAsync() => TryAsync(async () =>
    {
        await actions.DisableAsync(actor, Id, cancellation: Cancellation);
        Leave("已停用。需要恢复时可以在这里启用。");
    });

    private Task EnableAsync() => TryAsync(async () =>
    {
        await actions.EnableAsync(actor, Id, cancellation: Cancellation);
        Leave("已启用，本人可以用原来的密码登录。");
    });

    // Answered by the page itself and not by a redirect: the password is to stand nowhere else.
    private Task ResetAsync() => TryAsync(async () =>
    {
        password = await actions.ResetPasswordAsync(actor, Id, cancellation: Cancellation);
        HttpContext.Response.Headers.CacheControl = "no-store";
        await LoadAsync();
    });

    private Task RevokeAsync(int token) => TryAsync(async () =>
    {
        await tokenActions.RevokeAsync(actor, token, Cancellation);
        Leave("已吊销令牌。");
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
        catch (RuleException refused)
        {
            refusal = refused.Message;
            await LoadAsync();
        }
    }

    private void Leave(string sentence)
    {
        FlashCookie.Leave(HttpContext, sentence);
        navigation.NavigateTo($"/accounts/{Id}");
    }
}
