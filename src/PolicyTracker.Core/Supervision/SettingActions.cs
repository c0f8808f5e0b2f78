using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;

namespace PolicyTracker.Core.Supervision;

/// <summary>信号阈值 as they are filled in.</summary>
public sealed record SignalSettingForm(int JurisdictionId, DateOnly? HoldsFrom, int? YellowDays, int? GapYellow, int? GapRed);

public sealed class SignalSettingValidator : AbstractValidator<SignalSettingForm>
{
    /// <param name="today">What held on a past day is not altered afterwards.</param>
    public SignalSettingValidator(DateOnly today)
    {
        RuleFor(form => form.HoldsFrom).NotNull().WithMessage("请填写起用日期。");
        RuleFor(form => form.HoldsFrom).GreaterThanOrEqualTo(today).WithMessage("起用日期不能早于今天：过去的信号仍按当时的阈值判断。");
        RuleFor(form => form.YellowDays).Must(days => days is >= 1 and <= 365).WithMessage("临期天数应是1到365之间的整数。");
        RuleFor(form => form.GapYellow).Must(points => points is >= 1 and <= 99).WithMessage("进度偏慢的百分点应是1到99之间的整数。");
        RuleFor(form => form.GapRed).Must(points => points is >= 1 and <= 100).WithMessage("进度滞后的百分点应是1到100之间的整数。");
        RuleFor(form => form.GapRed).GreaterThan(form => form.GapYellow).WithMessage("进度滞后的百分点应大于进度偏慢的。");
    }
}

/// <summary>提醒设置 as it is filled in.</summary>
public sealed record ReminderSettingForm(int JurisdictionId, IReadOnlyList<int>? DaysBefore, bool WhenOverdue);

public sealed class ReminderSettingValidator : AbstractValidator<ReminderSettingForm>
{
    public const int MostSteps = 6;

    public ReminderSettingValidator()
    {
        RuleFor(form => form.DaysBefore).NotNull().WithMessage("提前天数应写成用顿号隔开的整数，例如 30、7、1。");
        RuleFor(form => form.DaysBefore).Must(days => days!.Count <= MostSteps && days.All(day => day is >= 0 and <= 365)).When(form => form.DaysBefore is not null)
            .WithMessage($"提前天数最多{MostSteps}个，每个在0到365之间。");
    }
}

/// <summary>What an administrator sets for a jurisdiction and all below it.</summary>
public sealed class SettingActions(IDbContextFactory<TrackerDb> databases, TimeProvider time)
{
    /// <summary>From that day on; of several for one day the last counts.</summary>
    public async Task SetSignalsAsync(Actor actor, SignalSettingForm form, CancellationToken cancellation = default)
    {
        await using var db = await AdmitAsync(actor, form.JurisdictionId, cancellation);
        await new SignalSettingValidator(time.Today()).ValidateAndThrowAsync(form, cancellation);
        db.SignalSettings.RemoveRange(await db.SignalSettings
            .Where(setting => setting.JurisdictionId == form.JurisdictionId && setting.HoldsFrom == form.HoldsFrom).ToListAsync(cancellation));
        db.SignalSettings.Add(new SignalSetting
        {
            JurisdictionId = form.JurisdictionId,
            HoldsFrom = form.HoldsFrom!.Value,
            YellowDays = form.YellowDays!.Value,
            GapYellow = form.GapYellow!.Value,
            GapRed = form.GapRed!.Value,
        });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task SetRemindersAsync(Actor actor, ReminderSettingForm form, CancellationToken cancellation = default)
    {
        await using var db = await AdmitAsync(actor, form.JurisdictionId, cancellation);
        await new ReminderSettingValidator().ValidateAndThrowAsync(form, cancellation);
        var setting = await db.ReminderSettings.FindAsync([form.JurisdictionId], cancellation);
        if (setting is null)
        {
            setting = new ReminderSetting { JurisdictionId = form.JurisdictionId };
            db.ReminderSettings.Add(setting);
        }

        (setting.DaysBefore, setting.WhenOverdue) = ([.. form.DaysBefore!.Distinct().OrderDescending()], form.WhenOverdue);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The jurisdiction follows the one above it again.</summary>
    public async Task InheritRemindersAsync(Actor actor, int jurisdictionId, CancellationToken cancellation = default)
    {
        await using var db = await AdmitAsync(actor, jurisdictionId, cancellation);
        if (await db.ReminderSettings.FindAsync([jurisdictionId], cancellation) is { } setting)
        {
            db.ReminderSettings.Remove(setting);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<TrackerDb> AdmitAsync(Actor actor, int jurisdictionId, CancellationToken cancellation)
    {
        if (!actor.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以修改设置。");
        }

        var db = await databases.CreateDbContextAsync(cancellation);
        var path = await db.Jurisdictions.Where(place => place.Id == jurisdictionId).Select(place => place.Path).SingleOrDefaultAsync(cancellation);
        if (path is not null && actor.Reads(path))
        {
            return db;
        }

        await db.DisposeAsync();
        throw new ForbiddenException("只能修改自己的辖区及以下的设置。");
    }
}
