using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Tasks;

/// <summary>视图 as it is filled in.</summary>
public sealed record SavedViewForm(string? Name, bool IsShared);

/// <summary>What a view keeps.</summary>
public sealed record ViewContent(TaskFilter Filter, TaskGrouping? Grouping, LedgerLayout Layout);

public sealed class SavedViewValidator : AbstractValidator<SavedViewForm>
{
    public SavedViewValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("请填写视图的名称。");
        RuleFor(form => form.Name).MaximumLength(SavedView.MaxName).WithMessage($"视图的名称不能超过{SavedView.MaxName}字。");
    }
}

/// <summary>How a person keeps ways to look at the ledger. Who owns a view changes it; who sees it opens it.</summary>
public sealed class SavedViewActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>Of one account.</summary>
    public const int Most = 50;

    /// <summary>Returns its number.</summary>
    public async Task<int> SaveAsync(Actor actor, SavedViewForm form, ViewContent content, CancellationToken cancellation = default)
    {
        var account = actor.AccountId ?? throw new ForbiddenException("只有登录的人员可以保存视图。");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var name = await AdmitAsync(db, actor, form, null, cancellation);
        if (await db.SavedViews.CountAsync(view => view.AccountId == account, cancellation) >= Most)
        {
            throw new RuleException($"您已保存{Most}个视图，请先删除不用的。");
        }

        var saved = new SavedView
        {
            AccountId = account,
            Name = name,
            IsShared = form.IsShared,
            JurisdictionId = actor.JurisdictionId,
            Filter = Kept(content.Filter),
            Grouping = content.Grouping,
            Layout = content.Layout.Sound(),
            UpdatedAt = time.GetUtcNow(),
        };
        db.SavedViews.Add(saved);
        await db.SaveChangesAsync(cancellation);
        return saved.Id;
    }

    /// <summary>The view keeps from now on what is shown.</summary>
    public async Task ReplaceAsync(Actor actor, int id, ViewContent content, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var view = await OwnAsync(db, actor, id, cancellation);
        (view.Filter, view.Grouping, view.Layout, view.UpdatedAt) = (Kept(content.Filter), content.Grouping, content.Layout.Sound(), time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    public async Task ChangeAsync(Actor actor, int id, SavedViewForm form, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var view = await OwnAsync(db, actor, id, cancellation);
        view.Name = await AdmitAsync(db, actor, form, view, cancellation);
        // Who has moved since shares with the people of the new place.
        (view.IsShared, view.JurisdictionId, view.UpdatedAt) = (form.IsShared, actor.JurisdictionId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    public async Task DeleteAsync(Actor actor, int id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.SavedViews.Remove(await OwnAsync(db, actor, id, cancellation));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What the ledger opens with; null: the whole ledger.</summary>
    public async Task SetDefaultAsync(Actor actor, int? id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (id is { } view && !await db.SavedViews.VisibleTo(actor).AnyAsync(seen => seen.Id == view, cancellation))
        {
            throw new NotFoundException("没有这个视图，或者它没有共享给您。");
        }

        (await AccountPreferences.OfAsync(db, actor, cancellation)).DefaultViewId = id;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The columns of a view of one's own, or, without one, those of the person.</summary>
    public async Task SetLayoutAsync(Actor actor, int? viewId, LedgerLayout layout, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (viewId is { } id)
        {
            (await OwnAsync(db, actor, id, cancellation)).Layout = layout.Sound();
        }
        else
        {
            (await AccountPreferences.OfAsync(db, actor, cancellation)).Layout = layout.Sound();
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static async Task<string> AdmitAsync(TrackerDb db, Actor actor, SavedViewForm form, SavedView? known, CancellationToken cancellation)
    {
        var asked = form with { Name = form.Name?.Trim() };
        if (asked.IsShared && !SavedViews.MayShare(actor))
        {
            throw new ForbiddenException("只有督查、领导和管理人员可以共享视图。");
        }

        await new SavedViewValidator().ValidateAndThrowAsync(asked, cancellation);
        if (await db.SavedViews.AnyAsync(view => view.AccountId == actor.AccountId && view.Name == asked.Name && (known == null || view.Id != known.Id), cancellation))
        {
            throw new ValidationException([new(nameof(form.Name), "您已有同名的视图，请换一个名称。")]);
        }

        return asked.Name!;
    }

    // Which page of it somebody looked at, and of which day, is no part of a view.
    private static TaskFilter Kept(TaskFilter filter) => filter with { Page = 1, ExactTotal = null, AsOf = null };

    // One that is not seen is not there; one that is seen and somebody else's is refused.
    private static async Task<SavedView> OwnAsync(TrackerDb db, Actor actor, int id, CancellationToken cancellation)
    {
        var view = await db.SavedViews.VisibleTo(actor).SingleOrDefaultAsync(seen => seen.Id == id, cancellation)
            ?? throw new NotFoundException("没有这个视图，或者它没有共享给您。");
        return view.AccountId == actor.AccountId ? view : throw new ForbiddenException("这个视图是别人保存的，只有本人可以修改或删除。");
    }
}
