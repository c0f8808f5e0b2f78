using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Accounts;

/// <summary>A new account as it is filled in.</summary>
public sealed record NewAccount(string UserName, string DisplayName, IReadOnlyList<string> Roles, int JurisdictionId, int? DepartmentId, string Password);

public sealed class NewAccountValidator : AbstractValidator<NewAccount>
{
    public NewAccountValidator()
    {
        RuleFor(a => a.UserName).NotEmpty().WithMessage("请填写用户名。");
        RuleFor(a => a.DisplayName).NotEmpty().WithMessage("请填写姓名。");
        RuleFor(a => a.Roles).NotEmpty().WithMessage("请至少选择一个角色。");
        RuleForEach(a => a.Roles).Must(AccountRole.All.Contains).WithMessage($"角色只能是{string.Join('、', AccountRole.All)}。");
        RuleFor(a => a.Roles).Must(roles => roles.Count(AccountRole.Exclusive.Contains) <= 1).WithMessage("督查、管理、审计三种角色不能由同一账号兼任。");
        RuleFor(a => a.DepartmentId).NotNull().When(a => a.Roles.Contains(AccountRole.Staff)).WithMessage("承办人员必须属于一个单位。");
    }
}

/// <summary>Accounts are made here, by the shell and by the seed alike.</summary>
public sealed class AccountActions(UserManager<Account> users, IDbContextFactory<TrackerDb> databases)
{
    public async Task<int> CreateAsync(NewAccount form, CancellationToken cancellation = default)
    {
        await new NewAccountValidator().ValidateAndThrowAsync(form, cancellation);
        await RequirePlaceAsync(form, cancellation);
        var account = new Account
        {
            UserName = form.UserName,
            DisplayName = form.DisplayName,
            JurisdictionId = form.JurisdictionId,
            DepartmentId = form.DepartmentId,
            LockoutEnabled = true,
        };
        Require(await users.CreateAsync(account, form.Password));
        Require(await users.AddToRolesAsync(account, form.Roles));
        return account.Id;
    }

    private async Task RequirePlaceAsync(NewAccount form, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Jurisdictions.AnyAsync(j => j.Id == form.JurisdictionId, cancellation))
        {
            throw new RuleException("没有这个辖区。");
        }

        if (form.DepartmentId is { } department && !await db.Departments.AnyAsync(d => d.Id == department && d.JurisdictionId == form.JurisdictionId, cancellation))
        {
            throw new RuleException("这个辖区没有这个单位。");
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new RuleException(string.Join("", result.Errors.Select(error => error.Description)));
        }
    }
}
