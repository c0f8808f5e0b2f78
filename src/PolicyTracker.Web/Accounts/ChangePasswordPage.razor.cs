using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.Layout;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Accounts;

/// <summary>更换密码: where everybody is led whose password somebody else knows, or has grown old.</summary>
public sealed partial class ChangePasswordPage(
    CurrentActor current, OwnAccountActions actions, PasswordRules rules, SignInManager<Account> signIn, NavigationManager navigation)
{
    private IReadOnlyList<ValidationFailure> errors = [];

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "change-password")]
    private PasswordInput? Input { get; set; }

    private bool IsDue => HttpContext.User.HasClaim(claim => claim.Type == PersonClaims.PasswordDue);

    private async Task ChangeAsync()
    {
        try
        {
            var actor = await current.RequireAsync(HttpContext.RequestAborted);
            await actions.ChangePasswordAsync(actor, new ChangePasswordForm(Input?.Current, Input?.Password, Input?.Again), HttpContext.RequestAborted);
            // Every other sign-in has ended; this one goes on.
            await signIn.RefreshSignInAsync((await signIn.UserManager.GetUserAsync(HttpContext.User))!);
            FlashCookie.Leave(HttpContext, "密码已更换，其他电脑和手机上的登录都已退出。");
            navigation.NavigateTo("/account");
        }
        catch (ValidationException invalid)
        {
            errors = [.. invalid.Errors];
        }
    }
}

/// <summary>Never shown again.</summary>
public sealed class PasswordInput
{
    public string? Current { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }
}
