using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Deadlines;

/// <summary>新建订阅 as it is filled in.</summary>
public sealed record FeedForm(string? Name);

public sealed class FeedValidator : AbstractValidator<FeedForm>
{
    public const int MaxName = 50;

    public FeedValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("请写明给谁用，例如：综合科的日历。");
        RuleFor(form => form.Name).MaximumLength(MaxName).WithMessage($"用途不能超过{MaxName}字。");
    }
}

/// <summary>Makes and revokes the calendar feeds of a department: its own staff, and the administrators of its jurisdiction.</summary>
public sealed class FeedActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>So many may be in use for one department at a time.</summary>
    public const int MostInUse = 20;

    public static bool MayManage(Actor actor, int departmentId, string jurisdictionPath) =>
        (actor.Is(AccountRole.Staff) && actor.DepartmentId == departmentId) || (actor.Is(AccountRole.Administrator) && actor.Reads(jurisdictionPath));

    /// <returns>The secret, to be shown once.</returns>
    public async Task<string> CreateAsync(Actor by, int departmentId, FeedForm form, CancellationToken cancellation = default)
    {
        await using var db = await OpenAsync(by, departmentId, cancellation);
        await new FeedValidator().ValidateAndThrowAsync(form, cancellation);
        if (await db.DepartmentFeeds.CountAsync(feed => feed.DepartmentId == departmentId && feed.RevokedAt == null, cancellation) >= MostInUse)
        {
            throw new RuleException($"一个单位最多同时有{MostInUse}个订阅，请先停用不再使用的。");
        }

        var (secret, row) = DepartmentFeed.Create(departmentId, form.Name!.Trim(), by, time.GetUtcNow());
        db.DepartmentFeeds.Add(row);
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    public async Task RevokeAsync(Actor by, int departmentId, int feedId, CancellationToken cancellation = default)
    {
        await using var db = await OpenAsync(by, departmentId, cancellation);
        var feed = await db.DepartmentFeeds.SingleOrDefaultAsync(f => f.Id == feedId && f.DepartmentId == departmentId, cancellation)
            ?? throw new NotFoundException("没有这个订阅。");
        feed.Revoke(by, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<TrackerDb> OpenAsync(Actor by, int departmentId, CancellationToken cancellation)
    {
        var db = await databases.CreateDbContextAsync(cancellation);
        db.Audit.Who = AuditPerson.Of(by);
        var department = await db.Departments.Where(d => d.Id == departmentId).Select(d => new { d.Jurisdiction!.Path, Stands = d.MergedIntoId == null && d.EndedOn == null })
            .SingleOrDefaultAsync(cancellation);
        if (department is null || !MayManage(by, departmentId, department.Path))
        {
            throw new ForbiddenException("日历订阅由本单位的承办人员和所在辖区的管理员管理。");
        }

        return department.Stands ? db : throw new RuleException("这个单位已经合并或者变更，不能再新建或停用订阅；原有的订阅已自动失效。");
    }
}
