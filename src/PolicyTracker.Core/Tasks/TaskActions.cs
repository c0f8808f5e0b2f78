using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>核实进度 as it is filled in.</summary>
public sealed class VerifyProgressForm
{
    public int? Percent { get; set; }

    public string? Words { get; set; }

    /// <summary>The version of the task that the person saw; null: whatever it is now.</summary>
    public uint? Version { get; set; }
}

public sealed class VerifyProgressValidator : AbstractValidator<VerifyProgressForm>
{
    public const int MaxWords = 2000;

    public VerifyProgressValidator()
    {
        RuleFor(form => form.Percent).NotNull().WithMessage("请填写进度（0到100的整数）。");
        RuleFor(form => form.Percent).InclusiveBetween(0, 100).WithMessage("进度应在0到100之间。");
        RuleFor(form => form.Words).NotEmpty().WithMessage("请写明核实的情况。");
        RuleFor(form => form.Words).MaximumLength(MaxWords).WithMessage($"核实情况不能超过{MaxWords}字。");
    }
}

/// <summary>Every act on a task: permission, rule, history and one save. Pages and API call the same.</summary>
public sealed class TaskActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    public async Task VerifyProgressAsync(Actor actor, long taskId, VerifyProgressForm form, CancellationToken cancellation = default)
    {
        if (!actor.Is(AccountRole.Supervisor))
        {
            throw new ForbiddenException("只有督查人员可以核实进度。");
        }

        await new VerifyProgressValidator().ValidateAndThrowAsync(form, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var task = await LoadAsync(db, actor, taskId, form.Version, cancellation);
        task.VerifyProgress(form.Percent!.Value, form.Words!.Trim(), actor, time.GetUtcNow());
        await SaveAsync(db, cancellation);
    }

    private static async Task<PolicyTask> LoadAsync(TrackerDb db, Actor actor, long taskId, uint? version, CancellationToken cancellation)
    {
        var task = await db.Tasks.ReadableBy(actor).SingleOrDefaultAsync(t => t.Id == taskId, cancellation)
            ?? throw new NotFoundException("没有这项任务，或者它不在您的查看范围之内。");
        if (version is { } seen && seen != task.Version)
        {
            throw Stale();
        }

        return task;
    }

    private static async Task SaveAsync(TrackerDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Stale();
        }
    }

    private static StaleException Stale() => new("这项任务刚刚被别人更新过。您填写的内容还在，请看过最新情况后再提交。");
}
