using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Inbox;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Accounts;

/// <summary>我的账号: what everybody may see and do of the own account.</summary>
public sealed partial class OwnAccountPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, OwnAccountActions actions, TokenActions tokenActions,
    MailSettings mail, IOptions<AccountPolicy> policy, NavigationManager navigation)
{
    private Actor actor = null!;
    private IReadOnlyList<TokenRow> tokens = [];
    private string? done;
    private string? secret;
    private string? refusal;
    private IReadOnlyList<ValidationFailure> errors = [];
    private OwnAccount? view;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "new-token")]
    private TokenInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "email", Name = "Input")]
    private EmailInput? EmailTyped { get; set; }

    private TokenInput Typed => Input ?? new();

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    private string PasswordAge => view!.PasswordChangedAt is not { } at ? "演示账号的密码不过期。"
        : policy.Value.PasswordDays == 0 ? $"密码于{at.Chinese()}更换。"
        : $"密码于{at.Chinese()}更换，{at.AddDays(policy.Value.PasswordDays).Chinese()}前须再次更换。";

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
        tokens = await TokenListQuery.OfAsync(db, actor.AccountId!.Value, Cancellation);
        view = await db.Users.Where(a => a.Id == actor.AccountId)
            .Select(a => new OwnAccount(a.UserName!, a.DisplayName, a.Jurisdiction!.Name, a.Department!.Name, a.Email, a.PasswordChangedAt))
            .SingleAsync(Cancellation);
    }

    private Task CreateTokenAsync() => TryAsync(async () =>
    {
        secret = await tokenActions.CreateAsync(actor, actor.AccountId!.Value, Typed.Read(), Cancellation);
        HttpContext.Response.Headers.CacheControl = "no-store";
        Input = new();
        await LoadAsync();
    });

    private Task SetEmailAsync() => TryAsync(async () =>
    {
        await actions.SetEmailAsync(actor, EmailTyped?.Email, Cancellation);
        FlashCookie.Leave(HttpContext, string.IsNullOrWhiteSpace(EmailTyped?.Email) ? "已去掉邮箱。" : "已保存邮箱。");
        navigation.NavigateTo("/account");
    });

    private Task RevokeAsync(int token) => TryAsync(async () =>
    {
        await tokenActions.RevokeAsync(actor, token, Cancellation);
        FlashCookie.Leave(HttpContext, "已吊销令牌。");
        navigation.NavigateTo("/account");
    });

    // The next page finds that this sign-in ended too.
    private async Task SignOutEverywhereAsync()
    {
        await actions.SignOutEverywhereAsync(actor, Cancellation);
        navigation.NavigateTo("/sign-in");
    }

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
        }
    }

    private sealed record OwnAccount(string UserName, string DisplayName, string Jurisdiction, string? Department, string? Email, DateTimeOffset? PasswordChangedAt);
}

/// <summary>The address as it was typed.</summary>
public sealed class EmailInput
{
    public string? Email { get; set; }
}

/// <summary>A token as it was typed.</summary>
public sealed class TokenInput
{
    public string? Name { get; set; }

    public string? Days { get; set; }

    /// <summary>What is no number is as wrong as a number out of range.</summary>
    public TokenForm Read() => new(
        Name, string.IsNullOrWhiteSpace(Days) ? null : int.TryParse(Days.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0);
}
