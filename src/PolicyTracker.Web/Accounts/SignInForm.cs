using FluentValidation;

namespace PolicyTracker.Web.Accounts;

public sealed class SignInForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }
}

public sealed class SignInValidator : AbstractValidator<SignInForm>
{
    public SignInValidator()
    {
        RuleFor(form => form.UserName).NotEmpty().WithMessage("请填写用户名。");
        RuleFor(form => form.Password).NotEmpty().WithMessage("请填写密码。");
    }
}
