using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Storage;
using PolicyTracker.Core.Supervision;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Supervision;

/// <summary>设置: an administrator sets what signals and reminders go by, for a jurisdiction and all below it.</summary>
public sealed partial class SettingsPage(
    IDbContextFactory<TrackerDb> databases, CurrentActor current, SettingActions settings, NavigationManager navigation, TimeProvider time)
{
    private Actor actor = null!;
    private JurisdictionRow? place;
    private IReadOnlyList<JurisdictionRow> jurisdictions = [];
    private IReadOnlyList<SignalSetting> own = [];
    private SignalThresholds signals = SignalThresholds.Default;
    private ReminderPlan plan = ReminderPlan.Default;
    private bool inherits;
    private DateOnly today;
    private string? done;
    private IReadOnlyList<ValidationFailure> errors = [];

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "jurisdiction")]
    private int? Jurisdiction { get; set; }

    [SupplyParameterFromForm(FormName = "signals", Name = "Input")]
    private SignalsFields? SignalsInput { get; set; }

    [SupplyParameterFromForm(FormName = "reminders", Name = "Input")]
    private RemindersFields? RemindersInput { get; set; }

    private SignalsFields SignalsTyped => SignalsInput ?? new();

    private RemindersFields RemindersTyped => RemindersInput ?? new();

    private string Address => $"/settings?jurisdiction={Number(place!.Id)}";

    protected override async Task OnInitializedAsync()
    {
        var leaving = HttpContext.RequestAborted;
        actor = await current.RequireAsync(leaving);
        if (!actor.Is(AccountRole.Administrator))
        {
            throw new ForbiddenException("只有管理员可以修改设置。");
        }

        today = time.Today();
        await using var db = await databases.CreateDbContextAsync(leaving);
        jurisdictions = await JurisdictionListQuery.AllAsync(db, actor, leaving);
        var chosen = jurisdictions.FirstOrDefault(row => row.Id == (Jurisdiction ?? actor.JurisdictionId)) ?? jurisdictions[0];
        own = await db.SignalSettings.AsNoTracking().Where(setting => setting.JurisdictionId == chosen.Id).OrderByDescending(setting => setting.HoldsFrom).ToListAsync(leaving);
        signals = (await ThresholdBook.OnAsync(db, today, leaving)).Of(chosen.Id);
        plan = PlanFor.Of(await PlanFor.AllAsync(db, leaving), chosen.Id);
        inherits = !await db.ReminderSettings.AnyAsync(setting => setting.JurisdictionId == chosen.Id, leaving);
        done = HttpMethods.IsGet(HttpContext.Request.Method) ? FlashCookie.Take(HttpContext) : null;
        place = chosen;
    }

    private Task SetSignalsAsync() => SaveAsync("已保存阈值。", () => settings.SetSignalsAsync(
        actor,
        new SignalSettingForm(place!.Id, ReadDate(SignalsTyped.HoldsFrom), ReadNumber(SignalsTyped.YellowDays), ReadNumber(SignalsTyped.GapYellow), ReadNumber(SignalsTyped.GapRed)),
        HttpContext.RequestAborted));

    private Task SetRemindersAsync() => SaveAsync("已保存提醒。", () => settings.SetRemindersAsync(
        actor, new ReminderSettingForm(place!.Id, ReadDays(RemindersTyped.DaysBefore), RemindersTyped.WhenOverdue == "true"), HttpContext.RequestAborted));

    private Task InheritAsync() => SaveAsync("已改回沿用上级的设置。", () => settings.InheritRemindersAsync(actor, place!.Id, HttpContext.RequestAborted));

    private async Task SaveAsync(string said, Func<Task> save)
    {
        try
        {
            await save();
            FlashCookie.Leave(HttpContext, said);
            navigation.NavigateTo(Address);
        }
        catch (ValidationException invalid)
        {
            errors = [.. invalid.Errors];
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? ReadNumber(string? typed) => int.TryParse(typed?.Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? ReadDate(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // Null where a part is no number.
    private static List<int>? ReadDays(string? typed)
    {
        var parts = (typed ?? "").Split(['、', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadNumber).ToList();
        return parts.Contains(null) ? null : [.. parts.Select(part => part!.Value)];
    }

    /// <summary>信号阈值 as they were typed.</summary>
    public sealed class SignalsFields
    {
        public string? HoldsFrom { get; set; }

        public string? YellowDays { get; set; }

        public string? GapYellow { get; set; }

        public string? GapRed { get; set; }
    }

    /// <summary>提醒设置 as it was typed.</summary>
    public sealed class RemindersFields
    {
        public string? DaysBefore { get; set; }

        public string? WhenOverdue { get; set; }
    }
}
