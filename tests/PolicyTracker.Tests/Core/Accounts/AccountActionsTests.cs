using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Audit;
using PolicyTracker.Core.Departments;

namespace PolicyTracker.Tests.Core.Accounts;

public sealed class AccountActionsTests(TrackerFixture tracker) : IClassFixture<TrackerFixture>
{
    private static int made;

    [Fact]
    public async Task Of_two_last_administrators_who_disable_each_other_at_once_one_remains()
    {
        var province = await PlaceAsync("甲省", Jurisdiction.RootId);
        // Nobody above them: their own jurisdiction stands for the root, whose administrators cover every place.
        await using (var db = tracker.Db())
        {
            await db.Users.Where(a => a.JurisdictionId == Jurisdiction.RootId).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, DateTimeOffset.UtcNow));
        }

        var (first, second) = (await MakeAsync([AccountRole.Administrator], province), await MakeAsync([AccountRole.Administrator], province));
        var outcomes = await Task.WhenAll(TryDisableAsync(first), TryDisableAsync(second));
        Assert.Single(outcomes, refusal => refusal is null);
        Assert.Contains("最后一个", outcomes.Single(refusal => refusal is not null), StringComparison.Ordinal);
        await using var after = tracker.Db();
        Assert.Equal(1, await after.Users.CountAsync(a => (a.Id == first || a.Id == second) && a.DisabledAt == null));
    }

    [Fact]
    public async Task Last_administrator_of_a_place_neither_loses_the_role_nor_is_moved_away()
    {
        await using (var db = tracker.Db())
        {
            await db.Users.Where(a => a.JurisdictionId == Jurisdiction.RootId).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, DateTimeOffset.UtcNow));
        }

        var (place, elsewhere) = (await PlaceAsync("乙省", Jurisdiction.RootId), await PlaceAsync("丙省", Jurisdiction.RootId));
        var last = await MakeAsync([AccountRole.Administrator], place);
        await RefusedAsync(last, new AccountForm("姓名", [AccountRole.Leader], place, null, null));
        await RefusedAsync(last, new AccountForm("姓名", [AccountRole.Administrator], elsewhere, null, null));
        await MakeAsync([AccountRole.Administrator], place);
        await ActAsync(actions => actions.ChangeAsync(Actor.Portal, last, new AccountForm("姓名", [AccountRole.Leader], place, null, null)));

        async Task RefusedAsync(int id, AccountForm form) =>
            Assert.Contains("最后一个", (await Assert.ThrowsAsync<RuleException>(() => ActAsync(actions => actions.ChangeAsync(Actor.Portal, id, form)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccountRole.Supervisor, AccountRole.Administrator)]
    [InlineData(AccountRole.Supervisor, AccountRole.Auditor)]
    [InlineData(AccountRole.Administrator, AccountRole.Auditor)]
    public async Task Roles_that_exclude_each_other_are_not_given_together(string one, string other)
    {
        var id = await MakeAsync([one, AccountRole.Leader], Jurisdiction.RootId);
        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            ActAsync(actions => actions.ChangeAsync(Actor.Portal, id, new AccountForm("姓名", [one, other], Jurisdiction.RootId, null, null))));
        Assert.Contains("不能由同一账号兼任", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_manages_the_own_jurisdiction_and_below_and_nothing_else()
    {
        var (province, other) = (await PlaceAsync("丁省", Jurisdiction.RootId), await PlaceAsync("戊省", Jurisdiction.RootId));
        var city = await PlaceAsync("丁市", province);
        var administrator = TrackerFixture.Person(AccountRole.Administrator, $"/1/{province}/");
        var (below, beside) = (await MakeAsync([AccountRole.Leader], city), await MakeAsync([AccountRole.Leader], other));
        await ActAsync(actions => actions.DisableAsync(administrator, below));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAsync(actions => actions.DisableAsync(administrator, beside)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAsync(actions => actions.ResetPasswordAsync(administrator, beside)));
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            ActAsync(actions => actions.ChangeAsync(administrator, below, new AccountForm("姓名", [AccountRole.Leader], other, null, null))));
        await Assert.ThrowsAsync<ForbiddenException>(() => ActAsync(actions => actions.CreateAsync(administrator, Form([AccountRole.Leader], Jurisdiction.RootId))));
    }

    [Theory]
    [InlineData(AccountRole.Staff)]
    [InlineData(AccountRole.Leader)]
    [InlineData(AccountRole.Supervisor)]
    [InlineData(AccountRole.Auditor)]
    public async Task Only_administrators_manage_accounts(string role)
    {
        var id = await MakeAsync([AccountRole.Leader], Jurisdiction.RootId);
        var person = TrackerFixture.Person(role);
        await Assert.ThrowsAsync<ForbiddenException>(() => ActAsync(actions => actions.ResetPasswordAsync(person, id)));
        await Assert.ThrowsAsync<ForbiddenException>(() => ActAsync(actions => actions.CreateAsync(person, Form([AccountRole.Leader], Jurisdiction.RootId))));
    }

    [Fact]
    public async Task Second_to_save_is_told()
    {
        var id = await MakeAsync([AccountRole.Leader], Jurisdiction.RootId);
        string? seen;
        await using (var db = tracker.Db())
        {
            seen = await db.Users.Where(a => a.Id == id).Select(a => a.ConcurrencyStamp).SingleAsync();
        }

        await ActAsync(actions => actions.ChangeAsync(Actor.Portal, id, new AccountForm("先到", [AccountRole.Leader], Jurisdiction.RootId, null, seen)));
        await Assert.ThrowsAsync<StaleException>(() =>
            ActAsync(actions => actions.ChangeAsync(Actor.Portal, id, new AccountForm("后到", [AccountRole.Leader], Jurisdiction.RootId, null, seen))));
    }

    [Fact]
    public async Task Every_change_of_rights_is_audited_by_name()
    {
        var administrator = TrackerFixture.Person(AccountRole.Administrator, accountId: 4711);
        var form = Form([AccountRole.Leader], Jurisdiction.RootId);
        var id = 0;
        await ActAsync(async actions =>
        {
            id = (await actions.CreateAsync(administrator, form)).Id;
            await actions.ChangeAsync(administrator, id, new AccountForm("新名", [AccountRole.Supervisor], Jurisdiction.RootId, null, null));
            await actions.ResetPasswordAsync(administrator, id);
            await actions.SignOutEverywhereAsync(administrator, id);
            await actions.DisableAsync(administrator, id);
            await actions.EnableAsync(administrator, id);
        });
        await using var db = tracker.Db();
        var entries = await db.AuditEntries.Where(e => e.SubjectKind == "account" && e.SubjectId == $"{id}").OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equivalent(
            new[]
            {
                (AuditAction.AccountCreated, $"{form.UserName}，姓名"), (AuditAction.RoleGranted, "领导"),
                (AuditAction.AccountChanged, "姓名：姓名→新名"), (AuditAction.RoleWithdrawn, "领导"), (AuditAction.RoleGranted, "督查人员"),
                (AuditAction.PasswordChanged, "重置，下次登录须更换"), (AuditAction.SignedOutEverywhere, form.UserName),
                (AuditAction.AccountDisabled, form.UserName), (AuditAction.AccountEnabled, form.UserName),
            }.Order(),
            entries.Select(e => (e.Action, e.Words)).Order(), strict: true);
        Assert.All(entries, e => Assert.Equal((4711, "测试人员"), (e.AccountId, e.AccountName)));
    }

    [Fact]
    public async Task Sixth_password_back_may_be_chosen_again_and_the_fifth_may_not()
    {
        var form = Form([AccountRole.Leader], Jurisdiction.RootId) with { Password = "Number-0-pass" };
        await using var scope = tracker.Scope();
        var id = (await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(Actor.Portal, form)).Id;
        var own = scope.ServiceProvider.GetRequiredService<OwnAccountActions>();
        var person = TrackerFixture.Person(AccountRole.Leader, accountId: id);
        for (var i = 0; i < 5; i++)
        {
            await own.ChangePasswordAsync(person, Change(i, i + 1));
        }

        await Assert.ThrowsAsync<ValidationException>(() => own.ChangePasswordAsync(person, Change(5, 1)));
        await own.ChangePasswordAsync(person, Change(5, 0));

        static ChangePasswordForm Change(int from, int to) => new($"Number-{from}-pass", $"Number-{to}-pass", $"Number-{to}-pass");
    }

    [Fact]
    public async Task Token_is_made_by_its_person_alone_and_revoked_by_an_administrator_too()
    {
        var (mine, others) = (await MakeAsync([AccountRole.Leader], Jurisdiction.RootId), await MakeAsync([AccountRole.Leader], Jurisdiction.RootId));
        var person = TrackerFixture.Person(AccountRole.Leader, accountId: mine);
        var tokens = tracker.Get<TokenActions>();
        await Assert.ThrowsAsync<ForbiddenException>(() => tokens.CreateAsync(person, others, new TokenForm("程序", null)));
        var secret = await tokens.CreateAsync(person, mine, new TokenForm("程序", 30));
        await using var db = tracker.Db();
        var hash = ApiToken.HashOf(secret);
        var id = await db.ApiTokens.Where(t => t.Hash == hash).Select(t => t.Id).SingleAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => tokens.RevokeAsync(TrackerFixture.Person(AccountRole.Leader, accountId: others), id));
        await tokens.RevokeAsync(TrackerFixture.Person(AccountRole.Administrator), id);
        await Assert.ThrowsAsync<RuleException>(() => tokens.RevokeAsync(person, id));
    }

    private static NewAccount Form(IReadOnlyList<string> roles, int jurisdiction) => new($"person{Interlocked.Increment(ref made)}", "姓名", roles, jurisdiction, null);

    private async Task<int> MakeAsync(IReadOnlyList<string> roles, int jurisdiction)
    {
        await using var scope = tracker.Scope();
        return (await scope.ServiceProvider.GetRequiredService<AccountActions>().CreateAsync(Actor.Portal, Form(roles, jurisdiction))).Id;
    }

    private async Task<int> PlaceAsync(string name, int parent)
    {
        await using var db = tracker.Db();
        var above = await db.Jurisdictions.SingleAsync(j => j.Id == parent);
        var place = new Jurisdiction { Name = name, ParentId = parent, Level = JurisdictionLevel.Province };
        db.Jurisdictions.Add(place);
        await db.SaveChangesAsync();
        place.Path = $"{above.Path}{place.Id}/";
        await db.SaveChangesAsync();
        return place.Id;
    }

    private async Task<string?> TryDisableAsync(int id)
    {
        try
        {
            await ActAsync(actions => actions.DisableAsync(Actor.Portal, id));
            return null;
        }
        catch (RuleException refused)
        {
            return refused.Message;
        }
    }

    private async Task ActAsync(Func<AccountActions, Task> act)
    {
        await using var scope = tracker.Scope();
        await act(scope.ServiceProvider.GetRequiredService<AccountActions>());
    }
}
