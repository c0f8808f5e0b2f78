using FluentValidation;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Tasks;

public sealed class SavedViewTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private static readonly ViewContent Late = new(
        new TaskFilter { States = [TaskState.Assigned, TaskState.InReview], Light = TimeLight.Red, Role = Role.Lead, DueTo = new(2031, 12, 31), Q = "管网", Order = TaskOrder.Due, Descending = true, Page = 7, PageSize = 50, AsOf = new(2031, 5, 1) },
        TaskGrouping.Month, new LedgerLayout([new(TaskColumn.Due, 99), new(TaskColumn.Lead), new(TaskColumn.Due), new(TaskColumn.Gap, 9999)], 300));

    private SavedViewActions Actions => life.Get<SavedViewActions>();

    [Fact]
    public async Task View_keeps_filter_order_groups_and_columns_and_neither_the_page_nor_the_past_day()
    {
        var person = await life.PersonAsync(AccountRole.Supervisor);
        var id = await Actions.SaveAsync(person, new SavedViewForm(" 逾期的 ", false), Late);
        var view = Assert.Single((await LoadAsync(person)).Views, view => view.IsOwn);
        Assert.Equal((id, "逾期的", true, TaskGrouping.Month), (view.Id, view.Name, view.IsOwn, view.Grouping!.Value));
        Assert.Equal(Late.Filter.States, view.Filter.States);
        Assert.Equal(Late.Filter with { States = [], Page = 1, AsOf = null }, view.Filter with { States = [] });
        Assert.Equal([new(TaskColumn.Due, 99), new(TaskColumn.Lead), new(TaskColumn.Gap, LedgerLayout.Widest)], view.Layout.Columns);
        Assert.Equal(300, view.Layout.TitleWidth);
    }

    [Fact]
    public async Task Private_view_is_its_owners_alone_and_a_shared_one_is_seen_in_the_jurisdiction_and_below()
    {
        var (owner, colleague) = (await life.PersonAsync(AccountRole.Supervisor), await life.StaffAsync(life.Lead));
        var above = await life.PersonAsync(AccountRole.Leader, jurisdiction: Jurisdiction.RootId);
        var id = await Actions.SaveAsync(owner, new SavedViewForm("私有", false), Late);
        Assert.DoesNotContain((await LoadAsync(colleague)).Views, view => view.Id == id);
        await Assert.ThrowsAsync<NotFoundException>(() => Actions.SetDefaultAsync(colleague, id));
        await Assert.ThrowsAsync<NotFoundException>(() => Actions.DeleteAsync(colleague, id));

        await Actions.ChangeAsync(owner, id, new SavedViewForm("共享", true));
        var seen = Assert.Single((await LoadAsync(colleague)).Views, view => view.Id == id);
        Assert.Equal(("共享", false), (seen.Name, seen.IsOwn));
        Assert.DoesNotContain((await LoadAsync(above)).Views, view => view.Id == id);
        var own = await Actions.SaveAsync(above, new SavedViewForm("全国的", true), Late);
        Assert.Contains((await LoadAsync(colleague)).Views, view => view.Id == own);

        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.DeleteAsync(colleague, id));
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.ChangeAsync(colleague, id, new SavedViewForm("改", false)));
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.ReplaceAsync(colleague, id, Late));
        await Assert.ThrowsAsync<ForbiddenException>(() => Actions.SetLayoutAsync(colleague, id, LedgerLayout.Usual));
        await Actions.DeleteAsync(above, own);
    }

    [Theory]
    [InlineData(AccountRole.Staff, false)]
    [InlineData(AccountRole.Auditor, false)]
    [InlineData(AccountRole.Supervisor, true)]
    [InlineData(AccountRole.Leader, true)]
    [InlineData(AccountRole.Administrator, true)]
    public async Task Who_answers_for_a_jurisdiction_shares_views_with_it(string role, bool may)
    {
        var person = role == AccountRole.Staff ? await life.StaffAsync(life.Other) : await life.PersonAsync(role);
        var id = await Actions.SaveAsync(person, new SavedViewForm("我的", false), Late);
        var sharing = Actions.ChangeAsync(person, id, new SavedViewForm("我的", true));
        if (may)
        {
            await sharing;
        }
        else
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => sharing);
            await Assert.ThrowsAsync<ForbiddenException>(() => Actions.SaveAsync(person, new SavedViewForm("又一个", true), Late));
        }

        await Actions.DeleteAsync(person, id);
    }

    [Fact]
    public async Task Default_is_ones_own_and_ends_with_the_view_or_with_its_being_shared()
    {
        var (owner, colleague) = (await life.PersonAsync(AccountRole.Supervisor), await life.StaffAsync(life.Responsible));
        var id = await Actions.SaveAsync(owner, new SavedViewForm("默认", true), Late);
        await Actions.SetDefaultAsync(colleague, id);
        Assert.Equal((id, null), ((await LoadAsync(colleague)).DefaultViewId!.Value, (await LoadAsync(owner)).DefaultViewId));
        await Actions.ChangeAsync(owner, id, new SavedViewForm("默认", false));
        Assert.Null((await LoadAsync(colleague)).DefaultViewId);
        await Actions.SetDefaultAsync(owner, id);
        await Actions.DeleteAsync(owner, id);
        Assert.Null((await LoadAsync(owner)).DefaultViewId);
    }

    [Fact]
    public async Task Columns_without_a_view_are_kept_for_the_account()
    {
        var (person, other) = (await life.PersonAsync(AccountRole.Leader), await life.PersonAsync(AccountRole.Leader));
        Assert.Equal(LedgerLayout.Usual, (await LoadAsync(person)).Layout);
        await Actions.SetLayoutAsync(person, null, LedgerLayout.Usual.Widened(TaskColumn.Source, 321));
        await Actions.SetLayoutAsync(person, null, (await LoadAsync(person)).Layout.Widened(null, 20));
        var layout = (await LoadAsync(person)).Layout;
        Assert.Equal((321, LedgerLayout.Narrowest), (layout.Columns.Single(choice => choice.Column == TaskColumn.Source).Width!.Value, layout.TitleWidth!.Value));
        Assert.Equal(LedgerLayout.Usual, (await LoadAsync(other)).Layout);
    }

    [Fact]
    public async Task Name_is_needed_short_and_ones_own_only_once()
    {
        var (person, other) = (await life.PersonAsync(AccountRole.Leader), await life.PersonAsync(AccountRole.Leader));
        await Actions.SaveAsync(person, new SavedViewForm("同名", false), Late);
        await Actions.SaveAsync(other, new SavedViewForm("同名", false), Late);
        foreach (var name in new[] { null, " ", "同名", " 同名 ", new string('长', SavedView.MaxName + 1) })
        {
            await Assert.ThrowsAsync<ValidationException>(() => Actions.SaveAsync(person, new SavedViewForm(name, false), Late));
        }
    }

    private async Task<LedgerPreferences> LoadAsync(Actor actor)
    {
        await using var db = life.Db();
        return await SavedViewQuery.LoadAsync(db, actor);
    }
}
