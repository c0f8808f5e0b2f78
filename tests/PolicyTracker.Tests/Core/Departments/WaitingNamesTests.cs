using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Tasks;

namespace PolicyTracker.Tests.Core.Departments;

public sealed class WaitingNamesTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    private RegisterActions Register => life.Get<RegisterActions>();

    [Fact]
    public async Task One_decision_makes_the_alias_and_assigns_every_draft_of_the_jurisdiction()
    {
        var (place, bureau, tasks) = await ImportAsync("阳泉市");
        var staff = await life.PersonAsync(AccountRole.Staff, bureau, place);
        var administrator = await life.PersonAsync(AccountRole.Administrator, jurisdiction: place);
        var applied = await Register.UseAsync(administrator, place, "市城管局", bureau.Id);
        Assert.Equal((2, true), (applied.Tasks, applied.IsRemembered));
        await using var db = life.Db();
        var matched = await db.Tasks.Include(t => t.Responsibilities).Include(t => t.History).Include(t => t.Intervals).Where(t => tasks.Contains(t.Id)).OrderBy(t => t.Ordinal).ToListAsync();
        Assert.All(matched, task =>
        {
            Assert.Equal((TaskState.Assigned, new DateOnly(2031, 9, 4)), (task.State, task.AssignedOn));
            Assert.Equal([TaskAct.Import, TaskAct.MatchUnit], task.History.OrderBy(entry => entry.Id).Select(entry => entry.Act));
            var changed = task.History.Single(entry => entry.Act == TaskAct.MatchUnit);
            Assert.Equal((TaskState.Draft, TaskState.Assigned, "市城管局", "市城市管理局"),
                (changed.FromState, changed.ToState, changed.Changes!.Units!.Before[0].Name, changed.Changes.Units.After[0].Name));
            Assert.Equal("市城管局", Assert.Single(task.Responsibilities).PrintedName);
            Assert.Equal(2, task.Intervals.Count);
            Assert.True(TaskInterval.Of(task, default).SaysTheSameAs(task.Intervals.Single(interval => interval.UntilAt == null)));
        });
        Assert.Equal(2, await db.InboxMessages.CountAsync(message => message.AccountId == staff.AccountId && message.Entry!.Act == TaskAct.MatchUnit));
        Assert.Contains("市城管局", await db.DepartmentAliases.Where(alias => alias.DepartmentId == bureau.Id).Select(alias => alias.Name).ToListAsync());
        var subjects = tasks.ConvertAll(id => $"{id}");
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Action == "task.MatchUnit" && subjects.Contains(entry.SubjectId!) && entry.AccountId == administrator.AccountId));
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Action == "department.change" && entry.Words.Contains("市城管局")));
    }

    [Fact]
    public async Task Undone_decision_leaves_the_names_waiting_as_before()
    {
        var (place, bureau, tasks) = await ImportAsync("长治市");
        var administrator = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var applied = await Register.UseAsync(administrator, place, "市城管局", bureau.Id);
        Assert.Equal("市城管局", await Register.UndoAsync(administrator, applied.DecisionId));
        await using var db = life.Db();
        Assert.All(await db.Tasks.Include(t => t.Responsibilities).Where(t => tasks.Contains(t.Id)).ToListAsync(), task =>
            Assert.Equal((TaskState.Draft, null, null), (task.State, task.AssignedOn, task.Responsibilities[0].DepartmentId)));
        Assert.False(await db.DepartmentAliases.AnyAsync(alias => alias.DepartmentId == bureau.Id && alias.Name == "市城管局"));
        await Assert.ThrowsAsync<NotFoundException>(() => Register.UndoAsync(administrator, applied.DecisionId));
    }

    [Fact]
    public async Task New_department_is_made_and_goes_again_when_undone()
    {
        var (place, _, tasks) = await ImportAsync("运城市");
        var administrator = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var applied = await Register.MakeAsync(administrator, place, "市城管局", DepartmentKind.Department);
        await using (var db = life.Db())
        {
            Assert.Equal(2, await db.Responsibilities.CountAsync(part => tasks.Contains(part.TaskId) && part.DepartmentId == applied.DepartmentId));
        }

        await Register.UndoAsync(administrator, applied.DecisionId);
        await using var after = life.Db();
        Assert.False(await after.Departments.AnyAsync(department => department.Id == applied.DepartmentId));
    }

    [Fact]
    public async Task Decision_upon_which_a_unit_has_acted_stands()
    {
        var (place, bureau, tasks) = await ImportAsync("忻州市");
        var administrator = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        var applied = await Register.UseAsync(administrator, place, "市城管局", bureau.Id);
        await life.Actions.AcknowledgeAsync(await life.PersonAsync(AccountRole.Staff, bureau, place), tasks[0], new RemarkForm());
        await Assert.ThrowsAsync<RuleException>(() => Register.UndoAsync(administrator, applied.DecisionId));
    }

    [Fact]
    public async Task Second_of_two_administrators_is_told()
    {
        var (place, bureau, _) = await ImportAsync("临汾市");
        var administrator = await life.PersonAsync(AccountRole.Administrator, jurisdiction: Jurisdiction.RootId);
        await Register.UseAsync(administrator, place, "市城管局", bureau.Id);
        await Assert.ThrowsAsync<StaleException>(() => Register.UseAsync(administrator, place, "市城管局", bureau.Id));
    }

    [Fact]
    public async Task Only_administrators_of_the_place_decide_and_only_for_its_own_departments()
    {
        var (place, bureau, _) = await ImportAsync("吕梁市");
        foreach (var stranger in new[] { life.Supervisor, await life.StaffAsync(life.Lead), await life.PersonAsync(AccountRole.Administrator) })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Register.UseAsync(stranger, place, "市城管局", bureau.Id));
            await Assert.ThrowsAsync<ForbiddenException>(() => Register.MakeAsync(stranger, place, "市城管局", DepartmentKind.Department));
        }

        var applied = await Register.UseAsync(await life.PersonAsync(AccountRole.Administrator, jurisdiction: place), place, "市城管局", bureau.Id);
        await Assert.ThrowsAsync<ForbiddenException>(() => Register.UndoAsync(life.Supervisor, applied.DecisionId));
        await Assert.ThrowsAsync<RuleException>(() => Register.UseAsync(Actor.Portal, place, "市容局", life.Other.Id));
    }

    [Fact]
    public async Task List_shows_each_name_with_its_tasks_and_proposals_to_those_who_manage_the_place()
    {
        var (place, bureau, tasks) = await ImportAsync("朔州市");
        await using var db = life.Db();
        var listed = Assert.Single(await WaitingNamesQuery.ListAsync(db, Actor.Portal, place), name => name.PrintedName == "市城管局");
        Assert.Equal(tasks, listed.Tasks.Select(task => task.Id));
        Assert.Equal((bureau.Id, "简称：市城管局 = 市城市管理局"), (listed.Proposals[0].DepartmentId, listed.Proposals[0].Reason));
        var elsewhere = TrackerFixture.Person(AccountRole.Administrator, "/1/99999/");
        Assert.Empty(await WaitingNamesQuery.ListAsync(db, elsewhere, null));
        Assert.Equal(0, await WaitingNamesQuery.CountAsync(db, elsewhere));
        Assert.True(await WaitingNamesQuery.CountAsync(db, Actor.Portal) >= 1);
    }

    private async Task<(int Place, Department Bureau, List<long> Tasks)> ImportAsync(string city)
    {
        var result = await life.Get<NoticeImport>().ImportAsync($"{city}.txt", Encoding.UTF8.GetBytes(Notices.TwoSpellings(city)), Actor.Portal);
        await using var db = life.Db();
        var document = await db.Documents.SingleAsync(d => d.Id == result.Documents[0].Id);
        var bureau = await db.Departments.SingleAsync(d => d.JurisdictionId == document.JurisdictionId && d.Name == "市城市管理局");
        return (document.JurisdictionId, bureau, await db.Tasks.Where(t => t.DocumentId == document.Id && t.State == TaskState.Draft).OrderBy(t => t.Ordinal).Select(t => t.Id).ToListAsync());
    }
}
