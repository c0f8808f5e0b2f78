using FluentValidation;
using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Core.Bulletins;

/// <summary>起草 as it is filled in: for which jurisdiction, of which days.</summary>
public sealed record BulletinDraftForm(int? Jurisdiction, DateOnly? From, DateOnly? Until);

public sealed class BulletinDraftValidator : AbstractValidator<BulletinDraftForm>
{
    /// <param name="today">How things will stand later nobody knows.</param>
    public BulletinDraftValidator(DateOnly today)
    {
        RuleFor(form => form.From).NotNull().WithMessage("请填写开始日期。");
        RuleFor(form => form.Until).NotNull().WithMessage("请填写结束日期。");
        RuleFor(form => form.Until).LessThanOrEqualTo(today).WithMessage("结束日期不能晚于今天：还没有发生的办理情况不能统计。");
        RuleFor(form => form.Until).GreaterThanOrEqualTo(form => form.From).WithMessage("结束日期不能早于开始日期。");
    }
}

/// <summary>What the supervisor has written.</summary>
public sealed class BulletinForm : ActForm
{
    public int? Number { get; set; }

    public string? Title { get; set; }

    public string? Issuer { get; set; }

    public string? Overview { get; set; }

    public string? Problems { get; set; }

    public string? NextSteps { get; set; }

    internal BulletinContent Read() => new(
        Number!.Value, Title!.Trim(), Issuer!.Trim(), new BulletinText(Lines(Overview), Lines(Problems), Lines(NextSteps)));

    // A browser sends \r\n.
    private static string Lines(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}

public sealed class BulletinValidator : ActFormValidator<BulletinForm>
{
    public const int MaxTitle = 100;
    public const int MaxIssuer = 50;
    public const int MaxText = 20_000;

    public BulletinValidator()
    {
        RuleFor(form => form.Number).Must(number => number is >= 1 and <= 9999).WithMessage("期号应是1到9999之间的整数。");
        Needed(form => form.Title, "标题", MaxTitle);
        Needed(form => form.Issuer, "落款单位", MaxIssuer);
        Needed(form => form.Overview, "总体情况", MaxText);
        NotTooLong(form => form.Problems, "存在问题", MaxText);
        NotTooLong(form => form.NextSteps, "下步要求", MaxText);
    }
}

/// <summary>重新统计: of which days, and which words the portal is to replace by its new proposal.</summary>
public sealed class RecountForm : ActForm
{
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public bool ReplaceOverview { get; set; }

    public bool ReplaceProblems { get; set; }

    public bool ReplaceNextSteps { get; set; }
}
