using System.Linq.Expressions;
using FluentValidation;

namespace PolicyTracker.Core.Tasks;

/// <summary>What the validators of acts share: how long words may be, and how they are asked for.</summary>
public abstract class ActFormValidator<T> : AbstractValidator<T>
{
    public const int MaxWords = 2000;

    protected void Needed(Expression<Func<T, string?>> words, string name, int most = MaxWords)
    {
        RuleFor(words).NotEmpty().WithMessage($"请写明{name}。");
        NotTooLong(words, name, most);
    }

    protected void NotTooLong(Expression<Func<T, string?>> words, string name, int most = MaxWords) =>
        RuleFor(words).MaximumLength(most).WithMessage($"{name}不能超过{most}字。")
            // PostgreSQL stores no NUL.
            .Must(typed => typed?.Contains('\0') is not true).WithMessage($"{name}中有不能保存的字符。");

    protected void Percent(Expression<Func<T, int?>> percent)
    {
        RuleFor(percent).NotNull().WithMessage("请填写进度（0到100的整数）。");
        RuleFor(percent).InclusiveBetween(0, 100).WithMessage("进度应在0到100之间。");
    }

    protected void Units(Expression<Func<T, List<UnitChoice>?>> units)
    {
        RuleFor(units).Must(list => list is null || list.TrueForAll(unit => unit is { Department: not null, Role: { } role } && Enum.IsDefined(role)))
            .WithMessage("请为每个单位选择单位和角色（牵头、责任或配合）。")
            .Must(list => list is null || list.DistinctBy(unit => unit?.Department).Count() == list.Count).WithMessage("同一个单位只能列一次。");
    }
}

public sealed class RemarkValidator : ActFormValidator<RemarkForm>
{
    public RemarkValidator() => NotTooLong(form => form.Words, "说明");
}

public sealed class WordsValidator : ActFormValidator<WordsForm>
{
    public WordsValidator(string name) => Needed(form => form.Words, name);
}

public sealed class ReasonValidator : ActFormValidator<ReasonForm>
{
    public ReasonValidator(string name) => Needed(form => form.Reason, name);
}

public sealed class ProgressValidator : ActFormValidator<ProgressForm>
{
    public ProgressValidator()
    {
        Percent(form => form.Percent);
        Needed(form => form.Words, "进展情况");
        NotTooLong(form => form.Problems, "存在问题");
        NotTooLong(form => form.NextStep, "下一步措施");
    }
}

public sealed class VerifyProgressValidator : ActFormValidator<VerifyProgressForm>
{
    public VerifyProgressValidator()
    {
        Percent(form => form.Percent);
        Needed(form => form.Words, "核实的情况");
    }
}

public sealed class JudgeValidator : ActFormValidator<JudgeForm>
{
    public JudgeValidator()
    {
        RuleFor(form => form.Judgement).NotNull().WithMessage("请选择研判结论：正常推进、存在风险或难以完成。");
        RuleFor(form => form.Judgement).IsInEnum().WithMessage("研判结论只能是正常推进、存在风险或难以完成。");
        Needed(form => form.Words, "研判的依据");
    }
}

public sealed class ExtensionRequestValidator : ActFormValidator<ExtensionRequestForm>
{
    public ExtensionRequestValidator()
    {
        RuleFor(form => form.DueOn).NotNull().WithMessage("请填写新的期限。");
        Needed(form => form.Reason, "延期的理由");
    }
}

public sealed class ExtensionDecisionValidator : ActFormValidator<ExtensionDecisionForm>
{
    public ExtensionDecisionValidator()
    {
        RuleFor(form => form.Grant).NotNull().WithMessage("请选择批准或不予批准。");
        NotTooLong(form => form.Words, "审批意见");
        RuleFor(form => form.Words).NotEmpty().When(form => form.Grant == false).WithMessage("请写明不予批准的理由。");
    }
}

public sealed class AssignValidator : ActFormValidator<AssignForm>
{
    public AssignValidator()
    {
        RuleFor(form => form.Responsibilities).NotEmpty().WithMessage("请至少选择一个牵头单位或责任单位。");
        Units(form => form.Responsibilities);
        NotTooLong(form => form.Words, "交办意见");
    }
}

public sealed class ChangeValidator : ActFormValidator<ChangeForm>
{
    public ChangeValidator()
    {
        Units(form => form.Responsibilities);
        RuleFor(form => form.Responsibilities).Must((form, units) => units is not null || form.SetsDeadline).WithMessage("请写明要调整的单位或期限。");
        Needed(form => form.Reason, "调整的理由");
    }
}

public sealed class RegisterValidator : ActFormValidator<RegisterForm>
{
    public const int MaxTitle = 200;
    public const int MaxText = 20_000;

    public RegisterValidator()
    {
        RuleFor(form => form.Title).NotEmpty().WithMessage("请填写任务名称。");
        NotTooLong(form => form.Title, "任务名称", MaxTitle);
        RuleFor(form => form.Text).NotEmpty().WithMessage("请填写任务内容。");
        NotTooLong(form => form.Text, "任务内容", MaxText);
        Needed(form => form.Source, "任务来源");
        RuleFor(form => form.SourceKind).IsInEnum().WithMessage("来源类别只能是领导批示、会议议定事项或上级交办。");
    }
}
