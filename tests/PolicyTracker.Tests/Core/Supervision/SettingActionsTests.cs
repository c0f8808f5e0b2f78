using FluentValidation;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Supervision;

namespace PolicyTracker.Tests.Core.Supervision;

public sealed class SettingActionsTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private readonly Actor administrator = TrackerFixture.Person(AccountRole.Administrator);

    private SettingActions Actions => tracker.Get<SettingActions>();

    private static DateOnly Today => TimeProvider.System.Today();

    [Theory]
    [InlineData(AccountRole.Supervisor)]
    [InlineData(AccountRole.Leader)]
    [InlineData(AccountRole.Auditor)]
    [InlineData(AccountRole.Staff)]
    public async Task Only_administrators_set_anything(string role)
    {
        var person = TrackerFixture.Person(role);
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.SetSignalsAsync(person, Signals()));
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.SetRemindersAsync(person, new ReminderSettingForm(Jurisdiction.PendingId, [3], true)));
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.InheritRemindersAsync(person, Jurisdiction.PendingId));
    }

    [Fact]
    public async Task Administrator_of_one_place_sets_nothing_for_another_or_for_the_whole()
    {
        var elsewhere = TrackerFixture.Person(AccountRole.Administrator, "/1/2/");
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.SetSignalsAsync(elsewhere, Signals() with { JurisdictionId = Jurisdiction.RootId }));
        await Actions.SetSignalsAsync(elsewhere, Signals());
    }

    [Fact]
    public async Task What_held_on_a_past_day_is_not_altered()
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => Actions.SetSignalsAsync(administrator, Signals() with { HoldsFrom = Today.AddDays(-1) }));
        Assert.Contains("起用日期不能早于今天", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_holds_from_its_day_on_for_the_place_and_of_two_for_one_day_the_later()
    {
        var from = Today.AddDays(5);
        await Actions.SetSignalsAsync(administrator, Signals() with { HoldsFrom = from, YellowDays = 20 });
        await Actions.SetSignalsAsync(administrator, Signals() with { HoldsFrom = from, YellowDays = 12 });
        await using var db = tracker.Db();
        Assert.NotEqual(12, (await ThresholdBook.OnAsync(db, from.AddDays(-1))).Of(Jurisdiction.PendingId).YellowDays);
        Assert.Equal(12, (await ThresholdBook.OnAsync(db, from)).Of(Jurisdiction.PendingId).YellowDays);
    }

    [Theory]
    [InlineData(0, 10, 30)]
    [InlineData(366, 10, 30)]
    [InlineData(30, 0, 30)]
    [InlineData(30, 40, 40)]
    [InlineData(30, 10, 101)]
    public async Task Thresholds_that_make_no_sense_are_refused(int yellow, int gapYellow, int gapRed) =>
        await Assert.ThrowsAsync<ValidationException>(() =>
            Actions.SetSignalsAsync(administrator, Signals() with { YellowDays = yellow, GapYellow = gapYellow, GapRed = gapRed }));

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public async Task Reminders_on_impossible_days_are_refused(int day) =>
        await Assert.ThrowsAsync<ValidationException>(() => Actions.SetRemindersAsync(administrator, new ReminderSettingForm(Jurisdiction.PendingId, [day], true)));

    private static SignalSettingForm Signals() => new(Jurisdiction.PendingId, Today, 30, 10, 30);
}
