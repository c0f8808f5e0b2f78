using System.Text.RegularExpressions;
using FluentValidation;

namespace PolicyTracker.Core.Accounts;

/// <summary>A new account as it is filled in.</summary>
/// <param name="Password">Null: one is generated.</param>
public sealed record NewAccount(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, int JurisdictionId, int? DepartmentId, string? Password = null) : IAccountFacts;

/// <summary>An account that was made, with its password, which is shown this once.</summary>
public sealed record AccountMade(int Id, string UserName, string Password);

/// <summary>What can be changed of an account.</summary>
/// <param name="Version">The state of the account that the person saw; null: whatever it is now.</param>
public sealed record AccountForm(string DisplayName, IReadOnlyList<string> Roles, int JurisdictionId, int? DepartmentId, string? Version) : IAccountFacts;

/// <summary>What a new account and a changed one have in common, so that one set of rules holds for both.</summary>
public interface IAccountFacts
{
    string DisplayName { get; }

    IReadOnlyList<string> Roles { get; }

    int? DepartmentId { get; }
}

public sealed class AccountFactsValidator : AbstractValidator<IAccountFacts>
{
    public const int MaxName = 50;

    public AccountFactsValidator()
    {
        RuleFor(a => a.DisplayName).NotEmpty().WithMessage("请填写姓名。");
        RuleFor(a => a.DisplayName).MaximumLength(MaxName).WithMessage($"姓名不能超过{MaxName}字。");
        RuleFor(a => a.Roles).NotEmpty().WithMessage("请至少选择一个角色。");
        RuleForEach(a => a.Roles).Must(AccountRole.All.Contains).WithMessage($"角色只能是{string.Join('、', AccountRole.All)}。");
        RuleFor(a => a.Roles).Must(roles => roles.Count(AccountRole.Exclusive.Contains) <= 1).WithMessage("督查、管理、审计三种角色不能由同一账号兼任。");
        RuleFor(a => a.DepartmentId).NotNull().When(a => a.Roles.Contains(AccountRole.Staff)).WithMessage("承办人员必须属于一个单位。");
    }
}

public sealed partial class NewAccountValidator : AbstractValidator<NewAccount>
{
    public const int MaxUserName = 64;

    public NewAccountValidator()
    {
        RuleFor(a => a.UserName).NotEmpty().WithMessage("请填写用户名。");
        RuleFor(a => a.UserName).MaximumLength(MaxUserName).WithMessage($"用户名不能超过{MaxUserName}个字符。");
        RuleFor(a => a.UserName).Must(name => UserNames().IsMatch(name)).When(a => a.UserName.Length > 0).WithMessage("用户名只能包含字母、数字和 - . _ @ +。");
        Include(new AccountFactsValidator());
    }

    [GeneratedRegex(@"\A[A-Za-z0-9\-._@+]+\z")]
    private static partial Regex UserNames();
}

/// <summary>更换密码 as it is filled in.</summary>
public sealed record ChangePasswordForm(string? Current, string? Password, string? Again);

public sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordForm>
{
    public ChangePasswordValidator()
    {
        RuleFor(form => form.Current).NotEmpty().WithMessage("请填写现在的密码。");
        RuleFor(form => form.Password).NotEmpty().WithMessage("请填写新密码。");
        RuleFor(form => form.Again).Equal(form => form.Password).When(form => !string.IsNullOrEmpty(form.Password)).WithMessage("两次填写的新密码不一致。");
    }
}

/// <summary>新建令牌 as it is filled in.</summary>
/// <param name="Days">Null: does not expire.</param>
public sealed record TokenForm(string? Name, int? Days);

public sealed class TokenValidator : AbstractValidator<TokenForm>
{
    public const int MaxName = 50;
    public const int MaxDays = 3650;

    public TokenValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("请写明令牌的用途。");
        RuleFor(form => form.Name).MaximumLength(MaxName).WithMessage($"用途不能超过{MaxName}字。");
        RuleFor(form => form.Days).InclusiveBetween(1, MaxDays).WithMessage($"有效天数应在1到{MaxDays}之间。");
    }
}
